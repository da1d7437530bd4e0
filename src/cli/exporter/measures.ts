import type { Assessment } from "../../audit/assessment.js";

/** One number of a target; null if its service does not give it, and then there is no such sample. */
export interface Measure {
  /** Without the prefix. */
  readonly name: string;
  readonly help: string;
  /** Whether only `--all-series` serves it. */
  readonly extra: boolean;
  /** @param askedAt when the target was checked, epoch milliseconds */
  readonly read: (assessment: Assessment, askedAt: number) => number | null;
}

const seconds = (date: Date | null | undefined) => (date ? date.getTime() / 1000 : null);

/** Good backups that are left: the one number that a target keeps that is gone. */
export const GOOD_LEFT = "good_backups_left";
/** The times of which `--all-series` serves the ages as well. */
export const LAST_SUCCESS = "last_success_timestamp_seconds";
export const LAST_RESTORE = "last_restore_timestamp_seconds";
export const LAST_POLL = "last_poll_timestamp_seconds";

/** The numbers that change only when a target is checked. */
export const measures: readonly Measure[] = [
  {
    name: LAST_SUCCESS,
    help: "When the last good backup ended, or the latest time that its service states of it.",
    extra: false,
    read: ({ lastGoodAt }) => seconds(lastGoodAt),
  },
  {
    name: GOOD_LEFT,
    help: "Good backups that are still there, among those that were read.",
    extra: false,
    read: ({ goodLeft }) => goodLeft,
  },
  {
    name: "failures_since_success",
    help: "Backups that failed or timed out since the last good one.",
    extra: false,
    read: ({ failuresSince }) => failuresSince,
  },
  {
    name: "next_run_timestamp_seconds",
    help: "When the next backup is due by the schedule.",
    extra: false,
    read: ({ runs }) => seconds(runs?.next),
  },
  {
    name: "missed_runs",
    help: "Due backups that did not happen, of those that were judged last.",
    extra: false,
    read: ({ runs }) => (runs === null ? null : runs.missed.length),
  },
  {
    name: LAST_RESTORE,
    help: "When the last restoration that succeeded ended.",
    extra: false,
    read: ({ lastRestore }) => seconds(lastRestore?.at),
  },
  {
    name: "last_success_duration_seconds",
    help: "How long the last good backup took, from its start, or else its creation, to its end.",
    extra: true,
    read: ({ lastGood }) => {
      const began = seconds(lastGood?.startedAt ?? lastGood?.createdAt);
      const ended = seconds(lastGood?.finishedAt);
      return began === null || ended === null ? null : ended - began;
    },
  },
  {
    name: "last_success_size_bytes",
    help: "Size of the last good backup.",
    extra: true,
    read: ({ lastGood }) =>
      lastGood === null || lastGood.sizeBytes === null ? null : Number(lastGood.sizeBytes),
  },
  {
    name: "restorable",
    help: "Backups that can be restored.",
    extra: true,
    read: ({ restorable }) => restorable,
  },
  {
    name: LAST_POLL,
    help: "When the target was last checked successfully.",
    extra: true,
    read: (_, askedAt) => askedAt / 1000,
  },
];
