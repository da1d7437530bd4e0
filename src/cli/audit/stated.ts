import type { Stated } from "../../audit/target.js";
import { ruleProblem } from "../../records/due-runs.js";
import { type Loose, readObject, readText, readTime } from "../../records/fields.js";
import { MAX_RULES, type RunSchedule, type Schedule, type ScheduleRule } from "../../records/schedule.js";

/**
 * What a state file remembers of what a service stated. Undefined if anything in it cannot be read: then the service
 * is asked again.
 */
export function readStated(value: unknown): Stated | undefined {
  const { readAt, schedule, lastRestore } = fields(value);
  const { schedule: inner, tolerance, retention, since, timeout, disks } = fields(schedule);
  const rules = readSchedule(inner);
  const restore = readRestore(lastRestore);
  if (!isNumber(readAt) || !isNumber(tolerance) || rules === undefined || restore === undefined)
    return undefined;
  return {
    readAt,
    schedule: {
      schedule: rules,
      tolerance,
      retention: isNumber(retention) ? retention : null,
      since: readTime(since, "iso"),
      timeout: isNumber(timeout) ? timeout : null,
      disks: isNumber(disks) ? disks : null,
    },
    ...restore,
  };
}

function readSchedule(value: unknown): Schedule | undefined {
  const { kind, readings, reason } = fields(value);
  if (kind === "runs") return readRuns(value);
  if (kind !== "ambiguous" || !Array.isArray(readings) || readings.length > MAX_RULES) return undefined;
  const read = readings.map(readRuns);
  const text = readText(reason);
  if (text === null || !read.every((one) => one !== undefined)) return undefined;
  return { kind, readings: read, reason: text };
}

function readRuns(value: unknown): RunSchedule | undefined {
  const { kind, rules } = fields(value);
  if (kind !== "runs" || !Array.isArray(rules) || rules.length > MAX_RULES) return undefined;
  return rules.every(isRule) ? { kind, rules } : undefined;
}

function isRule(value: unknown): value is ScheduleRule {
  const { kind } = fields(value);
  const known = kind === "weekly" || kind === "monthly" || kind === "interval" || kind === "cron";
  // Checks every field that it has.
  return known && ruleProblem(value as ScheduleRule) === null;
}

/** Empty if no call tells of restorations. */
function readRestore(value: unknown): Pick<Stated, "lastRestore"> | undefined {
  if (value === undefined) return {};
  if (value === null) return { lastRestore: null };
  const { at: time, durationMs, backupId } = fields(value);
  const at = readTime(time, "iso");
  if (at === null) return undefined;
  return {
    lastRestore: { at, durationMs: isNumber(durationMs) ? durationMs : null, backupId: readText(backupId) },
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function fields(value: unknown): Loose<Record<string, unknown>> {
  return readObject(value) ?? {};
}
