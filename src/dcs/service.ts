import { clouds, endpoints } from "../../generated/dcs/operations.js";
import { cloudIn, type Service, sourcePages } from "../records/service.js";
import { dcsAdvice } from "./advice.js";
import { createDcsClient } from "./client.js";
import { dcsStates, toBackupRecord } from "./record.js";

/** The Distributed Cache Service. It filters by period, and by no status. */
export const dcs: Service = {
  name: "dcs",
  clouds,
  endpoints,
  needsProject: true,
  subject: { option: "instance", types: ["instance"], required: true },
  apis: ["v1.0", "v2"],
  auditPageSize: 100,
  filtersPeriod: true,
  states: dcsStates,
  advice: dcsAdvice,
  columns: ["created", "size", "finished", "trigger", "restorable", "failure", "id"],
  schemas: { statuses: "DcsBackupStatus", errorCodes: "DcsApiErrorCode", jobErrorCodes: "DcsJobErrorCode" },
  open(place, options) {
    const { region, baseUrl, projectId = "", api } = place;
    const client = createDcsClient({
      ...options,
      region,
      baseUrl,
      projectId,
      cloud: cloudIn(place, endpoints),
    });
    if (api === "v2") {
      return {
        operation: "ListBackupRecords",
        pages: (id = "", { from, to, pageSize: limit }, call) =>
          sourcePages(
            client.listBackupRecords({ instance_id: id, limit, begin_time: from, end_time: to }, call),
            toBackupRecord,
          ),
      };
    }
    return {
      operation: "ListBackupRecordsV1",
      pages: (id = "", { from, to, pageSize: limit }, call) =>
        sourcePages(
          client.listBackupRecordsV1({ instance_id: id, limit, beginTime: from, endTime: to }, call),
          toBackupRecord,
        ),
    };
  },
};
