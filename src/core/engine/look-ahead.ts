/**
 * Reads positions in order while up to `concurrency` of them are in flight. Positions that turn out not to
 * be wanted are called off; a failure stops further reading ahead and surfaces at its own position.
 */
export class LookAhead<Value> {
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

  /** Calls off whatever is in flight. */
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
    // Whoever takes the position sees the failure; until then it must not count as unhandled.
    value.catch(() => {
      if (signal === this.#controller.signal) this.#failed = true;
    });
    return value;
  }
}
