import type { BackupRecord, BackupState } from "../records/record.js";

/**
 * What a target's records say of its objective. A backup is good once it has succeeded, also where it has
 * expired since; one that was deleted is not.
 * `ok` it is met · `late` the last good backup is too old, or too few can be restored, and none has failed
 * since · `failing` the same, and backups have failed since · `stuck` a backup runs longer than it may,
 * whatever else holds · `never` every record was read, and no backup was ever good · `unknown` it is not
 * met by what the records say, but would be if what they leave open were good.
 */
export type Verdict = "ok" | "late" | "failing" | "stuck" | "never" | "unknown";

/** The verdicts from best to worst: with more age, a target only moves to the right. */
export const verdictOrder: readonly Verdict[] = ["ok", "unknown", "late", "failing", "never", "stuck"];

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
  readonly verdict: Verdict;
  /** One sentence for a person. */
  readonly reason: string;
  /** The good backup that ended last; null where there is none. */
  readonly lastGood: BackupRecord | null;
  /**
   * When that one ended, or, where the service states no end, the latest time before it that it does state;
   * null where it states none that can be used.
   */
  readonly lastGoodAt: Date | null;
  readonly age: number | null;
  /** Backups that failed or timed out since the last good one, in a row. */
  readonly failuresSince: number;
  /** The backup that has run longest and still runs; null where none does. */
  readonly running: BackupRecord | null;
  /** How many of the backups that were read can be restored; null where the service does not say. */
  readonly restorable: number | null;
  /** Unified fields that the service does not give and that would make the verdict surer, e.g. `restorable`. */
  readonly missing: readonly MissingField[];
  /** Records that were judged, by state; neither repeated nor ignored ones count. */
  readonly states: Readonly<Partial<Record<BackupState, number>>>;
}

/** A field that would be needed to be sure, and why it is not there. */
export interface MissingField {
  readonly field: keyof BackupRecord;
  /** One sentence, with the erratum where one applies. */
  readonly why: string;
}
