import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDcsSchedule } from "../../src/dcs/schedule.js";
import { dueRuns, ruleProblem } from "../../src/records/due-runs.js";
import { describeSchedule, type StatedSchedule } from "../../src/records/schedule.js";
import { readStarRocksSchedule } from "../../src/starrocks/schedule.js";
import { readVbsSchedule } from "../../src/vbs/schedule.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const told = ({ schedule }: StatedSchedule) => describeSchedule(schedule);

/** Days and hours of the due runs of January 2026, a month that begins on a Thursday. */
function january({ schedule }: StatedSchedule): string[] {
  return dueRuns(schedule, new Date("2026-01-01T00:00Z"), new Date("2026-02-01T00:00Z")).map((run) =>
    run.toISOString().slice(8, 16),
  );
}

describe("the schedule of a DCS instance", () => {
  const plan = {
    timezone_offset: null,
    backup_at: [1, 2, 3, 4, 5],
    period_type: "weekly",
    begin_at: "22:00-23:00",
  };
  const inner = { backup_type: "auto", save_days: 3, periodical_backup_plan: plan };
  const withPlan = (changes: object) => ({ ...inner, periodical_backup_plan: { ...plan, ...changes } });
  const wrapper = {
    backup_policy_id: "1d91dd7e-33de-4216-bb14-19ad6db0f454",
    created_at: "2022-04-11T09:45:24.790Z",
    updated_at: "2022-04-12T02:22:03.269Z",
    policy: inner,
    tenant_id: "0624e839a54847039e9b2b46e8aa665a",
  };

  it.each<[string, unknown, string]>([
    ["the wrapper", wrapper, "Mon–Fri 22:00 UTC"],
    ["the inner object", inner, "Mon–Fri 22:00 UTC"],
    // dcs-otc-show-instance, Table 5
    ["the page's begin_at", withPlan({ begin_at: "00:00-01:00" }), "Mon–Fri 00:00 UTC"],
    ["a window over midnight", withPlan({ begin_at: "23:00-00:00" }), "Mon–Fri 23:00 UTC"],
    ["a window until 24:00", withPlan({ begin_at: "23:00-24:00" }), "Mon–Fri 23:00 UTC"],
    // dcs-otc-modify-instance
    [
      "weekdays as texts",
      withPlan({ backup_at: ["1", "2", "3", "4", "6", "7"] }),
      "Mon–Thu, Sat and Sun 22:00 UTC",
    ],
    ["a weekday twice", withPlan({ backup_at: [7, 7] }), "Sun 22:00 UTC"],
    ["no period type", withPlan({ period_type: null }), "Mon–Fri 22:00 UTC"],
    ["an empty offset", withPlan({ timezone_offset: "" }), "Mon–Fri 22:00 UTC"],
    ["an offset of zero", withPlan({ timezone_offset: "+0000" }), "Mon–Fri 22:00 UTC"],
    ["an offset that is no text", withPlan({ timezone_offset: {} }), "Mon–Fri 22:00 UTC"],
    // dcs-hwc-show-instance, BackupPlan
    [
      "an offset",
      withPlan({ timezone_offset: "+0800" }),
      'Mon–Fri 22:00 UTC, or Mon–Fri 22:00 UTC+08:00 (timezone_offset is "+0800", and the pages differ on whether it counts)',
    ],
    [
      "an offset that is read otherwise",
      withPlan({ timezone_offset: "UTC-03:30" }),
      'Mon–Fri 22:00 UTC, or Mon–Fri 22:00 UTC-03:30 (timezone_offset is "UTC-03:30", and the pages differ on whether it counts)',
    ],
    ["no policy", null, "no schedule: the instance has no backup policy"],
    ["no such field", undefined, "no schedule: the instance has no backup policy"],
    [
      "a wrapper without a policy",
      { ...wrapper, policy: null },
      "no schedule: the instance has no backup policy",
    ],
    // "…is retained when automatic backup is switched to manual backup"
    [
      "a plan that is left over",
      { ...inner, backup_type: "manual" },
      "no schedule: backups are started by hand alone",
    ],
    ["nothing at all", {}, "unknown schedule: backup_type is absent"],
    ["a text", "auto", "unknown schedule: backup_type is absent"],
    ["another type", { ...inner, backup_type: "AUTO" }, 'unknown schedule: backup_type is "AUTO"'],
    ["no plan", { backup_type: "auto" }, "unknown schedule: periodical_backup_plan is absent"],
    [
      "a plan that is none",
      { ...inner, periodical_backup_plan: [] },
      "unknown schedule: periodical_backup_plan is a list",
    ],
    [
      "another period",
      withPlan({ period_type: "monthly" }),
      'unknown schedule: period_type is "monthly", not weekly',
    ],
    [
      "weekday 8",
      withPlan({ backup_at: [1, 8] }),
      "unknown schedule: backup_at is not a list of weekdays from 1 to 7",
    ],
    [
      "no weekday",
      withPlan({ backup_at: [] }),
      "unknown schedule: backup_at is not a list of weekdays from 1 to 7",
    ],
    [
      "one weekday",
      withPlan({ backup_at: 1 }),
      "unknown schedule: backup_at is not a list of weekdays from 1 to 7",
    ],
    ["no window", withPlan({ begin_at: undefined }), "unknown schedule: begin_at is absent, not HH:mm-HH:mm"],
    [
      "a time alone",
      withPlan({ begin_at: "22:00" }),
      'unknown schedule: begin_at is "22:00", not HH:mm-HH:mm',
    ],
    [
      "an offset of a day",
      withPlan({ timezone_offset: "+2400" }),
      'unknown schedule: timezone_offset is "+2400"',
    ],
  ])("%s", (_, source, text) => expect(told(readDcsSchedule(source))).toBe(text));

  it("is due at the start of the window", () => {
    expect(january(readDcsSchedule(withPlan({ backup_at: [7] })))).toEqual([
      "04T22:00",
      "11T22:00",
      "18T22:00",
      "25T22:00",
    ]);
  });

  it.each<[unknown, number, number | null]>([
    [wrapper, 90, 3],
    [withPlan({ begin_at: "22:00-00:00" }), 150, 3],
    [{ ...inner, save_days: 7 }, 90, 7],
    [{ ...inner, save_days: "1" }, 90, 1],
    [{ ...inner, save_days: 8 }, 90, null],
    [{ backup_type: "manual" }, 90, null],
    [null, 90, null],
  ])("%j: missed after minutes, kept for days", (source, minutes, days) => {
    const { tolerance, retention } = readDcsSchedule(source);
    expect([tolerance, retention]).toEqual([minutes * MINUTE, days === null ? null : days * DAY]);
  });
});

describe("the schedule of a VBS policy", () => {
  // vbs-otc-list-backup-policies
  const plan = {
    remain_first_backup_of_curMonth: "Y",
    rentention_num: 10,
    frequency: 1,
    start_time: "12:00",
    status: "ON",
  };
  const policy = {
    backup_policy_id: "XX",
    backup_policy_name: "plan01",
    scheduled_policy: plan,
    policy_resource_count: 0,
  };
  const withPlan = (changes: object, zone?: unknown) => ({
    ...policy,
    scheduled_policy: { ...plan, ...changes },
    time_zone: zone,
  });
  // vbs-otc-create-backup-policy
  const created = {
    backup_policy_name: "policy_01",
    scheduled_policy: {
      remain_first_backup_of_curMonth: "Y",
      rentention_day: 30,
      week_frequency: ["SUN", "WED"],
      start_time: "12:00",
      status: "ON",
    },
    time_zone: "UTC+08:00",
  };
  const early = { start_time: "22:00,00:00,02:00" };
  const names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

  it.each<[string, unknown, string]>([
    ["the list's example", policy, "daily 12:00 UTC"],
    ["the list's other example", withPlan({ start_time: "14:00" }), "daily 14:00 UTC"],
    ["the example of a new policy", created, "Wed and Sun 20:00 UTC+08:00"],
    [
      "the zone inside",
      withPlan({ frequency: 2, time_zone: "UTC+02:00" }),
      "every 2 days from the 1st, 14:00 UTC+02:00",
    ],
    [
      "the zone beside goes first",
      withPlan({ frequency: 2, time_zone: "UTC+02:00" }, "UTC-02:00"),
      "every 2 days from the 1st, 10:00 UTC-02:00",
    ],
    [
      "both periods: the first wins",
      withPlan({ frequency: 3, week_frequency: ["MON"] }),
      "every 3 days from the 1st, 12:00 UTC",
    ],
    ["a frequency of 0 is not set", withPlan({ frequency: 0, week_frequency: ["MON"] }), "Mon 12:00 UTC"],
    [
      "a frequency of null is not set",
      withPlan({ frequency: null, week_frequency: ["FRI", "FRI"] }),
      "Fri 12:00 UTC",
    ],
    ["a frequency as a text", withPlan({ frequency: "2" }), "every 2 days from the 1st, 12:00 UTC"],
    ["blanks in the list of times", withPlan({ start_time: "01:00, 13:00" }), "daily 01:00 and 13:00 UTC"],
    [
      "times on two days in UTC, daily",
      withPlan(early, "UTC+02:00"),
      "daily 00:00, 02:00 and 04:00 UTC+02:00",
    ],
    [
      "times on two days in UTC, on all weekdays",
      withPlan({ ...early, frequency: null, week_frequency: names }, "UTC+02:00"),
      "daily 00:00, 02:00 and 04:00 UTC+02:00",
    ],
    [
      "times on two days in UTC, on one weekday",
      withPlan({ ...early, frequency: null, week_frequency: ["WED"] }, "UTC+02:00"),
      "Wed 00:00, 02:00 and 04:00 UTC+02:00, or Wed 00:00, 02:00 and 22:00 UTC (the day can be that of UTC+02:00 or of UTC)",
    ],
    [
      "times on two days in UTC, every other day",
      withPlan({ frequency: 2, start_time: "01:00" }, "UTC-02:00"),
      "every 2 days from the 1st, 23:00 UTC-02:00, or every 2 days from the 1st, 01:00 UTC (the day can be that of UTC-02:00 or of UTC)",
    ],
    ["another zone, daily", withPlan({}, "Europe/Berlin"), "daily 12:00 UTC"],
    [
      "another zone",
      withPlan({ frequency: 2 }, "Europe/Berlin"),
      'unknown schedule: time_zone is "Europe/Berlin", not UTC±HH:mm',
    ],
    ["an empty zone", withPlan({ frequency: 2 }, {}), "every 2 days from the 1st, 12:00 UTC"],
    ["switched off", withPlan({ status: "OFF" }), "no schedule: the policy is off"],
    ["another status", withPlan({ status: "on" }), 'unknown schedule: status is "on"'],
    ["no status", withPlan({ status: undefined }), "unknown schedule: status is absent"],
    ["no plan", { ...policy, scheduled_policy: null }, "unknown schedule: scheduled_policy is absent"],
    ["no policy", [], "unknown schedule: the policy is a list"],
    ["no time", withPlan({ start_time: "" }), 'unknown schedule: start_time is "", not HH:mm,HH:mm'],
    [
      "no such time",
      withPlan({ start_time: "12:00,24:00" }),
      'unknown schedule: start_time is "12:00,24:00", not HH:mm,HH:mm',
    ],
    ["31 days", withPlan({ frequency: 31 }), 'unknown schedule: frequency is "31", not 1 to 30 days'],
    [
      "no period",
      withPlan({ frequency: 0, week_frequency: [] }),
      "unknown schedule: neither frequency nor week_frequency is set",
    ],
    [
      "no such weekday",
      withPlan({ frequency: 0, week_frequency: ["MON", "XXX"] }),
      "unknown schedule: week_frequency is not a list of SUN, MON, TUE, WED, THU, FRI and SAT",
    ],
    [
      "a weekday that is no text",
      withPlan({ frequency: 0, week_frequency: [{ toString: 1 }] }),
      "unknown schedule: week_frequency is not a list of SUN, MON, TUE, WED, THU, FRI and SAT",
    ],
  ])("%s", (_, source, text) => expect(told(readVbsSchedule(source))).toBe(text));

  it("refuses more times than a day has hours", () => {
    const start_time = Array.from({ length: 25 }, (_, minute) => `12:${minute + 10}`).join();
    expect(readVbsSchedule(withPlan({ start_time })).schedule.kind).toBe("unknown");
  });

  // vbs-otc-guide-create-backup-policy: the 1st, 4th, 7th, … whenever it was created.
  it("counts the days from the 1st", () => {
    expect(january(readVbsSchedule(withPlan({ frequency: 3 })))).toEqual(
      ["01", "04", "07", "10", "13", "16", "19", "22", "25", "28", "31"].map((day) => `${day}T12:00`),
    );
  });

  it("is due for certain where the day is the same in both zones", () => {
    const stated = readVbsSchedule(
      withPlan({ ...early, frequency: 0, week_frequency: ["WED"] }, "UTC+02:00"),
    );
    expect(january(stated).slice(0, 4)).toEqual(["07T00:00", "07T02:00", "14T00:00", "14T02:00"]);
    const { schedule } = stated;
    const readings = schedule.kind === "ambiguous" ? schedule.readings : [];
    expect(readings.map((reading) => january({ ...stated, schedule: reading }).slice(0, 3))).toEqual([
      ["06T22:00", "07T00:00", "07T02:00"],
      ["07T00:00", "07T02:00", "07T22:00"],
    ]);
  });

  it("shows its jobs for 30 days", () => {
    for (const source of [policy, created, null])
      expect(readVbsSchedule(source)).toMatchObject({ tolerance: 90 * MINUTE, retention: 30 * DAY });
  });
});

describe("the schedule of a StarRocks instance", () => {
  // starrocks-DescribeBackupPolicies
  const row = {
    InstanceId: "c-96f3bc7f04b2****",
    PolicyId: "1",
    Hour: "2",
    Minute: "30",
    RecurrenceValues: null,
    TimeoutSeconds: 3600,
    ExpireDays: 7,
  };
  const on = (...values: unknown[]) => [{ ...row, RecurrenceValues: values }];
  const either = "(RecurrenceValues from 1 to 7 are days of the week or of the month)";

  it.each<[string, unknown, string]>([
    ["the page's example", [row], "daily 02:30 UTC+08:00"],
    ["an empty list of values", on(), "daily 02:30 UTC+08:00"],
    ["hour and minute as they are written", [{ ...row, Hour: 10, Minute: 5 }], "daily 10:05 UTC+08:00"],
    ["a value above 7", on(1, 15), "days 1 and 15 of each month, 02:30 UTC+08:00"],
    ["the least value that is no weekday", on(8), "day 8 of each month, 02:30 UTC+08:00"],
    ["a 0", on(0, 1), "Mon and Sun 02:30 UTC+08:00"],
    ["0 and 7", on(0, 7), "Sun 02:30 UTC+08:00"],
    ["values as texts", on("0", "6"), "Sat and Sun 02:30 UTC+08:00"],
    [
      "1 to 7 only",
      on(1, 3),
      `Mon and Wed 02:30 UTC+08:00, or days 1 and 3 of each month, 02:30 UTC+08:00 ${either}`,
    ],
    [
      "all of 1 to 7",
      on(7, 6, 5, 4, 3, 2, 1),
      `daily 02:30 UTC+08:00, or days 1, 2, 3, 4, 5, 6 and 7 of each month, 02:30 UTC+08:00 ${either}`,
    ],
    ["two rows", [row, ...on(31)], "daily 02:30 UTC+08:00; day 31 of each month, 02:30 UTC+08:00"],
    [
      "two rows, one of them unclear",
      [row, ...on(5)],
      `daily 02:30 UTC+08:00; Fri 02:30 UTC+08:00, or daily 02:30 UTC+08:00; day 5 of each month, 02:30 UTC+08:00 ${either}`,
    ],
    [
      "four rows that are unclear",
      [1, 2, 3, 4].flatMap((value) => on(value)),
      "unknown schedule: more than 3 policies have values from 1 to 7, which are days of the week or of the month",
    ],
    ["no rows", [], "no schedule: the instance has no backup policy"],
    ["null", null, "no schedule: the instance has no backup policy"],
    ["nothing", undefined, "no schedule: the instance has no backup policy"],
    ["no list", {}, "unknown schedule: the list of policies is an object"],
    [
      "0 and a day of the month",
      on(0, 31),
      "unknown schedule: policy 1: RecurrenceValues are neither days of the week nor of the month",
    ],
    [
      "32",
      on(32),
      "unknown schedule: policy 1: RecurrenceValues are neither days of the week nor of the month",
    ],
    [
      "a value that is no number",
      on(1, "MON"),
      "unknown schedule: policy 1: RecurrenceValues are neither days of the week nor of the month",
    ],
    [
      "values that are no list",
      [{ ...row, RecurrenceValues: "1" }],
      'unknown schedule: policy 1: RecurrenceValues is "1"',
    ],
    ["hour 24", [{ ...row, Hour: "24" }], 'unknown schedule: policy 1: Hour is "24"'],
    [
      "no minute",
      [row, { ...row, PolicyId: "bp-2", Minute: null }],
      "unknown schedule: policy bp-2: Minute is absent",
    ],
    ["a row that is none", [null], "unknown schedule: policy : Hour is absent"],
    [
      "65 rows",
      Array.from({ length: 65 }, () => row),
      "unknown schedule: the instance has more than 64 policies",
    ],
  ])("%s", (_, rows, text) => expect(told(readStarRocksSchedule(rows, null))).toBe(text));

  it("is due in the instance's zone", () => {
    expect(told(readStarRocksSchedule([row], "Europe/Berlin"))).toBe("daily 02:30 Europe/Berlin");
    expect(told(readStarRocksSchedule([row], "Mars"))).toBe(
      `unknown schedule: the instance's time zone is "Mars"`,
    );
    expect(january(readStarRocksSchedule(on(31), null))).toEqual(["30T18:30"]);
  });

  it("has every way to read its rows", () => {
    const { schedule } = readStarRocksSchedule([...on(1), ...on(2), ...on(3)], null);
    expect(schedule.kind === "ambiguous" && schedule.readings.length).toBe(8);
  });

  it.each<[string, unknown, number, number | null]>([
    ["the page's example", [row], 90, 7],
    ["the longest time, the shortest stay", [row, { ...row, TimeoutSeconds: "7200", ExpireDays: 3 }], 150, 3],
    ["the same in another order", [{ ...row, TimeoutSeconds: 7200, ExpireDays: 3 }, row], 150, 3],
    ["one that says nothing", [row, {}], 90, 7],
    ["none that says anything", [{ ...row, TimeoutSeconds: null, ExpireDays: 0 }], 90, null],
    ["a short time", [{ ...row, TimeoutSeconds: 600 }], 40, 7],
    ["no policy", null, 90, null],
  ])("%s: missed after minutes, kept for days", (_, rows, minutes, days) => {
    const { tolerance, retention } = readStarRocksSchedule(rows, null);
    expect([tolerance, retention]).toEqual([minutes * MINUTE, days === null ? null : days * DAY]);
  });
});

describe("whatever a service states", () => {
  const value = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      "auto",
      "ON",
      "22:00-23:00",
      "12:00",
      "weekly",
      "+0800",
      "UTC+02:00",
      1,
      30n,
      [1, 2],
      ["MON"],
    ),
  );
  const record = (...keys: string[]) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
  const nest = (key: string, outer: fc.Arbitrary<object>, inner: fc.Arbitrary<unknown>) =>
    fc.tuple(outer, inner).map(([a, b]): object => ({ ...a, [key]: b }));
  const dcs = nest(
    "periodical_backup_plan",
    record("backup_type", "save_days"),
    record("timezone_offset", "backup_at", "period_type", "begin_at"),
  );
  const vbs = nest(
    "scheduled_policy",
    record("time_zone"),
    record("status", "start_time", "frequency", "week_frequency", "time_zone"),
  );
  const starRocks = fc.array(
    record("PolicyId", "Hour", "Minute", "RecurrenceValues", "TimeoutSeconds", "ExpireDays"),
  );

  it.each<[string, fc.Arbitrary<unknown>, (source: unknown) => StatedSchedule]>([
    ["dcs", fc.oneof(dcs, nest("policy", record(), dcs), value), readDcsSchedule],
    ["vbs", fc.oneof(vbs, value), readVbsSchedule],
    ["starrocks", fc.oneof(starRocks, value), (rows) => readStarRocksSchedule(rows, null)],
  ])("%s: nothing throws, and every rule is valid", (_, source, read) => {
    fc.assert(
      fc.property(source, (wire) => {
        const { schedule, tolerance, retention } = read(wire);
        expect(tolerance).toBeGreaterThan(0);
        expect(retention).not.toBeNaN();
        expect(describeSchedule(schedule)).not.toMatch(/undefined|NaN|\[object/);
        const readings = schedule.kind === "ambiguous" ? schedule.readings : [schedule];
        for (const reading of readings)
          if (reading.kind === "runs")
            expect(reading.rules.map(ruleProblem)).toEqual(reading.rules.map(() => null));
      }),
    );
  });
});
