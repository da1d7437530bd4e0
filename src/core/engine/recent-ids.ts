/** Remembers the last `size` ids, so that a record that comes again is told from a new one. */
export class RecentIds {
  readonly #ids = new Set<unknown>();
  /** Walks on behind what it has let go: a new iterator would pass all deleted entries each time. */
  #oldest: Iterator<unknown> | undefined;
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** Answers whether the id was new, and remembers it. A record without an id always counts as new. */
  add(id: unknown): boolean {
    if (typeof id !== "string" && typeof id !== "number" && typeof id !== "bigint") return true;
    const before = this.#ids.size;
    this.#ids.add(id);
    if (this.#ids.size === before) {
      // As the latest again.
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
