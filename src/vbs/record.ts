import type { VbsBackupTask } from "../../generated/vbs/types.js";
import { type Loose, readText, readTime } from "../records/fields.js";
import { type BackupRecord, readState, type StateTable } from "../records/record.js";

/** What each documented status means (`vbs-otc-en`, the filter `status`). */
export const vbsStates = {
  WAITING: "pending",
  RUNNING: "running",
  EXECUTE_SUCCESS: "succeeded",
  EXECUTE_FAIL: "failed",
  EXECUTE_TIMEOUT: "timed_out",
  SKIP: "skipped",
} as const satisfies StateTable;

/**
 * A VBS job in the unified shape. A policy triggers every one of them. Times are UTC although they name
 * no zone (erratum 19); the response says nothing of size, progress, restoration or the cause of a failure.
 */
export function toBackupRecord<Source extends Loose<VbsBackupTask>>(source: Source): BackupRecord<Source> {
  const wire: Loose<VbsBackupTask> = source ?? {};
  return {
    service: "vbs",
    id: readText(wire.job_id) ?? "",
    name: readText(wire.backup_name),
    state: readState(vbsStates, wire.status),
    trigger: "policy",
    createdAt: readTime(wire.created_at, "iso-without-zone"),
    startedAt: null,
    finishedAt: readTime(wire.finished_at, "iso-without-zone"),
    updatedAt: null,
    expiresAt: null,
    sizeBytes: null,
    progress: null,
    resource: { type: readText(wire.resource_type) ?? "", id: readText(wire.resource_id) ?? "" },
    restorable: null,
    format: null,
    failure: null,
    source,
  };
}
