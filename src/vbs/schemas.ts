/** The types of the contract of the Volume Backup Service, by names that no other service has. */
export type {
  ListBackupPoliciesParams,
  ListBackupTasksParams,
  VbsMethods,
} from "../../generated/vbs/operations.js";
export type {
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
