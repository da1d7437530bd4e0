import { createStarRocksClient } from "../../starrocks/client.js";
import { starRocksStates, toBackupRecord } from "../../starrocks/record.js";
import type { Connection } from "./connection.js";
import { entryPages, type Query, type Source, wireStates } from "./source.js";

/** Backups of StarRocks instances, or of all there are in the region. */
export function openStarRocks(connection: Connection, query: Query): Source {
  const states = wireStates("starrocks", starRocksStates, query.states);
  const { region, baseUrl, client: options } = connection;
  const client = createStarRocksClient({ ...options, region, baseUrl });
  return {
    service: "starrocks",
    operation: "DescribeBackups",
    pages: (id, walk) =>
      entryPages(
        client.describeBackups(
          {
            RegionId: region,
            InstanceId: id,
            Statuses: states,
            TimePeriodStartTime: query.from,
            TimePeriodEndTime: query.to,
            PageSize: query.pageSize,
          },
          walk,
        ),
        toBackupRecord,
      ),
  };
}
