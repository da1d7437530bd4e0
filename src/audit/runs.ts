import { dueRuns, longestGap, nextDueRun } from "../records/due-runs.js";
import type { Schedule, StatedSchedule } from "../records/schedule.js";
import type { RunOutcome } from "./assessment.js";
import type { Evidence } from "./evidence.js";
import type { Memory } from "./target.js";
import { beginning } from "./timeline.js";
import { duration } from "./words.js";

/** When a target's backups were due. */
export interface Expectation {
  readonly stated: StatedSchedule;
  /** Runs that were due before are not judged; epoch milliseconds. */
  readonly from: number;
  /** Of runs that were due before, nothing can be said: the schedule was another, or the service keeps no record. */
  readonly tellableFrom: number;
  /** Runs that were due before were judged by the last audit: a good backup since then makes up for one. Or -infinity. */
  readonly judgedBefore: number;
  /** When the runs were due that the last audit missed, and that a late backup may have made up for since. */
  readonly missedBefore: readonly number[];
}

/** A due run, and what became of it. */
export interface Run {
  /** Epoch milliseconds. */
  readonly due: number;
  readonly outcome: RunOutcome;
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
 * The runs that an audit at `now` judges: all whose time was not over at the last one, and the latest whose time is over, so
 * that a verdict stays bad until there is a good backup. Without a memory, or with one that is older than 30 days,
 * those of 24 hours, or of the longest time between two runs if that is longer. None from before the schedule was first seen
 * as it is, nor from before what the service keeps.
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
  const judgedBefore = remembered === null ? Number.NEGATIVE_INFINITY : remembered - tolerance + 1;
  const bounds = [
    remembered === null
      ? now - Math.max(DAY, longestGap(schedule) ?? 0) - tolerance
      : Math.min(judgedBefore, latestOver(stated, now)),
    now - (retention ?? Number.POSITIVE_INFINITY),
    stated.since?.getTime() ?? Number.NEGATIVE_INFINITY,
    memory ? seenSince(memory, text, now) : Number.NEGATIVE_INFINITY,
  ];
  const from = Math.max(...bounds);
  const tellableFrom = Math.max(...bounds.slice(1));
  const earliest = Math.max(now - LONGEST_MEMORY, tellableFrom);
  const missedBefore = (memory?.missed ?? []).filter((due) => due >= earliest);
  return { stated, from, judgedBefore, tellableFrom, missedBefore };
}

/** The runs of a target, and what became of them. */
export interface RunsRead {
  /** The due runs that are judged. */
  readonly judged: readonly Run[];
  /** Of when they are, for a sentence: `since the last audit`. */
  readonly period: string;
  /** The latest due runs, also those before, as far as the records show them; 60 at most. */
  readonly latest: readonly Run[];
  /** When the next run is due; null if none is within 400 days. */
  readonly next: Date | null;
}

/** Maximum of runs in `latest`. */
const MAX_LISTED = 60;
/** Periods that are searched for them, the shortest first: a frequent schedule has enough runs in two days. */
const LISTED_PERIODS = [2 * DAY, 8 * DAY, 32 * DAY, 128 * DAY];

/**
 * What became of each run that was due up to `now`. A record belongs to the run that was due last when it began, so that
 * a late or repeated backup counts; one that a person started belongs to none. Of a schedule that can be read in several
 * ways, the runs that all readings share, unless records began when only one of them allows it. If a run backs up several
 * disks, it is as good as the worst of those that have a record. If the service passes over a time at which a backup still
 * runs, that backup is the run.
 * @param knownSince every record since then is there, in epoch milliseconds; null: all that there are
 */
export function readRuns(
  { stated, from, judgedBefore, tellableFrom }: Expectation,
  evidence: readonly Evidence[],
  now: number,
  knownSince: number | null,
): RunsRead {
  const begun = begunOf(evidence);
  const schedule = decide(stated, begun);
  // What was due before the first backup may have been due before the instance was there.
  const first = Math.min(...begun.flatMap(({ began }) => (Number.isNaN(began) ? [] : [began])));
  const earliest = Math.min(
    from,
    Math.max(tellableFrom, first - EARLY, knownSince ?? Number.NEGATIVE_INFINITY),
  );
  const due = latestDue(schedule, earliest, from, now);
  const number = due.filter((at) => at >= from).length;
  const runs = outcomesAt(due.slice(-Math.max(number, MAX_LISTED)), evidence, stated, now);
  const lastGood = Math.max(
    ...evidence.flatMap(({ kind, at }) => (kind === "good" && at !== null ? [at] : [])),
  );
  const judged = runs.slice(runs.length - number).filter(({ due }) => due >= judgedBefore || due > lastGood);
  const since = Math.max(from, judgedBefore);
  const again = judged.some(({ due }) => due < judgedBefore);
  return {
    judged,
    period: since === judgedBefore && !again ? "since the last audit" : `in the last ${duration(now - from)}`,
    latest: runs.slice(-MAX_LISTED),
    next: nextDueRun(schedule, new Date(now)),
  };
}

/** The runs that the last audit missed and that have a good backup since. */
export function findMadeUp(
  { stated, missedBefore }: Expectation,
  evidence: readonly Evidence[],
  now: number,
): Run[] {
  if (missedBefore.length === 0) return [];
  const begun = begunOf(evidence);
  const due = dueIn(decide(stated, begun), Math.min(...missedBefore), now);
  const runs = outcomesAt(due, evidence, stated, now);
  return runs.filter(({ due, outcome }) => outcome === "ran" && missedBefore.includes(due));
}

/**
 * When the latest run was due whose time to begin is over, by the earliest of the readings; infinity if there is none within
 * 128 days.
 */
function latestOver({ schedule, tolerance }: StatedSchedule, now: number): number {
  const over = now - tolerance;
  const readings = schedule.kind === "ambiguous" ? schedule.readings : [schedule];
  const latest = (reading: Schedule) => {
    for (const period of LISTED_PERIODS) {
      const last = dueIn(reading, over - period, over).at(-1);
      if (last !== undefined) return last;
    }
    return Number.POSITIVE_INFINITY;
  };
  return Math.min(...readings.map(latest));
}

function seenSince({ schedule }: Memory, text: string, now: number): number {
  return schedule?.text === text ? (schedule.since ?? Number.NEGATIVE_INFINITY) : now;
}

/** All runs that were due from `from` on, and as many before as there are to list, none before `earliest`. */
function latestDue(schedule: Schedule, earliest: number, from: number, now: number): number[] {
  let due: number[] = [];
  for (const period of LISTED_PERIODS) {
    const start = Math.max(earliest, Math.min(from, now - period));
    due = dueIn(schedule, start, now);
    if (due.length >= MAX_LISTED || start === earliest) break;
  }
  return due;
}

/** Those from `from` to `now`, both included. */
function dueIn(schedule: Schedule, from: number, now: number): number[] {
  return dueRuns(schedule, new Date(from), new Date(Math.max(from, now + 1))).map(Number);
}

/** A record that can belong to a run, and when it began. */
interface Begun extends Evidence {
  readonly began: number;
}

function begunOf(evidence: readonly Evidence[]): Begun[] {
  return evidence
    .filter(({ record }) => record.trigger !== "manual")
    .map((one) => ({ ...one, began: beginning(one.record) ?? Number.NaN }));
}

function outcomesAt(
  due: readonly number[],
  evidence: readonly Evidence[],
  { tolerance, skipsOverlap = false }: StatedSchedule,
  now: number,
): Run[] {
  const begun = begunOf(evidence);
  return due.map((at, index) => {
    const next = due[index + 1] ?? Number.POSITIVE_INFINITY;
    const own = begun.filter(({ began }) => began >= at - EARLY && began < next - EARLY);
    const covering = own.length === 0 && skipsOverlap ? evidence.filter((one) => isUnderWay(one, at)) : [];
    const outcomes = outcomesOf(own.length === 0 ? covering : own);
    const worst = (["failed", "running", "doubtful", "ran"] as const).find((one) => outcomes.includes(one));
    const outcome = worst ?? (now < at + tolerance ? "open" : "missed");
    return { due: at, outcome, done: outcomes.filter((one) => one === "ran").length };
  });
}

/** Whether a backup, also one that a person started, had begun by then and not ended. */
function isUnderWay({ record, kind }: Evidence, at: number): boolean {
  const began = beginning(record) ?? Number.NaN;
  const ended = kind === "running" ? Number.POSITIVE_INFINITY : (record.finishedAt?.getTime() ?? Number.NaN);
  return began < at && ended > at;
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
function decide({ schedule, tolerance }: StatedSchedule, records: readonly Begun[]): Schedule {
  if (schedule.kind !== "ambiguous") return schedule;
  const begun = records.filter(({ kind }) => kind === "good").map(({ began }) => began);
  if (begun.length === 0) return schedule;
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
