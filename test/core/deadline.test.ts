import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import { type Cancellation, wait, withDeadline } from "../../src/core/deadline.js";
import { fakeClock, settle } from "../support/fake-clock.js";

const never = () => new Promise<never>(() => {});
const expired = () => new Error("expired");

describe("withDeadline", () => {
  test("hands on what the work brings, and leaves no timer", async () => {
    const clock = fakeClock();
    expect(await withDeadline({ clock, ms: 10 }, expired, async () => "done")).toBe("done");
    expect(clock.asked).toEqual([10]);
    expect(clock.pending).toEqual([]);
  });

  test("hands on the failure of the work, and leaves no timer", async () => {
    const clock = fakeClock();
    const work = () => Promise.reject(new Error("broken"));
    await expect(withDeadline({ clock, ms: 10 }, expired, work)).rejects.toThrow("broken");
    expect(clock.pending).toEqual([]);
  });

  test("ends work that does not heed its signal, at the time and not before", async () => {
    const clock = fakeClock();
    let inner: Cancellation | undefined;
    const call = withDeadline({ clock, ms: 10 }, expired, (cancellation) => {
      inner = cancellation;
      return never();
    });
    call.catch(() => {});
    await clock.advance(9);
    expect(inner?.cancelled).toBe(false);
    await clock.advance(1);
    await expect(call).rejects.toThrow("expired");
    expect(inner?.cancelled).toBe(true);
    expect(inner?.signal.reason).toEqual(new Error("expired"));
  });

  test("rejects with the caller's reason itself, whatever it is", async () => {
    const clock = fakeClock();
    for (const reason of [new Error("mine"), "a string", null, 0]) {
      const caller = new AbortController();
      const call = withDeadline({ clock, ms: 10, signal: caller.signal }, expired, never);
      caller.abort(reason);
      await expect(call).rejects.toBe(reason);
      expect(getEventListeners(caller.signal, "abort")).toEqual([]);
    }
    expect(clock.pending).toEqual([]);
  });

  test("does not leave the late failure of abandoned work unhandled", async () => {
    const clock = fakeClock();
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    try {
      let fail: (reason: Error) => void = () => {};
      const call = withDeadline(
        { clock, ms: 10 },
        expired,
        () => new Promise((_, reject) => (fail = reject)),
      );
      const outcome = expect(call).rejects.toThrow("expired");
      await clock.advance(10);
      await outcome;
      fail(new Error("late"));
      await settle();
      await settle();
      expect(unhandled).toEqual([]);
    } finally {
      process.off("unhandledRejection", note);
    }
  });

  test.each([Number.POSITIVE_INFINITY, 2 ** 31])(
    "sets no timer for %d ms, which a timer cannot count",
    async (ms) => {
      const clock = fakeClock();
      const caller = new AbortController();
      const call = withDeadline({ clock, ms, signal: caller.signal }, expired, never);
      expect(clock.asked).toEqual([]);
      caller.abort("enough");
      await expect(call).rejects.toBe("enough");
    },
  );

  test("tells work that nothing can end so, and hands on what it brings or fails with", async () => {
    const limits = { clock: fakeClock(), ms: Number.POSITIVE_INFINITY };
    const work = async ({ possible }: Cancellation) => possible;
    expect(await withDeadline(limits, expired, work)).toBe(false);
    expect(await withDeadline({ ...limits, ms: 1000 }, expired, work)).toBe(true);
    const failure = new Error("no");
    await expect(withDeadline(limits, expired, () => Promise.reject(failure))).rejects.toBe(failure);
  });

  test("tells every call that shares a signal", async () => {
    const clock = fakeClock();
    const caller = new AbortController();
    const limits = { clock, ms: 10, signal: caller.signal };
    const calls = [1, 2, 3].map(() => withDeadline(limits, expired, never));
    caller.abort("enough");
    const results = await Promise.allSettled(calls);
    expect(results.map((result) => result.status === "rejected" && result.reason)).toEqual(
      Array(3).fill("enough"),
    );
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });

  test("tells a call although an earlier one on the same signal wakes up late", async () => {
    const clock = fakeClock();
    const caller = new AbortController();
    const limits = { clock, ms: 10, signal: caller.signal };
    let wake: () => void = () => {};
    const abandoned = withDeadline(limits, expired, () => new Promise<void>((resolve) => (wake = resolve)));
    const outcome = expect(abandoned).rejects.toThrow("expired");
    await clock.advance(10);
    await outcome;
    const second = withDeadline(limits, expired, never);
    wake();
    await settle();
    const third = withDeadline(limits, expired, never);
    expect(getEventListeners(caller.signal, "abort")).toHaveLength(1);
    caller.abort("enough");
    await expect(second).rejects.toBe("enough");
    await expect(third).rejects.toBe("enough");
    expect(clock.pending).toEqual([]);
  });

  test("leaves no listener on a signal that a thousand calls share", async () => {
    const { signal } = new AbortController();
    const clock = fakeClock();
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on("warning", note);
    try {
      const calls = Array.from({ length: 1000 }, () =>
        withDeadline({ clock, ms: 10, signal }, expired, async () => settle()),
      );
      expect(getEventListeners(signal, "abort")).toHaveLength(1);
      await Promise.all(calls);
      expect(getEventListeners(signal, "abort")).toEqual([]);
      await settle();
      expect(warnings).toEqual([]);
    } finally {
      process.off("warning", note);
    }
  });
});

describe("wait", () => {
  test("ends at its time and leaves no listener", async () => {
    const clock = fakeClock();
    const { signal } = new AbortController();
    let over = false;
    const waiting = wait({ clock, ms: 10, signal }).then(() => {
      over = true;
    });
    await clock.advance(9);
    expect(over).toBe(false);
    await clock.advance(1);
    await waiting;
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("does not begin once the caller has aborted", async () => {
    const clock = fakeClock();
    await expect(wait({ clock, ms: 10, signal: AbortSignal.abort("early") })).rejects.toBe("early");
    expect(clock.pending).toEqual([]);
  });

  test("ends at once when the caller aborts, and leaves no timer", async () => {
    const clock = fakeClock();
    const caller = new AbortController();
    const waiting = wait({ clock, ms: 10, signal: caller.signal });
    caller.abort("enough");
    await expect(waiting).rejects.toBe("enough");
    expect(clock.pending).toEqual([]);
    expect(getEventListeners(caller.signal, "abort")).toEqual([]);
  });
});
