import type { Clock } from "../clock.js";
import { listen } from "../listen.js";
import { Cancellation } from "./cancellation.js";

/** The longest time that timers can count, about 24.8 days; a longer one would fire at once. */
const longestTimer = 0x7fff_ffff;

export interface Limits {
  readonly clock: Clock;
  /** Milliseconds; beyond 24.8 days there is no limit. */
  readonly ms: number;
  /** The caller's own signal; may be shared by many calls. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs `work` with a cancellation of its own, and settles at the latest when the time is over (with what
 * `expired` makes) or when the caller aborts (with the caller's reason, untouched), even where `work`
 * takes no notice. Once settled, no timer and no listener is left.
 */
export function withDeadline<T>(
  limits: Limits,
  expired: () => unknown,
  work: (cancellation: Cancellation) => Promise<T>,
): Promise<T> {
  // Nothing can end it before its time, so nothing has to be kept at hand for that.
  if (limits.ms > longestTimer && limits.signal === undefined) return work(new Cancellation(false));
  return new Promise<T>((resolve, reject) => {
    const cancellation = new Cancellation();
    const end = (reason: unknown) => {
      reject(reason);
      cancellation.cancel(reason);
    };
    const disarm = arm(limits, () => end(expired()), end);
    work(cancellation).then(
      (result) => {
        disarm();
        resolve(result);
      },
      (failure) => {
        disarm();
        reject(failure);
      },
    );
  });
}

/** Waits; rejects with the caller's reason as soon as the signal aborts. Leaves no timer and no listener. */
export function wait(limits: Limits): Promise<void> {
  return new Promise((resolve, reject) => {
    arm(limits, resolve, reject);
  });
}

/** Calls back once, when the time is over or the signal aborts; answers the function that calls both off. */
function arm(
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
