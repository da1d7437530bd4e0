import type { BackupRecord } from "../records/record.js";
import { InvalidRequestError } from "./errors.js";

/** What is known of the response behind a page. */
export interface PageResponse {
  /** The HTTP status. */
  readonly status: number;
  /** The service's request id, to give to its support; null if the response has none. */
  readonly requestId: string | null;
  /** Case-insensitive look-up of a response header; null if it is absent. */
  header(name: string): string | null;
}

/** One page of a listing. */
export interface Page<Item, Body> {
  /** The records that no earlier page of this listing had, in the service's order, as the service writes them. */
  readonly items: Item[];
  /** Overall number of records as the service states it on this page; null if it does not. */
  readonly total: number | null;
  /** Resumes the listing after this page if passed as the call option `cursor`; null on the last page. */
  readonly cursor: string | null;
  /** Status, headers and request id of the response. */
  readonly response: PageResponse;
  /** The whole response, unchanged; null for a response without a body. */
  readonly body: Body | null;
}

/** The pages of a listing; each way to read them starts from the beginning each time. */
export interface Pages<Item, Body> {
  all(): AsyncGenerator<Page<Item, Body>, void, undefined>;
  first(): Promise<Page<Item, Body>>;
}

/** Something that is iterated record by record, and can be collected up to a limit. */
export interface RecordListing<Item> extends AsyncIterable<Item> {
  /**
   * Collects at most `max` records. Pages after the last one needed are not read; with `concurrency`
   * some may be in flight by then and are cancelled.
   * @throws InvalidRequestError if `max` is not an integer of at least 1
   */
  toArray(options: { readonly max: number }): Promise<Item[]>;
}

/**
 * A listing that has not begun, and a promise of its first page. `await` reads that page; `for await` reads all pages and
 * yields record by record, as the service writes them. Nothing is sent, and nothing rejects, before one of the two. Every
 * iteration starts from the beginning; leaving one early cancels what is in flight.
 */
export interface Listing<Item, Body = unknown> extends RecordListing<Item>, Promise<Page<Item, Body>> {
  /** All pages, in order. */
  pages(): AsyncIterable<Page<Item, Body>>;
}

/** A listing of backups. */
export interface BackupListing<Item, Body = unknown> extends Listing<Item, Body> {
  /**
   * All backups in the unified shape; the service's own object is in `source`. What a listing has besides, such as the
   * restorations among the operation logs of CBR, is left out.
   */
  records(): RecordListing<BackupRecord<Item>>;
}

/** The records of all pages, each mapped; those that are mapped to null are left out. */
class MappedListing<Wire, Body, Item> implements RecordListing<Item> {
  readonly #pages: Pages<Wire, Body>;
  readonly #map: (item: Wire) => Item | null;

  constructor(pages: Pages<Wire, Body>, map: (item: Wire) => Item | null) {
    this.#pages = pages;
    this.#map = map;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const { items } of this.#pages.all()) {
      for (const item of items) {
        const mapped = this.#map(item);
        if (mapped !== null) yield mapped;
      }
    }
  }

  async toArray(options: { readonly max: number }): Promise<Item[]> {
    // Without types it can be called without its limit.
    const max: unknown = options?.max;
    if (typeof max !== "number" || !Number.isSafeInteger(max) || max < 1) {
      throw new InvalidRequestError(`toArray: max must be an integer of at least 1, not ${max}`, {
        parameter: "max",
      });
    }
    const collected: Item[] = [];
    for await (const record of this) {
      if (collected.push(record) === max) break;
    }
    return collected;
  }
}

/** The method that Node's console.log calls. */
const inspect = Symbol.for("nodejs.util.inspect.custom");

/** A listing over its pages. */
export class PagedListing<Item, Body> extends Promise<Page<Item, Body>> implements Listing<Item, Body> {
  /** What `then` returns has begun, and is a promise like any other. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  readonly #pages: Pages<Item, Body>;
  readonly #items: RecordListing<Item>;
  readonly #operation: string;
  #first: Promise<Page<Item, Body>> | undefined;

  /** @param operation the operationId, for output */
  constructor(operation: string, pages: Pages<Item, Body>) {
    super(() => {});
    this.#pages = pages;
    this.#items = new MappedListing(pages, (item) => item);
    this.#operation = operation;
  }

  /** Else console.log shows a promise that is pending. */
  [inspect](): string {
    return `Listing of ${this.#operation}: await its first page, or iterate over its records`;
  }

  // biome-ignore lint/suspicious/noThenProperty: a listing is awaited for its first page.
  override then<Fulfilled = Page<Item, Body>, Rejected = never>(
    fulfilled?: ((page: Page<Item, Body>) => Fulfilled | PromiseLike<Fulfilled>) | null,
    rejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    this.#first ??= this.#pages.first();
    return this.#first.then(fulfilled, rejected);
  }

  pages(): AsyncIterable<Page<Item, Body>> {
    return { [Symbol.asyncIterator]: () => this.#pages.all() };
  }

  [Symbol.asyncIterator](): AsyncIterator<Item> {
    return this.#items[Symbol.asyncIterator]();
  }

  toArray(options: { readonly max: number }): Promise<Item[]> {
    return this.#items.toArray(options);
  }
}

/** A listing of backups over its pages: each record can be mapped to the unified shape. */
export class PagedBackupListing<Item, Body>
  extends PagedListing<Item, Body>
  implements BackupListing<Item, Body>
{
  readonly #records: RecordListing<BackupRecord<Item>>;

  constructor(
    operation: string,
    pages: Pages<Item, Body>,
    toRecord: (item: Item) => BackupRecord<Item> | null,
  ) {
    super(operation, pages);
    this.#records = new MappedListing(pages, toRecord);
  }

  records(): RecordListing<BackupRecord<Item>> {
    return this.#records;
  }
}
