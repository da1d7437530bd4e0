import { clouds, endpoints } from "../../generated/vbs/operations.js";
import { cloudIn, type Service, sourcePages } from "../records/service.js";
import { vbsAdvice } from "./advice.js";
import { createVbsClient } from "./client.js";
import { toBackupRecord, vbsStates } from "./record.js";

/** The Volume Backup Service. It filters by one status at most, and by no period. */
export const vbs: Service = {
  name: "vbs",
  clouds,
  endpoints,
  needsProject: true,
  subject: { option: "policy", types: ["policy"], required: true },
  apis: [],
  auditPageSize: 50,
  filtersPeriod: false,
  states: vbsStates,
  advice: vbsAdvice,
  columns: ["created", "finished", "resource", "id"],
  schemas: { statuses: "VbsBackupTaskStatus", errorCodes: "VbsApiErrorCode" },
  open(place, options) {
    const { region, baseUrl, projectId = "" } = place;
    const client = createVbsClient({
      ...options,
      region,
      baseUrl,
      projectId,
      cloud: cloudIn(place, endpoints),
    });
    return {
      operation: "ListBackupTasks",
      pages(id = "", { statuses, pageSize: limit, newestFirst = false }, call) {
        const status = statuses?.length === 1 ? statuses[0] : undefined;
        const order = newestFirst ? ({ sort_key: "created_at", sort_dir: "desc" } as const) : {};
        return sourcePages(
          client.listBackupTasks({ policy_id: id, limit, status, ...order }, call),
          toBackupRecord,
        );
      },
    };
  },
};
