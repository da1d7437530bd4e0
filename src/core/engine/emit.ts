import type { ClientEvent } from "../events.js";

/** Tells a listener. One that throws, or whose promise rejects, neither breaks the call nor the process. */
export function emit<Event = ClientEvent>(
  listener: ((event: Event) => unknown) | undefined,
  event: Event,
): void {
  try {
    const result = listener?.(event);
    if (result instanceof Promise) result.catch(() => {});
  } catch {
    // The listener's trouble is its own.
  }
}
