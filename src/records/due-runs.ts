import { readCron } from "./cron.js";
import {
  kindlessRule,
  MAX_RULES,
  type RunSchedule,
  readingsOf,
  type Schedule,
  type ScheduleRule,
} from "./schedule.js";
import { type LocalClock, openZone } from "./zone.js";

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Longest period that `dueRuns` takes, in days. */
const MAX_DAYS = 400;
/** Maximum of runs in that period. A run that several rules state counts for each of them. */
const MAX_RUNS = 10_000;
/** The same for `longestGap`. */
const MAX_SAMPLE_RUNS = 600_000;
/** Maximum of times of a day in one rule: one every five minutes. */
const MAX_TIMES = 288;

/**
 * When backups are due from `from` on and before `to`: ascending, each instant once. None for a schedule that is none
 * or unknown; of an ambiguous one, those that all readings share. A local time that a change of the clock skips is due
 * at the moment after the gap, and one that the clock shows twice is due once, at the first: inferred, since no vendor's
 * page says what happens then. Cron expressions are no exception, so in the repeated hour an hourly one is due once.
 * @throws RangeError if the period is longer than 400 days, more than 10,000 runs are due in it, or a rule is invalid
 * @example
 * const nightly = { kind: "weekly", weekdays: [1, 2, 3, 4, 5], times: ["22:00"], zone: "UTC" } as const;
 * dueRuns({ kind: "runs", rules: [nightly] }, lastAudit, new Date());
 */
export function dueRuns(schedule: Schedule, from: Date, to: Date): Date[] {
  if (typeof from?.getTime !== "function" || typeof to?.getTime !== "function")
    throw new RangeError("from and to must be dates");
  const period = { from: from.getTime(), to: to.getTime() };
  if (Number.isNaN(period.to - period.from)) throw new RangeError("from and to must be valid dates");
  if (period.to - period.from > MAX_DAYS * DAY)
    throw new RangeError(`from and to are more than ${MAX_DAYS} days apart`);
  const [first = [], ...others] = readingsOf(schedule).map((reading) => runsIn(reading, period, MAX_RUNS));
  const shared = others.map((runs) => new Set(runs));
  return first.filter((run) => shared.every((runs) => runs.has(run))).map((run) => new Date(run));
}

/** Periods that `nextDueRun` searches, in days, the shortest first: most schedules have a run in two days. */
const SEARCHED = [2, 62, MAX_DAYS];

/**
 * The first due run after `after`, as `dueRuns` returns them; null if none is due within 400 days, or the schedule has
 * none.
 * @throws RangeError as `dueRuns`
 * @example
 * const { instance_backup_policy } = await dcs.showInstance({ instance_id });
 * nextDueRun(readDcsSchedule(instance_backup_policy).schedule, new Date());
 */
export function nextDueRun(schedule: Schedule, after: Date): Date | null {
  // dueRuns says what is wrong with anything but a date.
  const from = typeof after?.getTime === "function" ? after.getTime() + 1 : Number.NaN;
  for (const days of SEARCHED) {
    const [first] = dueRuns(schedule, new Date(from), new Date(from + days * DAY));
    if (first !== undefined) return first;
  }
  return null;
}

/** The first day of the years 2024 to 2028, which have months of every length and both kinds of years. */
const SAMPLE = Date.UTC(2024, 0, 1);
const SAMPLE_DAYS = 1827;

/**
 * The longest time between two due runs that follow each other, in milliseconds, changes of the clock included;
 * null if there are no two. It is taken from the five years 2024 to 2028, or five years from the day on which every
 * rule has begun. Of an ambiguous schedule it is the longest of its readings, not of the runs that they share.
 * @throws RangeError if a rule is invalid, or more than 600,000 runs are due in five years
 */
export function longestGap(schedule: Schedule): number | null {
  const gaps = readingsOf(schedule).map(gapOf);
  return gaps.length === 0 || gaps.includes(null) ? null : Math.max(...gaps.map(Number));
}

function gapOf(reading: RunSchedule): number | null {
  const starts = reading.rules.map((rule) =>
    rule.kind === "interval" && rule.since !== null ? readDay(rule.since) * DAY : SAMPLE,
  );
  // The zone may be a day ahead.
  const from = Math.max(SAMPLE, ...starts) - DAY;
  const runs = runsIn(reading, { from, to: from + SAMPLE_DAYS * DAY }, MAX_SAMPLE_RUNS);
  let longest: number | null = null;
  for (const [at, run] of runs.entries()) {
    const gap = run - (runs[at - 1] ?? run);
    if (gap > 0) longest = Math.max(longest ?? 0, gap);
  }
  return longest;
}

/**
 * What is wrong with a rule, as a sentence without its full stop; null if `dueRuns` can read it.
 * @example ruleProblem({ kind: "weekly", weekdays: [8], times: ["22:00"], zone: "UTC" })
 * // "weekdays must be integers from 1 to 7"
 */
export function ruleProblem(rule: ScheduleRule): string | null {
  try {
    planOf(rule);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The instants of a period at which a rule is due, ascending. */
function runsIn({ rules }: RunSchedule, period: { from: number; to: number }, max: number): number[] {
  if (rules.length > MAX_RULES)
    throw new RangeError(`a schedule has at most ${MAX_RULES} rules, not ${rules.length}`);
  const runs = new Set<number>();
  let count = 0;
  for (const { clock, falls, minutes } of rules.map(planOf)) {
    // A day more at both ends: a gap that is as long as a day moves a time to the next one.
    const first = Math.floor(clock.toLocal(period.from) / DAY) - 1;
    const last = Math.floor(clock.toLocal(period.to) / DAY) + 1;
    for (let day = first; day <= last; day++) {
      if (!falls(new Date(day * DAY))) continue;
      for (const minute of minutes) {
        const run = clock.toInstant(day * DAY + minute * MINUTE);
        if (run < period.from || run >= period.to) continue;
        if (++count > max)
          throw new RangeError(`more than ${max} runs are due in the period (take a shorter one)`);
        runs.add(run);
      }
    }
  }
  return [...runs].sort((a, b) => a - b);
}

const RULE_KINDS: readonly unknown[] = ["weekly", "monthly", "interval", "cron"];

/** A rule made ready: the local days on which it is due, and the minutes of such a day. */
interface Plan {
  readonly clock: LocalClock;
  /** The day is given as its midnight in UTC. */
  readonly falls: (day: Date) => boolean;
  readonly minutes: readonly number[];
}

function planOf(rule: ScheduleRule): Plan {
  if (!RULE_KINDS.includes(rule?.kind)) throw kindlessRule();
  const clock = openZone(rule.zone);
  if (clock === null)
    throw new RangeError("zone must be UTC, an offset such as UTC+02:00, or a name such as Europe/Berlin");
  const plan =
    rule.kind === "cron" ? readCron(rule.expression) : { falls: daysOf(rule), minutes: minutesOf(rule) };
  if (plan.minutes.length > MAX_TIMES) throw new RangeError(`a rule has at most ${MAX_TIMES} times a day`);
  return { clock, ...plan };
}

type CalendarRule = Exclude<ScheduleRule, { kind: "cron" }>;

function minutesOf({ times }: CalendarRule): number[] {
  if (!(times?.length > 0) || !times.every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)))
    throw new RangeError("times must be written as HH:mm, at least one");
  return times.map((time) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3)));
}

function daysOf(rule: CalendarRule): Plan["falls"] {
  switch (rule.kind) {
    case "weekly": {
      const weekdays = integers("weekdays", rule.weekdays, 7);
      return (day) => weekdays.has(day.getUTCDay() || 7);
    }
    case "monthly": {
      const days = integers("days", rule.days, 31);
      return (day) => days.has(day.getUTCDate());
    }
    case "interval": {
      integers("days", [rule.days], 366);
      if (rule.since === null) return (day) => (day.getUTCDate() - 1) % rule.days === 0;
      const since = readDay(rule.since);
      if (Number.isNaN(since)) throw new RangeError("since must be a day, written as yyyy-MM-dd");
      return (day) => {
        const passed = day.getTime() / DAY - since;
        return passed >= 0 && passed % rule.days === 0;
      };
    }
  }
}

function integers(name: string, values: readonly number[], max: number): Set<number> {
  if (
    !(values?.length > 0) ||
    !values.every((value) => Number.isInteger(value) && value >= 1 && value <= max)
  )
    throw new RangeError(`${name} must be integers from 1 to ${max}`);
  return new Set(values);
}

/** Days since 1970; NaN if it is not a day of the calendar. */
function readDay(day: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  // Engines roll 30 February over into March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? time / DAY : Number.NaN;
}
