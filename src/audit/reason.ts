import { describeSchedule } from "../records/schedule.js";
import type { Findings } from "./assess.js";
import type { Verdict } from "./assessment.js";
import type { Run } from "./runs.js";
import { count, duration } from "./words.js";

/** Who reads so far back has looked for a last good backup. */
const LONG_AGO = 30 * 86_400_000;

/** A verdict's reason: one sentence, beginning small and without a full stop, ages in words. */
export function explain(verdict: Verdict, findings: Findings): string {
  switch (verdict) {
    case "new":
      return `${scheduleOf(findings)}; no backup was due yet`;
    case "unprotected":
    case "paused":
      return isUnread(findings) ? scheduleOf(findings) : `${scheduleOf(findings)}; ${standing(findings)}`;
    case "missed":
      return `${runsOf(findings)}${standing(findings)}`;
    case "ok":
      return `${runsOf(findings)}${standing(findings)}${enoughOf(findings)}${failures(findings)}`;
    case "suspect":
      return `${runsOf(findings)}${standing(findings)}, but ${findings.suspicion}${failures(findings)}`;
    case "never":
      return none(findings);
    case "unknown":
      if (findings.expectation?.stated.schedule.kind === "unknown")
        return `${scheduleOf(findings)}; ${standing(findings)}`;
      return findings.judgeable
        ? `${standing(findings)}; ${doubt(findings)}`
        : "the time, or a number of the objective, is none";
    default:
      return `${overrunning(findings)}${runsOf(findings)}${standing(findings)}${failures(findings)}`;
  }
}

function enoughOf({ objective, restorable }: Findings): string {
  const { minRestorable } = objective;
  return minRestorable > 0 ? `, and ${restorable} can be restored (required: ${minRestorable})` : "";
}

function overrunning({ runningFor, overrun }: Findings): string {
  return runningFor === null || overrun === null
    ? ""
    : `a backup has been running for ${duration(runningFor)}, ${duration(overrun)} past its limit; `;
}

/**
 * Whether nothing is known of the backups but the short time that was read: of what nothing protects, a shared listing is
 * read no further, and an older backup may well be there.
 */
function isUnread({ lastGood, evidence, reach }: Findings): boolean {
  const none = lastGood === null && evidence.every(({ kind }) => kind !== "deleted");
  return none && reach !== null && reach < LONG_AGO;
}

/** How the last good backup, and what can be restored, stand to the objective. */
function standing(findings: Findings): string {
  const { objective, age, fresh, enough, restorable, unsaid } = findings;
  const last = lastGood(findings);
  if (age === null || enough) return last;
  const said =
    unsaid > 0 && restorable === 0 ? "none is known to be restorable" : `${restorable} can be restored`;
  return `${last}, ${fresh ? "but" : "and"} ${said} (required: ${objective.minRestorable})`;
}

function lastGood({ objective, expectation, evidence, lastGood: last, age, fresh, reach }: Findings): string {
  if (age !== null) {
    const expired = last?.record.state === "expired" ? ", has expired" : "";
    const limit = fresh
      ? `, within its limit of ${duration(objective.maxAge)}`
      : `, ${duration(age - objective.maxAge)} past its limit`;
    const unlimited = expectation !== null && !Number.isFinite(objective.maxAge);
    return `the last good backup is ${duration(age)} old${expired}${unlimited ? "" : limit}`;
  }
  if (last !== null) return "the last good backup states no time that can be used";
  if (evidence.some(({ kind }) => kind === "deleted"))
    return "the good backups were deleted, and no other is left";
  return reach === null || !(reach > 0)
    ? "no backup is known to be good"
    : `there is no good backup in the last ${duration(reach)}`;
}

function failures({ objective: { maxFailures = null }, failuresSince }: Findings): string {
  if (failuresSince === 0) return "";
  const limit = maxFailures !== null && failuresSince > maxFailures ? ` (allowed: ${maxFailures})` : "";
  return `; ${failuresSince} ${failuresSince === 1 ? "has" : "have"} failed since${limit}`;
}

function scheduleOf({ expectation }: Findings): string {
  return expectation === null ? "" : describeSchedule(expectation.stated.schedule);
}

/** What became of the due runs, before what else there is to say; empty without a schedule that can be judged. */
function runsOf(findings: Findings): string {
  const { expectation, runs, period, madeUp, runningFor } = findings;
  const kind = expectation?.stated.schedule.kind;
  if (kind !== "runs" && kind !== "ambiguous") return "";
  const late = madeUp.length === 0 ? "" : `; made up for, late: ${shownRuns(madeUp)}`;
  if (runs.some(isProblem)) return `${problemRuns(findings)}${disksOf(findings)}${late}; `;
  if (runs.length === 0) return `no run was due ${period}${late}; `;
  const open = runs.filter(({ outcome }) => outcome !== "ran").length;
  const done = runs.length - open;
  const still =
    runningFor !== null && runs.some(({ outcome }) => outcome === "running")
      ? `, and a backup has been running for ${duration(runningFor)}`
      : "";
  return `${done} of ${count(runs.length, "run")} ${period} ${done === 1 ? "is" : "are"} done${still}${disksOf(findings)}${late}; `;
}

/** How many of its disks the last run has backed up; empty if the service does not count them. */
function disksOf({ expectation, runs }: Findings): string {
  const disks = expectation?.stated.disks ?? null;
  const last = runs.findLast(({ done }) => done > 0);
  if (disks === null || last === undefined) return "";
  return `, ${last.done} of ${count(disks, "disk")} on ${shownRun(last.due)}`;
}

function isProblem({ outcome }: Run): boolean {
  return outcome === "missed" || outcome === "failed";
}

/** Runs that are named one by one. */
const NAMED = 5;

function problemRuns({ runs, period }: Findings): string {
  const problems = [
    { outcome: "missed", verb: "did not happen" },
    { outcome: "failed", verb: "failed" },
  ].map((problem) => ({ ...problem, found: runs.filter(({ outcome }) => outcome === problem.outcome) }));
  const there = problems.filter(({ found }) => found.length > 0);
  const sentences = there.map(({ verb, found }) => {
    return `${shownRuns(found)} ${verb}`;
  });
  const counts = there.map(({ outcome, found }) => `${found.length} ${outcome}`);
  return `${sentences.join("; ")}; ${counts.join(", ")} of ${runs.length} ${period}`;
}

function shownRuns(runs: readonly Run[]): string {
  const names = runs.slice(-NAMED).map(({ due }) => shownRun(due));
  const more = runs.length > NAMED ? `${runs.length - NAMED} more and ` : "";
  return `${runs.length === 1 ? "the run" : "the runs"} of ${more}${names.join(", ")}`;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/** `Wed 2026-11-25 01:00Z` */
function shownRun(due: number): string {
  const date = new Date(due);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.toISOString().slice(0, 16).replace("T", " ")}Z`;
}

function none({ evidence, failuresSince }: Findings): string {
  if (evidence.length === 0) return "there is no backup at all";
  const failed = failuresSince === 0 ? "" : `; ${failuresSince} failed`;
  return `there was never a good backup among ${evidence.length}${failed}`;
}

/** What leaves the verdict open. */
function doubt({ evidence, age, fresh, unsaid }: Findings): string {
  if (fresh && unsaid > 0) return "the service does not say of all whether they can be restored";
  const doubtful = evidence.filter(({ kind }) => kind === "doubtful").length;
  if (doubtful > 0) return `the state of ${count(doubtful, "backup")} is unknown`;
  if (!fresh && evidence.some(({ kind, at }) => kind === "good" && at === null)) {
    return age === null ? "it may be recent" : "another one states no time that can be used";
  }
  return "not all records were read";
}
