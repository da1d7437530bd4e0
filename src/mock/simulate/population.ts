import { mix } from "../random.js";
import { type Course, outcomeOf } from "./course.js";

/** What the records of one instance, policy or cluster are drawn from. */
export interface Population {
  readonly key: number;
  readonly size: number;
  /** How many of the newest may still be waiting or running; the states of the others are final. */
  readonly unsettled: number;
  /** Epoch milliseconds. Index 0 is the newest record; times fall as the index rises. */
  createdAt(index: number): number;
  /** Where a backup stands at `now`. */
  life(index: number, now: number): Life;
  /** How a backup ends, where its population's course says so; null leaves it to chance. */
  outcome(index: number): "good" | "bad" | null;
  /** Uniform in [0, 1); another purpose gives an independent number. */
  random(index: number, purpose: number): number;
  /** One of `values`. */
  pick<Value>(index: number, purpose: number, values: readonly Value[]): Value;
}

/** Where a backup stands, all times in epoch milliseconds. */
export interface Life {
  readonly phase: "waiting" | "running" | "ended";
  readonly created: number;
  readonly begins: number;
  readonly ends: number;
  /** Share done, 0 to 1. */
  readonly progress: number;
}

/** What a population is made of. */
export interface PopulationOptions {
  readonly key: number;
  readonly size: number;
  /** When the mock started, epoch milliseconds: the newest records are a few seconds older. */
  readonly start: number;
  /** What becomes of the newest backups. @default "daily" */
  readonly course?: Course | undefined;
  /** Populations that are listed together take turns in time: how many there are, and which one this is. */
  readonly turn?: { readonly of: number; readonly at: number } | undefined;
}

const SECOND = 1000;
const DAY = 86_400 * SECOND;

/** Ages of the newest records when the mock starts, so that one waits and two run. */
const NEWEST = [2 * SECOND, 20 * SECOND, 60 * SECOND] as const;
/** All others are older, and have ended: no life is longer than 130 s. */
const SETTLED = 300 * SECOND;

/** Age of the newest backup of a course that has fallen behind, when the mock starts. */
const STOPPED = 3 * DAY;
/** Age of the backup that never ends, when the mock starts. */
const STUCK = DAY / 2;
/** The share at which it stays. */
const STUCK_AT = 0.42;
const CENTURY = 100 * 365 * DAY;

/** A population of any size that keeps nothing: each record is computed from its index. */
export function createPopulation({
  key,
  size,
  start,
  course = "daily",
  turn = { of: 1, at: 0 },
}: PopulationOptions): Population {
  const step = Math.min(DAY, (10 * 365 * DAY) / Math.max(1, size)) / turn.of;
  const jitter = Math.min(step * 0.8, 20 * 60 * SECOND);
  const random = (index: number, purpose: number) => mix(key, index, purpose) / 2 ** 32;
  const moving = course === "late" ? [] : course === "stuck" ? [STUCK] : NEWEST;
  const settled = course === "late" ? STOPPED : course === "stuck" ? STUCK + step : SETTLED;
  const createdAt = (index: number) => {
    const newest = moving[index];
    const age =
      newest === undefined
        ? settled + ((index - moving.length) * turn.of + turn.at) * step + random(index, 1) * jitter
        : newest + (turn.at + random(index, 1) * 0.9) * SECOND;
    return Math.floor(start - age);
  };
  return {
    key,
    size,
    unsettled: Math.min(moving.length, size),
    createdAt,
    life(index, now) {
      const created = createdAt(index);
      const begins = created + Math.floor((5 + random(index, 2) * 5) * SECOND);
      const stuck = course === "stuck" && index === 0;
      const ends = begins + (stuck ? CENTURY : Math.floor((60 + random(index, 3) * 60) * SECOND));
      const phase = now < begins ? "waiting" : now < ends ? "running" : "ended";
      const progress = stuck ? STUCK_AT : Math.min(1, Math.max(0, (now - begins) / (ends - begins)));
      return { phase, created, begins, ends, progress };
    },
    outcome: (index) => outcomeOf(course, start - createdAt(index)),
    random,
    pick: (index, purpose, values) => {
      const value = values[mix(key, index, purpose) % values.length];
      if (value === undefined) throw new RangeError("nothing to pick from");
      return value;
    },
  };
}
