import type { Clock } from "../../src/core/deadline.js";

export interface FakeClock extends Clock {
  /** Milliseconds of the timers that are set, the oldest first. */
  readonly pending: readonly number[];
  /** Milliseconds of every call of `after`, in order. */
  readonly asked: readonly number[];
  /** Moves the time forward, runs the timers that are due, and lets promises settle in between. */
  advance(milliseconds: number): Promise<void>;
  /** Moves the time without running anything, as a busy process does. */
  jump(milliseconds: number): void;
  /** Sets the time of day alone, as a corrected system clock does: durations and timers are not affected. */
  set(milliseconds: number): void;
  elapsed(): number;
}

/** A clock that moves only if a test moves it. Starts at 2026-11-21T08:00:00Z. */
export function fakeClock(start = Date.UTC(2026, 10, 21, 8)): FakeClock {
  let now = 0;
  let dayStart = start;
  const timers = new Set<{ due: number; ms: number; run: () => void }>();
  const asked: number[] = [];
  return {
    get pending() {
      return [...timers].map(({ ms }) => ms);
    },
    asked,
    now: () => dayStart + now,
    elapsed: () => now,
    after(ms, callback) {
      const timer = { due: now + ms, ms, run: callback };
      asked.push(ms);
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (;;) {
        const [next] = [...timers].filter(({ due }) => due <= until).sort((a, b) => a.due - b.due);
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.due);
        next.run();
        await settle();
      }
      now = until;
    },
    jump(milliseconds) {
      now += milliseconds;
    },
    set(milliseconds) {
      dayStart += milliseconds;
    },
  };
}

/** Lets every promise that can settle without time or I/O do so. */
export async function settle(): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
}
