import type { RunOutcome } from "../../../audit/assessment.js";
import { duration } from "../../../audit/words.js";
import { statuses, type TargetStatus } from "../status.js";

/** What nothing protects, then the most urgent first. */
export const reportOrder: readonly TargetStatus[] = [
  "unprotected",
  ...statuses.filter((status) => status !== "unprotected"),
];

/** What became of a run, in words. */
export const outcomeWords: Readonly<Record<RunOutcome, string>> = {
  ran: "done",
  failed: "failed",
  missed: "missed",
  running: "running",
  open: "not yet begun",
  doubtful: "not known",
};

/** What each status means, for a person who has not read the manual. */
export const meanings: Readonly<Record<TargetStatus, string>> = {
  stuck: "a backup has been running for longer than it may",
  never: "no backup was ever good",
  failing: "the backup of a due run failed, or no good one in time and backups have failed since",
  missed: "a backup was due and did not happen",
  late: "no good backup in time",
  unprotected: "there is no schedule, or it is switched off",
  "not-checked": "the check failed, so nothing is known",
  unknown: "the service does not say enough",
  suspect: "the last good backup is in time, but may hold less than it should",
  gone: "the service does not know it any more",
  paused: "the targets file excuses it for now",
  new: "no backup was due yet",
  ok: "all that is expected was done",
};

/** `2026-11-21 08:00`, in UTC, of epoch seconds. */
export function shownTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ");
}

/** `2d4h`, of seconds. */
export function shownSpan(seconds: number): string {
  return duration(Math.max(0, seconds) * 1000);
}
