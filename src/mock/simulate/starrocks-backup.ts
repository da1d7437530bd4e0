import type { StarRocksBackup } from "../../../generated/starrocks/types.js";
import type { Clock } from "../../core/deadline.js";
import { starRocksStates } from "../../starrocks/record.js";
import { type BackupDraft, fillDraft } from "./given.js";

/**
 * A lawful backup of StarRocks, for `backups` of `startMock`. Its name becomes the description: the service has no names.
 * @throws ConfigurationError if the draft has a field or a value that it cannot have, or a state that StarRocks does not know
 */
export function starRocksBackup(draft: BackupDraft = {}, clock?: Pick<Clock, "now">): StarRocksBackup {
  const { id, status, startedAt, finishedAt } = fillDraft(draft, starRocksStates, clock);
  return {
    BackupTaskId: id,
    InstanceId: draft.resource ?? "c-1",
    Status: status,
    BackupStartTime: startedAt.getTime(),
    ...(finishedAt !== null && { BackupFinishedTime: finishedAt.getTime() }),
    ...(draft.name !== undefined && { Description: draft.name }),
  };
}
