import type { clouds } from "../../generated/services.js";

/** The services whose records can be unified: `cbr`, `dcs`, `vbs` and `starrocks`. */
export type BackupService = keyof typeof clouds;

/**
 * State of a backup, in one vocabulary for all services: `pending` waits to begin · `expired` succeeded, but its time is
 * over · `deleted` its file was deleted · `skipped` the service left it out · `unknown` a value that the contract does not
 * list. The guide's page on the unified record has each service's values.
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
 * One backup, in the same shape whichever service it comes from. A field for which no source
 * page has a source is null, never guessed. The service's own object is in `source`.
 */
export interface BackupRecord<Source = unknown> {
  /** The service that it comes from. */
  readonly service: BackupService;
  /** The service's id of the backup or of its job; the empty string if the response has none. */
  readonly id: string;
  /** The name that the service, or a person, gave it. Null for StarRocks. */
  readonly name: string | null;
  /** State of the backup; `unknown` for a value that the contract does not list. */
  readonly state: BackupState;
  /** Who started it; null if the service does not say. */
  readonly trigger: BackupTrigger | null;
  /** When it was requested or planned. Null for StarRocks. */
  readonly createdAt: Date | null;
  /** When it began to run. Null while it waits, and for VBS. */
  readonly startedAt: Date | null;
  /**
   * When it ended, well or not; null if the service states no end. For DCS, it is the last change of a record that succeeded
   * or failed. StarRocks can state an end while `state` is `running` (erratum E38).
   */
  readonly finishedAt: Date | null;
  /** When its state last changed; for an expired record of DCS, its expiry (erratum E08). Only DCS and CBR state it. */
  readonly updatedAt: Date | null;
  /** When the service will delete it. Only StarRocks states it. */
  readonly expiresAt: Date | null;
  /** Size of the backup itself in bytes; a bigint only beyond 2^53-1. Only DCS states it. */
  readonly sizeBytes: number | bigint | null;
  /** Share done, 0 to 1. Only DCS and CBR state it. */
  readonly progress: number | null;
  /** What was backed up. */
  readonly resource: {
    /** What kind of thing it is, e.g. `dcs_instance`, `volume` or `starrocks_instance`. */
    readonly type: string;
    /** The service's id of it; the empty string if the response has none. */
    readonly id: string;
  };
  /** Whether the service says that it can be restored. Only DCS states it, also of expired backups (erratum E08). */
  readonly restorable: boolean | null;
  /** Format of the backup file, lower case, e.g. `aof`. Only DCS on Open Telekom Cloud states it. */
  readonly format: string | null;
  /** Why it failed; null if it did not, or if the service does not say. */
  readonly failure: {
    /** The vendor's code, unchanged, e.g. `dcs.08.0002`. `backup-records explain` says more about it. */
    readonly code: string;
    /** What the code means; null if no source page says. */
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
