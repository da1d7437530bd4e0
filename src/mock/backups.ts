/** What makes backups for the option `backups` of `startMock`: one line for each service. */
export { type CbrBackupDraft, cbrBackup } from "./simulate/cbr-backup.js";
export { type DcsBackupDraft, dcsBackup } from "./simulate/dcs-backup.js";
export type { BackupDraft } from "./simulate/given.js";
export { starRocksBackup } from "./simulate/starrocks-backup.js";
export { vbsBackup } from "./simulate/vbs-backup.js";
