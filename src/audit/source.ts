import type { Listing } from "../core/listing.js";
import type { CallOptions } from "../core/options.js";
import { toBackupRecord as fromDcs } from "../dcs/record.js";
import type { BackupRecord } from "../records/record.js";
import { toBackupRecord as fromStarRocks } from "../starrocks/record.js";
import { toBackupRecord as fromVbs } from "../vbs/record.js";
import type { Connection } from "./connection.js";
import type { Target } from "./target.js";
import type { Window } from "./window.js";

/** A page of a target's records. */
export interface SourcePage {
  readonly records: readonly BackupRecord[];
  /** Whether no further page follows. */
  readonly last: boolean;
}

/** A target's records, as its service lists them. */
export interface Source {
  /** Whether the service orders them by their creation, newest first, and knows no period. */
  readonly sorted: boolean;
  pages(window: Window, options: CallOptions): AsyncIterable<SourcePage>;
}

/** Records to a page. The vendors document no maximum but that of DCS v2, which is 1000. */
const PAGE = { dcs: 100, vbs: 50, starrocks: 50 } as const;

/**
 * Opens a target's listing.
 * @throws ConfigurationError where the target does not say where its service is reached
 */
export function openSource(target: Target, connection: Connection): Source {
  const { id } = target.resource;
  switch (target.service) {
    case "dcs": {
      const client = connection.dcs(target);
      const limit = PAGE.dcs;
      return {
        sorted: false,
        pages: (window, options) => {
          const [from, to] = [instant(window.from), instant(window.to)];
          return unified(
            target.api === "v1.0"
              ? client.listBackupRecordsV1({ instance_id: id, limit, beginTime: from, endTime: to }, options)
              : client.listBackupRecords({ instance_id: id, limit, begin_time: from, end_time: to }, options),
            fromDcs,
          );
        },
      };
    }
    case "vbs": {
      const client = connection.vbs(target);
      const asked = { policy_id: id, limit: PAGE.vbs, sort_key: "created_at", sort_dir: "desc" } as const;
      return {
        sorted: true,
        pages: (_, options) => unified(client.listBackupTasks(asked, options), fromVbs),
      };
    }
    case "starrocks": {
      const client = connection.starrocks(target);
      const asked = { InstanceId: id, RegionId: target.region ?? undefined, PageSize: PAGE.starrocks };
      return {
        sorted: false,
        pages: ({ from, to }, options) =>
          unified(
            client.describeBackups(
              { ...asked, TimePeriodStartTime: instant(from), TimePeriodEndTime: instant(to) },
              options,
            ),
            fromStarRocks,
          ),
      };
    }
  }
}

async function* unified<Item>(
  listing: Listing<Item>,
  toRecord: (item: Item) => BackupRecord,
): AsyncGenerator<SourcePage, void, undefined> {
  for await (const { items, cursor } of listing.pages()) {
    yield { records: items.map((item) => toRecord(item)), last: cursor === null };
  }
}

function instant(time: number | null): Date | undefined {
  return time === null ? undefined : new Date(Math.max(0, time));
}
