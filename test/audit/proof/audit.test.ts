/*
 * An audit and a rate limit in one process. fast-check's scheduler decides which check ends next and when a result is read.
 * A failure says how it is played again: `SEED=<seed>:<run>`. `SEED=<seed>` alone tries other schedules.
 */
import fc from "fast-check";
import { describe, expect, vi } from "vitest";
import { mostWithin } from "../../queue/support/service.js";
import { auditPlans, playAudit } from "./support/audit-world.js";
import type { Mutant } from "./support/mutants.js";
import type { Subject } from "./support/prove.js";
import { prove } from "./support/prove.js";

const inRun = (what: string, from: string, to: string): Mutant => ({ ...{ what, from, to, file: "run.ts" } });

describe("an audit in one process", { timeout: 300_000 }, () => {
  prove({
    title: "yields each target once, at the pace of its reader",
    property: (subject) =>
      fc.asyncProperty(auditPlans, fc.scheduler(), (plan, scheduler) => playAudit(subject, plan, scheduler)),
    mutants: [
      inRun(
        "one more is checked at a time",
        "running.size + ready.length < concurrency",
        "running.size + ready.length <= concurrency",
      ),
      inRun(
        "it checks ahead of its reader",
        "running.size + ready.length < concurrency",
        "running.size < concurrency",
      ),
      inRun(
        "a target is yielded twice",
        "const result = ready.shift();",
        "const result = ready.length > 2 ? ready[0] : ready.shift();",
      ),
      inRun(
        "a result is lost that comes with another",
        "if (result) ready.push(result);",
        "if (result && ready.length < 2) ready.push(result);",
      ),
      inRun(
        "ready results are lost at the end",
        "if (result) yield result;\n      else if (ended.signal.aborted) throw ended.signal.reason;",
        "if (ended.signal.aborted) throw ended.signal.reason;\n      else if (result) yield result;",
      ),
      inRun("it begins after its end", "!ended.signal.aborted && running.size", "running.size"),
      inRun("checks go on after its end", "for (const one of running) one.abort(ended.signal.reason);", ""),
      inRun(
        "checks go on after its reader has left",
        '    signal?.removeEventListener("abort", end);\n    end();',
        '    signal?.removeEventListener("abort", end);',
      ),
      inRun(
        "a failure hides another target",
        "queues.done(target);\n      if (result) ready.push(result);",
        "queues.done(target);\n      if (result?.failure) ready.length = 0;\n      if (result) ready.push(result);",
      ),
      inRun("an account gets more than its share", "queue.running < least.running", "false"),
      inRun(
        "the last target of an account is forgotten",
        "++least.begun === least.targets.length",
        "++least.begun >= least.targets.length - 1",
      ),
      inRun(
        "it ends before its checks",
        "else if (running.size === 0) return;",
        "else if (running.size <= 1) return;",
      ),
    ],
    sample: { seeds: 60, mutants: 1 },
  });
});

/** Requests of a limiter in one process: when they are asked for, and how long the machine stalls now and then. */
const limits = fc.record({
  requests: fc.integer({ min: 1, max: 8 }),
  periodMs: fc.integer({ min: 50, max: 2000 }),
  waits: fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 40 }),
  holdUps: fc.array(fc.integer({ min: 0, max: 1500 }), { maxLength: 8 }),
});

type Limits = typeof limits extends fc.Arbitrary<infer Value> ? Value : never;

/** Sends requests while timers fire late, all together. Returns when they were sent. */
async function playLimits({ createRateLimiter }: Subject, plan: Limits): Promise<number[]> {
  const { requests, periodMs, waits, holdUps } = plan;
  vi.useFakeTimers();
  try {
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
  } finally {
    vi.useRealTimers();
  }
}

const inLimiter = (what: string, from: string, to: string): Mutant => ({
  ...{ what, from, to, file: "rate-limiter.ts" },
});

describe("a rate limit in one process", { timeout: 300_000 }, () => {
  prove({
    title: "holds in every window of its period, even where timers are late",
    property: (subject) =>
      fc.asyncProperty(limits, async (plan) => {
        const times = await playLimits(subject, plan);
        expect(times).toHaveLength(plan.waits.length);
        expect(mostWithin(plan.periodMs, times)).toBeLessThanOrEqual(plan.requests);
      }),
    mutants: [
      inLimiter("it allows one more", "limit: requests,", "limit: requests + 1,"),
      inLimiter("its windows are fixed", "strict: true,", "strict: false,"),
      inLimiter("a late timer is not checked again", "weight: () => 1,", ""),
    ],
    sample: { seeds: 60, mutants: 1 },
  });
});
