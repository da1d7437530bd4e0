import type { VbsBackupTask } from "../../../generated/vbs/types.js";
import type { Clock } from "../../core/deadline.js";
import { vbsStates } from "../../vbs/record.js";
import { type BackupDraft, fillDraft } from "./given.js";

/**
 * A lawful job of VBS, for `backups` of `startMock`.
 * @throws ConfigurationError if the draft has a field or a value that it cannot have, or a state that VBS does not know
 */
export function vbsBackup(draft: BackupDraft = {}, clock?: Pick<Clock, "now">): VbsBackupTask {
  const { id, status, startedAt, finishedAt } = fillDraft(draft, vbsStates, clock);
  return {
    status,
    job_id: id,
    created_at: withoutZone(startedAt),
    ...(finishedAt !== null && { finished_at: withoutZone(finishedAt) }),
    backup_name: draft.name ?? id,
    resource_id: draft.resource ?? "volume-1",
    resource_type: "volume",
  };
}

/** As VBS writes a time. */
function withoutZone(time: Date): string {
  return time.toISOString().slice(0, 23);
}
