import { describe, expect, it } from "vitest";
import { describeSchedule, type ScheduleRule } from "../../src/records/schedule.js";

const at = (...times: string[]) => ({ times, zone: "UTC" });
const weekly = (...weekdays: number[]): ScheduleRule => ({ kind: "weekly", weekdays, ...at("22:00") });
const everyHour = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

describe("describeSchedule", () => {
  it.each<[ScheduleRule, string]>([
    [weekly(1, 2, 3, 4, 5), "Mon–Fri 22:00 UTC"],
    [weekly(7, 3), "Wed and Sun 22:00 UTC"],
    [weekly(3), "Wed 22:00 UTC"],
    [weekly(6, 7), "Sat and Sun 22:00 UTC"],
    [weekly(6, 1, 2, 3, 3), "Mon–Wed and Sat 22:00 UTC"],
    [weekly(1, 3, 5), "Mon, Wed and Fri 22:00 UTC"],
    [weekly(7, 6, 5, 4, 3, 2, 1), "daily 22:00 UTC"],
    [weekly(8), "weekday 8 (there is none) 22:00 UTC"],
    [weekly(1, 2, 3, 4, 5, 6, 8), "Mon–Sat and weekday 8 (there is none) 22:00 UTC"],
    [weekly(), "no weekday 22:00 UTC"],
    [{ kind: "weekly", weekdays: [1], ...at() }, "Mon at no time UTC"],
    [{ kind: "weekly", weekdays: [1], ...at("13:00", "01:00", "13:00") }, "Mon 01:00 and 13:00 UTC"],
    [{ kind: "weekly", weekdays: [1], ...at(...everyHour) }, "Mon 24 times from 00:00 to 23:00 UTC"],
    [{ kind: "monthly", days: [1], ...at("02:30") }, "day 1 of each month, 02:30 UTC"],
    [{ kind: "monthly", days: [15, 1, 31], ...at("02:30") }, "days 1, 15 and 31 of each month, 02:30 UTC"],
    [
      { kind: "interval", days: 2, since: null, times: ["01:00", "13:00"], zone: "UTC+02:00" },
      "every 2 days from the 1st, 01:00 and 13:00 UTC+02:00",
    ],
    [{ kind: "interval", days: 1, since: null, ...at("12:00") }, "daily 12:00 UTC"],
    [
      { kind: "interval", days: 3, since: "2026-01-05", ...at("06:00") },
      "every 3 days from 2026-01-05, 06:00 UTC",
    ],
    [{ kind: "interval", days: 1, since: "2026-01-05", ...at("06:00") }, "daily from 2026-01-05, 06:00 UTC"],
    [{ kind: "cron", expression: "0 3 * * 1-5", zone: "Europe/Berlin" }, "cron 0 3 * * 1-5 Europe/Berlin"],
  ])("%j", (rule, text) => expect(describeSchedule({ kind: "runs", rules: [rule] })).toBe(text));

  it("names four rules of a union and counts the others", () => {
    const rules = [1, 2, 3, 4, 5, 6].map((day) => weekly(day));
    expect(describeSchedule({ kind: "runs", rules: rules.slice(0, 2) })).toBe("Mon 22:00 UTC; Tue 22:00 UTC");
    expect(describeSchedule({ kind: "runs", rules })).toBe(
      "Mon 22:00 UTC; Tue 22:00 UTC; Wed 22:00 UTC; Thu 22:00 UTC; and 2 more",
    );
  });

  it("says of a schedule without rules that it is one, and refuses a rule of no kind", () => {
    expect(describeSchedule({ kind: "runs", rules: [] })).toBe("no run is due (a schedule without rules)");
    const untyped = JSON.parse('{ "kind": "runs", "rules": [{ "kind": "wekly" }] }');
    expect(() => describeSchedule(untyped)).toThrow(
      new RangeError("a rule must be of kind weekly, monthly, interval, cron"),
    );
  });

  it("gives the readings and the reasons", () => {
    const readings = [weekly(1), weekly(2)].map((rule) => ({ kind: "runs" as const, rules: [rule] }));
    expect(describeSchedule({ kind: "ambiguous", readings, reason: "the page does not say" })).toBe(
      "Mon 22:00 UTC, or Tue 22:00 UTC (the page does not say)",
    );
    expect(describeSchedule({ kind: "none", reason: "the policy is off" })).toBe(
      "no schedule: the policy is off",
    );
    expect(describeSchedule({ kind: "unknown", reason: "Hour is absent" })).toBe(
      "unknown schedule: Hour is absent",
    );
  });
});
