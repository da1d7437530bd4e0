import type {
  CbrBackupDetail,
  CbrCommonDetail,
  CbrOperationDetail,
  CbrOperationError,
  CbrOperationLog,
  CbrResource,
} from "../../generated/cbr/types.js";
import { type Loose, readObject, readPercent, readText, readTime } from "../records/fields.js";
import { type BackupRecord, type BackupTrigger, readState, type StateTable } from "../records/record.js";

/** What each documented status means (`cbr-otc-operation-logs`, Table 5). */
export const cbrStates: StateTable = {
  waiting: "pending",
  running: "running",
  success: "succeeded",
  failed: "failed",
  timeout: "timed_out",
  skipped: "skipped",
};

/**
 * A CBR operation log in the unified shape; null if it is the log of anything but a backup, such as a restoration.
 * A time without a zone is UTC (erratum 109). A policy triggered the backup if the log names one; without one,
 * the name tells that the service gives it: `autobk_…` or `manualbk_…`. The log states no size, no expiry and no
 * restorability: `ListBackups` does, by `extra_info.backup.backup_id` in `source`.
 */
export function toBackupRecord<Source extends Loose<CbrOperationLog>>(
  source: Source,
): BackupRecord<Source> | null {
  return source?.operation_type === "backup" ? readLog(source) : null;
}

/** The same for a log of any type. */
export function readLog<Source extends Loose<CbrOperationLog>>(source: Source): BackupRecord<Source> {
  const wire: Loose<CbrOperationLog> = source;
  const detail: Loose<CbrOperationDetail> = readObject<CbrOperationDetail>(wire.extra_info) ?? {};
  const common: Loose<CbrCommonDetail> = readObject<CbrCommonDetail>(detail.common) ?? {};
  const resource: Loose<CbrResource> = readObject<CbrResource>(detail.resource) ?? {};
  const backup: Loose<CbrBackupDetail> = readObject<CbrBackupDetail>(detail.backup) ?? {};
  const name = readText(backup.backup_name);
  return {
    service: "cbr",
    id: readText(wire.id) ?? "",
    name,
    state: readState(cbrStates, wire.status),
    trigger: readText(wire.policy_id) === null ? triggerOf(name) : "policy",
    createdAt: readCbrTime(wire.created_at),
    startedAt: readCbrTime(wire.started_at),
    finishedAt: readCbrTime(wire.ended_at),
    updatedAt: readCbrTime(wire.updated_at),
    expiresAt: null,
    sizeBytes: null,
    progress: readPercent(common.progress),
    resource: { type: readText(resource.type) ?? "", id: readText(resource.id) ?? "" },
    restorable: null,
    format: null,
    failure: failureOf(wire.error_info),
    source,
  };
}

/** An instant in any notation of the pages (erratum 109); null for anything else. */
export function readCbrTime(value: unknown): Date | null {
  const text = readText(value);
  return readTime(text?.replace(/^(\d{4}-\d\d-\d\d) /, "$1T"), "iso-without-zone");
}

function triggerOf(name: string | null): BackupTrigger | null {
  if (name?.startsWith("autobk_")) return "policy";
  return name?.startsWith("manualbk_") ? "manual" : null;
}

/** Code and message are both empty texts if nothing failed. */
function failureOf(value: unknown): BackupRecord["failure"] {
  const error: Loose<CbrOperationError> = readObject<CbrOperationError>(value) ?? {};
  const [code, message] = [readText(error.code), readText(error.message)];
  return code === null && message === null ? null : { code: code ?? "", message };
}
