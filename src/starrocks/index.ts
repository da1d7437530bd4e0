export {
  createStarRocksClient,
  type StarRocksClient,
  type StarRocksClientOptions,
  type StarRocksEndpointOptions,
  type StarRocksRegionOptions,
} from "./client.js";
export { toBackupRecord as toStarRocksBackupRecord } from "./record.js";
export { readStarRocksSchedule } from "./schedule.js";
export type * from "./types.js";
