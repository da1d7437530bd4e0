import { type Loose, readInteger, readObject, readText, readTime, stateValue } from "../records/fields.js";
import { noSchedule, type Schedule, type StatedSchedule, unknownSchedule } from "../records/schedule.js";
import { parseOffset } from "../records/zone.js";

interface InstanceBackupPolicy {
  readonly created_at: string;
  readonly updated_at: string;
  readonly policy: BackupPolicy;
}

interface BackupPolicy {
  readonly backup_type: string;
  readonly save_days: number;
  readonly periodical_backup_plan: BackupPlan;
}

interface BackupPlan {
  readonly timezone_offset: string;
  readonly backup_at: readonly number[];
  readonly period_type: string;
  readonly begin_at: string;
}

const HOUR = 3_600_000;
/** A backup takes 5 to 30 minutes, and is due within the window (`dcs-otc-guide-automatic-backup-policy`). */
const LONGEST_BACKUP = HOUR / 2;

/**
 * An instance's backups to come, from its `instance_backup_policy`: the wrapper (`dcs-otc-show-instance`, Tables 3 to 5;
 * `dcs-hwc-show-instance`) or the policy in it, which `dcs-hwc-zh-show-instance` shows in its place. A run is due at the
 * start of the window `begin_at`, in UTC, on the weekday that it is then in UTC (inferred). An instance without a policy
 * has none or is a single node. The tolerance is the window and half an hour more. Records are kept for `save_days`; the
 * newest is kept longer. The schedule holds since the policy was last changed. What cannot be read makes it unknown.
 * @example
 * const { instance_backup_policy } = await dcs.showInstance({ instance_id });
 * const { schedule } = readDcsSchedule(instance_backup_policy);
 */
export function readDcsSchedule(source: unknown): StatedSchedule {
  const wrapper = readObject<InstanceBackupPolicy>(source);
  const policy = wrapper !== null && "policy" in wrapper ? wrapper.policy : source;
  const fields: Loose<BackupPolicy> = readObject<BackupPolicy>(policy) ?? {};
  const plan: Loose<BackupPlan> = readObject<BackupPlan>(fields.periodical_backup_plan) ?? {};
  const days = readInteger(fields.save_days, 1, 7);
  return {
    schedule: scheduleOf(policy, fields, plan),
    tolerance: (readWindow(plan.begin_at)?.length ?? HOUR) + LONGEST_BACKUP,
    retention: days === null ? null : days * 24 * HOUR,
    since: readTime(wrapper?.updated_at, "iso") ?? readTime(wrapper?.created_at, "iso"),
    timeout: null,
    disks: null,
  };
}

/** The plan stays when automatic backups are switched off, so `backup_type` goes first. */
function scheduleOf(policy: unknown, fields: Loose<BackupPolicy>, plan: Loose<BackupPlan>): Schedule {
  if (policy === undefined || policy === null) return noSchedule("the instance has no backup policy");
  const { backup_type: type, periodical_backup_plan: plans } = fields;
  if (type === "manual") return noSchedule("backups are started by hand alone");
  if (type !== "auto") return unknownSchedule(`backup_type ${stateValue(type)}`);
  if (readObject(plans) === null) return unknownSchedule(`periodical_backup_plan ${stateValue(plans)}`);
  const period = plan.period_type ?? "weekly";
  if (period !== "weekly") return unknownSchedule(`period_type ${stateValue(period)}, not weekly`);
  const weekdays = readWeekdays(plan.backup_at);
  if (weekdays === null) return unknownSchedule("backup_at is not a list of weekdays from 1 to 7");
  const window = readWindow(plan.begin_at);
  if (window === null) return unknownSchedule(`begin_at ${stateValue(plan.begin_at)}, not HH:mm-HH:mm`);
  return inZone(plan.timezone_offset, weekdays, window.start);
}

/**
 * Open Telekom Cloud says that `timezone_offset` is no longer used; Huawei Cloud says neither that nor whether `begin_at`
 * counts in it. So one that is not zero gives two readings, UTC first.
 */
function inZone(offset: unknown, weekdays: readonly number[], start: string): Schedule {
  const utc = { kind: "weekly", weekdays, times: [start], zone: "UTC" } as const;
  const text = readText(offset) ?? "+0000";
  const zone = text.replace(/^(?:UTC)?([+-]\d\d):?(\d\d)$/, "UTC$1:$2");
  const ms = parseOffset(zone);
  if (ms === null) return unknownSchedule(`timezone_offset ${stateValue(text)}`);
  if (ms === 0) return { kind: "runs", rules: [utc] };
  return {
    kind: "ambiguous",
    readings: [
      { kind: "runs", rules: [utc] },
      { kind: "runs", rules: [{ ...utc, zone }] },
    ],
    reason: `timezone_offset ${stateValue(text)}, and the pages differ on whether it counts`,
  };
}

/** 1 (Monday) to 7 (Sunday), each once; numbers, or digits as in the example of `dcs-otc-modify-instance`. */
function readWeekdays(value: unknown): number[] | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const days = value.map((day) => readInteger(day, 1, 7)).filter((day) => day !== null);
  return days.length === value.length ? [...new Set(days)] : null;
}

/** The start of a window such as `23:00-00:00`, and its length in milliseconds. */
function readWindow(value: unknown): { readonly start: string; readonly length: number } | null {
  const match = /^(([01]\d|2[0-3]):([0-5]\d))-([01]\d|2[0-4]):([0-5]\d)$/.exec(readText(value) ?? "");
  const [, start, hour, minute, endHour, endMinute] = match ?? [];
  if (start === undefined) return null;
  const minutes = (Number(endHour) - Number(hour)) * 60 + Number(endMinute) - Number(minute);
  return { start, length: (minutes > 0 ? minutes : minutes + 24 * 60) * 60_000 };
}
