import type { BackupRecord } from "../records/record.js";
import type { Awaitable } from "./awaitable.js";
import { InvalidRequestError } from "./errors.js";
import type { Page } from "./page.js";
import { RecordIterator } from "./record-iterator.js";

/** The pages of a listing; each way to read them starts anew each time. */
export interface Pages<Item, Body> {
  all(): AsyncGenerator<Page<Item, Body>, void, undefined>;
  first(): Promise<Page<Item, Body>>;
}

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

/** Makes a listing; `loadMapping` is called where unified records are asked for. */
export function createListing<Item, Body>(
  pages: Pages<Item, Body>,
  loadMapping: () => Awaitable<(item: Item) => BackupRecord<Item>>,
): Listing<Item, Body> {
  return new WireListing(pages, loadMapping);
}

/** The records of all pages, each mapped. */
class MappedListing<Wire, Body, Item> implements RecordListing<Item> {
  readonly #pages: Pages<Wire, Body>;
  readonly #loadMapping: () => Awaitable<(item: Wire) => Item>;

  constructor(pages: Pages<Wire, Body>, loadMapping: () => Awaitable<(item: Wire) => Item>) {
    this.#pages = pages;
    this.#loadMapping = loadMapping;
  }

  [Symbol.asyncIterator](): AsyncIterator<Item, undefined> {
    return new RecordIterator(this.#pages.all(), this.#loadMapping);
  }

  async toArray(options: { readonly max: number }): Promise<Item[]> {
    // Without types it can be called without its limit.
    const max: unknown = options?.max;
    if (typeof max !== "number" || !Number.isSafeInteger(max) || max < 1) {
      throw new InvalidRequestError(`toArray: max must be an integer of at least 1, not ${max}`, {
        parameter: "max",
      });
    }
    const gathered: Item[] = [];
    for await (const record of this) {
      if (gathered.push(record) === max) break;
    }
    return gathered;
  }
}

/** The records as they came, and the ways to read them otherwise. */
class WireListing<Item, Body> extends MappedListing<Item, Body, Item> implements Listing<Item, Body> {
  readonly #pages: Pages<Item, Body>;
  readonly #loadMapping: () => Awaitable<(item: Item) => BackupRecord<Item>>;
  #first: Promise<Page<Item, Body>> | undefined;

  constructor(pages: Pages<Item, Body>, loadMapping: () => Awaitable<(item: Item) => BackupRecord<Item>>) {
    super(pages, unmapped);
    this.#pages = pages;
    this.#loadMapping = loadMapping;
  }

  pages(): AsyncIterable<Page<Item, Body>> {
    return { [Symbol.asyncIterator]: this.#pages.all };
  }

  records(): RecordListing<BackupRecord<Item>> {
    return new MappedListing(this.#pages, this.#loadMapping);
  }

  // biome-ignore lint/suspicious/noThenProperty: a listing is awaited for its first page.
  then<Fulfilled = Page<Item, Body>, Rejected = never>(
    fulfilled?: ((page: Page<Item, Body>) => Fulfilled | PromiseLike<Fulfilled>) | null,
    rejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    this.#first ??= this.#pages.first();
    return this.#first.then(fulfilled, rejected);
  }
}

function unmapped<Item>(): (item: Item) => Item {
  return (item) => item;
}
