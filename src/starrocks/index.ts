export type { DescribeBackupsParams, StarRocksMethods } from "../../generated/starrocks/operations.js";
export type {
  components,
  operations,
  paths,
  StarRocksBackup,
  StarRocksBackupList,
  StarRocksBackupStatus,
  StarRocksBackupType,
  StarRocksComponentType,
  StarRocksErrorBody,
  StarRocksErrorCode,
  StarRocksFailure,
  StarRocksInstanceSnapshot,
  StarRocksNodeGroup,
  StarRocksRunMode,
  StarRocksSpecType,
  StarRocksStoragePerformanceLevel,
  StarRocksSubTask,
  StarRocksTag,
} from "../../generated/starrocks/types.js";
export { createStarRocksClient, type StarRocksClient, type StarRocksClientOptions } from "./client.js";
export { toBackupRecord as toStarRocksBackupRecord } from "./record.js";
