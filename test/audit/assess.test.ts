import { describe, expect, test } from "vitest";
import { assess, defaultObjective, type Objective, type Reach } from "../../src/audit/index.js";
import type { BackupRecord } from "../../src/records/record.js";
import { backup, DAY, HOUR, MINUTE, NOW } from "./records.js";

const good = (hours: number | null, fields?: Partial<BackupRecord>) => backup("succeeded", hours, fields);
const failed = (hours: number | null, fields?: Partial<BackupRecord>) => backup("failed", hours, fields);
const unsaid = { restorable: null };
const ignoring = (ignore: Partial<Objective["ignore"]>) => ({
  ignore: { ...defaultObjective.ignore, ...ignore },
});

interface Case {
  readonly records: readonly BackupRecord[];
  readonly objective?: Partial<Objective>;
  readonly reach?: Reach;
  readonly verdict: string;
  readonly reason: string;
  readonly missing?: readonly string[];
  readonly failures?: number;
  readonly restorable?: number | null;
}

function look({ records, objective = {}, reach }: Case) {
  return assess(records, { ...defaultObjective, ...objective }, NOW, reach);
}

const cases: Record<string, Case> = {
  "a recent good backup": {
    records: [good(3), good(27), failed(51)],
    verdict: "ok",
    reason: "the last good backup is 2h55m old, within its limit of 26h",
    restorable: 2,
  },
  "failures behind the last good one": {
    records: [good(3), failed(4), failed(5)],
    verdict: "ok",
    reason: "the last good backup is 2h55m old, within its limit of 26h",
  },
  "an old good backup and nothing since": {
    records: [good(31.1)],
    verdict: "late",
    reason: "the last good backup is 31h1m old, 5h1m past its limit",
  },
  "an old good backup and failures since": {
    records: [good(31.1), failed(7), backup("timed_out", 3), failed(50)],
    verdict: "failing",
    reason: "the last good backup is 31h1m old, 5h1m past its limit; 2 have failed since",
    failures: 2,
  },
  "one failure since": {
    records: [good(31.1), failed(7)],
    verdict: "failing",
    reason: "the last good backup is 31h1m old, 5h1m past its limit; 1 has failed since",
    failures: 1,
  },
  "a limit without end": {
    records: [good(24 * 40)],
    objective: { maxAge: Number.POSITIVE_INFINITY },
    verdict: "ok",
    reason: "the last good backup is 39d23h old, within its limit of any time",
  },
  "no record at all": { records: [], verdict: "never", reason: "there is no backup at all", restorable: 0 },
  "none in the period that was read": {
    records: [],
    reach: { since: NOW - 30 * DAY },
    verdict: "late",
    reason: "there is no good backup in the last 30d",
  },
  "failures alone in the period that was read": {
    records: [failed(5)],
    reach: { since: new Date(NOW - 30 * DAY) },
    verdict: "failing",
    reason: "there is no good backup in the last 30d; 1 has failed since",
    failures: 1,
  },
  "none in a period shorter than the largest age": {
    records: [failed(5)],
    reach: { since: NOW - 4 * HOUR },
    verdict: "unknown",
    reason: "there is no good backup in the last 4h; not all records were read",
  },
  "nothing that is sure to be read": {
    records: [],
    reach: { since: Number.NaN },
    verdict: "unknown",
    reason: "no backup is known to be good; not all records were read",
  },
  "failures alone": {
    records: [failed(5), failed(29)],
    verdict: "never",
    reason: "there was never a good backup among 2; 2 failed",
    failures: 2,
  },
  "one that waits, alone": {
    records: [backup("pending", 1)],
    verdict: "never",
    reason: "there was never a good backup among 1",
  },
  "failures without a time, alone": {
    records: [failed(null)],
    verdict: "never",
    reason: "there was never a good backup among 1; 1 failed",
    failures: 1,
  },
  "a failure without a time beside a good one": {
    records: [good(31.1), failed(null)],
    verdict: "late",
    reason: "the last good backup is 31h1m old, 5h1m past its limit",
    failures: 0,
  },
  "one that expired within the age": {
    records: [backup("expired", 3, { updatedAt: new Date(NOW) })],
    verdict: "ok",
    reason: "the last good backup is 3h old, has expired, within its limit of 26h",
    missing: ["finishedAt"],
    restorable: 0,
  },
  "one that expired long ago, although DCS says that it can be restored": {
    records: [backup("expired", 50, { updatedAt: new Date(NOW), restorable: true })],
    objective: { minRestorable: 1 },
    verdict: "late",
    reason:
      "the last good backup is 2d2h old, has expired, 24h past its limit, and 0 can be restored (required: 1)",
    missing: ["finishedAt"],
    restorable: 0,
  },
  "one that was deleted": {
    records: [backup("deleted", 3), good(40)],
    verdict: "late",
    reason: "the last good backup is 39h55m old, 13h55m past its limit",
  },
  "nothing but deleted ones": {
    records: [backup("deleted", 3), failed(9)],
    verdict: "late",
    reason: "the good backups were deleted, and no other is left",
    failures: 0,
  },
  "failures behind a deleted one and before it": {
    records: [good(40), failed(20), backup("deleted", 10), failed(4)],
    verdict: "failing",
    reason: "the last good backup is 39h55m old, 13h55m past its limit; 1 has failed since",
    failures: 1,
  },
  "one past the date of its expiry": {
    records: [good(3, { service: "starrocks", expiresAt: new Date(NOW) })],
    objective: { minRestorable: 1 },
    verdict: "late",
    reason: "the last good backup is 2h55m old, within its limit of 26h, but 0 can be restored (required: 1)",
    restorable: 0,
  },
  "one before that date": {
    records: [good(3, { expiresAt: new Date(NOW + 1) })],
    objective: { minRestorable: 1 },
    verdict: "ok",
    reason: "the last good backup is 2h55m old, within its limit of 26h, and 1 can be restored (required: 1)",
    restorable: 1,
  },
  "too few that can be restored, and failures since": {
    records: [good(3), good(27, { restorable: false }), failed(1)],
    objective: { minRestorable: 2 },
    verdict: "failing",
    reason:
      "the last good backup is 2h55m old, within its limit of 26h, but 1 can be restored (required: 2); 1 has failed since",
    failures: 1,
    restorable: 1,
  },
  "a service that does not say what can be restored": {
    records: [good(3, { service: "vbs", ...unsaid })],
    objective: { minRestorable: 1 },
    verdict: "unknown",
    reason:
      "the last good backup is 2h55m old, within its limit of 26h, but none is known to be restorable (required: 1); the service does not say of all whether they can be restored",
    missing: ["restorable"],
    restorable: null,
  },
  "a service that does not say it, and an old backup": {
    records: [good(40, { service: "vbs", ...unsaid })],
    objective: { minRestorable: 1 },
    verdict: "late",
    reason:
      "the last good backup is 39h55m old, 13h55m past its limit, and none is known to be restorable (required: 1)",
    missing: ["restorable"],
    restorable: null,
  },
  "fewer backups than must be restorable, whatever the service does not say": {
    records: [good(3, unsaid)],
    objective: { minRestorable: 2 },
    verdict: "late",
    reason:
      "the last good backup is 2h55m old, within its limit of 26h, but none is known to be restorable (required: 2)",
    missing: ["restorable"],
  },
  "too few restorable of those that were read": {
    records: [good(3)],
    objective: { minRestorable: 2 },
    reach: { since: NOW - 30 * DAY },
    verdict: "unknown",
    reason:
      "the last good backup is 2h55m old, within its limit of 26h, but 1 can be restored (required: 2); not all records were read",
  },
  "too few restorable, and one in an unknown state": {
    records: [good(3), backup("unknown", 30)],
    objective: { minRestorable: 2 },
    verdict: "unknown",
    reason:
      "the last good backup is 2h55m old, within its limit of 26h, but 1 can be restored (required: 2); the state of 1 backup is unknown",
    missing: ["state"],
  },
  "a recent one in an unknown state": {
    records: [good(40), backup("unknown", 3, { service: "starrocks" })],
    verdict: "unknown",
    reason: "the last good backup is 39h55m old, 13h55m past its limit; the state of 1 backup is unknown",
    missing: ["state"],
  },
  "an old one in an unknown state, alone": {
    records: [backup("unknown", 40)],
    verdict: "late",
    reason: "no backup is known to be good",
    missing: ["state"],
  },
  "a running one that has an end": {
    records: [backup("running", 3, { finishedAt: new Date(NOW - HOUR) })],
    objective: { maxDuration: HOUR },
    verdict: "unknown",
    reason: "no backup is known to be good; the state of 1 backup is unknown",
    missing: ["state"],
  },
  "one that runs too long beside a good one": {
    records: [good(13), backup("running", 9.5), backup("running", 1)],
    objective: { maxDuration: 6 * HOUR },
    verdict: "stuck",
    reason:
      "a backup has been running for 9h30m, 3h30m past its limit; the last good backup is 12h55m old, within its limit of 26h",
  },
  "one that runs too long where all else failed": {
    records: [failed(30), backup("running", 9)],
    objective: { maxDuration: 6 * HOUR },
    verdict: "stuck",
    reason:
      "a backup has been running for 9h, 3h past its limit; no backup is known to be good; 1 has failed since",
    failures: 1,
  },
  "one that runs long without a limit": {
    records: [good(31.1), backup("running", 30)],
    verdict: "late",
    reason: "the last good backup is 31h1m old, 5h1m past its limit",
  },
  "one that runs and states no beginning but its creation": {
    records: [good(31.1), backup("running", 30, { service: "vbs", startedAt: null })],
    objective: { maxDuration: 6 * HOUR },
    verdict: "stuck",
    reason:
      "a backup has been running for 30h, 24h past its limit; the last good backup is 31h1m old, 5h1m past its limit",
    missing: ["startedAt"],
  },
  "one that runs without any time beside one with a time": {
    records: [good(3), backup("running", 9), backup("running", null)],
    objective: { maxDuration: 6 * HOUR },
    verdict: "stuck",
    reason:
      "a backup has been running for 9h, 3h past its limit; the last good backup is 2h55m old, within its limit of 26h",
  },
  "one that runs without any time": {
    records: [good(3), backup("running", null)],
    objective: { maxDuration: 6 * HOUR },
    verdict: "ok",
    reason: "the last good backup is 2h55m old, within its limit of 26h",
    missing: ["startedAt"],
  },
  "a skipped one, which is no failure": {
    records: [good(31.1), backup("skipped", 3)],
    verdict: "late",
    reason: "the last good backup is 31h1m old, 5h1m past its limit",
  },
  "a skipped one that is to count": {
    records: [good(31.1), backup("skipped", 3)],
    objective: ignoring({ skipped: false }),
    verdict: "failing",
    reason: "the last good backup is 31h1m old, 5h1m past its limit; 1 has failed since",
    failures: 1,
  },
  "a person's backup": {
    records: [good(31.1), good(3, { trigger: "manual" })],
    verdict: "ok",
    reason: "the last good backup is 2h55m old, within its limit of 26h",
  },
  "a person's backup that is not to count": {
    records: [good(31.1), good(3, { trigger: "manual" }), failed(2, { trigger: "manual" })],
    objective: ignoring({ manual: true }),
    verdict: "late",
    reason: "the last good backup is 31h1m old, 5h1m past its limit",
    restorable: 1,
  },
  "a person's backup where the service does not say whose it is": {
    records: [good(3, { service: "starrocks", trigger: null })],
    objective: ignoring({ manual: true }),
    verdict: "ok",
    reason: "the last good backup is 2h55m old, within its limit of 26h",
    missing: ["trigger"],
  },
  "one dated a little ahead": {
    records: [good(-0.1)],
    verdict: "ok",
    reason: "the last good backup is 0s old, within its limit of 26h",
  },
  "one dated far ahead": {
    records: [good(-48)],
    verdict: "unknown",
    reason: "the last good backup states no time that can be used; it may be recent",
    missing: ["finishedAt"],
  },
  "one whose times are none": {
    records: [good(40), good(3, { createdAt: null, startedAt: new Date(Number.NaN), finishedAt: null })],
    verdict: "unknown",
    reason:
      "the last good backup is 39h55m old, 13h55m past its limit; another one states no time that can be used",
  },
  "one that states its creation alone": {
    records: [good(3, { startedAt: null, finishedAt: null })],
    verdict: "ok",
    reason: "the last good backup is 3h old, within its limit of 26h",
    missing: ["finishedAt"],
  },
  "one that states its beginning alone": {
    records: [good(3, { createdAt: null, finishedAt: null })],
    verdict: "ok",
    reason: "the last good backup is 3h old, within its limit of 26h",
    missing: ["finishedAt"],
  },
  "a largest age that is no number": {
    records: [good(3)],
    objective: { maxAge: Number.NaN },
    verdict: "unknown",
    reason: "the time, or a number of the objective, is none",
  },
  "a longest run that is no number": {
    records: [good(3), backup("running", 2)],
    objective: { maxDuration: Number.NaN },
    verdict: "unknown",
    reason: "the time, or a number of the objective, is none",
  },
};

describe("a verdict", () => {
  test.each(Object.entries(cases))("%s", (_, given) => {
    const { verdict, reason, missing, failuresSince, restorable } = look(given);
    expect({ verdict, reason }).toEqual({ verdict: given.verdict, reason: given.reason });
    expect(missing.map(({ field }) => field)).toEqual(given.missing ?? []);
    if (given.failures !== undefined) expect(failuresSince).toBe(given.failures);
    if (given.restorable !== undefined) expect(restorable).toBe(given.restorable);
  });

  test("covers every one of the documented cases", () => {
    const verdicts = new Set(Object.values(cases).map(({ verdict }) => verdict));
    expect([...verdicts].sort()).toEqual(["failing", "late", "never", "ok", "stuck", "unknown"]);
  });

  test("rests on the records that it names", () => {
    const last = good(2);
    const runs = backup("running", 5);
    const found = assess([good(30), last, runs, backup("running", 1)], defaultObjective, new Date(NOW));
    expect(found).toMatchObject({ lastGood: last, lastGoodAt: last.finishedAt, age: 2 * HOUR - 5 * MINUTE });
    expect(found.running).toBe(runs);
    expect(found.states).toEqual({ succeeded: 2, running: 2 });
  });

  test("is unknown where the time is none", () => {
    for (const now of [Number.NaN, new Date(Number.NaN), Number.POSITIVE_INFINITY]) {
      expect(assess([good(3)], defaultObjective, now).verdict).toBe("unknown");
    }
  });

  test("takes of two looks at one backup the later", () => {
    const looks = [backup("running", 3, { id: "x" }), good(3, { id: "x" })];
    expect(assess(looks, defaultObjective, NOW)).toMatchObject({ verdict: "ok", states: { succeeded: 1 } });
    expect(assess(looks.reverse(), defaultObjective, NOW)).toMatchObject({ states: { succeeded: 1 } });
  });

  test("counts backups without an id by what is known of them", () => {
    const nameless = { id: "" };
    const records = [failed(3, nameless), failed(3, nameless), failed(4, nameless)];
    expect(assess(records, defaultObjective, NOW).failuresSince).toBe(2);
  });
});

describe("the good backups that are left", () => {
  const deleted = backup("deleted", 5);
  const expired = [backup("expired", 5), good(6, { expiresAt: new Date(NOW - HOUR) })];
  const left = (records: readonly BackupRecord[], reach?: Reach) =>
    assess(records, defaultObjective, NOW, reach).goodLeft;

  test("are those that are there, and of which the service does not say otherwise", () => {
    expect(left([good(3), good(27, unsaid), deleted, ...expired, failed(1)])).toBe(2);
    expect(left([good(3, { restorable: false })])).toBe(0);
  });

  test.each<[string, readonly BackupRecord[]]>([
    ["there never was one", []],
    ["all failed", [failed(1), failed(2)]],
    ["they were deleted", [deleted]],
    ["they have expired", expired],
  ])("are none where %s", (_, records) => {
    expect(left(records)).toBe(0);
  });

  test("are not known where older records were not read, unless these are a year old", () => {
    expect(left([deleted], { since: NOW - 364 * DAY })).toBeNull();
    expect(left([deleted], { since: NOW - 366 * DAY })).toBe(0);
    expect(left([good(3)], { since: NOW - DAY })).toBe(1);
  });
});
