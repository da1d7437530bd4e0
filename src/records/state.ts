import type { BackupState } from "./record.js";

/** A service's documented statuses and what each means. */
export type StateTable = Readonly<Record<string, BackupState>>;

/** The unified state of a wire status: `unknown` for whatever the table does not list. */
export function readState(table: StateTable, status: unknown): BackupState {
  const state = typeof status === "string" && Object.hasOwn(table, status) ? table[status] : undefined;
  return state ?? "unknown";
}

/**
 * The other way round: the wire statuses that mean one of `states`, in the table's order, for a filter.
 * Empty where the service has no status for them.
 */
export function wireStatuses(table: StateTable, states: readonly BackupState[]): string[] {
  return Object.entries(table).flatMap(([status, state]) => (states.includes(state) ? status : []));
}
