import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dueRuns, longestGap, nextDueRun, ruleProblem } from "../../src/records/due-runs.js";
import {
  describeSchedule,
  noSchedule,
  type RunSchedule,
  type Schedule,
  type ScheduleRule,
} from "../../src/records/schedule.js";
import { runsOf } from "../support/round.js";
import { calendarCase, cronCase, expectedRuns, walks } from "./support/naive-calendar.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const runs = (...rules: ScheduleRule[]): RunSchedule => ({ kind: "runs", rules });
const everyDay = [1, 2, 3, 4, 5, 6, 7];
const daily = (time: string, zone = "UTC"): ScheduleRule => ({
  kind: "weekly",
  weekdays: everyDay,
  times: [time],
  zone,
});
const cron = (expression: string, zone = "UTC"): ScheduleRule => ({ kind: "cron", expression, zone });

/** The due runs as `yyyy-MM-ddTHH:mmZ`. */
function due(schedule: Schedule, from: string, to: string): string[] {
  return dueRuns(schedule, new Date(from), new Date(to)).map((run) => `${run.toISOString().slice(0, 16)}Z`);
}

describe("nextDueRun", () => {
  const next = (schedule: Schedule, after: string) =>
    nextDueRun(schedule, new Date(after))?.toISOString() ?? null;

  it.each<[string, Schedule, string, string | null]>([
    ["later on the day", runs(daily("22:00")), "2026-11-21T08:00Z", "2026-11-21T22:00:00.000Z"],
    [
      "tomorrow, if it is due at this moment",
      runs(daily("08:00")),
      "2026-11-21T08:00Z",
      "2026-11-22T08:00:00.000Z",
    ],
    [
      "the first of several rules",
      runs(daily("22:00"), daily("09:00")),
      "2026-11-21T08:00Z",
      "2026-11-21T09:00:00.000Z",
    ],
    ["in weeks", runs(cron("0 6 1 * *")), "2026-11-21T08:00Z", "2026-12-01T06:00:00.000Z"],
    ["in a year", runs(cron("0 6 21 11 *")), "2026-11-21T08:00Z", "2027-11-21T06:00:00.000Z"],
    ["not within 400 days", runs(cron("0 6 29 2 *")), "2026-11-21T08:00Z", null],
    [
      "in local time, over the end of summer time",
      runs(daily("03:00", "Europe/Berlin")),
      "2026-10-24T12:00Z",
      "2026-10-25T02:00:00.000Z",
    ],
    ["never without a schedule", noSchedule("none"), "2026-11-21T08:00Z", null],
    [
      "when all readings agree",
      { kind: "ambiguous", reason: "r", readings: [runs(daily("06:00")), runs(cron("0 6 * * 1"))] },
      "2026-11-21T08:00Z",
      "2026-11-23T06:00:00.000Z",
    ],
  ])("is %s", (_, schedule, after, expected) => {
    expect(next(schedule, after)).toBe(expected);
  });

  it("is the first of dueRuns", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...walks),
        fc.oneof(calendarCase, cronCase),
        fc.nat(),
        (walked, { rule }, at) => {
          const after = walked.from + (at % (walked.to - walked.from));
          const schedule = runs(rule(walked.zone));
          const [first] = dueRuns(schedule, new Date(after + 1), new Date(walked.to));
          if (first !== undefined) expect(nextDueRun(schedule, new Date(after))).toEqual(first);
        },
      ),
    );
  });
});

describe("dueRuns agrees with a clock that is looked at once a minute", () => {
  it.each([
    ["calendar rules", calendarCase],
    ["cron", cronCase],
    ["both", fc.oneof(calendarCase, cronCase)],
  ])("%s", (_, ruleCase) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...walks),
        fc.array(ruleCase, { minLength: 1, maxLength: 3 }),
        (walked, cases) => {
          const schedule = runs(...cases.map(({ rule }) => rule(walked.zone)));
          const actual = dueRuns(schedule, new Date(walked.from), new Date(walked.to));
          expect(actual.map(Number)).toEqual(expectedRuns(walked, cases));
        },
      ),
      { numRuns: runsOf(100) },
    );
  });

  it("in periods that begin and end anywhere", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...walks),
        fc.oneof(calendarCase, cronCase),
        fc.nat(),
        fc.nat(),
        (walked, { rule, matches }, a, b) => {
          const span = walked.to - walked.from + 1;
          const [from, to] = [walked.from + (a % span), walked.from + (b % span)].sort((x, y) => x - y);
          const expected = expectedRuns(walked, [{ rule, matches }]).filter(
            (run) => run >= Number(from) && run < Number(to),
          );
          const actual = dueRuns(runs(rule(walked.zone)), new Date(Number(from)), new Date(Number(to)));
          expect(actual.map(Number)).toEqual(expected);
        },
      ),
      { numRuns: runsOf(100) },
    );
  });
});

describe("a change of the clock", () => {
  it.each([
    ["skips 02:30: due at the moment after the gap", "02:30", "Europe/Berlin", "2026-03-29", "01:00"],
    ["skips 02:00, the first minute of the gap", "02:00", "Europe/Berlin", "2026-03-29", "01:00"],
    ["leaves 03:00, the moment after the gap", "03:00", "Europe/Berlin", "2026-03-29", "01:00"],
    ["leaves 01:59 before the gap", "01:59", "Europe/Berlin", "2026-03-29", "00:59"],
    ["repeats 02:30: due once, at the first", "02:30", "Europe/Berlin", "2026-10-25", "00:30"],
    ["repeats 02:00, the first minute that comes twice", "02:00", "Europe/Berlin", "2026-10-25", "00:00"],
    ["does not repeat 03:00", "03:00", "Europe/Berlin", "2026-10-25", "02:00"],
    ["skips 02:15 of half an hour", "02:15", "Australia/Lord_Howe", "2026-10-03", "15:30"],
    ["repeats 01:45 of half an hour", "01:45", "Australia/Lord_Howe", "2026-04-04", "14:45"],
  ])("%s", (_, time, zone, day, expected) => {
    const [hour, minute] = time.split(":");
    for (const rule of [daily(time, zone), cron(`${minute} ${hour} * * *`, zone)])
      expect(due(runs(rule), `${day}T00:00Z`, `${day}T23:59Z`)).toEqual([`${day}T${expected}Z`]);
  });

  it("takes several times in a gap together", () => {
    const times = ["02:00", "02:30", "03:00"];
    const rule: ScheduleRule = { kind: "weekly", weekdays: everyDay, times, zone: "Europe/Berlin" };
    expect(due(runs(rule), "2026-03-29T00:00Z", "2026-03-29T06:00Z")).toEqual(["2026-03-29T01:00Z"]);
  });

  it("can skip a whole day, here 30 December", () => {
    const rule = daily("22:00", "Pacific/Apia");
    expect(due(runs(rule), "2011-12-29T00:00Z", "2012-01-01T00:00Z")).toEqual([
      "2011-12-29T08:00Z",
      "2011-12-30T08:00Z",
      "2011-12-30T10:00Z",
      "2011-12-31T08:00Z",
    ]);
  });
});

describe("cron", () => {
  it.each([
    ["0 3 * * 1-5", ["2026-01-01T03:00Z", "2026-01-02T03:00Z", "2026-01-05T03:00Z", "2026-01-06T03:00Z"]],
    ["0 3 * jan mon", ["2026-01-05T03:00Z"]],
    ["0 0 1 * 2", ["2026-01-01T00:00Z", "2026-01-06T00:00Z"]],
    ["0 0 1-7 * +MON", ["2026-01-05T00:00Z"]],
    ["0 0 * * 7", ["2026-01-04T00:00Z"]],
    ["0 0 * * 5#1", ["2026-01-02T00:00Z"]],
    ["0 0 3W * ?", ["2026-01-02T00:00Z"]],
    ["  5,6\t1 2 * * ", ["2026-01-02T01:05Z", "2026-01-02T01:06Z"]],
    ["0 0 31 2 *", []],
  ])("%s", (expression, expected) => {
    expect(due(runs(cron(expression)), "2026-01-01T00:00Z", "2026-01-07T00:00Z")).toEqual(expected);
  });

  it("knows the last day of a month", () => {
    expect(due(runs(cron("0 0 L * *")), "2024-01-31T00:00Z", "2024-03-31T00:00Z")).toEqual([
      "2024-01-31T00:00Z",
      "2024-02-29T00:00Z",
    ]);
  });
});

describe("dueRuns", () => {
  it("includes the beginning and excludes the end", () => {
    expect(due(runs(daily("22:00")), "2026-01-01T22:00Z", "2026-01-02T22:00Z")).toEqual([
      "2026-01-01T22:00Z",
    ]);
    expect(due(runs(daily("22:00")), "2026-01-01T22:00:00.001Z", "2026-01-02T22:00Z")).toEqual([]);
    expect(due(runs(daily("22:00")), "2026-01-01T22:00Z", "2026-01-01T22:00Z")).toEqual([]);
    expect(due(runs(daily("22:00")), "2026-01-02T00:00Z", "2026-01-01T00:00Z")).toEqual([]);
  });

  it("is the union of the rules, in order, each instant once", () => {
    const union = runs(daily("22:00"), daily("22:00", "UTC-02:00"), daily("23:00", "UTC+01:00"));
    expect(due(union, "2026-01-01T00:00Z", "2026-01-02T01:00Z")).toEqual([
      "2026-01-01T00:00Z",
      "2026-01-01T22:00Z",
      "2026-01-02T00:00Z",
    ]);
  });

  it("counts an interval anew from the 1st of each month, or on from its first day", () => {
    const rule = { kind: "interval", days: 3, times: ["02:00"], zone: "UTC" } as const;
    expect(due(runs({ ...rule, since: null }), "2026-02-26T00:00Z", "2026-03-05T00:00Z")).toEqual([
      "2026-02-28T02:00Z",
      "2026-03-01T02:00Z",
      "2026-03-04T02:00Z",
    ]);
    expect(due(runs({ ...rule, since: "2026-02-27" }), "2026-02-20T00:00Z", "2026-03-05T00:00Z")).toEqual([
      "2026-02-27T02:00Z",
      "2026-03-02T02:00Z",
    ]);
  });

  it("passes over months without that day", () => {
    const rule: ScheduleRule = { kind: "monthly", days: [31, 29], times: ["00:00"], zone: "UTC" };
    expect(due(runs(rule), "2023-01-30T00:00Z", "2023-05-01T00:00Z")).toEqual([
      "2023-01-31T00:00Z",
      "2023-03-29T00:00Z",
      "2023-03-31T00:00Z",
      "2023-04-29T00:00Z",
    ]);
  });

  it("gives what all readings of an ambiguous schedule share", () => {
    const first = runs({ kind: "monthly", days: [1, 2, 3], times: ["00:00"], zone: "UTC" });
    const second = runs({ kind: "weekly", weekdays: [1, 2, 3], times: ["00:00"], zone: "UTC" });
    const readings = [first, second].flatMap((schedule) => (schedule.kind === "runs" ? [schedule] : []));
    const ambiguous: Schedule = { kind: "ambiguous", readings, reason: "either" };
    expect(due(ambiguous, "2026-06-01T00:00Z", "2026-08-01T00:00Z")).toEqual([
      "2026-06-01T00:00Z",
      "2026-06-02T00:00Z",
      "2026-06-03T00:00Z",
      "2026-07-01T00:00Z",
    ]);
    expect(due({ ...ambiguous, readings: [] }, "2026-06-01T00:00Z", "2026-08-01T00:00Z")).toEqual([]);
  });

  it.each(["none", "unknown"] as const)("gives none for a schedule that is %s", (kind) => {
    expect(due({ kind, reason: "off" }, "2026-01-01T00:00Z", "2026-08-01T00:00Z")).toEqual([]);
  });

  it("takes 400 days and 10,000 runs, and no more", () => {
    const hourly = runs(cron("0 * * * *"));
    expect(due(hourly, "2026-01-01T00:00Z", "2027-02-05T00:00Z")).toHaveLength(9600);
    expect(() => due(hourly, "2026-01-01T00:00Z", "2027-02-05T00:00:00.001Z")).toThrow(
      new RangeError("from and to are more than 400 days apart"),
    );
    const often = runs(cron("*/5 * * * *"));
    expect(due(often, "2026-01-01T00:00Z", "2026-02-04T17:20Z")).toHaveLength(10_000);
    expect(() => due(often, "2026-01-01T00:00Z", "2026-02-04T17:21Z")).toThrow(
      new RangeError("more than 10000 runs are due in the period (take a shorter one)"),
    );
    expect(() => dueRuns(often, new Date(Number.NaN), new Date(0))).toThrow(
      new RangeError("from and to must be valid dates"),
    );
  });

  it("takes 64 rules, and no more", () => {
    const rules = Array.from({ length: 65 }, () => daily("22:00"));
    expect(due(runs(...rules.slice(1)), "2026-01-01T00:00Z", "2026-01-02T00:00Z")).toHaveLength(1);
    expect(() => due(runs(...rules), "2026-01-01T00:00Z", "2026-01-02T00:00Z")).toThrow(
      new RangeError("a schedule has at most 64 rules, not 65"),
    );
  });
});

describe("a rule that is invalid", () => {
  const valid = { times: ["22:00"], zone: "UTC" };
  const zones = "zone must be UTC, an offset such as UTC+02:00, or a name such as Europe/Berlin";
  const fields = "a cron expression must have five fields: minute, hour, day, month and weekday";
  it.each<[ScheduleRule, string]>([
    [daily("22:00", "Mars/Olympus"), zones],
    [daily("22:00", ""), zones],
    [daily("22:00", "+02:00"), zones],
    [daily("22:00", "UTC+14:01"), zones],
    [daily("22:00", "UTC+2"), zones],
    [daily("22:00", "utc\n"), zones],
    [daily("24:00"), "times must be written as HH:mm, at least one"],
    [daily("9:00"), "times must be written as HH:mm, at least one"],
    [
      { kind: "weekly", weekdays: everyDay, times: [], zone: "UTC" },
      "times must be written as HH:mm, at least one",
    ],
    [{ kind: "weekly", weekdays: [8], ...valid }, "weekdays must be integers from 1 to 7"],
    [{ kind: "weekly", weekdays: [], ...valid }, "weekdays must be integers from 1 to 7"],
    [{ kind: "monthly", days: [0], ...valid }, "days must be integers from 1 to 31"],
    [{ kind: "monthly", days: [1.5], ...valid }, "days must be integers from 1 to 31"],
    [{ kind: "interval", days: 0, since: null, ...valid }, "days must be integers from 1 to 366"],
    [
      { kind: "interval", days: 1, since: "2026-02-30", ...valid },
      "since must be a day, written as yyyy-MM-dd",
    ],
    [
      { kind: "interval", days: 1, since: "2026-13-01", ...valid },
      "since must be a day, written as yyyy-MM-dd",
    ],
    [{ kind: "interval", days: 1, since: "2026", ...valid }, "since must be a day, written as yyyy-MM-dd"],
    // Without types, anything can be passed.
    [{ kind: "hourly", ...valid } as never, "a rule must be of kind weekly, monthly, interval, cron"],
    [
      { kind: "weekly", weekdays: everyDay, zone: "UTC" } as never,
      "times must be written as HH:mm, at least one",
    ],
    [{ kind: "weekly", ...valid } as never, "weekdays must be integers from 1 to 7"],
    [{ kind: "interval", days: 1, ...valid } as never, "since must be a day, written as yyyy-MM-dd"],
    [{ kind: "cron", zone: "UTC" } as never, fields],
    [cron("@daily"), fields],
    [cron("0 0 * * * *"), fields],
    [cron("0 0 * *"), fields],
    [cron("* * * * *"), "a rule has at most 288 times a day"],
    [cron("60 0 * * *"), "the cron expression cannot be read (CronPattern: Invalid value for minute: 60)"],
  ])("%j", (rule, problem) => {
    expect(ruleProblem(rule)).toBe(problem);
    expect(() => due(runs(daily("22:00"), rule), "2026-01-01T00:00Z", "2026-01-01T00:00Z")).toThrow(
      new RangeError(problem),
    );
  });

  it("has no problem otherwise", () => {
    for (const zone of ["UTC", "UTC+14:00", "UTC-00:00", "Asia/Shanghai", "Etc/GMT+3"])
      expect(ruleProblem(daily("23:59", zone))).toBeNull();
    expect(ruleProblem(cron("*/5 * * * *"))).toBeNull();
  });
});

describe("what is no schedule", () => {
  // Without types, anything can be passed.
  const rule = daily("22:00");
  it.each<[unknown, string]>([
    [undefined, "a schedule must be an object such as"],
    [null, "a schedule must be an object such as"],
    [rule, "a schedule must be an object such as"],
    [[rule], "a schedule must be an object such as"],
    [{ kind: "runs" }, "a schedule must have a list of rules"],
    [{ kind: "runs", rules: rule }, "a schedule must have a list of rules"],
    [{ kind: "runs", rules: [null] }, "a schedule must have a list of rules"],
    [{ kind: "ambiguous" }, "an ambiguous one a list of readings"],
    [{ kind: "ambiguous", readings: [rule] }, "an ambiguous one a list of readings"],
  ])("is refused by all functions: %j", (schedule, message) => {
    const now = new Date();
    const calls = [
      () => dueRuns(schedule as Schedule, now, now),
      () => nextDueRun(schedule as Schedule, now),
      () => longestGap(schedule as Schedule),
      () => describeSchedule(schedule as Schedule),
    ];
    for (const call of calls) {
      expect(call).toThrow(RangeError);
      expect(call).toThrow(message);
    }
  });

  it.each([undefined, null, "2026-11-21", 0])("nor is %j a date", (date) => {
    expect(() => dueRuns(runs(rule), date as never, new Date())).toThrow("from and to must be dates");
    expect(() => dueRuns(runs(rule), new Date(), date as never)).toThrow("from and to must be dates");
    expect(() => nextDueRun(runs(rule), date as never)).toThrow("from and to must be valid dates");
  });
});

describe("longestGap", () => {
  const monthly = (...days: number[]): ScheduleRule => ({
    kind: "monthly",
    days,
    times: ["00:00"],
    zone: "UTC",
  });
  it.each<[string, ScheduleRule[], number]>([
    ["daily", [daily("22:00")], 24],
    ["daily, where the clock changes", [daily("22:00", "Europe/Berlin")], 25],
    ["daily, in the hour that comes twice", [daily("02:30", "Europe/Berlin")], 25],
    ["hourly, the repeated hour", [cron("0 * * * *", "Europe/Berlin")], 2],
    ["on workdays", [cron("0 3 * * 1-5")], 72],
    ["twice a day", [{ kind: "weekly", weekdays: everyDay, times: ["01:00", "22:00"], zone: "UTC" }], 21],
    ["on the 31st", [monthly(31)], 61 * 24],
    ["on the 29th, which three Februaries lack", [monthly(29)], 59 * 24],
    ["on the 1st and the 31st", [monthly(1, 31)], 30 * 24],
    [
      "every ten days of a month",
      [{ kind: "interval", days: 10, since: null, times: ["00:00"], zone: "UTC" }],
      240,
    ],
    [
      "every 20 days",
      [{ kind: "interval", days: 20, since: "2026-07-01", times: ["00:00"], zone: "UTC" }],
      480,
    ],
    [
      "from a day to come",
      [{ kind: "interval", days: 3, since: "2040-01-01", times: ["00:00"], zone: "UTC" }],
      72,
    ],
    ["once a year", [cron("0 0 1 1 *")], 366 * 24],
    ["on leap days", [cron("0 0 29 2 *")], 1461 * 24],
    ["two rules that fill each other's gaps", [monthly(1), monthly(15)], 17 * 24],
  ])("%s", (_, rules, expected) => {
    expect(Number(longestGap(runs(...rules))) / HOUR).toBe(expected);
  });

  it("is the longest of the readings", () => {
    const readings = [daily("22:00"), monthly(31)].map((rule) => ({ kind: "runs" as const, rules: [rule] }));
    expect(longestGap({ kind: "ambiguous", readings, reason: "either" })).toBe(61 * DAY);
  });

  it("is null if there are no two runs", () => {
    expect(longestGap(runs(cron("0 0 31 2 *")))).toBeNull();
    expect(longestGap({ kind: "none", reason: "off" })).toBeNull();
    expect(longestGap({ kind: "unknown", reason: "?" })).toBeNull();
    const readings = [daily("22:00"), cron("0 0 31 2 *")].map((rule) => ({
      kind: "runs" as const,
      rules: [rule],
    }));
    expect(longestGap({ kind: "ambiguous", readings, reason: "either" })).toBeNull();
  });

  it("is no shorter than any time between two runs that dueRuns gives", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("UTC", "Europe/Berlin", "Australia/Lord_Howe"),
        fc.array(calendarCase, { minLength: 1, maxLength: 2 }),
        (zone, cases) => {
          const schedule = runs(...cases.map(({ rule }) => rule(zone)));
          const all = dueRuns(schedule, new Date("2027-01-01T00:00Z"), new Date("2028-01-31T00:00Z")).map(
            Number,
          );
          const gaps = all.slice(1).map((run, at) => run - Number(all[at]));
          expect(Number(longestGap(schedule))).toBeGreaterThanOrEqual(Math.max(0, ...gaps));
        },
      ),
      { numRuns: runsOf(15) },
    );
  });
});
