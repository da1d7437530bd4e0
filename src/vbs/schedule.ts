import { type Loose, readInteger, readObject, readText, stateValue } from "../records/fields.js";
import {
  noSchedule,
  type Schedule,
  type ScheduleRule,
  type StatedSchedule,
  unknownSchedule,
} from "../records/schedule.js";
import { parseOffset } from "../records/zone.js";

interface BackupPolicy {
  readonly scheduled_policy: ScheduledPolicy;
  readonly time_zone: string;
  readonly policy_resource_count: number;
}

interface ScheduledPolicy {
  readonly status: string;
  readonly start_time: string;
  readonly frequency: number;
  readonly week_frequency: readonly string[];
  readonly time_zone: string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const MAX_INT32 = 2_147_483_647;
const WEEKDAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"];

/**
 * The backups to come of the disks of a policy, as the list of policies shows it (`vbs-otc-list-backup-policies`).
 * Times are UTC; `frequency` counts from the 1st of each month (`vbs-otc-guide-create-backup-policy`) and goes before
 * `week_frequency` (`vbs-otc-create-backup-policy`). No page says whether a day begins in `time_zone` or in UTC: if that
 * makes a difference there are two readings, `time_zone` first, since it is asked for just then; without it, UTC
 * (inferred). No page says how long a job waits and runs: the tolerance of 90 minutes is inferred. Jobs are shown for 30
 * days (`vbs-otc-guide-viewing-backup-jobs`).
 * @example
 * const { backup_policies } = await vbs.listBackupPolicies();
 * const schedules = backup_policies.map((policy) => readVbsSchedule(policy).schedule);
 */
export function readVbsSchedule(source: unknown): StatedSchedule {
  return {
    schedule: scheduleOf(source),
    tolerance: 90 * MINUTE,
    retention: 30 * DAY,
    since: null,
    timeout: null,
    disks: readInteger(readObject<BackupPolicy>(source)?.policy_resource_count, 0, MAX_INT32),
  };
}

function scheduleOf(source: unknown): Schedule {
  const policy = readObject<BackupPolicy>(source);
  if (policy === null) return unknownSchedule(`the policy ${stateValue(source)}`);
  const plan = readObject<ScheduledPolicy>(policy.scheduled_policy);
  if (plan === null) return unknownSchedule(`scheduled_policy ${stateValue(policy.scheduled_policy)}`);
  if (plan.status === "OFF") return noSchedule("the policy is off");
  if (plan.status !== "ON") return unknownSchedule(`status ${stateValue(plan.status)}`);
  const times = readTimes(plan.start_time);
  if (times === null) return unknownSchedule(`start_time ${stateValue(plan.start_time)}, not HH:mm,HH:mm`);
  const days = readDays(plan);
  if (typeof days === "string") return unknownSchedule(days);
  const zone = readText(policy.time_zone) ?? readText(plan.time_zone) ?? "UTC";
  const offset = parseOffset(zone);
  // A policy for every day is due at the same instants in every zone.
  if (offset === null && !isDaily(days))
    return unknownSchedule(`time_zone ${stateValue(zone)}, not UTC±HH:mm`);
  const utc: ScheduleRule = { ...days, times: times.map(toTime), zone: "UTC" };
  if (offset === null) return { kind: "runs", rules: [utc] };
  const local = times.map((time) => time + offset / MINUTE);
  const here: ScheduleRule = { ...days, times: local.map(toTime), zone };
  if (isDaily(days) || local.every((time) => time >= 0 && time < 24 * 60))
    return { kind: "runs", rules: [here] };
  return {
    kind: "ambiguous",
    readings: [
      { kind: "runs", rules: [here] },
      { kind: "runs", rules: [utc] },
    ],
    reason: `the day can be that of ${zone} or of UTC`,
  };
}

type Days =
  | { readonly kind: "interval"; readonly days: number; readonly since: null }
  | { readonly kind: "weekly"; readonly weekdays: readonly number[] };

/** On which days, or why that cannot be told. 0, null and an empty list are not set (inferred). */
function readDays({ frequency, week_frequency: names }: Loose<ScheduledPolicy>): Days | string {
  if (frequency !== undefined && frequency !== null && frequency !== 0) {
    const days = readInteger(frequency, 1, 30);
    return days === null
      ? `frequency ${stateValue(frequency)}, not 1 to 30 days`
      : { kind: "interval", days, since: null };
  }
  if (!Array.isArray(names) || names.length === 0) return "neither frequency nor week_frequency is set";
  const weekdays = new Set(names.map((name) => WEEKDAYS.indexOf(readText(name) ?? "") + 1));
  return weekdays.has(0)
    ? "week_frequency is not a list of SUN, MON, TUE, WED, THU, FRI and SAT"
    : { kind: "weekly", weekdays: [...weekdays].sort() };
}

function isDaily(days: Days): boolean {
  return days.kind === "interval" ? days.days === 1 : days.weekdays.length === 7;
}

/** Minutes of the day of a comma list such as `22:00,00:00`, each once; null if it is not one, or too long. */
function readTimes(value: unknown): number[] | null {
  const texts = new Set((readText(value) ?? "").split(",").map((text) => text.trim()));
  const all = [...texts];
  if (all.length > 24 || !all.every((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text))) return null;
  return all.map((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));
}

/** Minutes of a day, of the day before or the day after, as `HH:mm`. */
function toTime(minutes: number): string {
  const past = (minutes + 24 * 60) % (24 * 60);
  return `${String(Math.floor(past / 60)).padStart(2, "0")}:${String(past % 60).padStart(2, "0")}`;
}
