/** Time as an argument: everything that waits or dates takes one of these. */
export interface Clock {
  /** Epoch milliseconds. Dates requests; can jump if the machine's clock is set. */
  now(): number;
  /** Runs `callback` after `milliseconds`. Returns the function that cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Milliseconds from any fixed moment, never going back: measures durations. @default `now` */
  elapsed?(): number;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
  elapsed: () => performance.now(),
};

/** Milliseconds for measuring a duration, unaffected by changes of the machine's time if the clock can tell. */
export function elapsed(clock: Clock): number {
  return clock.elapsed ? clock.elapsed() : clock.now();
}

/** The longest time that timers can count, about 24.8 days; a longer one would fire at once. */
export const longestTimer = 0x7fff_ffff;

/** How long something may take, and who may abort it. */
export interface Limits {
  readonly clock: Clock;
  /** Milliseconds; beyond 24.8 days there is no limit. */
  readonly ms: number;
  /** The caller's own signal; may be shared by many calls. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs `work` with a signal of its own, undefined if nothing can end the work early. Settles at the latest when
 * the time is over (with the error that `expired` returns) or when the caller aborts (with the caller's reason),
 * even if `work` ignores its signal. Once settled, no timer and no listener is left.
 */
export function withDeadline<T>(
  limits: Limits,
  expired: () => unknown,
  work: (signal: AbortSignal | undefined) => Promise<T>,
): Promise<T> {
  if (limits.ms > longestTimer && limits.signal === undefined) return work(undefined);
  return new Promise<T>((resolve, reject) => {
    const controller = new AbortController();
    const end = (reason: unknown) => {
      reject(reason);
      controller.abort(reason);
    };
    const disarm = arm(limits, () => end(expired()), end);
    work(controller.signal).then(
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

/**
 * Waits; rejects with the caller's reason as soon as the signal aborts. A wait longer than timers can count is
 * cut to that. Leaves no timer and no listener.
 */
export function wait({ clock, ms, signal }: Limits): Promise<void> {
  return new Promise((resolve, reject) => {
    arm({ clock, ms: Math.min(ms, longestTimer), signal }, resolve, reject);
  });
}

/** Calls back once, when the time is over or the signal aborts. Returns the function that cancels both. */
function arm(
  { clock, ms, signal }: Limits,
  onTime: () => void,
  onAbort: (reason: unknown) => void,
): () => void {
  const disarm = () => {
    stop?.();
    unsubscribe?.();
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
  const unsubscribe = signal && onAborted(signal, abort);
  if (signal?.aborted) abort();
  return disarm;
}

interface Subscribers {
  readonly callbacks: Set<() => void>;
  readonly notify: () => void;
}

/** Node warns of a leak from the eleventh listener on, so each signal gets one, shared by all subscribers. */
const subscribersOf = new WeakMap<AbortSignal, Subscribers>();

/** Calls back when the signal aborts. Returns the function that unsubscribes. */
export function onAborted(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, notify } = subscribersOf.get(signal) ?? subscribe(signal);
  callbacks.add(callback);
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    subscribersOf.delete(signal);
    signal.removeEventListener("abort", notify);
  };
}

function subscribe(signal: AbortSignal): Subscribers {
  const callbacks = new Set<() => void>();
  const notify = () => {
    for (const callback of callbacks) callback();
  };
  const subscribers = { callbacks, notify };
  subscribersOf.set(signal, subscribers);
  signal.addEventListener("abort", notify);
  return subscribers;
}
