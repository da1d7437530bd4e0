import { mix } from "../random.js";
import type { SimulatorOptions } from "../service-definition.js";

/** What the records of one instance, policy or cluster are computed from. */
export interface Population {
  readonly key: number;
  readonly size: number;
  /** How many of the newest backups may still be waiting or running. The states of the others are final. */
  readonly unsettled: number;
  /** Epoch milliseconds. Index 0 is the newest record; times fall as the index rises. */
  createdAt(index: number): number;
  /**
   * When a scheduled backup was due, epoch milliseconds: every settled backup begins within 20 minutes after this time
   * of some day.
   */
  readonly dueAt: number;
  /** The run of a backup as of `now`. */
  run(index: number, now: number): BackupRun;
  /** How a backup ends, if the scenario says so, `empty` with nothing in it; null leaves it to chance. */
  outcome(index: number): Outcome;
  /** Uniform in [0, 1); another purpose gives an independent number. */
  random(index: number, purpose: number): number;
  /** One of `values`. */
  pick<Value>(index: number, purpose: number, values: readonly Value[]): Value;
}

export type Outcome = "good" | "bad" | "empty" | null;

/** How far a backup has come, all times in epoch milliseconds. */
export interface BackupRun {
  readonly phase: "waiting" | "running" | "ended";
  readonly created: number;
  readonly begins: number;
  readonly ends: number;
  /** Share done, 0 to 1. */
  readonly progress: number;
}

/**
 * How the backups of a resource went: `daily` by chance · `late` none began for three days · `failing` those of
 * the last three days failed · `stuck` the newest has been running for twelve hours and never ends · `never` all
 * failed · `missed` the last two that were due did not begin · `hollow` the newest is empty · `healthy` all of the last
 * days were good.
 */
type Scenario = "daily" | "late" | "failing" | "stuck" | "never" | "missed" | "hollow" | "healthy";

const scenarios: readonly Scenario[] = ["late", "failing", "stuck", "never", "missed", "hollow", "healthy"];

/** The scenario that an id begins with; `daily` for any other id. */
function scenarioOf(resource: string): Scenario {
  return scenarios.find((scenario) => resource.startsWith(`${scenario}-`)) ?? "daily";
}

/**
 * The ids that a service lists besides its own: with `gaps` those of each kind, numbered from 1, and the healthy ones.
 * Those that are gone at `now` are left out.
 */
export function listedBesides(
  kinds: readonly string[],
  options: Pick<SimulatorOptions, "unknown" | "start" | "gaps" | "healthy">,
  now: number,
): string[] {
  const numbered = (kind: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${kind}-${at + 1}`);
  const ids = kinds.flatMap((kind) => numbered(kind, options.gaps));
  return [...ids, ...numbered("healthy", options.healthy)].filter((id) => !isUnknown(id, options, now));
}

/** How long after the mock's start an id that begins with `gone-` exists, in milliseconds. */
const GONE_AFTER = 60_000;

/** Whether no instance, policy or cluster has the id at `now`. */
export function isUnknown(
  id: string,
  { unknown, start }: Pick<SimulatorOptions, "unknown" | "start">,
  now: number,
): boolean {
  const gone = id.startsWith("gone-") && now >= start + GONE_AFTER;
  return gone || id.startsWith("missing-") || unknown.includes(id);
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** How old the failures of `failing` are at most, and up to which age the backups before them are good. */
const [FAILING, GOOD] = [3 * DAY, 5 * DAY];

/** How a backup of an age, in milliseconds at the start of the mock, ends; null leaves it to chance. */
function outcomeOf(scenario: Scenario, age: number): Outcome {
  if (scenario === "daily") return null;
  if (scenario === "hollow" && age < DAY) return "empty";
  if (scenario === "never") return "bad";
  if (scenario === "failing" && age < FAILING) return "bad";
  return age < GOOD ? "good" : null;
}

/** Ages of the newest records when the mock starts, so that one waits and two run. */
const NEWEST = [2 * SECOND, 20 * SECOND, 60 * SECOND] as const;
/** All others are older and have ended: no run takes longer than 130 s. */
const SETTLED = 300 * SECOND;

/** Age of the newest backup of `late` when the mock starts. */
const STOPPED = 3 * DAY;
/** Age of the backup that never ends when the mock starts. */
const STUCK = DAY / 2;
/** The share at which it stays. */
const STUCK_AT = 0.42;
const CENTURY = 100 * 365 * DAY;

/** Ages at the start of the mock of the backups that were under way shortly before. */
function newestAges(scenario: Scenario): readonly number[] {
  if (scenario === "stuck") return [STUCK];
  return scenario === "daily" || scenario === "failing" || scenario === "never" ? NEWEST : [];
}

/** Age of the newest of all others, which are so many steps apart. */
function settledAge(scenario: Scenario, step: number, steps: number): number {
  if (scenario === "late") return STOPPED;
  if (scenario === "stuck") return STUCK + step;
  // Of the last alone, an audit may have to wait for the end of its grace.
  return scenario === "missed" ? SETTLED + 2 * step * steps : SETTLED;
}

/**
 * A population of any size that keeps nothing: each record is computed from its index. The prefix of the
 * resource's id decides its scenario; ids that begin with `empty-` have no records.
 * @param slot if several populations are listed together: how many there are, and which one this is, so that
 * their times alternate
 */
export function createPopulation(
  { records, start }: Pick<SimulatorOptions, "records" | "start">,
  key: number,
  resource: string,
  slot: { readonly of: number; readonly at: number } = { of: 1, at: 0 },
): Population {
  const scenario = scenarioOf(resource);
  const size = resource.startsWith("empty-") ? 0 : records;
  const step = Math.min(DAY, (10 * 365 * DAY) / Math.max(1, size)) / slot.of;
  const jitter = Math.min(step * 0.8, 20 * 60 * SECOND);
  const random = (index: number, purpose: number) => mix(key, index, purpose) / 2 ** 32;
  const moving = newestAges(scenario);
  const settled = settledAge(scenario, step, slot.of);
  const createdAt = (index: number) => {
    const newest = moving[index];
    const age =
      newest === undefined
        ? settled + ((index - moving.length) * slot.of + slot.at) * step + random(index, 1) * jitter
        : newest + (slot.at + random(index, 1) * 0.9) * SECOND;
    return Math.floor(start - age);
  };
  return {
    key,
    size,
    unsettled: Math.min(moving.length, size),
    createdAt,
    dueAt: Math.floor(start - settled - slot.at * step - jitter),
    run(index, now) {
      const created = createdAt(index);
      const begins = created + Math.floor((5 + random(index, 2) * 5) * SECOND);
      const stuck = scenario === "stuck" && index === 0;
      const ends = begins + (stuck ? CENTURY : Math.floor((60 + random(index, 3) * 60) * SECOND));
      const phase = now < begins ? "waiting" : now < ends ? "running" : "ended";
      const progress = stuck ? STUCK_AT : Math.min(1, Math.max(0, (now - begins) / (ends - begins)));
      return { phase, created, begins, ends, progress };
    },
    outcome: (index) => outcomeOf(scenario, start - createdAt(index)),
    random,
    pick: (index, purpose, values) => {
      const value = values[mix(key, index, purpose) % values.length];
      if (value === undefined) throw new RangeError("nothing to pick from");
      return value;
    },
  };
}

/** The days of a week, 1 is Monday, and the hour of these days at which a backup begins, UTC. */
export interface WeeklyPlan {
  readonly days: readonly number[];
  readonly hour: number;
}

const WEEK = 7 * DAY;

/**
 * A population whose backups follow a weekly plan: one at every due time before the mock's start, within two seconds
 * of it. If the newest was due only just before, it is under way.
 */
export function createWeeklyPopulation(
  options: Pick<SimulatorOptions, "records" | "start">,
  key: number,
  { days, hour }: WeeklyPlan,
): Population {
  const { records, start } = options;
  const midnight = Math.floor(start / DAY) * DAY;
  const today = ((new Date(start).getUTCDay() + 6) % 7) + 1;
  const newest = days
    .map((day) => midnight + (day - today) * DAY + hour * 3600 * SECOND)
    .map((due) => due - (due > start - 3 * SECOND ? WEEK : 0))
    .sort((one, other) => other - one);
  const dueOf = (index: number) =>
    (newest[index % newest.length] ?? start) - Math.floor(index / newest.length) * WEEK;
  const base = createPopulation(options, key, "");
  const createdAt = (index: number) => dueOf(index) + Math.floor(base.random(index, 1) * 2 * SECOND);
  return {
    ...base,
    size: records,
    unsettled: Math.min(1, records),
    createdAt,
    dueAt: dueOf(0),
    run(index, now) {
      const created = createdAt(index);
      const begins = created + Math.floor((5 + base.random(index, 2) * 5) * SECOND);
      const ends = begins + Math.floor((60 + base.random(index, 3) * 60) * SECOND);
      const phase = now < begins ? "waiting" : now < ends ? "running" : "ended";
      return {
        phase,
        created,
        begins,
        ends,
        progress: Math.min(1, Math.max(0, (now - begins) / (ends - begins))),
      };
    },
  };
}
