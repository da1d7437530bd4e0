import type { LastRestore } from "../records/restore.js";
import type { Assessment, Verdict } from "./assessment.js";
import { duration } from "./words.js";

/** Verdicts that a restoration which is too old makes worse. The others say more than that. */
const BETTER: readonly Verdict[] = ["ok", "new", "suspect", "unknown"];

/**
 * An assessment with what is known of the target's restorations: `late` if the last one is older than `maxAge`, or there
 * is none; `unknown` in place of `ok` if the service does not tell of any.
 * @param restore undefined: the service does not tell
 * @param maxAge milliseconds
 */
export function judgeRestore(
  assessment: Assessment,
  restore: LastRestore | null | undefined,
  maxAge: number,
  now: number,
): Assessment {
  const better = BETTER.includes(assessment.verdict);
  const reason = (text: string) => `${assessment.reason}; ${text}`;
  if (restore === undefined) {
    const verdict = better ? "unknown" : assessment.verdict;
    return { ...assessment, verdict, reason: reason("the service does not tell of restorations") };
  }
  if (restore === null) {
    const verdict = better ? "late" : assessment.verdict;
    return { ...assessment, verdict, reason: reason("there is no restoration that succeeded") };
  }
  const age = Math.max(0, now - restore.at.getTime());
  const late = age > maxAge;
  const took = restore.durationMs === null ? "" : ` and took ${duration(restore.durationMs)}`;
  const limit = late ? `, ${duration(age - maxAge)} past its limit` : "";
  return {
    ...assessment,
    lastRestore: restore,
    verdict: late && better ? "late" : assessment.verdict,
    reason: reason(`the last restoration is ${duration(age)} old${limit}${took}`),
  };
}
