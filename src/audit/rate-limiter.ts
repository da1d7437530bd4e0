import pThrottle from "p-throttle";
import { ConfigurationError } from "../core/errors.js";
import { checkNumber, checkOptions } from "../core/options.js";
import type { Account, RateLimit } from "./target.js";

/** Delays requests so that a rate limit holds. */
export interface RateLimiter {
  /** Waits until another request may be sent; rejects with the signal's reason if that comes first. */
  acquire(signal?: AbortSignal): Promise<void>;
}

/**
 * How much longer than its period a limit is held. Requests leave at the full pace of a limit, and requests that
 * leave in time may arrive closer together.
 */
const MARGIN = 1.05;

/**
 * A sliding-window rate limiter: no window of the limit's period ever holds more than its requests, however late a
 * busy machine runs its timers. A place that was given up stays spent until its time.
 * @param ended ends all waiting at once
 * @throws ConfigurationError if the limit cannot work
 */
export function createRateLimiter(limit: RateLimit, ended?: AbortSignal): RateLimiter {
  const known = { requests: "number", periodMs: "number" } as const;
  checkOptions(limit, known, "rate limit option", (problem) => new ConfigurationError(problem));
  const { requests, periodMs } = limit;
  if (!Number.isSafeInteger(requests) || requests < 1) {
    throw new ConfigurationError(`requests must be an integer of at least 1, not ${String(requests)}`);
  }
  checkNumber("periodMs", periodMs);
  const throttle = pThrottle({
    limit: requests,
    interval: Math.ceil(periodMs * MARGIN),
    strict: true,
    // Only weighted calls are checked again when their timer fires, and keep waiting if others were late.
    weight: () => 1,
    ...(ended && { signal: ended }),
  });
  const place = throttle(async () => {});
  return {
    async acquire(signal) {
      signal?.throwIfAborted();
      ended?.throwIfAborted();
      await (signal ? unlessAborted(place(), signal) : place());
    },
  };
}

/** A rate limiter for each account that has a limit, made when first asked for and shared from then on. */
export function accountRateLimiters(ended?: AbortSignal): (account: Account) => RateLimiter | undefined {
  const limiters = new Map<string, RateLimiter>();
  return ({ name, rateLimit }) => {
    if (rateLimit === null) return undefined;
    const limiter = limiters.get(name) ?? createRateLimiter(rateLimit, ended);
    limiters.set(name, limiter);
    return limiter;
  };
}

function unlessAborted(place: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    place.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
