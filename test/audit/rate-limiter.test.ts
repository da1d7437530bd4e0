import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { accountRateLimiters, createRateLimiter } from "../../src/audit/rate-limiter.js";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a rate limit", () => {
  test("is used up: after the first requests, nine tenths of what it allows", async () => {
    const limiter = createRateLimiter({ requests: 10, periodMs: 1000 });
    const times: number[] = [];
    const all = Array.from({ length: 500 }, () => limiter.acquire().then(() => times.push(Date.now())));
    await vi.runAllTimersAsync();
    await Promise.all(all);
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
