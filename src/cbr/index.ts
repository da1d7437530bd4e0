export {
  type CbrClient,
  type CbrClientOptions,
  type CbrEndpointOptions,
  type CbrRegionOptions,
  createCbrClient,
} from "./client.js";
export { toBackupRecord as toCbrBackupRecord } from "./record.js";
export { readCbrSchedule } from "./schedule.js";
export type * from "./types.js";
