import { type CallEnvironment, type CallResult, perform } from "./call.js";
import { decodeCursor, encodeCursor } from "./cursor.js";
import { emit } from "./emit.js";
import { requestIdOf } from "./error-reader.js";
import { ContractError, InvalidRequestError } from "./errors.js";
import type { OperationDescriptor, PagingDescriptor } from "./operation.js";
import type { CallOptions } from "./options.js";
import type { Page, PageResponse } from "./page.js";
import { firstPosition, type Position, type RawPage, type WalkedPage, walk, walkFirst } from "./pager.js";
import { encodeParameters, type ParameterValues, type QueryValues } from "./parameters.js";
import { fillPath } from "./path.js";
import { resolvePointer } from "./pointer.js";

/** A listing that has been checked, so that a mistake in it shows before anything is sent. */
interface Plan {
  readonly operation: OperationDescriptor;
  readonly paging: PagingDescriptor;
  readonly path: string;
  readonly query: QueryValues;
  /** The parameter that carries the position. */
  readonly parameter: string;
  readonly start: Position;
  readonly options: CallOptions;
}

interface ReadPage<Item> extends RawPage<Item> {
  readonly result: CallResult;
}

/** The pages of a listing that has been checked. */
export interface Pages<Item, Body> {
  /** All of them, anew each time. */
  all(): AsyncGenerator<Page<Item, Body>, void, undefined>;
  /** The first one. */
  first(): Promise<Page<Item, Body>>;
}

/**
 * Prepares the pages of a listing; each way to read them starts anew each time.
 * @throws InvalidRequestError for parameters or options that the contract rules out
 */
export function preparePages<Item, Body>(
  environment: CallEnvironment,
  operation: OperationDescriptor,
  paging: PagingDescriptor,
  values: ParameterValues,
  options: CallOptions,
): Pages<Item, Body> {
  const plan = makePlan(environment, operation, paging, values, options);
  return {
    all: () => readPages(environment, plan),
    first: () => readFirst(environment, plan),
  };
}

function makePlan(
  { settings }: CallEnvironment,
  operation: OperationDescriptor,
  paging: PagingDescriptor,
  values: ParameterValues,
  options: CallOptions,
): Plan {
  const { operationId } = operation;
  const path = fillPath(operation.path, values, operationId, settings.projectId);
  const query = encodeParameters(operation, values);
  const { position } = paging.parameters;
  const marker = paging.conflicts?.find((name) => query[name] !== undefined);
  if (marker !== undefined && query[position] !== undefined) {
    throw new InvalidRequestError(`${operationId}: pass ${marker} or ${position}, not both`, {
      parameter: marker,
      operation: operationId,
    });
  }
  const { concurrency = 1 } = options;
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new InvalidRequestError(
      `${operationId}: concurrency must be an integer of at least 1, not ${concurrency}`,
      {
        parameter: "concurrency",
        operation: operationId,
      },
    );
  }
  const parameter = marker ?? position;
  const given = query[parameter];
  const start =
    options.cursor === undefined
      ? startOf(paging, marker, given)
      : decodeCursor({ operation: operationId, path, query, parameter }, String(options.cursor));
  return {
    operation,
    paging,
    path,
    query,
    parameter,
    start,
    // What a caller changes later must not reach into a listing that exists.
    options: options.headers ? { ...options, headers: { ...options.headers } } : { ...options },
  };
}

function startOf(paging: PagingDescriptor, marker: string | undefined, given: string | undefined): Position {
  if (marker !== undefined) return { at: String(given), rows: null, total: null };
  const first = firstPosition(paging);
  const at = given === undefined ? first : Number(given);
  // A page number tells how many pages stand before it, not how many rows.
  return { at, rows: paging.style === "page" && at !== first ? null : at - first, total: null };
}

/** A page that is awaited needs no walk, unless a cursor says what was there before. */
async function readFirst<Item, Body>(environment: CallEnvironment, plan: Plan): Promise<Page<Item, Body>> {
  const { paging, start, options } = plan;
  if (start.total === null) {
    options.signal?.throwIfAborted();
    const raw = await readPage<Item>(environment, plan, start.at, options.signal);
    return toPage(environment, plan, walkFirst<Item, ReadPage<Item>>(paging, start, raw), 1);
  }
  return firstOf(readPages<Item, Body>(environment, plan));
}

/** The first of what comes; the rest is called off. */
export async function firstOf<Page>(pages: AsyncIterable<Page>): Promise<Page> {
  for await (const page of pages) return page;
  throw new TypeError("a listing without a page");
}

async function* readPages<Item, Body>(
  environment: CallEnvironment,
  plan: Plan,
): AsyncGenerator<Page<Item, Body>, void, undefined> {
  const { paging, start, options } = plan;
  const read = (at: number | string, signal: AbortSignal | undefined) =>
    readPage<Item>(environment, plan, at, signal);
  let number = 0;
  for await (const walked of walk<Item, ReadPage<Item>>(
    { paging, start, concurrency: options.concurrency ?? 1, read },
    options.signal,
  )) {
    number += 1;
    yield toPage(environment, plan, walked, number);
  }
}

function toPage<Item, Body>(
  { definition, options: { onEvent } }: CallEnvironment,
  { operation: { operationId }, path, query, parameter }: Plan,
  { raw, fresh, next }: WalkedPage<Item, ReadPage<Item>>,
  page: number,
): Page<Item, Body> {
  const { total, result } = raw;
  if (onEvent) {
    const context = { service: definition.service, operation: operationId };
    emit(onEvent, { type: "page", ...context, page, items: fresh.length, total });
  }
  return {
    items: fresh,
    total,
    cursor: next && encodeCursor({ operation: operationId, path, query, parameter }, next),
    response: describeResponse(result),
    // The contract's type; where the answer differs, validation has said so.
    body: (result.body ?? null) as Body | null,
  };
}

async function readPage<Item>(
  environment: CallEnvironment,
  { operation, paging, path, query, parameter, options }: Plan,
  at: number | string,
  signal: AbortSignal | undefined,
): Promise<ReadPage<Item>> {
  const asked: QueryValues = Object.assign({}, query);
  asked[parameter] = String(at);
  const result = await perform(environment, { operation, path, query: asked, options }, signal);
  const { answer, body } = result;
  if (body === undefined) return { items: [], total: 0, result };
  // A list may be absent from an object; what is no object is no answer at all.
  const optional =
    !paging.required &&
    typeof body === "object" &&
    body !== null &&
    !Array.isArray(body) &&
    (operation.failure === undefined || typeof resolvePointer(body, operation.failure.pointer) === "boolean");
  const items = resolvePointer(body, paging.items) ?? (optional ? [] : undefined);
  if (!Array.isArray(items)) {
    throw new ContractError(`the answer has no list of records at ${paging.items}`, {
      service: environment.definition.service,
      operation: operation.operationId,
      status: answer.status,
      pointer: paging.items,
    });
  }
  const total = resolvePointer(body, paging.total);
  // A total that is less than what stands on this page counts something else.
  return { items, total: isCount(total) && total >= items.length ? total : null, result, text: answer.text };
}

/** JSON can hold 1e999, which is Infinity and no total to reckon with. */
function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** Without a getter: a literal with one is slow to make, and slow to read (docs/decisions/0011). */
function describeResponse({ answer, body }: CallResult): PageResponse {
  const { status, header } = answer;
  return { status, requestId: requestIdOf(body, header), header };
}
