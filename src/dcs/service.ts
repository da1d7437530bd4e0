import { clouds, endpoints } from "../../generated/dcs/operations.js";
import type { DcsListedInstance } from "../../generated/dcs/types.js";
import { ApiError } from "../core/errors.js";
import type { CallOptions } from "../core/options.js";
import { type Loose, readObject, readTags, readText, readTime } from "../records/fields.js";
import { type PausedSchedule, pausedSchedule, type StatedSchedule } from "../records/schedule.js";
import { cloudIn, type ListedSubject, type Service, sourcePages } from "../records/service.js";
import { dcsAdvice } from "./advice.js";
import { type DcsClient, openDcsClient } from "./client.js";
import { dcsStates, toBackupRecord } from "./record.js";
import { lastDcsRestore } from "./restore.js";
import { readDcsSchedule } from "./schedule.js";

/** The Distributed Cache Service. It filters by period, and by no status. */
export const dcs: Service = {
  name: "dcs",
  clouds,
  endpoints,
  needsProject: true,
  subject: { option: "instance", types: ["instance"], required: true, tagged: true },
  apis: ["v2", "v1.0"],
  auditPageSize: 100,
  filtersPeriod: true,
  states: dcsStates,
  // Those that the contract states (`dcs-otc-permissions`, `dcs-hwc-zh-permissions`).
  permissions: {
    ListInstances: "dcs:instance:list",
    ShowInstance: "dcs:instance:get",
    ListBackupRecords: "dcs:instance:getDataBackupLog",
    ListBackupRecordsV1: "dcs:instance:getDataBackupLog",
    ListRestoreRecords: "dcs:instance:getDataRestoreLog",
  },
  advice: dcsAdvice,
  columns: ["created", "failure", "size", "finished", "trigger", "restorable", "id"],
  schemas: { statuses: "DcsBackupStatus", errorCodes: "DcsApiErrorCode", jobErrorCodes: "DcsJobErrorCode" },
  open(place, options) {
    const { region, baseUrl, projectId = "", api } = place;
    const client = openDcsClient({
      ...options,
      region,
      baseUrl,
      projectId,
      cloud: cloudIn(place, endpoints),
    });
    // v2 alone has these calls; an instance is the same in both versions.
    const ofInstance = {
      subjects: (call: CallOptions) => listInstances(client, call),
      schedule: (id: string, call: CallOptions) => readSchedule(client, id, call),
      lastRestore: (id: string, call: CallOptions) => lastDcsRestore(client, id, call),
    };
    if (api === "v1.0") {
      return {
        ...ofInstance,
        operation: "ListBackupRecordsV1",
        pages: (id = "", { from, to, pageSize: limit }, call) =>
          sourcePages(
            client.listBackupRecordsV1({ instance_id: id, limit, beginTime: from, endTime: to }, call),
            toBackupRecord,
          ),
      };
    }
    return {
      ...ofInstance,
      operation: "ListBackupRecords",
      pages: (id = "", { from, to, pageSize: limit }, call) =>
        sourcePages(
          client.listBackupRecords({ instance_id: id, limit, begin_time: from, end_time: to }, call),
          toBackupRecord,
        ),
    };
  },
};

/** Statuses in which an instance does not run, and will not by itself (`dcs-otc-guide-automatic-backup-policy`). */
const IDLE = /^(CREATING|CREATEFAILED|FROZEN)$/;

function pausedBy(status: unknown): PausedSchedule | null {
  return IDLE.test(String(status))
    ? pausedSchedule(`the instance is ${status}, and only running ones are backed up`)
    : null;
}

/** Records to a page, at most (`dcs-otc-list-instances`). */
const INSTANCES = 1000;

/** Instances that could not be created, or were deleted, are not among them. */
async function* listInstances(client: DcsClient, call: CallOptions): AsyncGenerator<ListedSubject, void> {
  for await (const listed of client.listInstances({ limit: INSTANCES }, call)) {
    const { instance_id, name, status, tags, created_at }: Loose<DcsListedInstance> =
      readObject(listed) ?? {};
    const id = readText(instance_id);
    if (id === null) continue;
    const paused = pausedBy(status);
    yield {
      id,
      name: readText(name),
      status: readText(status),
      tags: readTags(tags, "key", "value"),
      createdAt: readTime(created_at, "iso"),
      paused,
      stated: null,
    };
  }
}

async function readSchedule(
  client: DcsClient,
  instance_id: string,
  call: CallOptions,
): Promise<StatedSchedule | "gone"> {
  try {
    const { status, instance_backup_policy } = await client.showInstance({ instance_id }, call);
    const stated = readDcsSchedule(instance_backup_policy);
    const paused = pausedBy(status);
    return paused === null ? stated : { ...stated, schedule: paused };
  } catch (error) {
    // Any other code can mean a wrong address.
    if (error instanceof ApiError && /^(DCS\.3022|111404022)$/.test(error.code)) return "gone";
    throw error;
  }
}
