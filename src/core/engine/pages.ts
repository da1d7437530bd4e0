import { encodeCursor } from "../cursor.js";
import { ContractError } from "../errors.js";
import type { Page, PageResponse } from "../page.js";
import type { QueryValues } from "../parameters.js";
import type { Plan } from "../plan.js";
import { type CallEnvironment, type CallResult, perform } from "./call.js";
import { emit } from "./emit.js";
import { requestIdOf } from "./error-reader.js";
import { type RawPage, type WalkedPage, walk, walkFirst } from "./pager.js";
import { resolvePointer } from "./pointer.js";

interface ReadPage<Item> extends RawPage<Item> {
  readonly result: CallResult;
}

/** A page that is awaited needs no walk, unless a cursor says what was there before. */
export async function readFirst<Item, Body>(
  environment: CallEnvironment,
  plan: Plan,
): Promise<Page<Item, Body>> {
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

/** All pages, in order. */
export async function* readPages<Item, Body>(
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
