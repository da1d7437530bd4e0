import type { BackupRecord } from "../records/record.js";
import { InvalidRequestError } from "./errors.js";
import type { Page } from "./page.js";

/** Something that is iterated record by record, and can be gathered up to a limit. */
export interface RecordListing<Item> extends AsyncIterable<Item> {
  /**
   * Gathers at most `max` records. Pages behind the last one needed are not read, but with `concurrency`
   * some may be under way by then and are called off.
   * @throws InvalidRequestError where `max` is no integer of at least 1
   */
  toArray(options: { readonly max: number }): Promise<Item[]>;
}

/**
 * A listing that has not begun. `await` reads one page; `for await` reads all pages and gives record by
 * record in the wire's shape. Every iteration starts anew; leaving one early calls off what is in flight.
 */
export interface Listing<Item, Body = unknown> extends RecordListing<Item>, PromiseLike<Page<Item, Body>> {
  /** All pages, in order. */
  pages(): AsyncIterable<Page<Item, Body>>;
  /** All records in the unified shape; the wire object stands in `source`. */
  records(): RecordListing<BackupRecord<Item>>;
}

/** Makes a listing of whatever reads pages from the beginning each time it is called. */
export function createListing<Item, Body>(
  read: () => AsyncGenerator<Page<Item, Body>, void, undefined>,
  toRecord: (item: Item) => BackupRecord<Item>,
): Listing<Item, Body> {
  let first: Promise<Page<Item, Body>> | undefined;
  return {
    ...recordListing(read, (item) => item),
    pages: () => ({ [Symbol.asyncIterator]: read }),
    records: () => recordListing(read, toRecord),
    // biome-ignore lint/suspicious/noThenProperty: a listing is awaited for its first page.
    then: (fulfilled, rejected) => {
      first ??= firstPage(read());
      return first.then(fulfilled, rejected);
    },
  };
}

function recordListing<Wire, Body, Item>(
  read: () => AsyncGenerator<Page<Wire, Body>, void, undefined>,
  map: (item: Wire) => Item,
): RecordListing<Item> {
  async function* records(): AsyncGenerator<Item, void, undefined> {
    for await (const { items } of read()) {
      for (const item of items) yield map(item);
    }
  }
  return {
    [Symbol.asyncIterator]: records,
    async toArray(options) {
      // Without types it can be called without its limit.
      const max: unknown = options?.max;
      if (typeof max !== "number" || !Number.isSafeInteger(max) || max < 1) {
        throw new InvalidRequestError(`toArray: max must be an integer of at least 1, not ${max}`, {
          parameter: "max",
        });
      }
      const gathered: Item[] = [];
      for await (const record of records()) {
        if (gathered.push(record) === max) break;
      }
      return gathered;
    },
  };
}

async function firstPage<Item, Body>(
  pages: AsyncGenerator<Page<Item, Body>, void, undefined>,
): Promise<Page<Item, Body>> {
  for await (const page of pages) return page;
  throw new TypeError("a listing without a page");
}
