import pThrottle from "p-throttle";
import type { Account, RateLimit } from "./target.js";

/** Waits until another request may be sent; rejects with the signal's reason where that comes first. */
export type Turn = (signal?: AbortSignal) => Promise<void>;

/**
 * How much longer than its period a limit is held. Requests go out at the whole pace of a limit, and what
 * leaves in time may arrive closer together.
 */
const MARGIN = 1.05;

/**
 * Turns for one rate limit: never more than its requests within any stretch of its period, however late a
 * busy machine runs its timers. A turn that was given up stays spent until its time.
 * @param ended ends all waiting at once
 */
export function rateLimiter({ requests, periodMs }: RateLimit, ended?: AbortSignal): Turn {
  const throttle = pThrottle({
    limit: requests,
    interval: Math.ceil(periodMs * MARGIN),
    strict: true,
    // Only calls that have a weight are looked at again when their timer fires, and wait on where others were late.
    weight: () => 1,
    ...(ended && { signal: ended }),
  });
  const turn = throttle(async () => {});
  return async (signal) => {
    signal?.throwIfAborted();
    ended?.throwIfAborted();
    await (signal ? unlessAborted(turn(), signal) : turn());
  };
}

/** A turn-giver for each account that has a rate limit, made when first asked for and shared from then on. */
export function accountLimits(ended?: AbortSignal): (account: Account) => Turn | undefined {
  const turns = new Map<string, Turn>();
  return ({ name, rateLimit }) => {
    if (rateLimit === null) return undefined;
    const turn = turns.get(name) ?? rateLimiter(rateLimit, ended);
    turns.set(name, turn);
    return turn;
  };
}

function unlessAborted(turn: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
