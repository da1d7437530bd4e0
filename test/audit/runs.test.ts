import { describe, expect, test } from "vitest";
import { assess, defaultObjective, type Objective } from "../../src/audit/index.js";
import { expectRuns } from "../../src/audit/runs.js";
import type { Memory } from "../../src/audit/target.js";
import type { BackupRecord } from "../../src/records/record.js";
import {
  noSchedule,
  type Schedule,
  type StatedSchedule,
  unknownSchedule,
} from "../../src/records/schedule.js";
import { wholeRound } from "../support/round.js";
import { backup, DAY, HOUR, NOW } from "./records.js";

/** NOW is 8:00 UTC on a Saturday. */
const daily = (...times: string[]): Schedule => ({
  kind: "runs",
  rules: [{ kind: "weekly", weekdays: [1, 2, 3, 4, 5, 6, 7], times, zone: "UTC" }],
});
const stated = (schedule: Schedule, over: Partial<StatedSchedule> = {}): StatedSchedule => ({
  schedule,
  tolerance: HOUR,
  retention: null,
  since: null,
  timeout: null,
  disks: null,
  ...over,
});
const TEXT = "a schedule";

function look(
  expected: StatedSchedule,
  records: readonly BackupRecord[],
  { memory = null, ...objective }: Partial<Objective> & { readonly memory?: Memory | null } = {},
) {
  const whole = { ...defaultObjective, maxAge: Number.POSITIVE_INFINITY, ...objective };
  const { verdict, reason, runs } = assess(
    records,
    whole,
    NOW,
    { since: null },
    expectRuns(expected, NOW, TEXT, memory),
  );
  return { verdict, reason, runs };
}

const good = (hours: number, over: Partial<BackupRecord> = {}) => backup("succeeded", hours, over);
const at6 = stated(daily("06:00"));

describe("of a run that was due", () => {
  test("a good backup is what was expected", () => {
    expect(look(at6, [good(1.9)])).toMatchObject({
      verdict: "ok",
      reason: "1 of 1 run in the last 25h is done; the last good backup is 1h49m old",
      runs: { due: 1, missed: [], failed: [] },
    });
  });

  test("no backup is a miss, once its grace is over", () => {
    const before = [good(26)];
    expect(look(at6, before)).toMatchObject({
      verdict: "missed",
      reason:
        "the run of Sat 2026-11-21 06:00Z did not happen; 1 missed of 1 in the last 25h; the last good backup is 25h55m old",
      runs: { due: 1, missed: [new Date(NOW - 2 * HOUR)], failed: [] },
    });
    expect(look({ ...at6, tolerance: 2.5 * HOUR }, before).verdict).toBe("ok");
  });

  test("a late one, or a second one after a failure, counts", () => {
    const failed = backup("failed", 1.9);
    expect(look(at6, [good(0.5), good(26)]).verdict).toBe("ok");
    expect(look(at6, [failed, good(0.5), good(26)]).verdict).toBe("ok");
    expect(look(at6, [failed, good(26)])).toMatchObject({
      verdict: "failing",
      reason:
        "the run of Sat 2026-11-21 06:00Z failed; 1 failed of 1 in the last 25h; the last good backup is 25h55m old; 1 has failed since",
    });
  });

  test("a backup that a person started does not count", () => {
    expect(look(at6, [good(1.5, { trigger: "manual" }), good(26)]).verdict).toBe("missed");
  });

  test("one that runs counts, until it takes longer than the policy allows", () => {
    const running = [backup("running", 1.9), good(26)];
    expect(look(at6, running).verdict).toBe("ok");
    expect(look({ ...at6, timeout: HOUR }, running)).toMatchObject({
      verdict: "stuck",
      reason: expect.stringMatching(/^a backup has been running for 1h54m, 54m past its limit; /),
    });
    expect(look({ ...at6, timeout: HOUR }, running, { maxDuration: 3 * HOUR }).verdict).toBe("ok");
    expect(look(at6, running).reason).toContain(
      "0 of 1 run in the last 25h are done, and a backup has been running for 1h54m; ",
    );
  });

  test("without such a limit, one that still runs when the next should have begun is stuck", () => {
    const skipping = { ...at6, skipsOverlap: true };
    const since = (hours: number) => look(skipping, [backup("running", hours), good(300)]);
    expect(since(24.9).verdict).toBe("ok");
    expect(since(25.1)).toMatchObject({
      verdict: "stuck",
      reason: expect.stringMatching(/^a backup has been running for 25h6m, 6m past its limit; /),
    });
    expect(since(240).verdict).toBe("stuck");
    expect(look(at6, [backup("running", 24.9), good(300)]).verdict).toBe("missed");
  });

  test("one that was deleted since, or whose state is not known, is no miss", () => {
    expect(look(at6, [backup("deleted", 1.9), good(26)]).verdict).toBe("ok");
    expect(look(at6, [backup("unknown", 1.9), good(26)]).verdict).toBe("ok");
    expect(look(at6, [backup("pending", 1.9), good(26)]).verdict).toBe("missed");
  });

  test("several misses are named, the latest of them one by one", () => {
    const hourly = stated(
      daily(...Array.from({ length: 24 }, (_, at) => `${String(at).padStart(2, "0")}:00`)),
    );
    const { verdict, reason } = look(hourly, [good(30)]);
    expect(verdict).toBe("missed");
    expect(reason).toMatch(
      /^the runs of 20 more and Sat 2026-11-21 03:00Z, .*, Sat 2026-11-21 07:00Z did not happen; 25 missed of 26 in the last 25h; /,
    );
  });
});

describe("an audit judges", () => {
  const hourly = stated(daily("02:00", "03:00", "04:00", "05:00", "06:00"));
  const remembering = (hours: number, since: number | null = null, text = TEXT): Memory => ({
    checkedAt: NOW - hours * HOUR,
    schedule: { text, since },
  });
  const due = (over: StatedSchedule, memory: Memory | null) => look(over, [good(100)], { memory }).runs?.due;

  test("the runs of a day, or of the longest time between two, without a memory", () => {
    expect(due(hourly, null)).toBe(5);
    const weekly = stated({
      kind: "runs",
      rules: [{ kind: "weekly", weekdays: [1], times: ["06:00"], zone: "UTC" }],
    });
    expect(due(weekly, null)).toBe(1);
  });

  test("with one, the runs whose time was not over at the last audit", () => {
    // At 4:30, the run of 4:00 still had half an hour.
    expect(due(hourly, remembering(3.5))).toBe(3);
    expect(look(hourly, [good(100)], { memory: remembering(3.5) }).reason).toContain(
      "3 missed of 3 since the last audit",
    );
    expect(due(hourly, remembering(48))).toBe(10);
  });

  test("again a run that the last audit missed, to tell that it was made up for", () => {
    const at6 = stated(daily("06:00"));
    const memory: Memory = { ...remembering(0.5), missed: [NOW - 26 * HOUR, NOW - 2 * HOUR] };
    const good = (hours: number) => backup("succeeded", hours, { trigger: "policy" });
    expect(look(at6, [good(0.25), good(50)], { memory })).toMatchObject({
      verdict: "ok",
      reason:
        "no run was due since the last audit; made up for, late: the run of Sat 2026-11-21 06:00Z; the last good backup is 10m old",
      runs: { due: 0, missed: [], failed: [] },
    });
    expect(look(at6, [good(50)], { memory })).toMatchObject({
      verdict: "missed",
      reason:
        "the run of Sat 2026-11-21 06:00Z did not happen; 1 missed of 1 in the last 2h; the last good backup is 2d1h old",
    });
    expect(look({ ...at6, retention: HOUR }, [good(0.25)], { memory }).reason).not.toContain("made up");
  });

  test("again the latest run, until there is a good backup, whoever started it", () => {
    const at6 = stated(daily("06:00"));
    const memory = remembering(0.5);
    const failed = backup("failed", 1.9);
    expect(look(at6, [failed, good(26)], { memory })).toMatchObject({
      verdict: "failing",
      reason: expect.stringContaining("1 failed of 1 in the last 2h"),
    });
    expect(look(at6, [failed, good(26), good(0.25, { trigger: "manual" })], { memory })).toMatchObject({
      verdict: "ok",
      reason: "no run was due since the last audit; the last good backup is 10m old",
    });
    expect(
      look(at6, [failed, good(26), backup("running", 0.25, { trigger: "manual" })], { memory }).verdict,
    ).toBe("failing");
  });

  test.skipIf(!wholeRound)(
    "with one that is older than 30 days, as without, however often a run is due",
    () => {
      const rule = { kind: "cron", expression: "*/5 * * * *", zone: "UTC" } as const;
      const often = stated({ kind: "runs", rules: [rule] }, { tolerance: 60_000 });
      expect(due(often, remembering(24 * 61))).toBe(due(often, null));
      expect(due(often, remembering(24 * 29))).toBe(29 * 288 + 1);
    },
  );

  test("no run from before the schedule was seen as it is", () => {
    expect(due(hourly, remembering(48, NOW - 5.5 * HOUR))).toBe(4);
    expect(due(hourly, remembering(48, null, "another"))).toBe(0);
    expect(due(hourly, { checkedAt: NOW - DAY, schedule: null })).toBe(0);
    expect(due({ ...hourly, since: new Date(NOW - 3.5 * HOUR) }, null)).toBe(2);
  });

  test("nor one whose record the service may not keep any more", () => {
    expect(due({ ...hourly, retention: 4.5 * HOUR }, remembering(48))).toBe(3);
  });
});

describe("the calendar of runs", () => {
  const calendar = (
    expected: StatedSchedule,
    records: readonly BackupRecord[],
    since: number | null = null,
    memory: Memory | null = null,
  ) => {
    const whole = { ...defaultObjective, maxAge: Number.POSITIVE_INFINITY };
    const { runs } = assess(records, whole, NOW, { since }, expectRuns(expected, NOW, TEXT, memory));
    const days = runs?.latest.map(({ due, outcome }) => `${due.toISOString().slice(8, 16)} ${outcome}`);
    return { days, next: runs?.next?.toISOString().slice(0, 16) };
  };
  const week = [good(1.9), good(26 + 24), backup("failed", 26 + 48), good(26 + 96)];

  test("has those that were judged, and those before as far as the records tell, and the next", () => {
    expect(calendar(at6, week)).toEqual({
      days: [
        "16T06:00 ran",
        "17T06:00 missed",
        "18T06:00 failed",
        "19T06:00 ran",
        "20T06:00 missed",
        "21T06:00 ran",
      ],
      next: "2026-11-22T06:00",
    });
  });

  test.each<[string, StatedSchedule, number | null, Memory | null]>([
    ["not all records were read", at6, NOW - 2.5 * DAY, null],
    ["the service keeps none from before", { ...at6, retention: 2.5 * DAY }, null, null],
    ["the schedule was another", { ...at6, since: new Date(NOW - 2.5 * DAY) }, null, null],
    [
      "it was first seen later",
      at6,
      null,
      { checkedAt: null, schedule: { text: TEXT, since: NOW - 2.5 * DAY } },
    ],
  ])("says nothing from before a time where %s", (_, expected, since, memory) => {
    expect(calendar(expected, week, since, memory).days).toEqual([
      "19T06:00 ran",
      "20T06:00 missed",
      "21T06:00 ran",
    ]);
  });

  test("has what was judged even without a backup, and no more than 60 runs", () => {
    expect(calendar(at6, []).days).toEqual(["21T06:00 missed"]);
    const hourly = stated({
      kind: "runs",
      rules: [{ kind: "cron", expression: "0 * * * *", zone: "UTC" }],
    });
    const { days, next } = calendar(hourly, week);
    expect(days).toHaveLength(60);
    expect(days?.at(-1)).toBe("21T08:00 open");
    expect(next).toBe("2026-11-21T09:00");
  });

  test("reaches back for months where runs are rare", () => {
    const monthly = stated({
      kind: "runs",
      rules: [{ kind: "monthly", days: [1], times: ["06:00"], zone: "UTC" }],
    });
    expect(calendar(monthly, [good(24 * 110)])).toEqual({
      days: ["01T06:00 missed", "01T06:00 missed", "01T06:00 missed"],
      next: "2026-12-01T06:00",
    });
  });

  test("does not change what is judged", () => {
    expect(look(at6, week).runs).toMatchObject({ due: 1, missed: [], failed: [] });
  });
});

describe("a target", () => {
  test.each<[string, Schedule, readonly BackupRecord[], string, string]>([
    [
      "without a schedule",
      noSchedule("the policy is off"),
      [good(2)],
      "unprotected",
      "no schedule: the policy is off; the last good backup is 1h55m old",
    ],
    [
      "whose schedule cannot be read",
      unknownSchedule("status is absent"),
      [good(2)],
      "unknown",
      "unknown schedule: status is absent; the last good backup is 1h55m old",
    ],
    [
      "of which no run was due, and that has no backup",
      daily("07:30"),
      [],
      "new",
      "daily 07:30 UTC; no backup was due yet",
    ],
  ])("%s", (_, schedule, records, verdict, reason) => {
    const since = new Date(NOW - HOUR);
    expect(look(stated(schedule, { since }), records)).toMatchObject({ verdict, reason });
  });

  test("with an age as well is late by that", () => {
    expect(look(at6, [good(1.9)], { maxAge: HOUR })).toMatchObject({
      verdict: "late",
      reason: "1 of 1 run in the last 25h is done; the last good backup is 1h49m old, 49m past its limit",
    });
    expect(look(stated(unknownSchedule("x")), [good(1)], { maxAge: HOUR }).verdict).toBe("ok");
  });
});

describe("a schedule that can be read in two ways", () => {
  const reading = (weekday: number) =>
    ({
      kind: "runs",
      rules: [{ kind: "weekly", weekdays: [weekday], times: ["06:00"], zone: "UTC" }],
    }) as const;
  // NOW is a Saturday.
  const ambiguous = stated({
    kind: "ambiguous",
    readings: [reading(6), reading(5)],
    reason: "it may be either",
  });

  test("is judged by the runs that both share, of which there are none here", () => {
    expect(look(ambiguous, [backup("failed", 2)]).runs).toMatchObject({ due: 0, next: null });
  });

  test("is decided by backups that began when only one of them allows it", () => {
    const fridays = [1, 8, 15].map((days) => good(24 * days + 1.9));
    const next = new Date("2026-11-27T06:00:00Z");
    expect(look(ambiguous, fridays)).toMatchObject({ verdict: "ok", runs: { due: 1, next } });
    const saturdays = [7, 14].map((days) => good(24 * days + 1.9));
    expect(look(ambiguous, saturdays)).toMatchObject({ verdict: "missed", runs: { due: 1 } });
    expect(look(ambiguous, [...fridays, ...saturdays]).runs?.due).toBe(0);
  });
});

describe("the last good backup is suspect", () => {
  const sized = (hours: number, sizeBytes: number | bigint | null, over: Partial<BackupRecord> = {}) =>
    good(hours, { sizeBytes, ...over });
  const usual = (count: number, sizeBytes: number | bigint | null) =>
    Array.from({ length: count }, (_, at) => sized(24 * (at + 1), sizeBytes));
  const judge = (records: readonly BackupRecord[], objective: Partial<Objective> = {}) =>
    assess(records, { ...defaultObjective, ...objective }, NOW);
  const GB = 1_000_000_000;

  test.each<[string, readonly BackupRecord[], string | null]>([
    ["if it is empty", [sized(2, 0)], "it is empty"],
    [
      "if it is far smaller than usual",
      [sized(2, 126), ...usual(9, 3 * GB)],
      "it has 126 B (usual: 2.8 GiB)",
    ],
    ["if it is far larger", [sized(2, 13 * GB), ...usual(7, 3 * GB)], "it has 12 GiB (usual: 2.8 GiB)"],
    ["beyond the integers of a double", [sized(2, 5), ...usual(7, 2n ** 60n)], "it has 5 B (usual: 1.0 EiB)"],
    ["not by a quarter", [sized(2, GB), ...usual(7, 4 * GB)], null],
    ["not by less than seven others", [sized(2, 126), ...usual(6, 3 * GB)], null],
    ["not by those of another trigger", [sized(2, 126, { trigger: "manual" }), ...usual(9, 3 * GB)], null],
    ["not if no size is stated", [sized(2, null), ...usual(9, 3 * GB)], null],
    [
      "if it took far longer",
      [good(2, { finishedAt: new Date(NOW - HOUR) }), ...usual(7, null)],
      "it took 1h (usual: 5m)",
    ],
    [
      "not by seconds",
      [
        good(2, { finishedAt: new Date(NOW - 2 * HOUR + 40_000) }),
        ...usual(7, null).map((one) => ({ ...one, finishedAt: new Date(Number(one.startedAt) + 5_000) })),
      ],
      null,
    ],
  ])("%s", (_, records, suspicion) => {
    const { verdict, reason } = judge(records);
    expect(verdict).toBe(suspicion === null ? "ok" : "suspect");
    if (suspicion !== null) expect(reason).toContain(`within its limit of 26h, but ${suspicion}`);
  });

  test("but late, if it is that, too", () => {
    expect(judge([sized(30, 0)]).verdict).toBe("late");
  });

  test("failures since are told although it is ok, and are a finding beyond maxFailures", () => {
    const records = [backup("failed", 1), backup("failed", 2), good(20)];
    expect(judge(records)).toMatchObject({
      verdict: "ok",
      reason: "the last good backup is 19h55m old, within its limit of 26h; 2 have failed since",
    });
    expect(judge(records, { maxFailures: 2 }).verdict).toBe("ok");
    expect(judge(records, { maxFailures: 1 })).toMatchObject({
      verdict: "failing",
      reason: "the last good backup is 19h55m old, within its limit of 26h; 2 have failed since (allowed: 1)",
    });
  });
});

describe("a service that passes over a time at which a backup still runs", () => {
  // The page's own example: the backup of 00:00 ends at 01:30, that of 01:00 is not made, and the next is that of 02:00.
  const hourly = stated(daily("00:00", "01:00", "02:00"), { skipsOverlap: true, tolerance: HOUR / 4 });
  const from = (hours: number, minutes: number) => ({
    startedAt: new Date(NOW - hours * HOUR),
    finishedAt: new Date(NOW - hours * HOUR + minutes * 60_000),
  });
  const long = good(6.5, from(8, 90));
  const next = good(5.5, from(6, 20));
  const yesterday = [good(31, from(32, 20)), good(30, from(31, 20)), good(29, from(30, 20))];

  test("that backup is the run", () => {
    expect(look(hourly, [...yesterday, long, next])).toMatchObject({ verdict: "ok", runs: { missed: [] } });
  });

  test("so is one that a person started", () => {
    const manual = good(6.5, { ...from(7.5, 60), trigger: "manual" });
    const short = good(7.7, from(8, 18));
    expect(look(hourly, [...yesterday, short, manual, next])).toMatchObject({
      verdict: "ok",
      runs: { missed: [] },
    });
  });

  test("one that had ended by then is not, and no other service does so", () => {
    const missed = [new Date(NOW - 7 * HOUR)];
    const short = good(7.5, from(8, 30));
    expect(look(hourly, [...yesterday, short, next])).toMatchObject({ verdict: "missed", runs: { missed } });
    const other = { ...hourly, skipsOverlap: false };
    expect(look(other, [...yesterday, long, next])).toMatchObject({ verdict: "missed", runs: { missed } });
  });

  test("if it failed, the run has failed", () => {
    const failed = backup("failed", 6.5, from(8, 90));
    expect(look(hourly, [...yesterday, failed, next]).runs?.failed).toEqual([
      new Date(NOW - 8 * HOUR),
      new Date(NOW - 7 * HOUR),
    ]);
  });
});
