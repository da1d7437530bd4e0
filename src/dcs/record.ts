import type { DcsBackupRecord } from "../../generated/dcs/types.js";
import { type Loose, readBytes, readFlag, readPercent, readText, readTime } from "../records/fields.js";
import { type BackupRecord, readState, type StateTable } from "../records/record.js";

/** Why a backup failed, by the code in its record (`dcs-hwc-en`, Table 4). Not errors of the API. */
export const dcsJobErrors: Readonly<Record<string, string>> = {
  "dcs.08.0001": "The tool that backs up and restores could not be started.",
  "dcs.08.0002": "The job did not finish in time.",
  "dcs.08.0003": "The storage bucket could not be deleted.",
  "dcs.08.0004": "No access key for the storage could be obtained.",
  "dcs.08.0005": "The storage bucket could not be created.",
  "dcs.08.0006": "The size of the backup file could not be determined.",
  "dcs.08.0007": "The data could not be synchronized during a restoration.",
  "dcs.08.0008": "The automatic backup did not start because the instance was busy with another job.",
};

/** What each documented status means (`dcs-hwc-en`, Table 3). */
export const dcsStates: StateTable = {
  waiting: "pending",
  backuping: "running",
  succeed: "succeeded",
  failed: "failed",
  expired: "expired",
  deleted: "deleted",
};

/**
 * A DCS record in the unified shape. `updated_at` is the last change of status (erratum 8): it is the end
 * of the backup only while the status says that it succeeded or failed, and of an expired one it is the
 * expiry. `restorable` is what the service says, which it says of expired ones, too.
 */
export function toBackupRecord<Source extends Loose<DcsBackupRecord>>(source: Source): BackupRecord<Source> {
  const wire: Loose<DcsBackupRecord> = source ?? {};
  const state = readState(dcsStates, wire.status);
  const updatedAt = readTime(wire.updated_at, "iso");
  const code = readText(wire.error_code);
  const type = wire.backup_type;
  return {
    service: "dcs",
    id: readText(wire.backup_id) ?? "",
    name: readText(wire.backup_name),
    state,
    trigger: type === "manual" || type === "auto" ? type : null,
    createdAt: readTime(wire.created_at, "iso"),
    startedAt: readTime(wire.execution_at, "iso"),
    finishedAt: state === "succeeded" || state === "failed" ? updatedAt : null,
    updatedAt,
    expiresAt: null,
    sizeBytes: readBytes(wire.size),
    progress: readPercent(wire.progress),
    resource: { type: "dcs_instance", id: readText(wire.instance_id) ?? "" },
    restorable: readFlag(wire.is_support_restore),
    format: readText(wire.backup_format)?.toLowerCase() ?? null,
    failure:
      code === null
        ? null
        : { code, message: (Object.hasOwn(dcsJobErrors, code) && dcsJobErrors[code]) || null },
    source,
  };
}
