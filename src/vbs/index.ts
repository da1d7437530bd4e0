export { createVbsClient, type VbsClient, type VbsClientOptions } from "./client.js";
export { toBackupRecord as toVbsBackupRecord } from "./record.js";
export type * from "./types.js";
