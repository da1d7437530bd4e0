import { clouds, endpoints } from "../../generated/starrocks/operations.js";
import { cloudIn, type Service, sourcePages } from "../records/service.js";
import { starRocksAdvice } from "./advice.js";
import { openStarRocksClient } from "./client.js";
import { starRocksStates, toBackupRecord } from "./record.js";
import { openRegion } from "./region.js";
import { lastStarRocksRestore } from "./restore.js";

/** EMR Serverless StarRocks. It filters by period and by any statuses, and can list all backups of a region. */
export const starrocks: Service = {
  name: "starrocks",
  clouds,
  endpoints,
  needsProject: false,
  subject: { option: "instance", types: ["instance", "cluster"], required: false, tagged: true },
  apis: [],
  auditPageSize: 50,
  filtersPeriod: true,
  states: starRocksStates,
  // The first is the vendor's; no page has the others, whose names follow from it (inferred).
  permissions: {
    DescribeInstances: "sr:DescribeInstances",
    DescribeBackupPolicies: "sr:DescribeBackupPolicies",
    DescribeSystemTimezone: "sr:DescribeSystemTimezone",
    DescribeBackups: "sr:DescribeBackups",
    ListOperationHistory: "sr:ListOperationHistory",
  },
  furtherStates: { success: "succeeded" },
  advice: starRocksAdvice,
  columns: ["started", "finished", "expires", "resource"],
  schemas: { statuses: "StarRocksBackupStatus", errorCodes: "StarRocksErrorCode" },
  open(place, options) {
    const { region, baseUrl } = place;
    const client = openStarRocksClient({ ...options, region, baseUrl, cloud: cloudIn(place, endpoints) });
    return {
      ...openRegion(client, region, options.clock),
      lastRestore: (id, call) => lastStarRocksRestore(client, id, call),
      operation: "DescribeBackups",
      pages: (InstanceId, { from, to, statuses, pageSize }, call) =>
        sourcePages(
          client.describeBackups(
            {
              RegionId: region,
              InstanceId,
              Statuses: statuses,
              TimePeriodStartTime: from,
              TimePeriodEndTime: to,
              PageSize: pageSize,
            },
            call,
          ),
          toBackupRecord,
        ),
    };
  },
};
