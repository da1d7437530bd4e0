import { createDcsClient } from "../../dcs/client.js";
import { dcsStates, toBackupRecord } from "../../dcs/record.js";
import type { Connection } from "./connection.js";
import { entryPages, type Query, type Source, wireStates } from "./source.js";

/** Backups of DCS instances. The service has no filter for states, so that is left to the reader. */
export function openDcs(connection: Connection, query: Query): Source {
  wireStates("dcs", dcsStates, query.states);
  const { cloud, region, baseUrl, project = "", client: options } = connection;
  const client = createDcsClient({
    ...options,
    cloud: cloud === "alibabacloud" ? undefined : cloud,
    region,
    baseUrl,
    projectId: project,
  });
  const { from, to, pageSize: limit, api } = query;
  return {
    service: "dcs",
    operation: api === "v2" ? "ListBackupRecords" : "ListBackupRecordsV1",
    pages: (id = "", walk) =>
      entryPages(
        api === "v2"
          ? client.listBackupRecords({ instance_id: id, limit, begin_time: from, end_time: to }, walk)
          : client.listBackupRecordsV1({ instance_id: id, limit, beginTime: from, endTime: to }, walk),
        toBackupRecord,
      ),
  };
}
