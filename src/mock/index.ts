export { fakeCredentials } from "./credentials.js";
export { type Fault, type FaultEffect, type FaultTrigger, formatFault, parseFault } from "./faults.js";
export type {
  GivenBackups,
  Mock,
  MockAccessKey,
  MockCredentials,
  MockExchange,
  MockMode,
  MockOptions,
} from "./options.js";
export { type DcsBackupDraft, dcsBackup } from "./simulate/dcs-backup.js";
export type { BackupDraft } from "./simulate/given.js";
export { starRocksBackup } from "./simulate/starrocks-backup.js";
export { vbsBackup } from "./simulate/vbs-backup.js";
export { startMock } from "./start-mock.js";
