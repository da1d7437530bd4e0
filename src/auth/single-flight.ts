import { listen } from "../core/listen.js";

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
      return await (signal ? unlessAborted(flight.result, signal) : flight.result);
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

/** Settles as `promise` does, or with the signal's reason before. Then no listener is left. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      unlisten();
      reject(signal.reason);
    };
    const unlisten = listen(signal, leave);
    promise.finally(unlisten).then(resolve, reject);
  });
}
