import { systemClock } from "../core/clock.js";
import { within } from "../core/limits.js";

/** Nobody but the caller ends the waiting: the work has its own limits. */
const FOR_EVER = Number.POSITIVE_INFINITY;

/**
 * One piece of work for all who ask while it runs. Whoever aborts leaves with the reason of the own
 * signal and takes nothing from the others; when the last one has left, the work is aborted.
 */
export class SingleFlight<T> {
  #flight: Flight<T> | undefined;

  /** Joins the work under way, or starts it. */
  async join(start: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    this.#flight ??= this.#begin(start);
    const flight = this.#flight;
    flight.waiting++;
    try {
      return await within({ clock: systemClock, ms: FOR_EVER, signal }, flight.result, () => undefined);
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
