import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { accountRateLimiters, createRateLimiter } from "../../src/audit/rate-limiter.js";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Most of the times that lie within one stretch of `period`. */
function busiest(times: readonly number[], period: number): number {
  return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + period).length));
}

/** Notes when requests may be sent, while the machine stalls now and then: timers fire late, all together. */
async function play(
  requests: number,
  periodMs: number,
  waits: readonly number[],
  holdUps: readonly number[],
) {
  const limiter = createRateLimiter({ requests, periodMs });
  const times: number[] = [];
  const callers = waits.map(async (wait) => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await limiter.acquire();
    times.push(Date.now());
  });
  for (const holdUp of holdUps) {
    await vi.advanceTimersByTimeAsync(periodMs / 3);
    vi.setSystemTime(Date.now() + holdUp);
  }
  await vi.runAllTimersAsync();
  await Promise.all(callers);
  return times;
}

describe("a rate limit", () => {
  test("is never broken in any stretch of its period, even where timers are late", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 50, max: 2000 }),
        fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 40 }),
        fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 8 }),
        async (requests, periodMs, waits, holdUps) => {
          const times = await play(requests, periodMs, waits, holdUps);
          expect(times).toHaveLength(waits.length);
          expect(busiest(times, periodMs)).toBeLessThanOrEqual(requests);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("is used up: after the first requests, nine tenths of what it allows", async () => {
    const times = await play(10, 1000, Array(500).fill(0), []);
    const [first = 0, last = 0] = [times[0], times.at(-1)];
    expect((times.length - 10) / ((last - first) / 1000)).toBeGreaterThan(9);
  });

  test("gives up a turn with the reason of its caller", async () => {
    const limiter = createRateLimiter({ requests: 1, periodMs: 1000 });
    await limiter.acquire();
    const abort = new AbortController();
    const waiting = limiter.acquire(abort.signal);
    const caught = expect(waiting).rejects.toThrow("no more");
    abort.abort(new Error("no more"));
    await caught;
    await expect(limiter.acquire(abort.signal)).rejects.toThrow("no more");
  });

  test("leaves no timer behind once the whole is ended", async () => {
    const ended = new AbortController();
    const limiter = createRateLimiter({ requests: 1, periodMs: 1000 }, ended.signal);
    await limiter.acquire();
    const waiting = Promise.allSettled([limiter.acquire(), limiter.acquire(), limiter.acquire()]);
    ended.abort(new Error("the end"));
    expect((await waiting).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(vi.getTimerCount()).toBe(0);
    await expect(limiter.acquire()).rejects.toThrow("the end");
  });

  test("is one for an account, however often it is asked for, and none where it has none", async () => {
    const limiterOf = accountRateLimiters();
    const account = { name: "a", environment: {}, rateLimit: { requests: 1, periodMs: 1000 } };
    expect(limiterOf(account)).toBe(limiterOf({ ...account }));
    expect(limiterOf({ ...account, name: "b" })).not.toBe(limiterOf(account));
    expect(limiterOf({ ...account, name: "c", rateLimit: null })).toBeUndefined();
  });
});
