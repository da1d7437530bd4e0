import type { Assessment } from "../../audit/assessment.js";

/** What is known of a target since it last answered. */
export interface Known {
  readonly assessment: Assessment;
  /** Epoch milliseconds. */
  readonly askedAt: number;
}

/** One number of a target; null where its service does not give it, and then there is no such sample. */
export interface Measure {
  /** Without the prefix. */
  readonly name: string;
  readonly help: string;
  readonly read: (known: Known) => number | null;
}

/** The numbers that change only when a target answers. */
export const measures: readonly Measure[] = [
  {
    name: "last_success_timestamp_seconds",
    help: "When the last good backup ended, or the latest time that its service states of it.",
    read: ({ assessment: { lastGoodAt } }) => lastGoodAt && lastGoodAt.getTime() / 1000,
  },
  {
    name: "last_success_duration_seconds",
    help: "How long the last good backup took, from its start, or else its creation, to its end.",
    read: ({ assessment: { lastGood } }) => {
      const began = lastGood?.startedAt ?? lastGood?.createdAt;
      return began && lastGood?.finishedAt ? (lastGood.finishedAt.getTime() - began.getTime()) / 1000 : null;
    },
  },
  {
    name: "last_success_size_bytes",
    help: "Size of the last good backup.",
    read: ({ assessment: { lastGood } }) =>
      lastGood === null || lastGood.sizeBytes === null ? null : Number(lastGood.sizeBytes),
  },
  {
    name: "failures_since_success",
    help: "Backups that failed or timed out since the last good one.",
    read: ({ assessment }) => assessment.failuresSince,
  },
  {
    name: "restorable",
    help: "Backups that can be restored.",
    read: ({ assessment }) => assessment.restorable,
  },
  {
    name: "last_poll_timestamp_seconds",
    help: "When the target answered last.",
    read: ({ askedAt }) => askedAt / 1000,
  },
];
