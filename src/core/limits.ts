import { type Awaitable, isPromise } from "./awaitable.js";
import type { Clock } from "./clock.js";
import { listen } from "./listen.js";

/** The longest time that timers can count, about 24.8 days; a longer one would fire at once. */
export const longestTimer = 0x7fff_ffff;

/** How long something may take, and who may call it off. */
export interface Limits {
  readonly clock: Clock;
  /** Milliseconds; beyond 24.8 days there is no limit. */
  readonly ms: number;
  /** The caller's own signal; may be shared by many calls. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * What is there at once as it is; what is promised no later than when the time is over (then with what `expired`
 * makes) or the caller aborts (with the caller's reason). Once settled, no timer and no listener is left.
 */
export function within<T>(limits: Limits, awaited: Awaitable<T>, expired: () => unknown): Awaitable<T> {
  if (!isPromise(awaited)) return awaited;
  return new Promise<T>((resolve, reject) => {
    const disarm = arm(limits, () => reject(expired()), reject);
    awaited.finally(disarm).then(resolve, reject);
  });
}

/** Calls back once, when the time is over or the signal aborts; answers the function that calls both off. */
export function arm(
  { clock, ms, signal }: Limits,
  onTime: () => void,
  onAbort: (reason: unknown) => void,
): () => void {
  const disarm = () => {
    stop?.();
    unlisten?.();
  };
  const abort = () => {
    disarm();
    onAbort(signal?.reason);
  };
  const fire = () => {
    disarm();
    onTime();
  };
  const stop = ms > longestTimer ? undefined : clock.after(ms, fire);
  const unlisten = signal && listen(signal, abort);
  if (signal?.aborted) abort();
  return disarm;
}
