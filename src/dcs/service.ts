import { clouds, endpoints } from "../../generated/dcs/operations.js";
import { ApiError } from "../core/errors.js";
import type { CallOptions } from "../core/options.js";
import { pausedSchedule, type StatedSchedule } from "../records/schedule.js";
import { cloudIn, type Service, sourcePages } from "../records/service.js";
import { dcsAdvice } from "./advice.js";
import { createDcsClient, type DcsClient } from "./client.js";
import { dcsStates, toBackupRecord } from "./record.js";
import { lastDcsRestore } from "./restore.js";
import { readDcsSchedule } from "./schedule.js";

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
  columns: ["created", "failure", "size", "finished", "trigger", "restorable", "id"],
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
    // v2 alone has these calls; an instance is the same in both versions.
    const ofInstance = {
      schedule: (id: string, call: CallOptions) => readSchedule(client, id, call),
      lastRestore: (id: string, call: CallOptions) => lastDcsRestore(client, id, call),
    };
    if (api === "v2") {
      return {
        ...ofInstance,
        operation: "ListBackupRecords",
        pages: (id = "", { from, to, pageSize: limit }, call) =>
          sourcePages(
            client.listBackupRecords({ instance_id: id, limit, begin_time: from, end_time: to }, call),
            toBackupRecord,
          ),
      };
    }
    return {
      ...ofInstance,
      operation: "ListBackupRecordsV1",
      pages: (id = "", { from, to, pageSize: limit }, call) =>
        sourcePages(
          client.listBackupRecordsV1({ instance_id: id, limit, beginTime: from, endTime: to }, call),
          toBackupRecord,
        ),
    };
  },
};

/** Statuses in which an instance does not run, and will not by itself (`dcs-otc-guide-automatic-backup-policy`). */
const IDLE = /^(CREATING|CREATEFAILED|FROZEN)$/;

async function readSchedule(
  client: DcsClient,
  instance_id: string,
  call: CallOptions,
): Promise<StatedSchedule | "gone"> {
  try {
    const { status, instance_backup_policy } = await client.showInstance({ instance_id }, call);
    const stated = readDcsSchedule(instance_backup_policy);
    return IDLE.test(String(status))
      ? {
          ...stated,
          schedule: pausedSchedule(`the instance is ${status}, and only running ones are backed up`),
        }
      : stated;
  } catch (error) {
    // Any other code can mean a wrong address.
    if (error instanceof ApiError && /^(DCS\.3022|111404022)$/.test(error.code)) return "gone";
    throw error;
  }
}
