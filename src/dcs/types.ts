/**
 * The types of the Distributed Cache Service without its client, for programs that bring no types of the web or of Node.
 */
export type {
  components,
  GatewayErrorBody,
  GatewayErrorCode,
  operations,
  paths,
} from "../../generated/dcs/types.js";
export type { BackupRecord, BackupService, BackupState, BackupTrigger } from "../records/record.js";
export type * from "./schemas.js";
