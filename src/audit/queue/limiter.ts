import { randomUUID } from "node:crypto";
import { type Clock, systemClock, wait } from "../../core/deadline.js";
import type { RateLimiter } from "../rate-limiter.js";
import type { RateLimit } from "../target.js";
import { limitKey } from "./keys.js";
import type { QueueConnection } from "./redis.js";
import { createScript } from "./script.js";

/**
 * A place in the account's order: the earliest moment from which on at most so many requests lie within any
 * stretch of the period, counted from the latest moment at which each may have left. Whoever gets it waits and
 * need not ask again, so the waiting do not crowd and are served in the order in which they came.
 *
 * A server that started less than a period ago may have forgotten requests, so it lets the period pass first.
 * Called twice with one id, as happens when a connection breaks, it answers the same place.
 */
const RESERVE = `
local key, id, requests, gap = KEYS[1], ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
local tolerance, givenBack = tonumber(ARGV[4]), ARGV[5]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if givenBack ~= '' then redis.call('ZREM', key, givenBack) end
local held = redis.call('ZSCORE', key, id)
if held then return math.max(0, held - tolerance - now) end
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
  /** Whose requests are counted together. */
  readonly account: string;
  readonly limit: RateLimit;
  /** Must never be set back. @default the monotonic clock of the process */
  readonly clock?: Clock | undefined;
}

/**
 * How much closer two requests may arrive than they left: a twentieth of the period, 20 ms at least and a second
 * at most. Half of it is how late a request may leave.
 */
export function marginOf({ periodMs }: RateLimit): number {
  return Math.ceil(Math.min(Math.max(periodMs / 20, 20), 1_000));
}

/**
 * A rate limit that holds over all processes that use the same Redis: at most `requests` within any stretch of
 * `periodMs`. It holds for whoever was stopped while it waited, too: a turn that was missed, or that the server
 * may have forgotten since, is given back and another one taken.
 */
export function createRateLimiter(options: LimiterOptions): RateLimiter {
  const { connection, account, limit, clock = monotonicClock } = options;
  const reserve = createScript(connection.redis, RESERVE);
  const key = limitKey(account, limit);
  const margin = marginOf(limit);
  return async (signal) => {
    let missed = "";
    // Wider with every miss, so that a slow Redis or a busy process gets its turn in the end.
    for (let tolerance = margin / 2; ; tolerance *= 2) {
      signal?.throwIfAborted();
      const id = randomUUID();
      const losses = connection.losses();
      const asked = clock.now();
      const args = [id, limit.requests, limit.periodMs + margin, tolerance, missed];
      const delay = Number(await reserve([key], args));
      try {
        if (delay > 0) await wait({ clock, ms: delay, signal });
        signal?.throwIfAborted();
      } catch (reason) {
        connection.redis.zrem(key, id).catch(() => {});
        throw reason;
      }
      const late = clock.now() - asked - delay;
      if (late <= tolerance && connection.losses() === losses) return;
      missed = id;
    }
  };
}

/** Unlike the machine's clock it is never set. */
const monotonicClock: Clock = { ...systemClock, now: () => performance.now() };
