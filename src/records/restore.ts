/** The last restoration that succeeded. */
export interface LastRestore {
  /** When it had ended. */
  readonly at: Date;
  /** How long it took, in milliseconds; null if the service does not say. */
  readonly durationMs: number | null;
  /** Id of the backup that was restored; null if the service does not say. */
  readonly backupId: string | null;
}

/** The latest of several restorations; null if there is none. */
export function latestRestore(restores: readonly LastRestore[]): LastRestore | null {
  return restores.reduce<LastRestore | null>(
    (latest, one) => (latest === null || one.at > latest.at ? one : latest),
    null,
  );
}
