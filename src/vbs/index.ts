export type {
  ListBackupPoliciesParams,
  ListBackupTasksParams,
  VbsMethods,
} from "../../generated/vbs/operations.js";
export type {
  components,
  GatewayErrorBody,
  GatewayErrorCode,
  operations,
  paths,
  VbsApiErrorCode,
  VbsBackupPolicy,
  VbsBackupPolicyList,
  VbsBackupPolicyStatus,
  VbsBackupTask,
  VbsBackupTaskList,
  VbsBackupTaskStatus,
  VbsErrorBody,
  VbsErrorDetail,
  VbsFirstBackupKept,
  VbsScheduledPolicy,
  VbsWeekday,
} from "../../generated/vbs/types.js";
export { createVbsClient, type VbsClient, type VbsClientOptions } from "./client.js";
export { toBackupRecord as toVbsBackupRecord } from "./record.js";
