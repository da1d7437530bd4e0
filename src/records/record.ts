import type { clouds } from "../../generated/services.js";

/** The services whose records can be unified: `dcs`, `vbs` and `starrocks`. */
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
  readonly service: BackupService;
  readonly id: string;
  readonly name: string | null;
  readonly state: BackupState;
  readonly trigger: BackupTrigger | null;
  readonly createdAt: Date | null;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly updatedAt: Date | null;
  readonly expiresAt: Date | null;
  /** Size of the backup itself in bytes; a bigint only beyond 2^53-1. */
  readonly sizeBytes: number | bigint | null;
  /** Share done, 0 to 1. */
  readonly progress: number | null;
  /** What was backed up. */
  readonly resource: { readonly type: string; readonly id: string };
  readonly restorable: boolean | null;
  /** Format of the backup file, lower case, e.g. `aof`. */
  readonly format: string | null;
  readonly failure: { readonly code: string; readonly message: string | null } | null;
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
