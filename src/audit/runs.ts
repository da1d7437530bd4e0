import { dueRuns, longestGap } from "../records/due-runs.js";
import type { Schedule, StatedSchedule } from "../records/schedule.js";
import type { Evidence } from "./evidence.js";
import type { Memory } from "./target.js";
import { beginning } from "./timeline.js";
import { duration } from "./words.js";

/** When a target's backups were due. */
export interface Expectation {
  readonly stated: StatedSchedule;
  /** Runs that were due before are not judged; epoch milliseconds. */
  readonly from: number;
  /** What `from` is, for a sentence: `since the last audit`. */
  readonly period: string;
  /** When the runs were due that the last audit missed, and that a late backup may have made up for since. */
  readonly missedBefore: readonly number[];
}

/** A due run, and what became of it. */
export interface Run {
  /** Epoch milliseconds. */
  readonly due: number;
  /** `open`: its time to begin is not over. `doubtful`: there is a record, whose state cannot be told. */
  readonly outcome: "ran" | "running" | "failed" | "missed" | "open" | "doubtful";
  /** How many instances or disks have a good backup of it. */
  readonly done: number;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How far back a memory counts. A run every five minutes is due less than 10,000 times in it. */
const LONGEST_MEMORY = 30 * DAY;
/** Records that may decide how a schedule is read are no older than this before the newest one. */
const LONGEST_EVIDENCE = 62 * DAY;
/** How long before its time a run may begin, by the service's clock. */
const EARLY = 5 * 60_000;

/**
 * The runs that an audit at `now` judges: all whose time was not over at the last one. Without a memory, or with one that
 * is older than 30 days, those of 24 hours, or of the longest time between two runs if that is longer. None from before the schedule was first seen as it
 * is, nor from before what the service keeps.
 */
export function expectRuns(
  stated: StatedSchedule,
  now: number,
  text: string,
  memory: Memory | null | undefined,
): Expectation {
  const { schedule, tolerance, retention } = stated;
  const checkedAt = memory?.checkedAt ?? Number.NEGATIVE_INFINITY;
  const remembered = checkedAt >= now - LONGEST_MEMORY ? checkedAt : null;
  const bounds = [
    remembered === null
      ? now - Math.max(DAY, longestGap(schedule) ?? 0) - tolerance
      : remembered - tolerance + 1,
    now - (retention ?? Number.POSITIVE_INFINITY),
    stated.since?.getTime() ?? Number.NEGATIVE_INFINITY,
    memory ? seenSince(memory, text, now) : Number.NEGATIVE_INFINITY,
  ];
  const from = Math.max(...bounds);
  const known = remembered !== null && from === bounds[0];
  const period = known ? "since the last audit" : `in the last ${duration(now - from)}`;
  const earliest = Math.max(now - LONGEST_MEMORY, ...bounds.slice(1));
  const missedBefore = (memory?.missed ?? []).filter((due) => due >= earliest && due < from);
  return { stated, from, period, missedBefore };
}

/** The runs that the last audit missed and that have a good backup since. */
export function findMadeUp(
  { stated, missedBefore }: Expectation,
  evidence: readonly Evidence[],
  now: number,
): Run[] {
  if (missedBefore.length === 0) return [];
  const runs = readRuns({ stated, from: Math.min(...missedBefore) }, evidence, now);
  return runs.filter(({ due, outcome }) => outcome === "ran" && missedBefore.includes(due));
}

function seenSince({ schedule }: Memory, text: string, now: number): number {
  return schedule?.text === text ? (schedule.since ?? Number.NEGATIVE_INFINITY) : now;
}

/**
 * What became of each run that was due from `from` to `now`. A record belongs to the run that was due last when it
 * began, so that a late or repeated backup counts; one that a person started belongs to none. Of a schedule that can be read in several ways,
 * the runs that all readings share, unless records began when only one of them allows it. If a run backs up several disks,
 * it is as good as the worst of those that have a record.
 */
export function readRuns(
  { stated, from }: Pick<Expectation, "stated" | "from">,
  evidence: readonly Evidence[],
  now: number,
): Run[] {
  const { tolerance } = stated;
  const begun = evidence
    .filter(({ record }) => record.trigger !== "manual")
    .map((one) => ({ ...one, began: beginning(one.record) ?? Number.NaN }));
  const schedule = decide(
    stated,
    begun.filter(({ kind }) => kind === "good").map(({ began }) => began),
  );
  const due = dueRuns(schedule, new Date(from), new Date(Math.max(from, now + 1))).map(Number);
  return due.map((at, index) => {
    const next = due[index + 1] ?? Number.POSITIVE_INFINITY;
    const own = begun.filter(({ began }) => began >= at - EARLY && began < next - EARLY);
    const outcomes = outcomesOf(own);
    const worst = (["failed", "running", "doubtful", "ran"] as const).find((one) => outcomes.includes(one));
    const outcome = worst ?? (now < at + tolerance ? "open" : "missed");
    return { due: at, outcome, done: outcomes.filter((one) => one === "ran").length };
  });
}

/** What became of a run, for each instance or disk that has a record of it: a good one heals those that failed. */
function outcomesOf(records: readonly Evidence[]): Run["outcome"][] {
  const kinds = new Map<string, Set<Evidence["kind"]>>();
  for (const { record, kind } of records) {
    const { id } = record.resource;
    kinds.set(id, (kinds.get(id) ?? new Set()).add(kind));
  }
  return [...kinds.values()].flatMap((found) => {
    if (found.has("good") || found.has("deleted")) return ["ran"];
    if (found.has("running")) return ["running"];
    if (found.has("doubtful")) return ["doubtful"];
    return found.has("failed") ? ["failed"] : [];
  });
}

/** The only reading of an ambiguous schedule that the beginnings of good backups leave; else the schedule itself. */
function decide({ schedule, tolerance }: StatedSchedule, begun: readonly number[]): Schedule {
  if (schedule.kind !== "ambiguous" || begun.length === 0) return schedule;
  const from = Math.max(Math.min(...begun), Math.max(...begun) - LONGEST_EVIDENCE) - tolerance;
  const to = Math.max(...begun) + tolerance;
  const readings = schedule.readings.map((reading) => {
    const due = dueRuns(reading, new Date(from), new Date(to)).map(Number);
    const explains = (at: number) => due.some((run) => at >= run - EARLY && at < run + tolerance);
    return { reading, explained: new Set(begun.filter(explains)) };
  });
  const told = (at: number) => readings.some(({ explained }) => explained.has(at));
  const left = readings.filter(({ explained }) => begun.every((at) => explained.has(at) || !told(at)));
  const [only, ...others] = left;
  return only !== undefined && others.length === 0 ? only.reading : schedule;
}
