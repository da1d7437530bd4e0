import { BackupRecordsError } from "../../core/errors.js";
import { type BackupService, type BackupState, type StateTable, wireStatuses } from "../../records/record.js";
import type { ListingApi, Service, SourceEntry, SourcePage } from "../../records/service.js";
import { Problem } from "../problem.js";
import { orList } from "../values.js";
import type { ClientSetup } from "./client-setup.js";

/** Which backups to list. */
export interface Query {
  readonly from: Date | undefined;
  readonly to: Date | undefined;
  /** Undefined for all. */
  readonly states: readonly BackupState[] | undefined;
  /** How many of each id, the newest; undefined for all. */
  readonly latest: number | undefined;
  readonly pageSize: number;
  /** Undefined for the first of the service. */
  readonly api: ListingApi | undefined;
}

/** A record in both shapes. */
export type Entry = SourceEntry;

/** How to read the backups of one subject. */
export interface Walk {
  readonly cursor?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** The backups that a command lists. */
export interface Source {
  readonly service: BackupService;
  /** The operationId. */
  readonly operation: string;
  /** Whether the newest backups come first if only the latest are wanted. */
  readonly newestFirst: boolean;
  pages(id: string | undefined, walk: Walk): AsyncIterable<SourcePage>;
}

/**
 * Opens the backups of a service. Asks the service for as few records as it can select. If `several` ids are
 * listed, an error says which one it is about.
 * @throws Problem, ConfigurationError
 */
export function openSource(service: Service, setup: ClientSetup, query: Query, several: boolean): Source {
  const statuses = wireStates(service.name, service.states, query.states);
  const { cloud, region, baseUrl, project: projectId, client } = setup;
  const { from, to, latest, pageSize, api } = query;
  const source = service.open({ cloud, region, baseUrl, projectId, api }, client);
  return {
    service: service.name,
    operation: source.operation,
    newestFirst: !service.filtersPeriod,
    pages(id, walk) {
      const all = source.pages(id, { from, to, statuses, pageSize, newestFirst: latest !== undefined }, walk);
      const filtered = service.filtersPeriod || (from === undefined && to === undefined);
      const pages = filtered ? all : createdWithin(query, all);
      return several && id !== undefined ? withErrorPrefix(`${service.subject.option} ${id}`, pages) : pages;
    },
  };
}

/** Of a service that cannot filter by period: a backup counts from its creation. */
async function* createdWithin(
  { from, to }: Query,
  pages: AsyncIterable<SourcePage>,
): AsyncGenerator<SourcePage, void, undefined> {
  for await (const page of pages) {
    const entries = page.entries.filter(
      ({ record: { createdAt } }) =>
        createdAt === null ||
        ((from === undefined || createdAt >= from) && (to === undefined || createdAt <= to)),
    );
    // The service's total counts what is left out here.
    yield { ...page, entries, total: null };
  }
}

async function* withErrorPrefix(
  prefix: string,
  pages: AsyncIterable<SourcePage>,
): AsyncGenerator<SourcePage, void, undefined> {
  try {
    yield* pages;
  } catch (error) {
    if (error instanceof BackupRecordsError) error.message = `${prefix}: ${error.message}`;
    throw error;
  }
}

/**
 * The service's own statuses for the states that are asked for; undefined if all are, or if one of them is
 * `unknown`, for which no service has a status.
 * @throws Problem for a state that no backup of the service can be in
 */
function wireStates(
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
