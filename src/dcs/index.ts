export type {
  DcsMethods,
  ListBackupRecordsParams,
  ListBackupRecordsV1Params,
} from "../../generated/dcs/operations.js";
export type {
  components,
  DcsApiErrorCode,
  DcsBackupFormat,
  DcsBackupRecord,
  DcsBackupRecordList,
  DcsBackupStatus,
  DcsBackupType,
  DcsErrorBody,
  DcsFlatErrorBody,
  DcsJobErrorCode,
  DcsRestoreSupport,
  GatewayErrorBody,
  GatewayErrorCode,
  operations,
  paths,
} from "../../generated/dcs/types.js";
export { createDcsClient, type DcsClient, type DcsClientOptions } from "./client.js";
export { toBackupRecord as toDcsBackupRecord } from "./record.js";
