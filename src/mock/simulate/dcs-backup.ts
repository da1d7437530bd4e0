import type { DcsBackupRecord } from "../../../generated/dcs/types.js";
import type { Clock } from "../../core/deadline.js";
import { dcsStates } from "../../dcs/record.js";
import { type BackupDraft, fillDraft } from "./given.js";

/** What a test says of a backup of DCS. */
export interface DcsBackupDraft extends BackupDraft {
  /** Who started it: the policy of the instance (`auto`) or a person. @default "auto" */
  readonly trigger?: "auto" | "manual" | undefined;
  /** Size of the backup. @default 1 GiB if it succeeded, else 0 */
  readonly sizeBytes?: number | undefined;
  /** Why it failed, e.g. `dcs.08.0002`. @default "dcs.08.0001" if it failed */
  readonly errorCode?: string | undefined;
}

const more = { trigger: "string", sizeBytes: "number", errorCode: "string" } as const;

/**
 * A lawful record of DCS, for `backups` of `startMock`.
 * @throws ConfigurationError if the draft has a field or a value that it cannot have, or a state that DCS does not know
 * @example
 * dcsBackup({ state: "failed", startedAt: new Date("2026-11-20T02:00:00Z") })
 */
export function dcsBackup(draft: DcsBackupDraft = {}, clock?: Pick<Clock, "now">): DcsBackupRecord {
  const { id, status, startedAt, finishedAt } = fillDraft(draft, dcsStates, clock, more);
  const failed = status === "failed";
  const whole = finishedAt !== null && !failed;
  const { trigger = "auto", sizeBytes = whole ? 2 ** 30 : 0, resource = "instance-1" } = draft;
  return {
    status,
    remark: null,
    period: null,
    progress: whole ? "100.00" : "0.00",
    size: sizeBytes,
    instance_id: resource,
    backup_id: id,
    created_at: startedAt.toISOString(),
    execution_at: startedAt.toISOString(),
    updated_at: (finishedAt ?? startedAt).toISOString(),
    backup_type: trigger,
    backup_name: draft.name ?? id,
    backup_format: "rdb",
    error_code: failed ? (draft.errorCode ?? "dcs.08.0001") : null,
    is_support_restore: status === "succeed" ? "TRUE" : "FALSE",
  };
}
