import type { Awaitable } from "./awaitable.js";

/** Whatever reads a listing page by page. */
type Pages<Wire> = AsyncGenerator<{ readonly items: readonly Wire[] }, void, undefined>;

/**
 * The records of a listing's pages, one by one. It behaves as an async generator does, and is none because a
 * generator takes three times as long over each record.
 */
export class RecordIterator<Wire, Item> implements AsyncIterator<Item, undefined> {
  readonly #pages: Pages<Wire>;
  readonly #loadMapping: () => Awaitable<(item: Wire) => Item>;
  #mapping: ((item: Wire) => Item) | undefined;
  #page: Iterator<Wire, undefined> = [].values();
  /** Calls that wait for a page, and the last of them. */
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** `loadMapping` is called before the first page is read, and loads what makes an item of a record. */
  constructor(pages: Pages<Wire>, loadMapping: () => Awaitable<(item: Wire) => Item>) {
    this.#pages = pages;
    this.#loadMapping = loadMapping;
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    if (this.#waiting === 0 && this.#mapping !== undefined) {
      const { done, value } = this.#page.next();
      if (!done) return Promise.resolve({ done: false, value: this.#mapping(value) });
    }
    this.#waiting += 1;
    const read = () => this.#read();
    const result = this.#last.then(read, read);
    this.#last = result;
    return result;
  }

  /** Ends the iteration once the calls under way have been answered. */
  return(): Promise<IteratorResult<Item, undefined>> {
    const end = async () => {
      this.#page = [].values();
      await this.#pages.return();
      return { done: true as const, value: undefined };
    };
    const result = this.#last.then(end, end);
    this.#last = result;
    return result;
  }

  async #read(): Promise<IteratorResult<Item, undefined>> {
    try {
      this.#mapping ??= await this.#loadMapping();
      for (;;) {
        const { done, value } = this.#page.next();
        if (!done) return { done: false, value: this.#mapping(value) };
        const page = await this.#pages.next();
        if (page.done) return { done: true, value: undefined };
        this.#page = page.value.items.values();
      }
    } finally {
      this.#waiting -= 1;
    }
  }
}
