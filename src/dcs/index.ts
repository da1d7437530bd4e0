export {
  createDcsClient,
  type DcsClient,
  type DcsClientOptions,
  type DcsEndpointOptions,
  type DcsRegionOptions,
} from "./client.js";
export { toBackupRecord as toDcsBackupRecord } from "./record.js";
export { readDcsSchedule } from "./schedule.js";
export type * from "./types.js";
