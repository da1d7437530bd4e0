import { type CallResult, executeCall, prepareCall } from "./call.js";
import type { ClientContext, PreparedCall } from "./context.js";
import { decodeCursor, encodeCursor } from "./cursor.js";
import { requestIdOf } from "./error-response.js";
import { ContractError, InvalidRequestError } from "./errors.js";
import { emit } from "./events.js";
import type { Page } from "./listing.js";
import { nextId } from "./observe.js";
import type { OperationDescriptor, PagingDescriptor } from "./operation.js";
import type { CallOptions } from "./options.js";
import {
  firstPage,
  firstPosition,
  type IteratedPage,
  iteratePages,
  type Position,
  type ReadPage,
} from "./pagination.js";
import { resolvePointer } from "./pointer.js";
import type { ParameterValues } from "./request.js";

/** Most records of one page; no contract allows so many. */
const maxRecords = 100_000;

/** A listing that has been checked, so that a mistake in it shows before anything is sent. */
export interface ListingPlan {
  readonly call: PreparedCall;
  readonly paging: PagingDescriptor;
  /** The parameter that carries the position. */
  readonly parameter: string;
  readonly start: Position;
  /** Most pages in flight. */
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Checks a listing before anything of it is sent.
 * @throws InvalidRequestError for parameters or options that the contract does not allow
 */
export function planListing(
  client: ClientContext,
  operation: OperationDescriptor,
  paging: PagingDescriptor,
  values: ParameterValues,
  options: CallOptions,
): ListingPlan {
  const { operationId } = operation;
  const call = prepareCall(client, operation, values, options);
  const { path, query } = call;
  const { concurrency = 1, cursor, signal } = options;
  const { position } = paging.parameters;
  const marker = paging.conflicts?.find((name) => query[name] !== undefined);
  if (marker !== undefined && query[position] !== undefined) {
    throw new InvalidRequestError(`${operationId}: pass ${marker} or ${position}, not both`, {
      parameter: marker,
      operation: operationId,
    });
  }
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new InvalidRequestError(
      `${operationId}: concurrency must be an integer of at least 1, not ${concurrency}`,
      { parameter: "concurrency", operation: operationId },
    );
  }
  const parameter = marker ?? position;
  const start =
    cursor === undefined
      ? startOf(paging, marker, query[parameter])
      : decodeCursor({ operation: operationId, path, query, parameter }, cursor);
  return { call, paging, parameter, start, concurrency, signal };
}

function startOf(paging: PagingDescriptor, marker: string | undefined, given: string | undefined): Position {
  if (marker !== undefined) return { at: String(given), rows: null, total: null };
  const first = firstPosition(paging);
  const at = given === undefined ? first : Number(given);
  // A page number tells how many pages come before it, not how many rows.
  return { at, rows: paging.style === "page" && at !== first ? null : at - first, total: null };
}

interface PageOfCall<Item> extends ReadPage<Item> {
  readonly result: CallResult;
}

/** The first page of a listing. */
export async function readFirstPage<Item, Body>(
  client: ClientContext,
  plan: ListingPlan,
): Promise<Page<Item, Body>> {
  const { paging, start, signal } = plan;
  // A cursor knows an earlier total, which the iteration compares with the one of this page.
  if (start.total !== null) {
    for await (const page of readPages<Item, Body>(client, plan)) return page;
  }
  signal?.throwIfAborted();
  const page = await readPage<Item>(client, plan, nextId(), start.at, signal);
  return toPage(client, plan, firstPage<Item, PageOfCall<Item>>(paging, start, page), 1);
}

/** All pages of a listing, in order. */
export async function* readPages<Item, Body>(
  client: ClientContext,
  plan: ListingPlan,
): AsyncGenerator<Page<Item, Body>, void, undefined> {
  const { paging, start, concurrency, signal } = plan;
  const listingId = nextId();
  const source = {
    paging,
    start,
    concurrency,
    read: (at: number | string, inner: AbortSignal | undefined) =>
      readPage<Item>(client, plan, listingId, at, inner),
    endless: ({ result }: PageOfCall<Item>, reason: string) => contractError(client, plan, result, reason),
  };
  let number = 0;
  for await (const page of iteratePages<Item, PageOfCall<Item>>(source, signal)) {
    number += 1;
    yield toPage(client, plan, page, number);
  }
}

function toPage<Item, Body>(
  { tables }: ClientContext,
  { call, parameter }: ListingPlan,
  { page: { total, result }, fresh, next }: IteratedPage<Item, PageOfCall<Item>>,
  number: number,
): Page<Item, Body> {
  const { operation, path, query, settings } = call;
  const { operationId } = operation;
  const { onEvent } = settings;
  if (onEvent) {
    const context = { service: tables.service, operation: operationId, callId: result.callId };
    emit(onEvent, { type: "page", ...context, page: number, items: fresh.length, total });
  }
  const { status, header, redact } = result.response;
  return {
    items: fresh,
    total,
    cursor: next && encodeCursor({ operation: operationId, path, query, parameter }, next),
    response: { status, requestId: requestIdOf(result.body, header, redact), header },
    // The contract's type; if the response differs, validation has said so.
    body: (result.body ?? null) as Body | null,
  };
}

async function readPage<Item>(
  client: ClientContext,
  plan: ListingPlan,
  listingId: number,
  at: number | string,
  signal: AbortSignal | undefined,
): Promise<PageOfCall<Item>> {
  const { call, paging, parameter } = plan;
  const { operation } = call;
  const query = { ...call.query, [parameter]: String(at) };
  const result = await executeCall(client, { ...call, query }, signal, listingId);
  const { body } = result;
  if (body === undefined) return { items: [], total: 0, result };
  // A list may be absent from an object; a body that is not an object is no response of this operation.
  const optional =
    !paging.required &&
    typeof body === "object" &&
    body !== null &&
    !Array.isArray(body) &&
    (operation.failure === undefined || typeof resolvePointer(body, operation.failure.pointer) === "boolean");
  const items = resolvePointer(body, paging.items) ?? (optional ? [] : undefined);
  if (!Array.isArray(items))
    throw contractError(client, plan, result, `the response has no list of records at ${paging.items}`);
  if (items.length > maxRecords)
    throw contractError(client, plan, result, `the response has more than ${maxRecords} records`);
  const total = paging.total === undefined ? undefined : resolvePointer(body, paging.total);
  // A total below the number of records on this page counts something else.
  return { items, total: isCount(total) && total >= items.length ? total : null, result };
}

function contractError(
  { tables }: ClientContext,
  { call, paging }: ListingPlan,
  { response }: CallResult,
  message: string,
): ContractError {
  return new ContractError(message, {
    service: tables.service,
    operation: call.operation.operationId,
    status: response.status,
    pointer: paging.items,
  });
}

/** JSON can contain 1e999, which is Infinity and not a count. */
function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
