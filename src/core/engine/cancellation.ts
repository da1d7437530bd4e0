/**
 * Tells the work of one attempt that nobody waits for it any more. Far cheaper than an `AbortController`,
 * which is made only where something asks for a `signal`.
 */
export class Cancellation {
  /** What is under way: called once, at the cancellation. Each step sets its own in place of the last one's. */
  onCancel: (() => void) | undefined;
  #controller: AbortController | undefined;
  #cancelled = false;
  #reason: unknown;

  /** Whether anything can cancel it: where nothing can, `fetch` is spared a signal, which costs it much. */
  readonly possible: boolean;

  constructor(possible = true) {
    this.possible = possible;
  }

  get cancelled(): boolean {
    return this.#cancelled;
  }

  /** For what understands nothing else, such as `fetch`. */
  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#cancelled) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  cancel(reason: unknown): void {
    this.#cancelled = true;
    this.#reason = reason;
    this.#controller?.abort(reason);
    this.onCancel?.();
    this.onCancel = undefined;
  }

  /** @throws the reason of the cancellation */
  throwIfCancelled(): void {
    if (this.#cancelled) throw this.#reason;
  }
}
