import type {
  CbrOperationDetail,
  CbrOperationLog,
  CbrResource,
  CbrRestoreDetail,
} from "../../generated/cbr/types.js";
import type { CallOptions } from "../core/options.js";
import { type Loose, readObject, readText } from "../records/fields.js";
import { type LastRestore, latestRestore } from "../records/restore.js";
import type { CbrClient } from "./client.js";
import { readCbrTime } from "./record.js";

/**
 * The last restoration of each resource of a project that succeeded, by the id of the resource whose backup was
 * restored: `extra_info.resource`, as in the logs of all types (inferred; a restoration can have another target).
 * No page says how long logs are kept; the console shows those of 30 days (`cbr-otc-guide-tasks`).
 */
export async function listCbrRestores(
  client: CbrClient,
  call: CallOptions,
): Promise<ReadonlyMap<string, LastRestore>> {
  const latest = new Map<string, LastRestore>();
  const query = { operation_type: "restore", status: "success", limit: 1000 } as const;
  for await (const log of client.listOpLogs(query, call)) {
    const found = readRestore(log);
    if (found === null) continue;
    const { id, restore } = found;
    const before = latest.get(id);
    latest.set(id, before === undefined ? restore : (latestRestore([before, restore]) ?? restore));
  }
  return latest;
}

function readRestore(source: unknown): { readonly id: string; readonly restore: LastRestore } | null {
  const log: Loose<CbrOperationLog> = readObject<CbrOperationLog>(source) ?? {};
  const detail: Loose<CbrOperationDetail> = readObject<CbrOperationDetail>(log.extra_info) ?? {};
  const id = readText(readObject<CbrResource>(detail.resource)?.id);
  const at = readCbrTime(log.ended_at);
  if (log.operation_type !== "restore" || log.status !== "success" || id === null || at === null) return null;
  const began = readCbrTime(log.started_at);
  const durationMs = began === null ? null : at.getTime() - began.getTime();
  const backupId = readText(readObject<CbrRestoreDetail>(detail.restore)?.backup_id);
  return { id, restore: { at, durationMs, backupId } };
}
