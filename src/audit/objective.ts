/** What is expected of a target's backups. Durations are milliseconds. */
export interface Objective {
  /** Largest age of the last good backup, counted from its end if the service states one. */
  readonly maxAge: number;
  /** Longest that a backup may run; null: what its schedule allows, or no limit without one. */
  readonly maxDuration: number | null;
  /** How many restorable backups must exist. 0: none need to. */
  readonly minRestorable: number;
  /** How many backups may have failed since the last good one; null or left out: no limit. */
  readonly maxFailures?: number | null | undefined;
  /** Largest age of the last restoration that succeeded; null or left out: no limit. */
  readonly maxRestoreAge?: number | null | undefined;
  /** What counts for nothing. */
  readonly ignore: {
    /** Jobs that the service skipped are no failures. */
    readonly skipped: boolean;
    /** Backups that a person started count for nothing. */
    readonly manual: boolean;
  };
}

/** The objective if a targets file says nothing else: a good backup a day, with two hours' grace. */
export const defaultObjective: Objective = {
  maxAge: 26 * 3_600_000,
  maxDuration: null,
  minRestorable: 0,
  maxFailures: null,
  maxRestoreAge: null,
  ignore: { skipped: true, manual: false },
};
