import type { CbrOperationLog } from "../../../generated/cbr/types.js";
import { cbrStates } from "../../cbr/record.js";
import type { Clock } from "../../core/deadline.js";
import { type BackupDraft, fillDraft } from "./given.js";

/** What a test says of a backup of CBR. */
export interface CbrBackupDraft extends BackupDraft {
  /** @default "policy" */
  /** Who started it. @default "policy" */
  readonly trigger?: "policy" | "manual" | undefined;
  /** Why it failed, e.g. `BackupService.7102`. @default "BackupService.6114" if it failed */
  readonly errorCode?: string | undefined;
}

const more = { trigger: "string", errorCode: "string" } as const;

/**
 * A lawful operation log of CBR, for `backups` of `startMock`.
 * @throws ConfigurationError if the draft has a field or a value that it cannot have, or a state that CBR does not know
 */
export function cbrBackup(draft: CbrBackupDraft = {}, clock?: Pick<Clock, "now">): CbrOperationLog {
  const { id, status, startedAt, finishedAt } = fillDraft(draft, cbrStates, clock, more);
  const { trigger = "policy", resource = "server-1" } = draft;
  const failed = status === "failed";
  return {
    id,
    status,
    operation_type: "backup",
    checkpoint_id: `checkpoint-of-${id}`,
    created_at: wireTime(startedAt.getTime()),
    started_at: wireTime(startedAt.getTime()),
    ended_at: finishedAt === null ? null : wireTime(finishedAt.getTime()),
    updated_at: wireTime((finishedAt ?? startedAt).getTime()),
    error_info: failed
      ? { code: draft.errorCode ?? "BackupService.6114", message: "The backup failed." }
      : { code: "", message: "" },
    extra_info: {
      backup: { backup_id: `backup-of-${id}`, backup_name: draft.name ?? id },
      common: { progress: status === "success" ? 100 : 0, request_id: `request-of-${id}` },
      resource: { id: resource, name: resource, type: "OS::Nova::Server" },
    },
    policy_id: trigger === "policy" ? "policy-1" : null,
    project_id: "project",
    provider_id: "0daac4c5-6707-4851-97ba-169e36266b66",
    vault_id: "vault-1",
    vault_name: "vault-1",
  };
}

/** As Open Telekom Cloud writes a time. */
export function wireTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "+00:00");
}
