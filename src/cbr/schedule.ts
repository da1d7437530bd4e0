import type { CbrPolicy, CbrTrigger, CbrTriggerProperties } from "../../generated/cbr/types.js";
import { type Loose, readInteger, readObject, readText, stateValue } from "../records/fields.js";
import {
  noSchedule,
  type Schedule,
  type ScheduleRule,
  type StatedSchedule,
  unknownSchedule,
} from "../records/schedule.js";
import { readCbrTime } from "./record.js";

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Rules of a policy, at most (`cbr-otc-policies`, Table 8). */
const MAX_RULES = 24;
const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const KEYS = ["FREQ", "INTERVAL", "BYDAY", "BYHOUR", "BYMINUTE"];

/** What a policy says beside its times. */
const common = {
  // No page says how long a backup waits and runs; at peak hours it starts late. Inferred.
  tolerance: 90 * MINUTE,
  // `cbr-otc-guide-tasks`
  retention: 30 * DAY,
  since: null,
  timeout: null,
  disks: null,
  // `cbr-otc-guide-create-backup-policy`
  skipsOverlap: true,
};

/**
 * The backups to come of a resource that the given policies are for, as `ListPolicies` shows them: the union of all. A
 * policy acts if it is enabled and backs up. Rules are in UTC (erratum 126), regardless of `timezone`, which is for
 * retention. `INTERVAL` counts from the day of `start_time` in UTC (inferred from `cbr-otc-guide-create-backup-policy`,
 * which counts from the day of creation). One rule that cannot be read makes the schedule unknown, and so does anything but
 * a list.
 * @example
 * const { policies } = await cbr.listPolicies({ vault_id });
 * const { schedule } = readCbrSchedule(policies);
 */
export function readCbrSchedule(policies: readonly unknown[]): StatedSchedule {
  // Without types, anything can be passed.
  if (!Array.isArray(policies))
    return withoutRuns(unknownSchedule(`the list of policies ${stateValue(policies)}`));
  return { ...common, schedule: scheduleOf(policies.map(readObject<CbrPolicy>)) };
}

/** The same for a resource for which nothing is due, or for which that cannot be told. */
export function withoutRuns(schedule: Schedule): StatedSchedule {
  return { ...common, schedule };
}

function scheduleOf(policies: readonly (Loose<CbrPolicy> | null)[]): Schedule {
  const backups = policies.filter((policy) => policy?.operation_type !== "replication");
  if (backups.length === 0) return noSchedule("no policy is applied to the vault");
  const rules: ScheduleRule[] = [];
  for (const policy of backups) {
    if (policy === null) return unknownSchedule("a policy is not an object");
    if (policy.enabled === false) continue;
    if (policy.enabled !== true) return unknownSchedule(`enabled ${stateValue(policy.enabled)}`);
    const found = rulesOf(policy.trigger);
    if (typeof found === "string") return unknownSchedule(found);
    rules.push(...found);
  }
  return rules.length === 0 ? noSchedule("the policy is off") : { kind: "runs", rules };
}

/** The rules of a trigger, or why they cannot be read. */
function rulesOf(trigger: unknown): ScheduleRule[] | string {
  const properties = readObject<CbrTriggerProperties>(readObject<CbrTrigger>(trigger)?.properties);
  if (properties === null) return "the policy has no times";
  const { pattern, start_time } = properties;
  if (!Array.isArray(pattern) || pattern.length === 0) return `pattern ${stateValue(pattern)}`;
  if (pattern.length > MAX_RULES)
    return `pattern has ${pattern.length} rules, and at most ${MAX_RULES} are documented`;
  const rules: ScheduleRule[] = [];
  for (const text of pattern) {
    const rule = readRule(text, readCbrTime(start_time));
    if (typeof rule === "string") return `pattern ${stateValue(text)}: ${rule}`;
    rules.push(rule);
  }
  return rules;
}

/**
 * A rule such as `FREQ=WEEKLY;BYDAY=MO,TU;BYHOUR=14;BYMINUTE=00`: the parts of iCalendar that the pages name, in any
 * order, each once. The interval is 1 and the minute 0 if they are absent; several hours and minutes may stand in a
 * list (all inferred). Otherwise what is wrong with it.
 */
function readRule(source: unknown, start: Date | null): ScheduleRule | string {
  const parts = new Map<string, string>();
  for (const part of (readText(source) ?? "").split(";")) {
    const [key = "", value] = part.split("=");
    if (!KEYS.includes(key) || !value || parts.has(key))
      return `${stateValue(part).slice(3)} is not understood`;
    parts.set(key, value);
  }
  const frequency = parts.get("FREQ");
  const hours = readList(parts.get("BYHOUR"), 23);
  const minutes = readList(parts.get("BYMINUTE") ?? "0", 59);
  if (hours === null || minutes === null) return "BYHOUR or BYMINUTE is not a list of numbers";
  const times = hours.flatMap((hour) => minutes.map((minute) => `${twoDigits(hour)}:${twoDigits(minute)}`));
  const days = readInteger(parts.get("INTERVAL") ?? "1", 1, 30);
  if (days === null) return "INTERVAL is not 1 to 30";
  const names = parts.get("BYDAY")?.split(",");
  const weekdays = [...new Set(names?.map((name) => WEEKDAYS.indexOf(name) + 1))].sort();
  if (weekdays.includes(0)) return "BYDAY is not a list of MO, TU, WE, TH, FR, SA and SU";
  if (frequency !== "DAILY" && frequency !== "WEEKLY") return "FREQ is neither DAILY nor WEEKLY";
  if (weekdays.length > 0)
    return days === 1 ? { kind: "weekly", weekdays, times, zone: "UTC" } : "INTERVAL is beside BYDAY";
  if (frequency === "WEEKLY") return "BYDAY is missing";
  // Every day is due, whenever the count began.
  if (days === 1) return { kind: "interval", days, since: null, times, zone: "UTC" };
  if (start === null) return "INTERVAL has no readable start_time to count from";
  return { kind: "interval", days, since: start.toISOString().slice(0, 10), times, zone: "UTC" };
}

/** Numbers from 0 to `max`, each once; null if it is anything else. */
function readList(text: string | undefined, max: number): number[] | null {
  const numbers = new Set(
    text?.split(",").map((part) => (/^\d{1,2}$/.test(part) ? readInteger(part, 0, max) : null)),
  );
  return text === undefined || numbers.has(null) ? null : [...numbers].filter((number) => number !== null);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
