import fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Assessment, assess, type Objective, verdictOrder } from "../../src/audit/index.js";
import type { BackupRecord } from "../../src/records/record.js";
import { runsOf } from "../support/round.js";
import { backup, DAY, HOUR, MINUTE, NOW } from "./records.js";

const states = [
  "pending",
  "running",
  "succeeded",
  "failed",
  "timed_out",
  "skipped",
  "expired",
  "deleted",
  "unknown",
] as const;

/** Times between `from` and `to`, now and then none or one that is no time. */
function times(from: number, to: number): fc.Arbitrary<Date | null> {
  const date = fc
    .integer({ min: from / MINUTE, max: to / MINUTE })
    .map((minute) => new Date(minute * MINUTE));
  return fc.oneof(
    { weight: 8, arbitrary: date },
    { weight: 1, arbitrary: fc.constantFrom(null, new Date(Number.NaN)) },
  );
}

function records(latest: number, of: readonly BackupRecord["state"][] = states) {
  const past = times(NOW - 10 * DAY, latest);
  const record: fc.Arbitrary<BackupRecord> = fc
    .record({
      id: fc.oneof(fc.constantFrom("", "a", "b"), fc.uuid()),
      state: fc.constantFrom(...of),
      trigger: fc.constantFrom(null, "manual" as const, "auto" as const),
      restorable: fc.constantFrom(null, true, false),
      createdAt: past,
      startedAt: past,
      finishedAt: past,
      updatedAt: past,
      expiresAt: times(NOW - 10 * DAY, NOW + 10 * DAY),
    })
    .map((fields) => ({ ...backup("unknown", 0), ...fields }));
  // A target has one service.
  return fc
    .tuple(
      fc.constantFrom("dcs" as const, "vbs" as const, "starrocks" as const),
      fc.array(record, { maxLength: 12 }),
    )
    .map(([service, all]) => all.map((one) => ({ ...one, service })));
}

const objectives: fc.Arbitrary<Objective> = fc.record({
  maxAge: fc.integer({ min: 0, max: 200 }).map((hours) => hours * HOUR),
  maxDuration: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 50 }).map((hours) => hours * HOUR),
  ),
  minRestorable: fc.integer({ min: 0, max: 4 }),
  ignore: fc.record({ skipped: fc.boolean(), manual: fc.boolean() }),
});

const reaches = fc.record({
  since: fc.oneof(
    fc.constant(null),
    fc.integer({ min: 0, max: 20 * 24 }).map((hours) => NOW - hours * HOUR),
  ),
});

const rank = ({ verdict }: Assessment) => verdictOrder.indexOf(verdict);

afterEach(() => vi.unstubAllEnvs());

describe("a verdict", () => {
  test("does not depend on the order of the records, on repetitions or on how they are cut into pages", () => {
    const shuffled = records(NOW + DAY).chain((all) =>
      fc.record({
        all: fc.constant(all),
        again: fc.shuffledSubarray([...all, ...all], { minLength: all.length }),
        other: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, objectives, reaches, ({ all, again, other }, objective, reach) => {
        const verdict = assess(all, objective, NOW, reach);
        expect(assess([...other, ...again], objective, NOW, reach)).toEqual(verdict);
      }),
    );
  });

  test("does not depend on the time zone of the process", () => {
    fc.assert(
      fc.property(records(NOW + DAY), objectives, (all, objective) => {
        const verdicts = ["UTC", "Asia/Kolkata", "America/St_Johns"].map((zone) => {
          vi.stubEnv("TZ", zone);
          return JSON.stringify(assess(all, objective, NOW));
        });
        expect(new Set(verdicts).size).toBe(1);
      }),
      { numRuns: 30 },
    );
  });

  test("is never better when more time has passed", () => {
    const later = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((minutes) => NOW + minutes * MINUTE);
    fc.assert(
      fc.property(records(NOW), objectives, reaches, later, (all, objective, reach, then) => {
        expect(rank(assess(all, objective, then, reach))).toBeGreaterThanOrEqual(
          rank(assess(all, objective, NOW, reach)),
        );
      }),
      { numRuns: runsOf(500) },
    );
  });

  test("is never worse for one more good backup that is newer than all others", () => {
    fc.assert(
      fc.property(records(NOW - DAY), objectives, reaches, fc.nat(23), (all, objective, reach, hours) => {
        const newer = { ...backup("succeeded", hours + 0.1), restorable: true };
        expect(rank(assess([...all, newer], objective, NOW, reach))).toBeLessThanOrEqual(
          rank(assess(all, objective, NOW, reach)),
        );
      }),
      { numRuns: runsOf(500) },
    );
  });

  test("is found for any records, objective and time, with a reason of one line", () => {
    const numbers = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -1));
    const anything = fc.record({
      maxAge: numbers,
      maxDuration: fc.oneof(fc.constant(null), numbers),
      minRestorable: numbers,
      ignore: fc.record({ skipped: fc.boolean(), manual: fc.boolean() }),
    });
    fc.assert(
      fc.property(records(NOW + 10 * DAY), anything, numbers, (all, objective, now) => {
        const found = assess(all, objective, now, { since: now });
        expect(verdictOrder).toContain(found.verdict);
        expect(found.reason).toMatch(/^[a-z0-9][^\n]*[^.]$/);
        expect(found.reason).not.toMatch(/NaN|undefined|null|Infinity/);
        expect(found.age === null || found.age >= 0).toBe(true);
      }),
      { numRuns: runsOf(500) },
    );
  });
});
