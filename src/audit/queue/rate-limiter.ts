import { randomUUID } from "node:crypto";
import { type Clock, elapsed, systemClock, wait } from "../../core/deadline.js";
import type { RateLimiter } from "../rate-limiter.js";
import type { Account, RateLimit } from "../target.js";
import { createScript, type QueueConnection } from "./connection.js";
import { oneLine, QueueError } from "./errors.js";
import { limitKey } from "./keys.js";

/**
 * Reserves the earliest moment at which a request may leave: at most so many requests lie within any window of the
 * period, counted from the latest moment at which each may have left. The caller waits until then and need not ask
 * again, so those that wait cause no load and go in the order of asking.
 *
 * A server that started less than a period ago may have forgotten requests, so it lets the period pass first.
 * Called twice with one id, as happens if a connection breaks, it returns the same moment.
 */
const RESERVE = `
local key, id, requests, gap = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local tolerance, released = tonumber(ARGV[4]), ARGV[5]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if released ~= '' then redis.call('ZREM', key, released) end
local reserved = redis.call('ZSCORE', key, id)
if reserved then return math.max(0, reserved - tolerance - now) end
redis.call('ZREMRANGEBYSCORE', key, '-inf', now - gap)
local from = now
local before = redis.call('ZREVRANGE', key, requests - 1, requests - 1, 'WITHSCORES')
if before[2] then from = math.max(from, before[2] + gap) end
local uptime = string.match(redis.call('INFO', 'server'), 'uptime_in_seconds:(%d+)')
from = math.ceil(math.max(from, now - (uptime - 1) * 1000 + gap))
redis.call('ZADD', key, string.format('%.0f', from + tolerance), id)
redis.call('PEXPIRE', key, string.format('%.0f', from + tolerance + gap - now))
return from - now
`;

/** What a limiter needs besides the limit. */
export interface LimiterOptions {
  readonly connection: Pick<QueueConnection, "redis" | "losses">;
  /** Its requests are counted together, over all workers. */
  readonly account: string;
  readonly limit: RateLimit;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
}

/**
 * By how much the period is extended, because two requests can arrive closer together than they left: a twentieth
 * of the period, at least 20 ms and at most a second. A request may leave late by half of it.
 */
export function marginOf({ periodMs }: RateLimit): number {
  return Math.ceil(Math.min(Math.max(periodMs / 20, 20), 1_000));
}

/**
 * A sliding-window rate limiter over all processes that use the same Redis: at most `requests` within any window of
 * `periodMs`. A process that was stopped while it waited keeps the limit, too: it releases a reservation that it
 * missed, or that the server may have forgotten since, and takes another one. Rejects with the signal's reason, or
 * with a QueueError if Redis refuses.
 */
export function createRateLimiter(options: LimiterOptions): RateLimiter {
  const { connection, account, limit, clock = systemClock } = options;
  const reserve = createScript(connection.redis, RESERVE);
  const key = limitKey(account, limit);
  const margin = marginOf(limit);
  return {
    async acquire(signal) {
      let missed = "";
      // Wider with every miss, so that a slow Redis or a busy process succeeds in the end.
      for (let tolerance = margin / 2; ; tolerance *= 2) {
        signal?.throwIfAborted();
        const id = randomUUID();
        const losses = connection.losses();
        const asked = elapsed(clock);
        const args = [id, limit.requests, limit.periodMs + margin, tolerance, missed];
        const delay = Number(await reserve([key], args).catch(fail));
        try {
          if (delay > 0) await wait({ clock, ms: delay, signal });
          signal?.throwIfAborted();
        } catch (reason) {
          connection.redis.zrem(key, id).catch(() => {});
          throw reason;
        }
        const late = elapsed(clock) - asked - delay;
        if (late <= tolerance && connection.losses() === losses) return;
        missed = id;
      }
    },
  };
}

/** Rate limiters of accounts. Those of one account and limit share it through Redis, so none is kept. */
export function createAccountLimiters(
  connection: LimiterOptions["connection"],
): (account: Account) => RateLimiter | undefined {
  return ({ name, rateLimit }) =>
    rateLimit === null ? undefined : createRateLimiter({ connection, account: name, limit: rateLimit });
}

/** As a fault of the queue, which says nothing about the target. */
function fail(error: unknown): never {
  throw new QueueError(oneLine(error), { cause: error });
}
