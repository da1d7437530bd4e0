import type { BackupListing } from "../core/listing.js";
import type { CallOptions, ClientOptions } from "../core/options.js";
import type { BackupRecord, BackupService, StateTable } from "./record.js";
import type { LastRestore } from "./restore.js";
import type { PausedSchedule, StatedSchedule } from "./schedule.js";

/**
 * All that the command line, the audit and the documentation need to know of a service. Each service defines one,
 * and `src/services.ts` lists them. The clients do not import it.
 */
export interface Service {
  /** e.g. `dcs` */
  readonly name: BackupService;
  /** Cloud to its name and known regions: the contract's servers. */
  readonly clouds: Readonly<Partial<Record<Cloud, CloudRegions>>>;
  /** Cloud to the URL of its endpoints; `{region}` in it stands for the region. */
  readonly endpoints: Readonly<Partial<Record<Cloud, string>>>;
  /** Whether its resources belong to a project. */
  readonly needsProject: boolean;
  /** What the backups are listed of. */
  readonly subject: {
    readonly option: "instance" | "policy";
    /** What a targets file may call it. */
    readonly types: readonly ("instance" | "policy" | "cluster")[];
    /** Whether a listing is of one of them; otherwise it can be of all. */
    readonly required: boolean;
    /** Whether they can have tags. */
    readonly tagged: boolean;
  };
  /** Versions of the listing, the default first; empty if there is one listing only. */
  readonly apis: readonly ListingApi[];
  /** Records to a page of an audit. The vendors document no maximum but that of DCS v2, which is 1000. */
  readonly auditPageSize: number;
  /** Whether a listing can be limited to a period; otherwise it comes newest first. */
  readonly filtersPeriod: boolean;
  /**
   * Whether one listing has the backups of all of a project, so that an audit of many targets reads it once for all.
   * @default false
   */
  readonly sharesListing?: boolean;
  /** The documented statuses, and what each means. */
  readonly states: StateTable;
  /** Statuses that are understood although no page documents them for a backup. */
  readonly furtherStates?: StateTable;
  /** By operationId, what an account must be allowed to do. Empty if no source page says it. */
  readonly permissions: Readonly<Record<string, string>>;
  /** What the list of instances or policies cannot show in a cloud, as a sentence. @default nothing is missing */
  readonly unseen?: Readonly<Partial<Record<Cloud, string>>>;
  /**
   * What to do about an error code, in one sentence; undefined for an unknown one. `source` is the failed backup as the
   * service wrote it, if there is one, so that the sentence can name what it is about.
   */
  readonly advice: (code: string, source?: unknown) => string | undefined;
  /** The columns of `list`'s table after name and state, by importance. */
  readonly columns: readonly RecordColumn[];
  /** Schemas of the contract whose values `explain` knows. */
  readonly schemas: {
    readonly statuses: string;
    readonly errorCodes: string;
    /** Codes in a failed backup's record, if there are any. */
    readonly jobErrorCodes?: string;
  };
  /**
   * Opens the listing of backups. Sends nothing.
   * @throws ConfigurationError if the place cannot be reached as given
   */
  open(place: ServicePlace, options: ServiceClientOptions): BackupSource;
}

export type Cloud = "huaweicloud" | "otc" | "alibabacloud";

export type ListingApi = "v1.0" | "v2";

/** What the table of `list` can show of a record. */
export type RecordColumn =
  | "created"
  | "started"
  | "finished"
  | "expires"
  | "size"
  | "trigger"
  | "restorable"
  | "failure"
  | "resource"
  | "id";

/** What is known of a cloud's regions. */
export interface CloudRegions {
  readonly name: string;
  readonly defaultRegion: string;
  readonly regions: readonly string[];
}

/** The options that every client takes. */
export type ServiceClientOptions = Omit<ClientOptions, "region" | "baseUrl">;

/** Where a service is reached. */
export interface ServicePlace {
  readonly cloud: Cloud | undefined;
  readonly region: string | undefined;
  readonly baseUrl: string | undefined;
  readonly projectId: string | undefined;
  /** @default the first of the service's `apis` */
  readonly api?: ListingApi | undefined;
}

/** Which backups to list. A service leaves out what it cannot filter by: the reader filters again. */
export interface SourceQuery {
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  /** The service's own statuses; undefined for all. */
  readonly statuses?: readonly string[] | undefined;
  readonly pageSize: number;
  /** Newest first, if the service can. */
  readonly newestFirst?: boolean | undefined;
}

/** A record in both shapes. */
export interface SourceEntry {
  /** As the service wrote it. */
  readonly wire: unknown;
  readonly record: BackupRecord;
}

/** A page of records. */
export interface SourcePage {
  readonly entries: readonly SourceEntry[];
  /** Null on the last page. */
  readonly cursor: string | null;
  readonly total: number | null;
}

/** An instance or a policy, as the service lists it. */
export interface ListedSubject {
  readonly id: string;
  /** The name that its owner gave it; null if it has none. */
  readonly name: string | null;
  /** In the service's own word, and of a vault `empty` or `full`; null if nothing is stated. */
  readonly status: string | null;
  /** The tags that its owner gave it. */
  readonly tags: Readonly<Record<string, string>>;
  readonly createdAt: Date | null;
  /** Why no backup is made of it for now; null if backups are made. */
  readonly paused: PausedSchedule | null;
  /** When its backups are due; null if the list does not say, so that it costs a request to know. */
  readonly stated: StatedSchedule | null;
}

/** The backups of a service, as its client lists them. */
export interface BackupSource {
  /** The operationId. */
  readonly operation: string;
  /** The pages of one subject's backups, or of all if `id` is undefined. */
  pages(id: string | undefined, query: SourceQuery, options: CallOptions): AsyncIterable<SourcePage>;
  /** Every instance or policy of the place. Absent if no call lists them. */
  subjects?(options: CallOptions): AsyncIterable<ListedSubject>;
  /**
   * When the backups of one subject are due; `gone` if the service does not know it. Absent if no call states it.
   * @param listed that the service has just listed it
   */
  schedule?(id: string, options: CallOptions, listed?: ListedSubject): Promise<StatedSchedule | "gone">;
  /** The last restoration of one subject that succeeded; null if there is none. Absent if no call says. */
  lastRestore?(id: string, options: CallOptions): Promise<LastRestore | null>;
}

/** The pages of a listing with every backup in both shapes; what is mapped to null is none, and is left out. */
export async function* sourcePages<Item>(
  listing: BackupListing<Item>,
  toRecord: (item: Item) => BackupRecord | null,
): AsyncGenerator<SourcePage, void, undefined> {
  for await (const { items, cursor, total } of listing.pages()) {
    const entries = items.flatMap((wire) => {
      const record = toRecord(wire);
      return record === null ? [] : { wire, record };
    });
    yield { entries, cursor, total };
  }
}

/** The place's cloud if it is one of the service's; otherwise the client says what is missing. */
export function cloudIn<Known extends Cloud>(
  { cloud }: ServicePlace,
  known: Readonly<Record<Known, unknown>>,
): Known | undefined {
  return (Object.keys(known) as Known[]).find((name) => name === cloud);
}
