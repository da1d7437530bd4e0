import { longestGap } from "../records/due-runs.js";
import type { BackupRecord, BackupState } from "../records/record.js";
import { describeSchedule } from "../records/schedule.js";
import type { Assessment, Reach, RunCounts, RunOutcome, Verdict } from "./assessment.js";
import { compareRecords } from "./distinct.js";
import { type Evidence, type Kind, readEvidence } from "./evidence.js";
import { findMissing } from "./missing.js";
import type { Objective } from "./objective.js";
import { explain } from "./reason.js";
import { type Expectation, findMadeUp, type Run, type RunsRead, readRuns } from "./runs.js";
import { suspicionOf } from "./suspicion.js";

/** What is known of a target, worked out from its records and compared with its objective. */
export interface Findings {
  readonly objective: Objective;
  /** Whether the time and the objective are numbers. */
  readonly judgeable: boolean;
  readonly evidence: readonly Evidence[];
  readonly lastGood: Evidence | null;
  readonly age: number | null;
  readonly failuresSince: number;
  readonly running: Evidence | null;
  /** How long that one has run, in milliseconds; null if it is none. */
  readonly runningFor: number | null;
  /** When backups were due; null if nobody said. */
  readonly expectation: Expectation | null;
  /** The due runs that are judged, and of when they are; empty without a schedule that can be. */
  readonly runs: readonly Run[];
  readonly period: string;
  /** The latest of all due runs, judged or not, and when the next one is due. */
  readonly calendar: Pick<RunsRead, "latest" | "next">;
  /** Those that the last audit missed and that were made up for since. */
  readonly madeUp: readonly Run[];
  /** How much of that is more than it may; null if it is none. */
  readonly overrun: number | null;
  /** Why the last good backup may hold less than it should; null if nothing says so. */
  readonly suspicion: string | null;
  readonly restorable: number;
  /** Backups of which the service does not say whether they can be restored. */
  readonly unsaid: number;
  /** Whether the objective's age, and its number of restorable backups, are kept. */
  readonly fresh: boolean;
  readonly enough: boolean;
  /** Whether they would be if all that is open were good. */
  readonly maybeFresh: boolean;
  readonly maybeEnough: boolean;
  /** How long ago the earliest time is from which on every backup is known; null: there is no more to know. */
  readonly reach: number | null;
}

/**
 * Judges a target's records, in any order and with any repetitions, at `now`, epoch
 * milliseconds. The records are all that there are unless `reach` says otherwise. Never throws: a time that
 * is none counts as not stated, and where `now` or the objective is no number the verdict is `unknown`.
 */
export function assess(
  records: Iterable<BackupRecord>,
  objective: Objective,
  now: number | Date,
  reach: Reach = { since: null },
  expectation: Expectation | null = null,
): Assessment {
  const findings = find(records, objective, Number(now), reach, expectation);
  const { evidence, lastGood, age, failuresSince, running, restorable, unsaid } = findings;
  const verdict = judge(findings);
  return {
    verdict,
    reason: explain(verdict, findings),
    lastGood: lastGood?.record ?? null,
    lastGoodAt: lastGood === null || lastGood.at === null ? null : new Date(lastGood.at),
    age,
    schedule: expectation && describeSchedule(expectation.stated.schedule),
    runs: countRuns(findings),
    pauseOver: false,
    failuresSince,
    running: running?.record ?? null,
    restorable: restorable === 0 && unsaid > 0 ? null : restorable,
    goodLeft: countGoodLeft(findings),
    missing: findMissing(findings),
    lastRestore: null,
    states: countStates(evidence),
  };
}

function isJudgeable(objective: Objective, now: number): boolean {
  const { maxAge, maxDuration, minRestorable, maxFailures } = objective;
  return (
    [now, minRestorable].every(Number.isFinite) && ![maxAge, maxDuration, maxFailures].some(Number.isNaN)
  );
}

function judge(findings: Findings): Verdict {
  const { objective, evidence, overrun, fresh, enough, maybeFresh, maybeEnough, reach } = findings;
  if (!findings.judgeable) return "unknown";
  if (overrun !== null) return "stuck";
  const scheduled = findings.expectation === null ? undefined : judgeRuns(findings);
  if (scheduled !== undefined) return scheduled;
  if (findings.failuresSince > (objective.maxFailures ?? Number.POSITIVE_INFINITY)) return "failing";
  if (fresh && enough) return findings.suspicion === null ? "ok" : "suspect";
  if (maybeFresh && maybeEnough) return "unknown";
  const ever = evidence.some(({ kind }) => kind === "good" || kind === "deleted" || kind === "doubtful");
  if (!ever && reach === null) return "never";
  return findings.failuresSince > 0 ? "failing" : "late";
}

/** What the schedule says; undefined if it finds nothing wrong, so that the objective decides. */
function judgeRuns({ expectation, objective, evidence, runs }: Findings): Verdict | undefined {
  const kind = expectation?.stated.schedule.kind;
  if (kind === "none") return "unprotected";
  if (kind === "paused") return "paused";
  const ofAge = Number.isFinite(objective.maxAge);
  if (kind === "unknown") return ofAge ? undefined : "unknown";
  const last = runs.findLast(({ outcome }) => outcome === "missed" || outcome === "failed");
  if (last !== undefined) return last.outcome === "missed" ? "missed" : "failing";
  const began = evidence.some(({ kind }) => kind !== "nothing");
  return !ofAge && !began ? "new" : undefined;
}

/** None is left only if nothing that was not read can be a good backup; what is older than a year is none to count on. */
const YEAR = 365 * 86_400_000;

function countGoodLeft({ restorable, unsaid, reach }: Findings): number | null {
  const left = restorable + unsaid;
  return left > 0 || reach === null || reach >= YEAR ? left : null;
}

function countRuns({ expectation, runs, calendar }: Findings): RunCounts | null {
  const kind = expectation?.stated.schedule.kind;
  if (kind !== "runs" && kind !== "ambiguous") return null;
  const dates = (wanted: RunOutcome) =>
    runs.filter(({ outcome }) => outcome === wanted).map(({ due }) => new Date(due));
  return {
    due: runs.length,
    missed: dates("missed"),
    failed: dates("failed"),
    latest: calendar.latest.map(({ due, outcome }) => ({ due: new Date(due), outcome })),
    next: calendar.next,
  };
}

function find(
  records: Iterable<BackupRecord>,
  objective: Objective,
  now: number,
  { since }: Reach,
  expectation: Expectation | null,
): Findings {
  const evidence = readEvidence(records, objective, now);
  const of = (...kinds: Kind[]) => evidence.filter(({ kind }) => kinds.includes(kind));
  const [good, doubtful] = [of("good"), of("doubtful")];
  const lastGood = latest(good);
  const age = lastGood === null || lastGood.at === null ? null : Math.max(0, now - lastGood.at);
  const success = latest(of("good", "deleted"))?.at ?? null;
  const running = earliest(of("running"));
  const runningFor = running === null || running.at === null ? null : now - running.at;
  const reach = since === null ? null : now - Number(since);
  const read =
    expectation && Number.isFinite(now)
      ? readRuns(expectation, evidence, now, since === null ? null : Number(since))
      : null;
  const young = (at: number | null) => at === null || now - at <= objective.maxAge;
  const usable = good.filter((one) => one.restorable === true).length;
  const unsaid = good.filter((one) => one.restorable === null).length;
  const possible = doubtful.filter((one) => one.restorable !== false).length;
  const fresh = age !== null && age <= objective.maxAge;
  const enough = usable >= objective.minRestorable;
  return {
    objective,
    judgeable: isJudgeable(objective, now),
    evidence,
    lastGood,
    age,
    failuresSince: of("failed").filter(({ at }) => success === null || (at !== null && at > success)).length,
    running,
    runningFor,
    expectation,
    runs: read?.judged ?? [],
    period: read?.period ?? "",
    calendar: { latest: read?.latest ?? [], next: read?.next ?? null },
    madeUp: expectation && Number.isFinite(now) ? findMadeUp(expectation, evidence, now) : [],
    suspicion: lastGood && suspicionOf(lastGood, good),
    overrun: findOverrun(runningFor, objective, expectation),
    restorable: usable,
    unsaid,
    fresh,
    enough,
    maybeFresh:
      fresh ||
      [...good, ...doubtful].some(({ at }) => young(at)) ||
      (reach !== null && !(reach >= objective.maxAge)),
    maybeEnough: enough || reach !== null || usable + unsaid + possible >= objective.minRestorable,
    reach,
  };
}

/** The objective's longest duration, or else that of the policy, or else until the next run should have begun. */
function longestRun({ maxDuration }: Objective, expectation: Expectation | null): number | null {
  if (maxDuration !== null || expectation === null) return maxDuration;
  const { timeout, schedule, tolerance } = expectation.stated;
  if (timeout !== null) return timeout;
  const gap = longestGap(schedule);
  return gap === null ? null : gap + tolerance;
}

function findOverrun(ran: number | null, objective: Objective, expectation: Expectation | null) {
  const most = ran === null ? null : longestRun(objective, expectation);
  return ran !== null && most !== null && ran > most ? ran - most : null;
}

/** The one with the latest time; of those without any, one only where no other is. */
function latest(evidence: readonly Evidence[]): Evidence | null {
  return most(evidence, ({ at }) => at ?? Number.NEGATIVE_INFINITY);
}

function earliest(evidence: readonly Evidence[]): Evidence | null {
  return most(evidence, ({ at }) => (at === null ? Number.NEGATIVE_INFINITY : -at));
}

/** The one of the most weight; of several such, the one that is listed first. */
function most(evidence: readonly Evidence[], weight: (one: Evidence) => number): Evidence | null {
  const heavier = (a: Evidence, b: Evidence) =>
    weight(a) === weight(b) ? compareRecords(a.record, b.record) < 0 : weight(a) > weight(b);
  return evidence.reduce<Evidence | null>(
    (found, one) => (found === null || heavier(one, found) ? one : found),
    null,
  );
}

function countStates(evidence: readonly Evidence[]): Partial<Record<BackupState, number>> {
  const states: Partial<Record<BackupState, number>> = {};
  for (const { record } of evidence) states[record.state] = (states[record.state] ?? 0) + 1;
  return states;
}
