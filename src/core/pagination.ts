import { onAborted } from "./deadline.js";
import type { PagingDescriptor } from "./operation.js";
import { type PointerReader, pointerReader } from "./pointer.js";

/** A place in a listing. */
export interface Position {
  /** Value of the position parameter, or an id if the listing is read by a marker. */
  readonly at: number | string;
  /** Rows before it; null if that cannot be known. */
  readonly rows: number | null;
  /** The total stated last: shows a resumed listing that the total has shrunk. */
  readonly total: number | null;
}

/** The position that a style counts from. */
export function firstPosition({ style }: PagingDescriptor): number {
  return style === "offset" ? 0 : 1;
}

/** A page as the service sent it, repeated records included. */
export interface ReadPage<Item> {
  readonly items: readonly Item[];
  readonly total: number | null;
}

/** What reading a listing needs. */
export interface PageSource<Item, Read extends ReadPage<Item>> {
  readonly paging: PagingDescriptor;
  readonly start: Position;
  /** Most pages in flight. */
  readonly concurrency: number;
  read(at: number | string, signal: AbortSignal | undefined): Promise<Read>;
  /** The error for a service whose listing does not end. */
  endless(page: Read, reason: string): Error;
}

/** A page, the records in it that are new, and the position of the next page. */
export interface IteratedPage<Item, Read> {
  readonly page: Read;
  readonly fresh: Item[];
  readonly next: Position | null;
}

/** Ids of earlier records that are remembered, to recognise a record that comes again. */
const rememberedIds = 10_000;
/** A listing that shrinks with every page must not stop its reader from moving on. */
const maxStepsBack = 5;
/** A service that keeps sending known records must not keep its reader for ever. */
const maxRepeatedPages = 10;
/** Nor may one that sends the same records under new ids. Different backups can look alike, but not so many. */
const maxEqualPages = 100;
/** Nor one whose end comes no nearer: millions of records, if it states no total. */
const maxPagesToNoEnd = 10_000;

/**
 * Iterates over the pages of a listing, in order.
 *
 * It ends at the stated total, on an empty page, or on one that repeats records that nothing explains. Records can
 * move while they are read: if the listing grows, rows come again and are dropped by their ids; if its total
 * shrinks, rows may have moved up past the position, so the page is read again from that much earlier. It cannot
 * see a listing that loses as many rows as it gains between two pages.
 */
export async function* iteratePages<Item, Read extends ReadPage<Item>>(
  source: PageSource<Item, Read>,
  signal: AbortSignal | undefined,
): AsyncGenerator<IteratedPage<Item, Read>, void, undefined> {
  const { paging } = source;
  const idOf = pointerReader(paging.id);
  const ids = new RecentIds(rememberedIds);
  const repetition = new Repetition<Item>(idOf, paging.id);
  // One page after the other needs no more than the caller's own signal.
  const prefetch = source.concurrency > 1 ? new Prefetch(source.read, source.concurrency) : undefined;
  const unsubscribe = prefetch && signal && onAborted(signal, () => prefetch.cancel(signal.reason));
  let position = source.start;
  let total: number | null = source.start.total;
  // Rows of the last page: what the service grants, which can be less than was asked for.
  let stride = 0;
  let stepsBack = 0;
  // Pages in a row without a new record, and how many of them re-read rows explains.
  let idle = 0;
  let explainedIdle = 0;
  // Rows that may come again although the service does not repeat itself.
  let expectedRepeats = 0;
  // The fewest rows that were left to read after a page, and the pages since.
  let fewestLeft = Number.POSITIVE_INFINITY;
  let pagesSince = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const page = await (prefetch
        ? prefetch.take(position.at, promisedPositions(paging, position, stride, total))
        : source.read(position.at, signal));
      const stated = statedTotal(page, position, total);
      const grown: number = total === null || stated === null ? 0 : stated - total;
      total = stated;
      expectedRepeats += Math.max(0, grown);
      const back =
        grown < 0 && stepsBack < maxStepsBack
          ? stepBack(paging, position, -grown, stride || page.items.length)
          : null;
      if (back !== null) {
        position = back.position;
        expectedRepeats += back.rows;
        explainedIdle += Math.ceil(back.rows / Math.max(1, stride || page.items.length));
        stepsBack += 1;
        continue;
      }

      const fresh = page.items.filter((item) => ids.add(idOf(item)));
      if (fresh.length > 0) {
        stepsBack = 0;
        idle = 0;
        explainedIdle = 0;
      } else idle += 1;
      const repeats = page.items.length - fresh.length;
      const unexplained = repeats > expectedRepeats || idle > maxRepeatedPages + explainedIdle;
      const samePage = repetition.isSamePage(page.items) && (page.total === null || grown > 0);
      if (repetition.count > maxEqualPages) {
        throw source.endless(page, "the service repeats the same page again and again");
      }
      const left = total === null || position.rows === null ? fewestLeft : total - position.rows;
      pagesSince = left < fewestLeft ? 0 : pagesSince + 1;
      fewestLeft = Math.min(fewestLeft, left);
      if (pagesSince > maxPagesToNoEnd) {
        throw source.endless(page, `its end came no nearer in ${maxPagesToNoEnd} pages`);
      }
      const isRepeat = samePage || (fresh.length === 0 && unexplained);
      expectedRepeats = Math.max(0, expectedRepeats - repeats);
      stride = page.items.length;
      const next = isRepeat || stride === 0 ? null : following(paging, idOf, position, page);
      yield { page, fresh, next };
      if (next === null) return;
      position = next;
    }
  } finally {
    unsubscribe?.();
    prefetch?.cancel();
  }
}

/** The first page of a listing of which nothing is known yet: all that `await` reads. */
export function firstPage<Item, Read extends ReadPage<Item>>(
  paging: PagingDescriptor,
  position: Position,
  page: Read,
): IteratedPage<Item, Read> {
  const idOf = pointerReader(paging.id);
  const ids = new RecentIds(rememberedIds);
  const fresh = page.items.filter((item) => ids.add(idOf(item)));
  return { page, fresh, next: page.items.length === 0 ? null : following(paging, idOf, position, page) };
}

/** The total that counts. An empty page behind rows that were read says, with its 0, only that it is empty. */
function statedTotal<Item>(page: ReadPage<Item>, { rows }: Position, before: number | null): number | null {
  return page.total === 0 && page.items.length === 0 && rows && before !== null
    ? Math.min(before, rows)
    : page.total;
}

/** The position after a page; null if the total says that there is no further row. */
function following<Item>(
  { style }: PagingDescriptor,
  idOf: PointerReader,
  { at, rows }: Position,
  page: ReadPage<Item>,
): Position | null {
  if (typeof at === "string") {
    const last = idOf(page.items.at(-1));
    return typeof last === "string" ? { at: last, rows: null, total: page.total } : null;
  }
  const read = rows === null ? null : rows + page.items.length;
  if (read !== null && page.total !== null && read >= page.total) return null;
  return { at: at + (style === "page" ? 1 : page.items.length), rows: read, total: page.total };
}

/** The position that many rows earlier, and how many rows that really is; null if there is none. */
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

/** The positions after this one that the total promises, each a page apart. */
function* promisedPositions(
  { style }: PagingDescriptor,
  { at, rows }: Position,
  stride: number,
  total: number | null,
): Generator<number> {
  if (typeof at === "string" || rows === null || total === null || stride === 0) return;
  const step = style === "page" ? 1 : stride;
  for (let ahead = 1; rows + ahead * stride < total; ahead += 1) yield at + ahead * step;
}

/** Recognises a service that sends its last page again, by the records alone: everything around them can vary. */
class Repetition<Item> {
  /** Pages in a row that begin and end as the page before, but for the ids. */
  count = 0;
  readonly #idOf: PointerReader;
  readonly #idName: string;
  #ends = "";
  #whole = "";

  constructor(idOf: PointerReader, idPointer: string) {
    this.#idOf = idOf;
    this.#idName = idPointer.slice(idPointer.lastIndexOf("/") + 1);
  }

  /** Whether the records have no ids and are those of the page before. Counts, too. */
  isSamePage(items: readonly Item[]): boolean {
    const ends = this.#contentOf([items[0], items.at(-1), items.length]);
    // Records of an id alone say nothing.
    this.count = ends === this.#ends && ends.includes('"') ? this.count + 1 : 0;
    this.#ends = ends;
    const whole = items.some((item) => this.#idOf(item) !== undefined) ? "" : this.#contentOf(items);
    const same = whole !== "" && whole === this.#whole;
    this.#whole = whole;
    return same;
  }

  #contentOf(value: unknown): string {
    return JSON.stringify(value, (name, property: unknown) => {
      if (typeof property === "bigint") return String(property);
      return name === this.#idName ? undefined : property;
    });
  }
}

/** Remembers the last `size` ids, to tell a record that comes again from a new one. */
export class RecentIds {
  readonly #ids = new Set<unknown>();
  /** Continues after the ids that were dropped: a new iterator would pass all deleted entries each time. */
  #oldest: Iterator<unknown> | undefined;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** Remembers the id and returns whether it was new. A record without an id always counts as new. */
  add(id: unknown): boolean {
    if (typeof id !== "string" && typeof id !== "number" && typeof id !== "bigint") return true;
    const before = this.#ids.size;
    this.#ids.add(id);
    if (this.#ids.size === before) {
      // Now the latest again.
      this.#ids.delete(id);
      this.#ids.add(id);
      return false;
    }
    if (this.#ids.size > this.#size) {
      this.#oldest ??= this.#ids.values();
      this.#ids.delete(this.#oldest.next().value);
    }
    return true;
  }
}

/**
 * Reads positions in order while up to `concurrency` of them are in flight. Positions that turn out not to
 * be wanted are cancelled; a failure stops prefetching and surfaces at its own position.
 */
class Prefetch<Value> {
  readonly #read: (at: number | string, signal: AbortSignal) => Promise<Value>;
  readonly #concurrency: number;
  #pending = new Map<number | string, Promise<Value>>();
  #controller = new AbortController();
  #failed = false;
  /** Pages in flight now: all that are allowed, until a position turns out not to be wanted. */
  #window: number;

  constructor(read: (at: number | string, signal: AbortSignal) => Promise<Value>, concurrency: number) {
    this.#read = read;
    this.#concurrency = concurrency;
    this.#window = concurrency;
  }

  /** The value at a position; `ahead` are the positions that are likely to be asked for next, in order. */
  take(at: number | string, ahead: Iterable<number>): Promise<Value> {
    if (this.#pending.has(at)) this.#window = Math.min(this.#window * 2, this.#concurrency);
    else if (this.#pending.size > 0) {
      this.cancel();
      this.#window = 1;
    }
    const value = this.#start(at);
    for (const position of ahead) {
      if (this.#failed || this.#pending.size >= this.#window) break;
      this.#start(position);
    }
    this.#pending.delete(at);
    return value;
  }

  /** Cancels everything in flight. */
  cancel(reason?: unknown): void {
    this.#controller.abort(reason);
    this.#controller = new AbortController();
    this.#pending = new Map();
    this.#failed = false;
  }

  #start(at: number | string): Promise<Value> {
    const started = this.#pending.get(at);
    if (started !== undefined) return started;
    const { signal } = this.#controller;
    const value = this.#read(at, signal);
    this.#pending.set(at, value);
    // The reader of the position sees the failure; until then it must not count as unhandled.
    value.catch(() => {
      if (signal === this.#controller.signal) this.#failed = true;
    });
    return value;
  }
}
