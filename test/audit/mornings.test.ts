import { describe, expect, test } from "vitest";
import { assess, defaultObjective } from "../../src/audit/index.js";
import { expectRuns } from "../../src/audit/runs.js";
import type { Memory } from "../../src/audit/target.js";
import { readDcsSchedule } from "../../src/dcs/schedule.js";
import { dueRuns, longestGap } from "../../src/records/due-runs.js";
import type { BackupRecord } from "../../src/records/record.js";
import { describeSchedule, type StatedSchedule } from "../../src/records/schedule.js";
import { readStarRocksSchedule } from "../../src/starrocks/schedule.js";
import { readVbsSchedule } from "../../src/vbs/schedule.js";
import { sampleOf } from "../support/round.js";
import { backup, DAY, HOUR, MINUTE } from "./records.js";

/** The clocks of Berlin go back on the second Sunday, those of New York on the third. */
const START = Date.UTC(2026, 9, 17, 6, 30);
const MORNINGS = 28;
const mornings = Array.from({ length: MORNINGS }, (_, at) => START + at * DAY);

const dcs = (backup_at: number[], begin_at: string, save_days = 7) =>
  readDcsSchedule({
    policy: {
      backup_type: "auto",
      save_days,
      periodical_backup_plan: { backup_at, period_type: "weekly", begin_at },
    },
  });
const vbs = (scheduled_policy: object, time_zone?: string) =>
  readVbsSchedule({ scheduled_policy: { status: "ON", ...scheduled_policy }, time_zone });
const starrocks = (zone: string | null, ...rows: object[]) =>
  readStarRocksSchedule(
    rows.map((row) => ({ Hour: "2", Minute: "30", TimeoutSeconds: 3600, ExpireDays: 30, ...row })),
    zone,
  );
const cron = (expression: string, zone: string): StatedSchedule => ({
  schedule: { kind: "runs", rules: [{ kind: "cron", expression, zone }] },
  tolerance: 2 * HOUR,
  retention: null,
  since: null,
  timeout: null,
  disks: null,
});

/** Every kind of schedule that a service can state, and cron, in UTC and in zones with daylight saving. */
const schedules: Record<string, StatedSchedule> = {
  "DCS, every day": dcs([1, 2, 3, 4, 5, 6, 7], "01:00-02:00"),
  "DCS, weekdays": dcs([1, 2, 3, 4, 5], "23:00-00:00"),
  "DCS, twice a week": dcs([2, 6], "05:00-06:00"),
  "DCS, weekly": dcs([7], "22:00-23:00"),
  "DCS, weekly, kept for a day": dcs([7], "22:00-23:00", 1),
  "VBS, every day": vbs({ frequency: 1, start_time: "01:00" }),
  "VBS, every third day of a month, twice": vbs({ frequency: 3, start_time: "01:00,13:00" }),
  "VBS, once a month": vbs({ frequency: 30, start_time: "12:00" }),
  "VBS, weekdays of another zone": vbs(
    { week_frequency: ["MON", "WED", "FRI"], start_time: "20:00" },
    "UTC+02:00",
  ),
  "VBS, weekdays that differ by zone": vbs({ week_frequency: ["SUN"], start_time: "23:00" }, "UTC+02:00"),
  "StarRocks, every day": starrocks("Europe/Berlin", {}),
  "StarRocks, weekly": starrocks("America/New_York", { RecurrenceValues: [0, 3] }),
  "StarRocks, monthly": starrocks(null, { RecurrenceValues: [1, 15, 31] }),
  "StarRocks, weekly or monthly": starrocks("Europe/Berlin", { RecurrenceValues: [1, 4] }),
  "StarRocks, two policies": starrocks("UTC", {}, { Hour: "14", RecurrenceValues: [8, 20] }),
  ...Object.fromEntries(
    ["UTC", "Europe/Berlin", "America/New_York"].flatMap((zone) =>
      ["0 * * * *", "30 */6 * * *", "30 2 * * *", "0 3 * * 1-5", "15 4 1,15 * *", "0 12 * * 0"].map(
        (expression) => [`cron ${expression} ${zone}`, cron(expression, zone)],
      ),
    ),
  ),
};

/** The record of a run that began two minutes late and took ten. */
const ran = (due: number, at: number): BackupRecord =>
  backup("succeeded", null, {
    id: `run-${at}`,
    createdAt: new Date(due),
    startedAt: new Date(due + 2 * MINUTE),
    finishedAt: new Date(due + 12 * MINUTE),
  });

/** The verdict of every morning's audit from an instant on, each with the memory of the one before. */
function audits(stated: StatedSchedule, records: readonly BackupRecord[], from = START) {
  const text = describeSchedule(stated.schedule);
  const remember = (checkedAt: number): Memory => ({ checkedAt, schedule: { text, since: null } });
  const before = mornings.findLast((now) => now < from);
  let memory = before === undefined ? null : remember(before);
  return mornings
    .filter((now) => now >= from)
    .map((now) => {
      const seen = records.filter(({ startedAt }) => Number(startedAt) <= now);
      const objective = { ...defaultObjective, maxAge: Number.POSITIVE_INFINITY };
      const found = assess(seen, objective, now, { since: null }, expectRuns(stated, now, text, memory));
      memory = remember(now);
      return { now, ...found };
    });
}

function runsOf({ schedule }: StatedSchedule): number[] {
  const gap = longestGap(schedule);
  const reading = schedule.kind === "ambiguous" ? (schedule.readings[0] ?? schedule) : schedule;
  return dueRuns(reading, new Date(START - 2 * DAY - (gap ?? 0)), new Date(START + MORNINGS * DAY)).map(
    Number,
  );
}

describe.each(sampleOf(Object.entries(schedules), 4))("%s", (_, stated) => {
  const due = runsOf(stated);
  const records = due.map(ran);
  const tolerance = stated.tolerance;

  test("gives no false alarm on 28 mornings of healthy backups", () => {
    expect(audits(stated, records).filter(({ verdict }) => verdict !== "ok")).toEqual([]);
  });

  test("names every skipped run at the first audit after its grace", () => {
    const first = mornings[0] ?? 0;
    // Of those that are judged by the first audit's window, and whose grace is over by the last audit.
    const judged = due
      .map((run, at) => ({ run, at }))
      .filter(({ run }) => run >= first && run + tolerance < (mornings.at(-1) ?? 0));
    const sample = judged.filter((_, at) => judged.length <= 30 || at % Math.ceil(judged.length / 8) === 0);
    expect(sample.length).toBeGreaterThan(0);
    for (const { run, at } of sample) {
      // The mornings before the run know nothing of it: they are those of the test above.
      const found = audits(stated, records.toSpliced(at, 1), run);
      const expected = found.find(({ now }) => now >= run + tolerance);
      const name = new Date(run).toISOString().slice(0, 16).replace("T", " ");
      expect(expected).toMatchObject({ verdict: "missed", reason: expect.stringContaining(`${name}Z`) });
      // And again each morning until the next run is done.
      const next = (due[at + 1] ?? Number.POSITIVE_INFINITY) + 2 * MINUTE;
      const kept = (now: number) => run >= now - (stated.retention ?? Number.POSITIVE_INFINITY);
      const told = ({ now }: { now: number }) => now >= run + tolerance && now < next && kept(now);
      expect(found.filter((one) => one.verdict !== "ok")).toEqual(
        found.filter((one) => one === expected || told(one)),
      );
    }
  });
});
