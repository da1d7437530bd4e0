import type { Findings } from "./assess.js";
import type { Verdict } from "./assessment.js";
import { count, duration } from "./words.js";

/** A verdict's reason: one sentence, beginning small and without a full stop, ages in words. */
export function explain(verdict: Verdict, findings: Findings): string {
  switch (verdict) {
    case "ok":
      return `${standing(findings)}${enoughOf(findings)}`;
    case "never":
      return none(findings);
    case "unknown":
      return findings.judgeable
        ? `${standing(findings)}; ${doubt(findings)}`
        : "the time, or a number of the objective, is none";
    default:
      return `${overrunning(findings)}${standing(findings)}${failures(findings)}`;
  }
}

function enoughOf({ objective, restorable }: Findings): string {
  const { minRestorable } = objective;
  return minRestorable > 0 ? `, and ${restorable} can be restored, where ${minRestorable} must` : "";
}

function overrunning({ overrun }: Findings): string {
  return overrun === null
    ? ""
    : `a backup has been running for ${duration(overrun.ran)}, ${duration(overrun.by)} past its limit; `;
}

/** How the last good backup, and what can be restored, stand to the objective. */
function standing(findings: Findings): string {
  const { objective, age, fresh, enough, restorable, unsaid } = findings;
  const last = lastGood(findings);
  if (age === null || enough) return last;
  const said =
    unsaid > 0 && restorable === 0 ? "none is known to be restorable" : `${restorable} can be restored`;
  return `${last}, ${fresh ? "but" : "and"} ${said}, where ${objective.minRestorable} must`;
}

function lastGood({ objective, evidence, lastGood: last, age, fresh, reach }: Findings): string {
  if (age !== null) {
    const expired = last?.record.state === "expired" ? ", has expired" : "";
    const limit = fresh
      ? `within its limit of ${duration(objective.maxAge)}`
      : `${duration(age - objective.maxAge)} past its limit`;
    return `the last good backup is ${duration(age)} old${expired}, ${limit}`;
  }
  if (last !== null) return "the last good backup states no time that can be used";
  if (evidence.some(({ kind }) => kind === "deleted"))
    return "the good backups were deleted, and no other is left";
  return reach === null || !(reach > 0)
    ? "no backup is known to be good"
    : `there is no good backup in the last ${duration(reach)}`;
}

function failures({ failuresSince }: Findings): string {
  if (failuresSince === 0) return "";
  return `; ${failuresSince} ${failuresSince === 1 ? "has" : "have"} failed since`;
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
  if (doubtful > 0) return `of ${count(doubtful, "backup")} the state cannot be told`;
  if (!fresh && evidence.some(({ kind, at }) => kind === "good" && at === null)) {
    return age === null ? "it may be recent" : "another one states no time that can be used";
  }
  return "not all records were read";
}
