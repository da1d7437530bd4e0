import { getEventListeners } from "node:events";
import { describe, expect, test, vi } from "vitest";
import {
  elapsed,
  longestTimer,
  onAborted,
  systemClock,
  wait,
  withDeadline,
} from "../../src/core/deadline.js";
import { fakeClock, settle } from "../support/fake-clock.js";

const never = () => new Promise<never>(() => {});
const expired = () => new Error("expired");

describe("withDeadline", () => {
  test("passes on the result of the work, and leaves no timer", async () => {
    const clock = fakeClock();
    expect(await withDeadline({ clock, ms: 10 }, expired, async () => "done")).toBe("done");
    expect(clock.asked).toEqual([10]);
    expect(clock.pending).toEqual([]);
  });

  test("passes on the failure of the work, and leaves no timer", async () => {
    const clock = fakeClock();
    const work = () => Promise.reject(new Error("broken"));
    await expect(withDeadline({ clock, ms: 10 }, expired, work)).rejects.toThrow("broken");
    expect(clock.pending).toEqual([]);
  });

  test("ends work that ignores its signal, at the time and not before", async () => {
    const clock = fakeClock();
    let inner: AbortSignal | undefined;
    const call = withDeadline({ clock, ms: 10 }, expired, (signal) => {
      inner = signal;
      return never();
    });
    call.catch(() => {});
    await clock.advance(9);
    expect(inner?.aborted).toBe(false);
    await clock.advance(1);
    await expect(call).rejects.toThrow("expired");
    expect(inner?.aborted).toBe(true);
    expect(inner?.reason).toEqual(new Error("expired"));
  });

  test("rejects with the caller's reason itself, of any type", async () => {
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

  test("gives work that nothing can end no signal, and passes on its result or failure", async () => {
    const limits = { clock: fakeClock(), ms: Number.POSITIVE_INFINITY };
    const work = async (signal: AbortSignal | undefined) => signal !== undefined;
    expect(await withDeadline(limits, expired, work)).toBe(false);
    expect(await withDeadline({ ...limits, ms: 1000 }, expired, work)).toBe(true);
    const failure = new Error("no");
    await expect(withDeadline(limits, expired, () => Promise.reject(failure))).rejects.toBe(failure);
  });

  test("aborts the work, and leaves nothing behind, if the caller has aborted before", async () => {
    const clock = fakeClock();
    const signal = AbortSignal.abort("early");
    await expect(withDeadline({ clock, ms: 10, signal }, expired, never)).rejects.toBe("early");
    expect(clock.pending).toEqual([]);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  test("ends every call that shares a signal", async () => {
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

  test("ends a call although an earlier one on the same signal settles late", async () => {
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

  test("is cut to the longest time that a timer can count", async () => {
    const clock = fakeClock();
    const waiting = wait({ clock, ms: Number.POSITIVE_INFINITY });
    expect(clock.asked).toEqual([longestTimer]);
    await clock.advance(longestTimer);
    await waiting;
  });
});

describe("onAborted", () => {
  test("calls back each subscriber, over one listener of the signal", () => {
    const controller = new AbortController();
    const called: string[] = [];
    onAborted(controller.signal, () => called.push("first"));
    const unsubscribe = onAborted(controller.signal, () => called.push("second"));
    onAborted(controller.signal, () => called.push("third"));
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(1);
    unsubscribe();
    controller.abort();
    expect(called).toEqual(["first", "third"]);
  });

  test("removes its listener with the last subscriber", () => {
    const { signal } = new AbortController();
    const all = [onAborted(signal, () => {}), onAborted(signal, () => {})];
    for (const unsubscribe of all) unsubscribe();
    expect(getEventListeners(signal, "abort")).toEqual([]);
    all[0]?.();
  });
});

describe("elapsed", () => {
  test("is the clock's own, else its time of day", () => {
    const after = () => () => {};
    expect(elapsed({ now: () => 5, after, elapsed: () => 7 })).toBe(7);
    expect(elapsed({ now: () => 5, after })).toBe(5);
  });

  test("of the machine does not follow its time of day", () => {
    vi.spyOn(Date, "now").mockReturnValue(0);
    const before = elapsed(systemClock);
    vi.mocked(Date.now).mockReturnValue(9e15);
    const after = elapsed(systemClock);
    vi.restoreAllMocks();
    expect(after - before).toBeGreaterThanOrEqual(0);
    expect(after - before).toBeLessThan(10_000);
  });
});
