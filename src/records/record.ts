import type { clouds } from "../../generated/services.js";

/** The services whose records can be unified: `cbr`, `dcs`, `vbs` and `starrocks`. */
export type BackupService = keyof typeof clouds;

/**
 * What became of a backup, in one vocabulary for all services. A wire value that the contracts do not
 * list gives `unknown`, never an error.
 */
export type BackupState =
  | "pending"
  | "running"
  | "succeeded"
  | "failed"
  | "timed_out"
  | "skipped"
  | "expired"
  | "deleted"
  | "unknown";

/** Who started a backup: a person, the service's own schedule, or a named policy. */
export type BackupTrigger = "manual" | "auto" | "policy";

/**
 * One backup, in the same shape whichever service it comes from. A field for which the service's
 * documents name no source is null, never guessed; the wire object stays untouched in `source`.
 */
export interface BackupRecord<Source = unknown> {
  /** The service that it comes from. */
  readonly service: BackupService;
  /** The service's id of the backup or of its job; the empty string if the response has none. */
  readonly id: string;
  /** The name that the service, or a person, gave it. */
  readonly name: string | null;
  /** What became of it. */
  readonly state: BackupState;
  /** Who started it; null if the service does not say. */
  readonly trigger: BackupTrigger | null;
  /** When it was requested or planned. */
  readonly createdAt: Date | null;
  /** When it began to run. */
  readonly startedAt: Date | null;
  /** When it ended, well or not. Null while it runs, and where the service states no end. */
  readonly finishedAt: Date | null;
  /** When its state last changed. */
  readonly updatedAt: Date | null;
  /** When the service will delete it. */
  readonly expiresAt: Date | null;
  /** Size of the backup itself in bytes; a bigint only beyond 2^53-1. */
  readonly sizeBytes: number | bigint | null;
  /** Share done, 0 to 1. */
  readonly progress: number | null;
  /** What was backed up. */
  readonly resource: {
    /** What kind of thing it is, e.g. `dcs_instance`, `volume` or `starrocks_instance`. */
    readonly type: string;
    /** The service's id of it; the empty string if the response has none. */
    readonly id: string;
  };
  /** Whether the service says that it can be restored. DCS says so of expired ones, too. */
  readonly restorable: boolean | null;
  /** Format of the backup file, lower case, e.g. `aof`. */
  readonly format: string | null;
  /** Why it failed; null if it did not, or if the service does not say. */
  readonly failure: {
    /** The vendor's code, unchanged. */
    readonly code: string;
    /** What the code means; null if that is not documented. */
    readonly message: string | null;
  } | null;
  /** The record as the service wrote it, unchanged. */
  readonly source: Source;
}

/** A service's documented statuses and what each means. */
export type StateTable = Readonly<Record<string, BackupState>>;

/** The unified state of a service's status: `unknown` for a status that the table does not list. */
export function readState(table: StateTable, status: unknown): BackupState {
  const state = typeof status === "string" && Object.hasOwn(table, status) ? table[status] : undefined;
  return state ?? "unknown";
}

/**
 * The service's statuses that mean one of `states`, in the table's order, for a filter. Empty if the service has
 * none for them.
 */
export function wireStatuses(table: StateTable, states: readonly BackupState[]): string[] {
  return Object.entries(table).flatMap(([status, state]) => (states.includes(state) ? status : []));
}
