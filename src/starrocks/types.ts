/**
 * The types of EMR Serverless StarRocks without its client, for programs that bring no types of the web or of Node.
 */
export type {
  components,
  operations,
  paths,
} from "../../generated/starrocks/types.js";
export type { BackupRecord, BackupService, BackupState, BackupTrigger } from "../records/record.js";
export type * from "./schemas.js";
