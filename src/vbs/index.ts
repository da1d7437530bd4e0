export { createVbsClient, type VbsClient, type VbsClientOptions } from "./client.js";
export { toBackupRecord as toVbsBackupRecord } from "./record.js";
export { readVbsSchedule } from "./schedule.js";
export type * from "./types.js";
