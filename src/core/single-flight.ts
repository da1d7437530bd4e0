import { type Clock, elapsed, systemClock, withDeadline } from "./deadline.js";
import type { CallOptions } from "./options.js";

/**
 * One piece of work for all who ask while it runs. A caller that aborts leaves with the reason of its own
 * signal, and the others go on; when the last one has left, the work is aborted.
 */
export class SingleFlight<T> {
  #flight: Flight<T> | undefined;

  /** Joins the work that is running, or starts it. */
  async join(start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    this.#flight ??= this.#begin(start);
    const flight = this.#flight;
    flight.waiting++;
    try {
      // The work has limits of its own.
      const limits = { clock: systemClock, ms: Number.POSITIVE_INFINITY, signal };
      const result = () => flight.result;
      return await withDeadline(limits, () => undefined, result);
    } finally {
      flight.waiting--;
      if (flight.waiting === 0 && this.#flight === flight) {
        this.#flight = undefined;
        flight.controller.abort();
      }
    }
  }

  #begin(start: (signal: AbortSignal) => Promise<T>): Flight<T> {
    const controller = new AbortController();
    const land = () => {
      if (this.#flight === flight) this.#flight = undefined;
    };
    const flight = { controller, waiting: 0, result: start(controller.signal).finally(land) };
    return flight;
  }
}

interface Flight<T> {
  readonly controller: AbortController;
  readonly result: Promise<T>;
  waiting: number;
}

const MINUTE = 60_000;

/**
 * What `load` returns, loaded once for all who ask for it within a minute. A failure is not kept. The call that loads it
 * counts the requests.
 */
export function sharedForAMinute<T>(
  clock: Clock,
  load: (call: CallOptions) => Promise<T>,
): (call: CallOptions) => Promise<T> {
  const flight = new SingleFlight<T>();
  let kept: { readonly value: T; readonly until: number } | undefined;
  return async (call) => {
    if (kept !== undefined && elapsed(clock) < kept.until) return kept.value;
    return flight.join(async (signal) => {
      const value = await load({ ...call, signal });
      kept = { value, until: elapsed(clock) + MINUTE };
      return value;
    }, call.signal);
  };
}
