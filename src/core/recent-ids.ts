/** Remembers the last `size` ids, so that a record that comes again is told from a new one. */
export class RecentIds {
  readonly #ids = new Set<string>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** Answers whether the id was new, and remembers it. A record without an id always counts as new. */
  add(id: unknown): boolean {
    if (typeof id !== "string") return true;
    const known = this.#ids.delete(id);
    this.#ids.add(id);
    if (this.#ids.size > this.#size) {
      for (const oldest of this.#ids) {
        this.#ids.delete(oldest);
        break;
      }
    }
    return !known;
  }
}
