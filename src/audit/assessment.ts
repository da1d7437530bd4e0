import type { BackupRecord, BackupState } from "../records/record.js";

/**
 * What a target's records say of its objective:
 * `ok` it is met · `late` the last good backup is too old, or too few can be restored, and none has failed
 * since · `failing` the same, and backups have failed since · `stuck` a backup runs longer than it may ·
 * `never` there are records but no good one · `unknown` the records do not tell.
 */
export type Verdict = "ok" | "late" | "failing" | "stuck" | "never" | "unknown";

/** A verdict with what it rests on. Ages and durations are milliseconds. */
export interface Assessment {
  readonly verdict: Verdict;
  /** One sentence for a person. */
  readonly reason: string;
  /** The good backup that ended last; null where there is none. */
  readonly lastGood: BackupRecord | null;
  /** When that one ended, or, where the service states no end, the latest time that it does state. */
  readonly lastGoodAt: Date | null;
  readonly age: number | null;
  /** Backups that failed or timed out since the last good one, in a row. */
  readonly failuresSince: number;
  /** The backup that has run longest and still runs; null where none does. */
  readonly running: BackupRecord | null;
  /** How many backups can be restored; null where the service does not say. */
  readonly restorable: number | null;
  /** Unified fields that the service does not give and that would make the verdict surer, e.g. `restorable`. */
  readonly missing: readonly MissingField[];
  /** Records that were judged, by state. */
  readonly states: Readonly<Partial<Record<BackupState, number>>>;
}

/** A field that would be needed to be sure, and why it is not there. */
export interface MissingField {
  readonly field: keyof BackupRecord;
  /** One sentence, with the erratum where one applies. */
  readonly why: string;
}
