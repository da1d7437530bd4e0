/**
 * When a target's backups are due: as its service's policy states it, or as a targets file does. A schedule that
 * cannot be judged, or whose page can be read in several ways, says so in words.
 */
export type Schedule = RunSchedule | AmbiguousSchedule | NoSchedule | PausedSchedule | UnknownSchedule;

/** Backups are due at the times of every rule: the union of the rules. */
export interface RunSchedule {
  /** Tells the kinds of schedules apart. */
  readonly kind: "runs";
  /** At least one, at most 64. */
  readonly rules: readonly ScheduleRule[];
}

/** A policy that can be read in several ways, the likeliest first. A run that all readings share is certain. */
export interface AmbiguousSchedule {
  /** Tells the kinds of schedules apart. */
  readonly kind: "ambiguous";
  /** What the policy can mean, the likeliest first. */
  readonly readings: readonly RunSchedule[];
  /** What is not clear, as a clause. */
  readonly reason: string;
}

/** No backup is due: there is no policy, it is off, or backups are started by hand alone. */
export interface NoSchedule {
  /** Tells the kinds of schedules apart. */
  readonly kind: "none";
  /** Why no backup is due, as a clause. */
  readonly reason: string;
  /**
   * Whether the target is of a kind that has no schedule of its own, such as a vault. Then the reason alone describes it.
   * @default false
   */
  readonly alone?: boolean | undefined;
}

/** No backup is due for a time: what would be backed up is stopped, or does not run yet. */
export interface PausedSchedule {
  /** Tells the kinds of schedules apart. */
  readonly kind: "paused";
  /** Why no backup is due for now, as a clause. */
  readonly reason: string;
}

/** It is unknown when backups are due. */
export interface UnknownSchedule {
  /** Tells the kinds of schedules apart. */
  readonly kind: "unknown";
  /** Why it is unknown, as a clause. */
  readonly reason: string;
}

/** One rule of a schedule: days or a cron expression, with times and a zone. */
export type ScheduleRule = WeeklyRule | MonthlyRule | IntervalRule | CronRule;

/** When on a due day, and whose day it is. */
export interface TimesOfDay {
  /** Local times, `HH:mm`. */
  readonly times: readonly string[];
  /** `UTC`, a fixed offset as `UTC+02:00`, or a name of the IANA database. */
  readonly zone: string;
}

/** On these days of every week, 1 (Monday) to 7 (Sunday). All seven: daily. */
export interface WeeklyRule extends TimesOfDay {
  /** Tells the kinds of rules apart. */
  readonly kind: "weekly";
  /** 1 (Monday) to 7 (Sunday), at least one. */
  readonly weekdays: readonly number[];
}

/** On these days of every month, 1 to 31. A month that has no such day is passed over. */
export interface MonthlyRule extends TimesOfDay {
  /** Tells the kinds of rules apart. */
  readonly kind: "monthly";
  /** 1 to 31, at least one. */
  readonly days: readonly number[];
}

/** Every so many days. */
export interface IntervalRule extends TimesOfDay {
  /** Tells the kinds of rules apart. */
  readonly kind: "interval";
  /** How many, 1 to 366; 1 is daily. */
  readonly days: number;
  /** The first due day, `yyyy-MM-dd`. Null: the count restarts on the 1st of each month. */
  readonly since: string | null;
}

/**
 * A cron expression of five fields: minute, hour, day of the month, month, day of the week (0 and 7 are Sunday).
 * Names, ranges, lists, steps, `L`, `W`, `#` and `?` are read as the library croner reads them. If neither day field is
 * `*`, a day is due that fits either; `+` before the weekdays asks for both.
 */
export interface CronRule {
  /** Tells the kinds of rules apart. */
  readonly kind: "cron";
  /** Five fields, e.g. `0 3 * * 1-5`. */
  readonly expression: string;
  /** `UTC`, a fixed offset as `UTC+02:00`, or a name of the IANA database. */
  readonly zone: string;
}

/** What a service says of a target's backups to come. Durations are milliseconds. */
export interface StatedSchedule {
  /** When backups are due. */
  readonly schedule: Schedule;
  /** Time from a due run to the moment when it is missed if no good backup has come of it. */
  readonly tolerance: number;
  /** How long the service shows a run's record for certain; null if no page or policy says so. */
  readonly retention: number | null;
  /** Since when the schedule holds; null if the service does not say. */
  readonly since: Date | null;
  /** Longest that a run may take; null if the policy has no limit. */
  readonly timeout: number | null;
  /** How many disks each run backs up; null if it is one thing alone, or the service does not say. */
  readonly disks: number | null;
  /** Whether the service passes over a due time at which a backup still runs. @default false */
  readonly skipsOverlap?: boolean | undefined;
}

/** Rules of one schedule, at most. CBR, the service with the most, allows 24. */
export const MAX_RULES = 64;

export function noSchedule(reason: string): NoSchedule {
  return { kind: "none", reason };
}

export function pausedSchedule(reason: string): PausedSchedule {
  return { kind: "paused", reason };
}

export function unknownSchedule(reason: string): UnknownSchedule {
  return { kind: "unknown", reason };
}

/**
 * The ways to read a schedule; none if no backup is due, or that is unknown. Its rules themselves are not checked.
 * @throws RangeError if it is no schedule: without types, a rule alone could be passed, and would never be due
 */
export function readingsOf(schedule: Schedule): readonly RunSchedule[] {
  switch (schedule?.kind) {
    case "runs":
    case "ambiguous": {
      const readings = schedule.kind === "runs" ? [schedule] : schedule.readings;
      const isRule = (rule: unknown) => typeof rule === "object" && rule !== null;
      if (readings?.every?.((reading) => reading?.rules?.every?.(isRule))) return readings;
      throw new RangeError("a schedule must have a list of rules, and an ambiguous one a list of readings");
    }
    case "none":
    case "paused":
    case "unknown":
      return [];
    default:
      throw new RangeError('a schedule must be an object such as { kind: "runs", rules: [rule] }');
  }
}

/**
 * A schedule for people: `Mon–Fri 22:00 UTC`, `every 2 days from the 1st, 01:00 and 13:00 UTC+02:00`,
 * `cron 0 3 * * 1-5 Europe/Berlin`. What it names is not checked; a day that there is not, or a part that is missing, is
 * said to be so. Texts of a service are in it: escape it as any other data.
 * @throws RangeError if it is no schedule, or has a rule of no kind
 * @example
 * const rule = { kind: "cron", expression: "0 3 * * 1-5", zone: "Europe/Berlin" } as const;
 * describeSchedule({ kind: "runs", rules: [rule] }); // "cron 0 3 * * 1-5 Europe/Berlin"
 */
export function describeSchedule(schedule: Schedule): string {
  readingsOf(schedule);
  switch (schedule.kind) {
    case "runs":
      return describeRules(schedule.rules);
    case "ambiguous":
      return `${schedule.readings.map(describeSchedule).join(", or ")} (${schedule.reason})`;
    case "none":
      return schedule.alone === true ? schedule.reason : `no schedule: ${schedule.reason}`;
    case "paused":
      return `no run for now: ${schedule.reason}`;
    case "unknown":
      return `unknown schedule: ${schedule.reason}`;
  }
}

/** More rules than these are counted, not named. */
const NAMED_RULES = 4;
/** More times of a day than these are counted, not named. */
const NAMED_TIMES = 6;

function describeRules(rules: readonly ScheduleRule[]): string {
  if (rules.length === 0) return "no run is due (a schedule without rules)";
  const texts = rules.slice(0, NAMED_RULES).map(describeRule);
  const more = rules.length - texts.length;
  return `${texts.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
}

function describeRule(rule: ScheduleRule): string {
  switch (rule.kind) {
    case "weekly":
      return `${describeWeekdays(rule.weekdays)} ${describeTimes(rule)}`;
    case "monthly": {
      const days = inOrder(rule.days);
      return `${days.length === 1 ? "day" : "days"} ${join(days)} of each month, ${describeTimes(rule)}`;
    }
    case "interval": {
      const every = rule.days === 1 ? "daily" : `every ${rule.days} days`;
      if (rule.since !== null) return `${every} from ${rule.since}, ${describeTimes(rule)}`;
      return rule.days === 1
        ? `${every} ${describeTimes(rule)}`
        : `${every} from the 1st, ${describeTimes(rule)}`;
    }
    case "cron":
      return `cron ${rule.expression} ${rule.zone}`;
    default:
      throw kindlessRule();
  }
}

/** The error of a rule that, without types, is of another kind than those that there are. */
export function kindlessRule(): RangeError {
  return new RangeError("a rule must be of kind weekly, monthly, interval, cron");
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** `daily`, or the names, three and more in a row as `Mon–Wed`. */
function describeWeekdays(weekdays: readonly number[]): string {
  const days = inOrder(weekdays);
  if (days.length === 0) return "no weekday";
  if (days.length === 7 && days.every((day) => WEEKDAYS[day - 1])) return "daily";
  const rows: number[][] = [];
  for (const day of days) {
    const row = rows.at(-1);
    if (row?.at(-1) === day - 1) row.push(day);
    else rows.push([day]);
  }
  const name = (day: number | undefined) => WEEKDAYS[Number(day) - 1] ?? `weekday ${day} (there is none)`;
  return join(
    rows.flatMap((row) => (row.length > 2 ? `${name(row[0])}–${name(row.at(-1))}` : row.map(name))),
  );
}

function describeTimes({ times, zone }: TimesOfDay): string {
  const sorted = [...new Set(times)].sort();
  const named =
    sorted.length > NAMED_TIMES
      ? `${sorted.length} times from ${sorted[0]} to ${sorted.at(-1)}`
      : join(sorted);
  return `${named || "at no time"} ${zone}`;
}

function inOrder(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

/** `a, b and c` */
function join(words: readonly (string | number)[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? String(last) : `${words.slice(0, -1).join(", ")} and ${last}`;
}
