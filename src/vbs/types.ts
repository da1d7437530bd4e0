/**
 * The types of the Volume Backup Service without its client, for programs that bring no types of the web or of Node.
 */
export type {
  components,
  GatewayErrorBody,
  GatewayErrorCode,
  operations,
  paths,
} from "../../generated/vbs/types.js";
export type { BackupRecord, BackupService, BackupState, BackupTrigger } from "../records/record.js";
export type * from "./schemas.js";
