import { arm, type Limits, longestTimer } from "../limits.js";
import { Cancellation } from "./cancellation.js";

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
