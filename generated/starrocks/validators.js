// Generated from the contract by `npm run generate`. Do not edit.
export const StarRocksBackupList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const answer_HttpStatusCode = [-2147483648, 2147483647];
  const StarRocksBackupStatus = ["COMPLETED","RUNNING","success","TERMINATED","HUMAN_PROCESSING"];
  const StarRocksSubTask = (o) => object(o, 0, 0, int64(o.StartTime) + int64(o.FinishedTime) + text(o.SnapshotName) + text(o.DataBase) + text(o.Table) + int64(o.Size, false, 0) + oneOf(o.Status, StarRocksBackupStatus) + text(o.Detail));
  const StarRocksBackupType = ["0","1","FullBackup"];
  const StarRocksRunMode = ["shared_nothing","shared_data","lakehouse"];
  const StarRocksSpecType = ["standard","localSSD","bigData","ramEnhanced","networkEnhanced"];
  const StarRocksComponentType = ["FE","BE","CN","OBSERVER","AGENT"];
  const StarRocksNodeGroup_Cu = [0, 2147483647];
  const StarRocksStoragePerformanceLevel = ["pl0","pl1","pl2","pl3"];
  const StarRocksNodeGroup = (o) => object(o, 0, 0, oneOf(o.ComponentType, StarRocksComponentType) + integer(o.Cu, StarRocksNodeGroup_Cu) + integer(o.StorageSize, StarRocksNodeGroup_Cu) + oneOf(o.StoragePerformanceLevel, StarRocksStoragePerformanceLevel) + text(o.DiskNumber) + text(o.ResidentNodeNumber) + oneOf(o.SpecType, StarRocksSpecType) + text(o.LocalStorageInstanceType));
  const StarRocksTag = (o) => object(o, 0, 0, text(o.Key) + text(o.Value));
  const StarRocksInstanceSnapshot = (o) => object(o, 0, 0, text(o.InstanceName) + text(o.VpcId) + oneOf(o.RunMode, StarRocksRunMode) + oneOf(o.SpecType, StarRocksSpecType) + text(o.ResourceGroupId) + text(o.Version) + text(o.MinorVersion) + list(o.NodeGroups, part, StarRocksNodeGroup) + text(o.RegionId) + list(o.Tags, part, StarRocksTag));
  const StarRocksBackup = (o) => object(o, 3, filled(o.InstanceId) + oneOf(o.Status, StarRocksBackupStatus) + filled(o.BackupTaskId), text(o.RegionId) + int64(o.Size, false, 0) + text(o.Description) + list(o.SubTasks, part, StarRocksSubTask) + int64(o.BackupStartTime) + int64(o.BackupFinishedTime) + int64(o.ExpireTime) + oneOf(o.BackupType, StarRocksBackupType) + part(o.InstanceSnapshot, StarRocksInstanceSnapshot));
  return (o) => object(o, 2, text(o.RequestId) + typed(o.Success, "boolean"), integer(o.HttpStatusCode, answer_HttpStatusCode) + text(o.ErrCode) + text(o.ErrMessage) + list(o.Data, part, StarRocksBackup) + integer(o.Total, StarRocksNodeGroup_Cu));
};
export const StarRocksBackupPolicyList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const StarRocksBackupPolicy_ExpireDays = [0, 2147483647];
  const StarRocksBackupPolicy_RecurrenceValues_item = [-2147483648, 2147483647];
  const StarRocksBackupPolicy_RecurrenceValues = [[list, integer, StarRocksBackupPolicy_RecurrenceValues_item], [typed, "null"]];
  const StarRocksBackupPolicy = (o) => object(o, 2, filled(o.InstanceId) + filled(o.PolicyId), integer(o.ExpireDays, StarRocksBackupPolicy_ExpireDays) + text(o.Hour) + text(o.Minute) + several(o.RecurrenceValues, StarRocksBackupPolicy_RecurrenceValues) + integer(o.TimeoutSeconds, StarRocksBackupPolicy_ExpireDays));
  return (o) => object(o, 2, text(o.RequestId) + typed(o.Success, "boolean"), text(o.AccessDeniedDetail) + list(o.Data, part, StarRocksBackupPolicy) + text(o.ErrCode) + text(o.ErrMessage) + integer(o.HttpStatusCode, StarRocksBackupPolicy_RecurrenceValues_item) + integer(o.Total, StarRocksBackupPolicy_ExpireDays));
};
export const StarRocksErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  return (o) => object(o, 2, text(o.Code) + text(o.Message), text(o.RequestId) + text(o.HostId) + text(o.Recommend), true);
};
export const StarRocksInstanceList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const StarRocksArchitecture = ["onEci","onECS","onBareMetal"];
  const StarRocksInstanceStatus = ["not_init","unpaid","paid","creating","creating_failed","created","running","updating","agent_creating","agent_scaling_up","modifying_config","scaling_out","restarting","scaling_in","scaling_up","scaling_down","upgrading","enable_public_network","disable_public_network","convert_from_trial_to_official","migration_cluster_to_serverless","modifying_timezone","switch_az","enabling","disable","actively_disabled","deleting","deleting_failed","deleted_with_error","deleted","gateway_updating"];
  const StarRocksMaintenanceWindow = ["00:00-06:00","06:00-07:00","07:00-08:00","08:00-09:00","09:00-10:00","10:00-11:00","11:00-12:00","12:00-13:00","13:00-14:00","14:00-15:00","15:00-16:00","16:00-17:00","17:00-18:00","18:00-19:00","19:00-20:00","20:00-21:00","21:00-22:00","22:00-23:00","23:00-24:00"];
  const StarRocksPackageType = ["trial","official"];
  const StarRocksPayType = ["prePaid","postPaid"];
  const StarRocksRunMode = ["shared_nothing","shared_data","lakehouse"];
  const StarRocksTag = (o) => object(o, 0, 0, text(o.Key) + text(o.Value));
  const StarRocksVSwitch = (o) => object(o, 0, 0, typed(o.Primary, "boolean") + text(o.VswId) + text(o.ZoneId));
  const StarRocksInstance = (o) => object(o, 1, filled(o.InstanceId), text(o.AclId) + text(o.AiFunctionInstanceId) + oneOf(o.Architecture, StarRocksArchitecture) + int64(o.BeginTime) + typed(o.EnableAiFunction, "boolean") + typed(o.EnableAutoMinorVersionUpgrade, "boolean") + typed(o.EnableMultiAz, "boolean") + typed(o.EnableSSL, "boolean") + typed(o.EnabledAuditLoader, "boolean") + typed(o.Encrypted, "boolean") + int64(o.ExpireTime) + text(o.InstanceName) + oneOf(o.InstanceStatus, StarRocksInstanceStatus) + typed(o.IsolateLeader, "boolean") + text(o.KmsKeyId) + oneOf(o.MaintainablePeriod, StarRocksMaintenanceWindow) + text(o.MinorVersion) + text(o.MonitorType) + text(o.OssLocation) + oneOf(o.PackageType, StarRocksPackageType) + oneOf(o.PayType, StarRocksPayType) + text(o.RegionId) + text(o.ResourceGroupId) + oneOf(o.RunMode, StarRocksRunMode) + int64(o.RunningTime) + typed(o.SecurityGroupManaged, "boolean") + text(o.SgId) + list(o.Tags, part, StarRocksTag) + list(o.VSwitches, part, StarRocksVSwitch) + text(o.Version) + text(o.VpcId));
  const answer_HttpStatusCode = [-2147483648, 2147483647];
  const answer_Total = [0, 2147483647];
  return (o) => object(o, 2, text(o.RequestId) + typed(o.Success, "boolean"), list(o.Data, part, StarRocksInstance) + text(o.ErrCode) + text(o.ErrMessage) + integer(o.HttpStatusCode, answer_HttpStatusCode) + integer(o.Total, answer_Total));
};
export const StarRocksOperationList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const StarRocksOperationStatus = ["COMPLETED","TERMINATED","HUMAN_PROCESSING"];
  const StarRocksOperationType = ["trial_to_official","upgrade_version","update_configuration","update_public_network_status","create_cluster","delete_cluster","disable_cluster","enable_cluster","restart_cluster","migrate_cluster","renew_cluster","modify_charge_type","UPGRADE","DOWNGRADE","create_node_group","delete_node_group","disable_node_group","enable_node_group","sre_operation","resource_change","disable_postpaid_resource","enable_postpaid_resource","restart_node_group","enable_ha_cluster","restart_node","backup","delete_backup","cancel_backup_task","modify_timezone","restore","switch_az","rollback_upgrade_version","scale_out_fe","scale_in_fe","upgrade_fe_cu","downgrade_fe_cu","increase_fe_disk_size","decrease_fe_disk_size","increase_fe_disk_number","decrease_fe_disk_number","upgrade_fe_disk_performance_level","downgrade_fe_disk_performance_level","create_agent","upgrade_agent_cu","scale_out_be","scale_in_be","upgrade_be_cu","downgrade_be_cu","increase_be_disk_size","decrease_be_disk_size","increase_be_disk_number","decrease_be_disk_number","upgrade_be_disk_performance_level","downgrade_be_disk_performance_level","upgrade_be_spec_type","downgrade_be_spec_type","scale_out_cn","scale_in_cn","upgrade_cn_cu","downgrade_cn_cu","increase_cn_disk_size","decrease_cn_disk_size","increase_cn_disk_number","decrease_cn_disk_number","upgrade_cn_disk_performance","downgrade_cn_disk_performance","upgrade_cn_spec_type","downgrade_cn_spec_type","elastic_scale_out_cn","elastic_scale_in_cn"];
  const StarRocksOperation_Progress = [0, 100];
  const StarRocksOperation = (o) => object(o, 4, filled(o.InstanceId) + filled(o.OperationId) + oneOf(o.OperationStatus, StarRocksOperationStatus) + oneOf(o.OperationType, StarRocksOperationType), text(o.AfterValue) + text(o.BeforeValue) + int64(o.GmtCreate) + int64(o.GmtEnd) + text(o.OperationDetail) + integer(o.Progress, StarRocksOperation_Progress));
  const answer_HttpStatusCode = [-2147483648, 2147483647];
  const answer_Total = [0, 2147483647];
  return (o) => object(o, 2, text(o.RequestId) + typed(o.Success, "boolean"), text(o.AccessDeniedDetail) + list(o.Data, part, StarRocksOperation) + text(o.ErrCode) + text(o.ErrMessage) + integer(o.HttpStatusCode, answer_HttpStatusCode) + integer(o.Total, answer_Total));
};
export const StarRocksSystemTimezone = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer) => {
  const answer_HttpStatusCode = [-2147483648, 2147483647];
  const answer_Total = [0, 2147483647];
  return (o) => object(o, 2, text(o.RequestId) + typed(o.Success, "boolean"), text(o.AccessDeniedDetail) + text(o.Data) + text(o.ErrCode) + text(o.ErrMessage) + integer(o.HttpStatusCode, answer_HttpStatusCode) + integer(o.Total, answer_Total));
};
// The validator of an operation's successful response.
export const success = { DescribeBackups: StarRocksBackupList, DescribeBackupPolicies: StarRocksBackupPolicyList, DescribeInstances: StarRocksInstanceList, DescribeSystemTimezone: StarRocksSystemTimezone, ListOperationHistory: StarRocksOperationList };
// The validator of every response that has a body, by operation and status.
export const responses = {
  DescribeBackups: { "200": StarRocksBackupList, "400": StarRocksErrorBody, "401": StarRocksErrorBody, "403": StarRocksErrorBody, "404": StarRocksErrorBody, "429": StarRocksErrorBody, "500": StarRocksErrorBody, "503": StarRocksErrorBody },
  DescribeBackupPolicies: { "200": StarRocksBackupPolicyList, "400": StarRocksErrorBody, "401": StarRocksErrorBody, "403": StarRocksErrorBody, "404": StarRocksErrorBody, "429": StarRocksErrorBody, "500": StarRocksErrorBody, "503": StarRocksErrorBody },
  DescribeInstances: { "200": StarRocksInstanceList, "400": StarRocksErrorBody, "401": StarRocksErrorBody, "403": StarRocksErrorBody, "404": StarRocksErrorBody, "429": StarRocksErrorBody, "500": StarRocksErrorBody, "503": StarRocksErrorBody },
  DescribeSystemTimezone: { "200": StarRocksSystemTimezone, "400": StarRocksErrorBody, "401": StarRocksErrorBody, "403": StarRocksErrorBody, "404": StarRocksErrorBody, "429": StarRocksErrorBody, "500": StarRocksErrorBody, "503": StarRocksErrorBody },
  ListOperationHistory: { "200": StarRocksOperationList, "400": StarRocksErrorBody, "401": StarRocksErrorBody, "403": StarRocksErrorBody, "404": StarRocksErrorBody, "429": StarRocksErrorBody, "500": StarRocksErrorBody, "503": StarRocksErrorBody },
};
