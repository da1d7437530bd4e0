import type { BackupRecord, BackupState } from "../records/record.js";
import type { LastRestore } from "../records/restore.js";

/**
 * What a target's records say of its objective and of its schedule. A backup is good if it has succeeded, even if it
 * has expired since; one that was deleted is not.
 *
 * - `ok`: all that is expected was done.
 * - `new`: no backup was due yet, and there is none.
 * - `paused`: the targets file, with a reason and an end, excuses the target.
 * - `gone`: the service does not know the instance or policy any more.
 * - `suspect`: as `ok`, but the last good backup may hold less than it should.
 * - `unknown`: the objective is not met by what the records say, but would be if everything that they leave open were
 *   good; or the schedule cannot be judged, and no age is given instead.
 * - `unprotected`: there is no schedule, or it is switched off.
 * - `late`: the last good backup is too old, or too few can be restored, and none has failed since.
 * - `missed`: a backup was due, the time to begin it is over, and it did not happen.
 * - `failing`: the backup of a due run failed; or as `late` and backups have failed since; or more have failed since
 *   the last good one than may.
 * - `never`: every record was read, and no backup was ever good.
 * - `stuck`: a backup runs longer than it may, regardless of everything else.
 */
export type Verdict =
  | "ok"
  | "new"
  | "paused"
  | "gone"
  | "suspect"
  | "unknown"
  | "unprotected"
  | "late"
  | "missed"
  | "failing"
  | "never"
  | "stuck";

/** The verdicts from best to worst: with more age, a target only moves to the right. */
export const verdictOrder: readonly Verdict[] = [
  "ok",
  "new",
  "paused",
  "gone",
  "suspect",
  "unknown",
  "unprotected",
  "late",
  "missed",
  "failing",
  "never",
  "stuck",
];

/** What became of a due run. `open`: its time to begin is not over. `doubtful`: its record does not show it. */
export type RunOutcome = "ran" | "running" | "failed" | "missed" | "open" | "doubtful";

/** A due run, and what became of it. */
export interface DueRun {
  /** When it was due. */
  readonly due: Date;
  /** What became of it. */
  readonly outcome: RunOutcome;
}

/** What became of the runs that were due in the period that was judged. */
export interface RunCounts {
  /** How many were due. */
  readonly due: number;
  /** Those that did not happen, oldest first. */
  readonly missed: readonly Date[];
  /** Those whose backup failed, oldest first. */
  readonly failed: readonly Date[];
  /** The latest 60 at most, oldest first: those that were judged, and before them as many as the records show. */
  readonly latest: readonly DueRun[];
  /** When the next run is due; null if none is within 400 days. */
  readonly next: Date | null;
}

/** How far back the records go that are judged. */
export interface Reach {
  /**
   * Every backup since then is among them (a time in the future: that is not sure of any); null: every
   * backup that the service lists is.
   */
  readonly since: Date | number | null;
}

/** A verdict with what it rests on. Ages and durations are milliseconds. */
export interface Assessment {
  /** What it comes to. */
  readonly verdict: Verdict;
  /** One sentence for a person. */
  readonly reason: string;
  /** The good backup that ended last; null if there is none. */
  readonly lastGood: BackupRecord | null;
  /**
   * When that one ended, or, if the service states no end, the latest time before it that it does state;
   * null where it states none that can be used.
   */
  readonly lastGoodAt: Date | null;
  /** Age of the last good backup; null if there is none, or no time of it. */
  readonly age: number | null;
  /** When backups are due, in words; null if nobody said. */
  readonly schedule: string | null;
  /** Null without a schedule that can be judged. */
  readonly runs: RunCounts | null;
  /** Whether the targets file still excuses the target although the time for that is over: a finding. */
  readonly pauseOver: boolean;
  /** Backups that failed or timed out since the last good one, in a row. */
  readonly failuresSince: number;
  /** The backup that has run longest and still runs; null if none does. */
  readonly running: BackupRecord | null;
  /** How many of the backups that were read can be restored; null if the service does not say. */
  readonly restorable: number | null;
  /**
   * How many good backups are still there: neither deleted nor expired, and the service does not say that they cannot be
   * restored. 0 only if every record of a year was read; null if that is not certain.
   */
  readonly goodLeft: number | null;
  /** Unified fields that the service does not give and that would make the verdict surer, e.g. `restorable`. */
  readonly missing: readonly MissingField[];
  /** The last restoration that succeeded; null if there is none, or nobody looked. */
  readonly lastRestore: LastRestore | null;
  /** Records that were judged, by state; neither repeated nor ignored ones count. */
  readonly states: Readonly<Partial<Record<BackupState, number>>>;
}

/** A field that would be needed to be sure, and why it is not there. */
export interface MissingField {
  /** A field of the unified record. */
  readonly field: keyof BackupRecord;
  /** One sentence, with the erratum if one applies. */
  readonly why: string;
}
