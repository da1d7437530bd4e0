import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { limitKey } from "../../../src/audit/queue/keys.js";
import { createAccountLimiters, createRateLimiter, marginOf } from "../../../src/audit/queue/rate-limiter.js";
import type { Clock } from "../../../src/core/deadline.js";
import { startRedis, type TestRedis } from "../../queue/support/redis.js";
import { mostWithin } from "../../queue/support/service.js";
import { lacks } from "../../support/parts.js";

const LIMIT = { requests: 10, periodMs: 60_000 };
const GAP = LIMIT.periodMs + marginOf(LIMIT);

let server: TestRedis;
let redis: Redis;

/** A clock whose timers fire at once, each `late` by so much; it notes what was waited for. */
function hurried(late: readonly number[] = []) {
  const waits: number[] = [];
  let now = 0;
  const clock: Clock = {
    now: () => now,
    after(ms, callback) {
      now += ms + (late[waits.length] ?? 0);
      waits.push(ms);
      const timer = setImmediate(callback);
      return () => clearImmediate(timer);
    },
  };
  return { clock, waits };
}

describe.skipIf(lacks("redis-server"))("a rate limit over all processes", () => {
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
  });

  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });

  const limiter = (account: string, clock: Clock, losses = () => 0, limit = LIMIT) =>
    createRateLimiter({ connection: { redis, losses }, account, limit, clock });

  test("gives at most so many turns within any stretch of the period, from whichever process", async () => {
    const began = Date.now();
    const turns = Array.from({ length: 45 }, async () => {
      // Each with a clock of its own, as if it were a process of its own.
      const { clock, waits } = hurried();
      await limiter("shared", clock).acquire();
      return waits;
    });
    const waits = (await Promise.all(turns)).flat();
    const slack = Date.now() - began;
    expect(mostWithin(LIMIT.periodMs, waits)).toBe(LIMIT.requests);
    // Not a turn is wasted either: a late one makes the next later by its tolerance at most.
    const [first = 0, last = 0] = [Math.min(...waits), Math.max(...waits)];
    expect(last - first).toBeGreaterThanOrEqual(4 * GAP - slack);
    expect(last - first).toBeLessThanOrEqual(4 * (GAP + marginOf(LIMIT) / 2) + slack);
  });

  test("is one limit for all limiters of an account", async () => {
    const limiterOf = createAccountLimiters({ redis, losses: () => 0 });
    const account = { name: "twice", environment: {}, rateLimit: LIMIT };
    const stop = new AbortController();
    const waiting = [1, 2].map(() => limiterOf(account)?.acquire(stop.signal));
    await expect.poll(() => redis.zcard(limitKey("twice", LIMIT))).toBe(2);
    stop.abort();
    await Promise.allSettled(waiting);
  });

  test("waits for a period after the server has started, which may have forgotten", async () => {
    const { clock, waits } = hurried();
    await limiter("new", clock).acquire();
    expect(waits[0]).toBeGreaterThan(GAP - 10_000);
  });

  test("counts each account apart, and another limit of the same account", async () => {
    const waits: number[] = [];
    const turn = async (account: string, limit = LIMIT) => {
      const clock = hurried();
      await limiter(account, clock.clock, () => 0, limit).acquire();
      waits.push(...clock.waits);
    };
    await Promise.all(Array.from({ length: 10 }, () => turn("one")));
    await turn("two");
    await turn("one", { ...LIMIT, requests: 9 });
    expect(Math.max(...waits)).toBeLessThan(1.5 * GAP);
  });

  test("gives a turn back that was missed, and takes another with more patience", async () => {
    const tolerance = marginOf(LIMIT) / 2;
    const { clock, waits } = hurried([tolerance + 1, 2 * tolerance]);
    await limiter("late", clock).acquire();
    expect(waits).toHaveLength(2);
    expect(await redis.zcard(limitKey("late", LIMIT))).toBe(1);
  });

  test("takes another turn when the connection was lost meanwhile", async () => {
    const { clock, waits } = hurried();
    const losses = [0, 1, 1, 1];
    await limiter("lost", clock, () => losses.shift() ?? 1).acquire();
    expect(waits).toHaveLength(2);
    expect(await redis.zcard(limitKey("lost", LIMIT))).toBe(1);
  });

  test("lets go of a turn at once that is no longer wanted", async () => {
    const stop = new AbortController();
    const clock: Clock = {
      now: () => 0,
      after: () => {
        setImmediate(() => stop.abort(new Error("enough")));
        return () => {};
      },
    };
    await expect(limiter("given up", clock).acquire(stop.signal)).rejects.toThrow("enough");
    expect(await redis.zcard(limitKey("given up", LIMIT))).toBe(0);
    await expect(limiter("given up", clock).acquire(stop.signal)).rejects.toThrow("enough");
  });

  test("leaves no key for good", async () => {
    const life = await redis.pttl(limitKey("shared", LIMIT));
    expect(life).toBeGreaterThan(GAP);
    expect(life).toBeLessThan(8 * GAP);
  });
});

test("an account's limiters are not kept: a queue chooses limits, and could fill the memory with them", () => {
  // Connects to nothing.
  const idle = new Redis({ lazyConnect: true });
  const limiterOf = createAccountLimiters({ redis: idle, losses: () => 0 });
  const account = { name: "a", environment: {}, rateLimit: LIMIT };
  expect(limiterOf(account)).not.toBe(limiterOf(account));
  expect(limiterOf({ ...account, rateLimit: null })).toBeUndefined();
});

test.each([
  [100, 20],
  [1_000, 50],
  [60_000, 1_000],
])("a period of %i ms has a margin of %i ms", (periodMs, margin) => {
  expect(marginOf({ requests: 1, periodMs })).toBe(margin);
});
