export type { ListBackupTasksParams, VbsMethods } from "../../generated/vbs/operations.js";
export type {
  components,
  GatewayErrorBody,
  GatewayErrorCode,
  operations,
  paths,
  VbsApiErrorCode,
  VbsBackupTask,
  VbsBackupTaskList,
  VbsBackupTaskStatus,
  VbsErrorBody,
  VbsErrorDetail,
} from "../../generated/vbs/types.js";
export { createVbsClient, type VbsClient, type VbsClientOptions } from "./client.js";
export { toBackupRecord as toVbsBackupRecord } from "./record.js";
