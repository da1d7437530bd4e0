import type { LastRestore } from "../records/restore.js";
import type { Assessment, Verdict } from "./assessment.js";
import { duration } from "./words.js";

/** Verdicts that a restoration which is too old makes worse. The others say more than that. */
const BETTER: readonly Verdict[] = ["ok", "new", "suspect", "unknown"];

/** That the restorations could not be read, and why. */
export interface UnreadRestore {
  readonly unread: string;
}

/**
 * An assessment with what is known of the target's restorations. With `maxAge` it is `late` if the last one is older, or
 * there is none, and `unknown` in place of `ok` if nobody can tell. Without `maxAge` the verdict stays.
 * @param restore undefined: the service does not say
 * @param maxAge milliseconds
 */
export function judgeRestore(
  assessment: Assessment,
  restore: LastRestore | null | UnreadRestore | undefined,
  maxAge: number | null,
  now: number,
): Assessment {
  const judged = (worse: Verdict, text: string): Assessment => ({
    ...assessment,
    verdict: maxAge !== null && BETTER.includes(assessment.verdict) ? worse : assessment.verdict,
    reason: `${assessment.reason}; ${text}`,
  });
  if (restore && "unread" in restore)
    return judged("unknown", `restorations could not be read: ${restore.unread}`);
  if (!restore && maxAge === null) return assessment;
  if (restore === undefined) return judged("unknown", "the service reports no restorations");
  if (restore === null) return judged("late", "there is no restoration that succeeded");
  const age = Math.max(0, now - restore.at.getTime());
  const over = maxAge === null ? 0 : Math.max(0, age - maxAge);
  const took = restore.durationMs === null ? "" : ` and took ${duration(restore.durationMs)}`;
  const limit = over > 0 ? `, ${duration(over)} past its limit` : "";
  const text = `the last restoration is ${duration(age)} old${limit}${took}`;
  return { ...judged(over > 0 ? "late" : assessment.verdict, text), lastRestore: restore };
}
