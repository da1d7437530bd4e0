import type { StarRocksBackup } from "../../generated/starrocks/types.js";
import { type Loose, readText, readTime } from "../records/fields.js";
import { type BackupRecord, readState, type StateTable } from "../records/record.js";

/**
 * The statuses of a backup that the source page shows, which lists none (errata 34, 35), and those of the history of
 * operations. That the last two may be a backup's, and FAILED with them, is inferred: a failure must not look like nothing.
 */
export const starRocksStates: StateTable = {
  RUNNING: "running",
  COMPLETED: "succeeded",
  HUMAN_PROCESSING: "running",
  TERMINATED: "failed",
  FAILED: "failed",
};

/**
 * A StarRocks backup in the unified shape. State and times are read each from its own field, since the
 * source page shows a running backup that has an end (erratum 38). Its `Size` is the cloud disk's (erratum 39),
 * so there is no `sizeBytes`; `success`, documented for sub-tasks only, is understood of a backup as well.
 */
export function toBackupRecord<Source extends Loose<StarRocksBackup>>(source: Source): BackupRecord<Source> {
  const wire: Loose<StarRocksBackup> = source ?? {};
  return {
    service: "starrocks",
    id: readText(wire.BackupTaskId) ?? "",
    name: null,
    state: wire.Status === "success" ? "succeeded" : readState(starRocksStates, wire.Status),
    trigger: null,
    createdAt: null,
    startedAt: readTime(wire.BackupStartTime, "ms"),
    finishedAt: readTime(wire.BackupFinishedTime, "ms"),
    updatedAt: null,
    expiresAt: readTime(wire.ExpireTime, "ms"),
    sizeBytes: null,
    progress: null,
    resource: { type: "starrocks_instance", id: readText(wire.InstanceId) ?? "" },
    restorable: null,
    format: null,
    failure: null,
    source,
  };
}
