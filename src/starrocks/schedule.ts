import { type Loose, readInteger, readObject, readText, stateValue } from "../records/fields.js";
import {
  MAX_RULES,
  noSchedule,
  type Schedule,
  type ScheduleRule,
  type StatedSchedule,
  unknownSchedule,
} from "../records/schedule.js";
import { openZone } from "../records/zone.js";

interface BackupPolicy {
  readonly PolicyId: string;
  readonly Hour: string;
  readonly Minute: string;
  readonly RecurrenceValues: readonly number[];
  readonly TimeoutSeconds: number;
  readonly ExpireDays: number;
}

const HOUR = 3_600_000;
const GRACE = HOUR / 2;
const DAYS_OF_WEEK = [1, 2, 3, 4, 5, 6, 7];
/** Three rows that can be read in two ways each have eight readings together. */
const MAX_AMBIGUOUS = 3;
const MAX_INT32 = 2_147_483_647;

/**
 * An instance's backups to come, from all of its rows in `DescribeBackupPolicies` (`starrocks-DescribeBackupPolicies`):
 * the union of them. A row is in force, and no row means no policy (inferred). `zone` is the instance's time zone
 * (`starrocks-DescribeSystemTimezone`); null means UTC+08:00 (inferred). Without `RecurrenceValues` a row is daily; a
 * value above 7 makes it monthly, a 0 weekly, and values from 1 to 7 alone are either. 1 is Monday, 7 and 0 are Sunday
 * (inferred).
 *
 * The tolerance is the longest `TimeoutSeconds`, an hour if none says so, which is the page's example, and half an hour
 * more (inferred). Records are kept for `ExpireDays`, the shortest of the rows.
 * @example
 * const { Data } = await starrocks.describeBackupPolicies({ InstanceId });
 * const { schedule } = readStarRocksSchedule(Data, "Europe/Berlin");
 */
export function readStarRocksSchedule(rows: unknown, zone: string | null): StatedSchedule {
  const policies = Array.isArray(rows) ? rows.map((row) => readObject<BackupPolicy>(row) ?? {}) : [];
  const timeouts = policies.map((row) => readInteger(row.TimeoutSeconds, 1, MAX_INT32)).filter(isNumber);
  const expiries = policies.map((row) => readInteger(row.ExpireDays, 1, MAX_INT32)).filter(isNumber);
  const seconds = timeouts.reduce((longest, timeout) => Math.max(longest, timeout), 0);
  const days = expiries.reduce((shortest, expiry) => Math.min(shortest, expiry), Number.POSITIVE_INFINITY);
  return {
    schedule: scheduleOf(rows, policies, zone ?? "UTC+08:00"),
    tolerance: (seconds * 1000 || HOUR) + GRACE,
    retention: expiries.length === 0 ? null : days * 24 * HOUR,
    since: null,
    timeout: seconds * 1000 || null,
    disks: null,
  };
}

function isNumber(value: number | null): value is number {
  return value !== null;
}

function scheduleOf(rows: unknown, policies: readonly Loose<BackupPolicy>[], zone: string): Schedule {
  if (rows !== undefined && rows !== null && !Array.isArray(rows))
    return unknownSchedule(`the list of policies ${stateValue(rows)}`);
  if (policies.length === 0) return noSchedule("the instance has no backup policy");
  if (policies.length > MAX_RULES) return unknownSchedule(`the instance has more than ${MAX_RULES} policies`);
  if (openZone(zone) === null) return unknownSchedule(`the instance's time zone ${stateValue(zone)}`);
  const ways: (readonly ScheduleRule[])[] = [];
  for (const policy of policies) {
    const rules = readPolicy(policy, zone);
    if (typeof rules === "string")
      return unknownSchedule(`policy ${readText(policy.PolicyId) ?? ""}: ${rules}`);
    ways.push(rules);
  }
  return combine(ways);
}

/** The ways to read a row, the likeliest first, or why it cannot be read. */
function readPolicy(policy: Loose<BackupPolicy>, zone: string): readonly ScheduleRule[] | string {
  const hour = readInteger(policy.Hour, 0, 23);
  const minute = readInteger(policy.Minute, 0, 59);
  if (hour === null) return `Hour ${stateValue(policy.Hour)}`;
  if (minute === null) return `Minute ${stateValue(policy.Minute)}`;
  const at = { times: [`${twoDigits(hour)}:${twoDigits(minute)}`], zone };
  const given = policy.RecurrenceValues ?? [];
  if (!Array.isArray(given)) return `RecurrenceValues ${stateValue(given)}`;
  if (given.length === 0) return [{ kind: "weekly", weekdays: DAYS_OF_WEEK, ...at }];
  const values = [...new Set(given.map((value) => readInteger(value, 0, 31)))].filter(isNumber);
  const unread = given.some((value) => readInteger(value, 0, 31) === null);
  const monthly = values.some((value) => value > 7);
  if (unread || (monthly && values.includes(0)))
    return "RecurrenceValues are neither days of the week nor of the month";
  const weekly: ScheduleRule = {
    kind: "weekly",
    weekdays: [...new Set(values.map((value) => value || 7))],
    ...at,
  };
  if (values.includes(0)) return [weekly];
  const ofMonth: ScheduleRule = { kind: "monthly", days: values, ...at };
  return monthly ? [ofMonth] : [weekly, ofMonth];
}

/** Every way to read all rows together. */
function combine(ways: readonly (readonly ScheduleRule[])[]): Schedule {
  if (ways.filter(({ length }) => length > 1).length > MAX_AMBIGUOUS)
    return unknownSchedule(
      `more than ${MAX_AMBIGUOUS} policies have values from 1 to 7, which are days of the week or of the month`,
    );
  const readings = ways.reduce<ScheduleRule[][]>(
    (all, rules) => all.flatMap((before) => rules.map((rule) => [...before, rule])),
    [[]],
  );
  const [first = [], ...others] = readings;
  if (others.length === 0) return { kind: "runs", rules: first };
  return {
    kind: "ambiguous",
    readings: readings.map((rules) => ({ kind: "runs", rules })),
    reason: "RecurrenceValues from 1 to 7 are days of the week or of the month",
  };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}
