export * from "./auth/index.js";
export type { CallContext } from "./core/answer.js";
export type { AuthorizationContext, OutgoingRequest, RefreshReason } from "./core/authorization.js";
export { type Clock, systemClock } from "./core/clock.js";
export type { Drift } from "./core/drift.js";
export {
  ApiError,
  AuthenticationError,
  BackupRecordsError,
  ConfigurationError,
  ConnectionError,
  ContractError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  ServiceFailureError,
  TimeoutError,
} from "./core/errors.js";
export type { ClientEvent } from "./core/events.js";
export type { Listing, RecordListing } from "./core/listing.js";
export type { CallOptions, ClientOptions, RetryOptions, ValidationMode } from "./core/options.js";
export type { Page, PageResponse } from "./core/page.js";
export {
  createDcsClient,
  type DcsBackupRecord,
  type DcsBackupRecordList,
  type DcsClient,
  type DcsClientOptions,
} from "./dcs/index.js";
export type { BackupRecord, BackupService, BackupState, BackupTrigger } from "./records/record.js";
export {
  createStarRocksClient,
  type StarRocksBackup,
  type StarRocksBackupList,
  type StarRocksClient,
  type StarRocksClientOptions,
} from "./starrocks/index.js";
export {
  createVbsClient,
  type VbsBackupTask,
  type VbsBackupTaskList,
  type VbsClient,
  type VbsClientOptions,
} from "./vbs/index.js";
