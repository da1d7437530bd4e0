import type { Listing } from "../../core/listing.js";
import {
  type BackupRecord,
  type BackupService,
  type BackupState,
  type StateTable,
  wireStatuses,
} from "../../records/record.js";
import { Problem } from "../problem.js";
import { orList } from "../values.js";
import type { Connection } from "./connection.js";

/** What is asked of every listing. */
export interface Query {
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  /** Undefined for all. */
  readonly states: readonly BackupState[] | undefined;
  readonly pageSize: number;
  readonly api: "v1.0" | "v2";
}

/** A record in both shapes. */
export interface Entry {
  readonly wire: unknown;
  readonly record: BackupRecord;
}

/** A page of them. */
export interface EntryPage {
  readonly entries: readonly Entry[];
  readonly cursor: string | null;
  readonly total: number | null;
}

/** How to go through the backups of one thing. */
export interface Walk {
  readonly cursor?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Backups of one service, as its client lists them. */
export interface Source {
  readonly service: BackupService;
  /** The operationId. */
  readonly operation: string;
  pages(id: string | undefined, walk: Walk): AsyncIterable<EntryPage>;
}

/** Makes the source of a service. */
export type OpenSource = (connection: Connection, query: Query) => Source;

/** Loads what a service needs, and nothing of the others. */
export const sources: Readonly<Record<BackupService, () => Promise<OpenSource>>> = {
  dcs: async () => (await import("./dcs.js")).openDcs,
  vbs: async () => (await import("./vbs.js")).openVbs,
  starrocks: async () => (await import("./starrocks.js")).openStarRocks,
};

/** The pages of a listing with every record in both shapes. */
export async function* entryPages<Item>(
  listing: Listing<Item>,
  toRecord: (item: Item) => BackupRecord,
): AsyncGenerator<EntryPage, void, undefined> {
  for await (const { items, cursor, total } of listing.pages()) {
    yield { entries: items.map((wire) => ({ wire, record: toRecord(wire) })), cursor, total };
  }
}

/**
 * The service's own words for the states that are asked for; undefined where all are, or where one of them is
 * `unknown`, for which no service has a word.
 * @throws Problem for a state that no backup of the service can be in
 */
export function wireStates(
  service: BackupService,
  table: StateTable,
  states: readonly BackupState[] | undefined,
): string[] | undefined {
  if (states === undefined) return undefined;
  const known: BackupState[] = [...new Set(Object.values(table)), "unknown"];
  const impossible = states.find((state) => !known.includes(state));
  if (impossible !== undefined) {
    throw new Problem(
      `--status ${impossible}: no backup of ${service} can be that; it can be ${orList(known)}`,
    );
  }
  return states.includes("unknown") ? undefined : wireStatuses(table, states);
}
