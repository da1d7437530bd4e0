/**
 * The types of the Volume Backup Service without its client, for programs that bring no types of the web or of Node.
 */
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
export type { BackupRecord, BackupService, BackupState, BackupTrigger } from "../records/record.js";
