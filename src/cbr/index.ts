export { type CbrClient, type CbrClientOptions, createCbrClient } from "./client.js";
export { toBackupRecord as toCbrBackupRecord } from "./record.js";
export type * from "./types.js";
