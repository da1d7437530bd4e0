import type { DcsRestoreRecord } from "../../generated/dcs/types.js";
import type { CallOptions } from "../core/options.js";
import { readObject, readText, readTime } from "../records/fields.js";
import { type LastRestore, latestRestore } from "../records/restore.js";
import type { DcsClient } from "./client.js";

/** Records that are looked at: the largest page (`dcs-hwc-list-restores`). No page says in which order they come. */
const PAGE = 1000;

/**
 * The last restoration of an instance that succeeded, among the first 1000 that are listed; null if there is none. It
 * had ended when its record was changed last (`dcs-otc-list-restores`: "completed").
 */
export async function lastDcsRestore(
  client: DcsClient,
  instance_id: string,
  call: CallOptions,
): Promise<LastRestore | null> {
  const { items } = await client.listRestoreRecords({ instance_id, limit: PAGE }, call);
  const found = items.flatMap((item): LastRestore[] => {
    const record = readObject<DcsRestoreRecord>(item) ?? {};
    const at = readTime(record.updated_at, "iso");
    if (record.status !== "succeed" || at === null) return [];
    const began = readTime(record.created_at, "iso");
    const took = began === null ? null : at.getTime() - began.getTime();
    return [{ at, durationMs: took, backupId: readText(record.backup_id) }];
  });
  return latestRestore(found);
}
