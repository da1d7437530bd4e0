// Generated from the contract by `npm run generate`. Do not edit.
export const StarRocksBackupList = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several) => {
  const StarRocksBackupStatus = ["COMPLETED","RUNNING","success"];
  const StarRocksSubTask = (o) => object(o, 0, 0, int64(o.StartTime) + int64(o.FinishedTime) + text(o.SnapshotName) + text(o.DataBase) + text(o.Table) + int64(o.Size) + oneOf(o.Status, StarRocksBackupStatus) + text(o.Detail));
  const StarRocksBackupType = ["0","1","FullBackup"];
  const StarRocksRunMode = ["shared_nothing","shared_data","lakehouse"];
  const StarRocksSpecType = ["standard","localSSD","bigData","ramEnhanced","networkEnhanced"];
  const StarRocksComponentType = ["FE","BE","CN","OBSERVER","AGENT"];
  const StarRocksStoragePerformanceLevel = ["pl0","pl1","pl2","pl3"];
  const StarRocksNodeGroup = (o) => object(o, 0, 0, oneOf(o.ComponentType, StarRocksComponentType) + typed(o.Cu, "integer") + typed(o.StorageSize, "integer") + oneOf(o.StoragePerformanceLevel, StarRocksStoragePerformanceLevel) + text(o.DiskNumber) + text(o.ResidentNodeNumber) + oneOf(o.SpecType, StarRocksSpecType) + text(o.LocalStorageInstanceType));
  const StarRocksTag = (o) => object(o, 0, 0, text(o.Key) + text(o.Value));
  const StarRocksInstanceSnapshot = (o) => object(o, 0, 0, text(o.InstanceName) + text(o.VpcId) + oneOf(o.RunMode, StarRocksRunMode) + oneOf(o.SpecType, StarRocksSpecType) + text(o.ResourceGroupId) + text(o.Version) + text(o.MinorVersion) + list(o.NodeGroups, part, StarRocksNodeGroup) + text(o.RegionId) + list(o.Tags, part, StarRocksTag));
  const StarRocksBackup = (o) => object(o, 3, text(o.InstanceId) + oneOf(o.Status, StarRocksBackupStatus) + text(o.BackupTaskId), text(o.RegionId) + int64(o.Size) + text(o.Description) + list(o.SubTasks, part, StarRocksSubTask) + int64(o.BackupStartTime) + int64(o.BackupFinishedTime) + int64(o.ExpireTime) + oneOf(o.BackupType, StarRocksBackupType) + part(o.InstanceSnapshot, StarRocksInstanceSnapshot));
  return (o) => object(o, 2, text(o.RequestId) + typed(o.Success, "boolean"), typed(o.HttpStatusCode, "integer") + text(o.ErrCode) + text(o.ErrMessage) + list(o.Data, part, StarRocksBackup) + typed(o.Total, "integer"));
};
export const StarRocksErrorBody = (object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several) => {
  const StarRocksErrorCode = ["InvalidParameter","Throttling","Throttling.User","Throttling.Api","SignatureDoesNotMatch","SignatureNonceUsed","InvalidTimeStamp.Expired","Forbidden.RAM","InvalidAccessKeyId.NotFound","InternalError","ServiceUnavailable"];
  return (o) => object(o, 2, oneOf(o.Code, StarRocksErrorCode) + text(o.Message), text(o.RequestId) + text(o.HostId) + text(o.Recommend), true);
};
// The validator of an operation's successful response.
export const success = { DescribeBackups: StarRocksBackupList };
// The validator of every response that has a body, by operation and status.
export const responses = {
  DescribeBackups: { "200": StarRocksBackupList, "400": StarRocksErrorBody, "401": StarRocksErrorBody, "403": StarRocksErrorBody, "404": StarRocksErrorBody, "429": StarRocksErrorBody, "500": StarRocksErrorBody, "503": StarRocksErrorBody },
};
