import { listen } from "../listen.js";
import type { PagingDescriptor } from "../operation.js";
import { firstPosition, type Position } from "../position.js";
import { LookAhead } from "./look-ahead.js";
import { type PointerReader, pointerReader } from "./pointer.js";
import { RecentIds } from "./recent-ids.js";

/** A page as it was read, before repeated records are dropped. */
export interface RawPage<Item> {
  readonly items: readonly Item[];
  readonly total: number | null;
  /** The answer's text: tells a repeated page where neither ids nor a total do. */
  readonly text?: string;
}

/** What a listing needs to be walked. */
export interface Walk<Item, Raw extends RawPage<Item>> {
  readonly paging: PagingDescriptor;
  readonly start: Position;
  /** Most pages in flight. */
  readonly concurrency: number;
  read(at: number | string, signal: AbortSignal | undefined): Promise<Raw>;
}

/** A page of a walk: what was read, the records not seen before, and where the next page starts. */
export interface WalkedPage<Item, Raw> {
  readonly raw: Raw;
  readonly fresh: Item[];
  readonly next: Position | null;
}

const REMEMBERED = 10_000;
/** A listing that shrinks at every look must not keep its reader from moving on. */
const MOST_STEPS_BACK = 5;
/** A listing that grows faster than it is read must not keep its reader for ever. */
const MOST_IDLE = 10;

/**
 * Walks a listing page by page, in order.
 *
 * It ends at the stated total, on an empty page, or on one that brings nothing new. Records can move while
 * they are read: where the listing grows, rows come again and are dropped by their ids; where its total
 * shrinks, rows may have moved up past the position, so the page is read again from that much earlier. What
 * cannot be seen is a listing that loses as many rows as it gains between two pages.
 */
export async function* walk<Item, Raw extends RawPage<Item>>(
  plan: Walk<Item, Raw>,
  signal: AbortSignal | undefined,
): AsyncGenerator<WalkedPage<Item, Raw>, void, undefined> {
  const { paging } = plan;
  const idOf = pointerReader(paging.id);
  const ids = new RecentIds(REMEMBERED);
  // One page after the other needs no more than the caller's own signal.
  const pages = plan.concurrency > 1 ? new LookAhead(plan.read, plan.concurrency) : undefined;
  const unlisten = pages && signal && listen(signal, () => pages.cancel(signal.reason));
  let position = plan.start;
  let total: number | null = plan.start.total;
  let idle = 0;
  // Rows of the last page: what the service grants, which can be less than was asked for.
  let stride = 0;
  let stepsBack = 0;
  // Rows that may come again without being a sign that the server repeats itself.
  let expectedRepeats = 0;
  let text: string | undefined;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const raw = await (pages
        ? pages.take(position.at, promised(paging, position, stride, total))
        : plan.read(position.at, signal));
      const stated = statedTotal(raw, position, total);
      const grown: number = total === null || stated === null ? 0 : stated - total;
      total = stated;
      expectedRepeats += Math.max(0, grown);
      const back =
        grown < 0 && stepsBack < MOST_STEPS_BACK
          ? stepBack(paging, position, -grown, stride || raw.items.length)
          : null;
      if (back !== null) {
        position = back.position;
        expectedRepeats += back.rows;
        stepsBack += 1;
        continue;
      }

      const fresh = raw.items.filter((item) => ids.add(idOf(item)));
      if (fresh.length > 0) stepsBack = 0;
      idle = fresh.length === 0 && grown > 0 ? idle + 1 : 0;
      const repeats = raw.items.length - fresh.length;
      const again = raw.total === null && raw.text !== undefined && raw.text === text;
      const barren = again || (fresh.length === 0 && (repeats > expectedRepeats || idle > MOST_IDLE));
      text = raw.text;
      expectedRepeats = Math.max(0, expectedRepeats - repeats);
      stride = raw.items.length;
      const next = barren || stride === 0 ? null : following(paging, idOf, position, raw);
      yield { raw, fresh, next };
      if (next === null) return;
      position = next;
    }
  } finally {
    unlisten?.();
    pages?.cancel();
  }
}

/** What `walk` makes of the first page of a listing of which nothing is known yet: all that `await` reads. */
export function walkFirst<Item, Raw extends RawPage<Item>>(
  paging: PagingDescriptor,
  position: Position,
  raw: Raw,
): WalkedPage<Item, Raw> {
  const idOf = pointerReader(paging.id);
  const fresh = distinct(raw.items, idOf);
  return { raw, fresh, next: raw.items.length === 0 ? null : following(paging, idOf, position, raw) };
}

function distinct<Item>(items: readonly Item[], idOf: PointerReader): Item[] {
  const once = new Set<unknown>();
  for (const item of items) once.add(idOf(item));
  // Otherwise some came twice, or have no id.
  if (once.size === items.length) return items.slice();
  const ids = new RecentIds(REMEMBERED);
  return items.filter((item) => ids.add(idOf(item)));
}

/** An empty page behind rows that were read says, with its 0, no more than that nothing stands here. */
function statedTotal<Item>(page: RawPage<Item>, { rows }: Position, before: number | null): number | null {
  return page.total === 0 && page.items.length === 0 && rows && before !== null
    ? Math.min(before, rows)
    : page.total;
}

/** The position behind a page, or null where the total says that nothing stands there. */
function following<Item>(
  { style }: PagingDescriptor,
  idOf: PointerReader,
  { at, rows }: Position,
  page: RawPage<Item>,
): Position | null {
  if (typeof at === "string") {
    const last = idOf(page.items.at(-1));
    return typeof last === "string" ? { at: last, rows: null, total: page.total } : null;
  }
  const read = rows === null ? null : rows + page.items.length;
  if (read !== null && page.total !== null && read >= page.total) return null;
  return { at: at + (style === "page" ? 1 : page.items.length), rows: read, total: page.total };
}

/** The position that many rows earlier and how many rows that really is; null where there is none. */
function stepBack(
  paging: PagingDescriptor,
  { at, rows, total }: Position,
  lost: number,
  stride: number,
): { readonly position: Position; readonly rows: number } | null {
  if (typeof at === "string") return null;
  const rowsPerStep = paging.style === "page" ? Math.max(1, stride) : 1;
  const steps = Math.min(Math.ceil(lost / rowsPerStep), at - firstPosition(paging));
  const back = steps * rowsPerStep;
  if (steps <= 0) return null;
  const before = rows === null ? null : Math.max(0, rows - back);
  return { position: { at: at - steps, rows: before, total }, rows: back };
}

/** The positions behind this one that the total promises, each a page apart. */
function* promised(
  { style }: PagingDescriptor,
  { at, rows }: Position,
  stride: number,
  total: number | null,
): Generator<number> {
  if (typeof at === "string" || rows === null || total === null || stride === 0) return;
  const step = style === "page" ? 1 : stride;
  for (let ahead = 1; rows + ahead * stride < total; ahead += 1) yield at + ahead * step;
}
