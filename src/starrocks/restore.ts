import type { StarRocksOperation } from "../../generated/starrocks/types.js";
import type { CallOptions } from "../core/options.js";
import { readObject, readTime } from "../records/fields.js";
import { type LastRestore, latestRestore } from "../records/restore.js";
import type { StarRocksClient } from "./client.js";

/** Operations that are looked at. No page says how large a page may be, nor in which order they come. */
const PAGE = 50;

/**
 * The last restoration that is filed under an instance and is completed, among the first 50 that are listed; null if
 * there is none. Whether a restoration is filed under the instance that was backed up, or under the new one that it
 * makes, is not documented (`starrocks-ListOperationHistory`).
 */
export async function lastStarRocksRestore(
  client: StarRocksClient,
  InstanceId: string,
  call: CallOptions,
): Promise<LastRestore | null> {
  const query = { InstanceId, OperationType: "restore", PageSize: PAGE } as const;
  const { items } = await client.listOperationHistory(query, call);
  const found = items.flatMap((item): LastRestore[] => {
    const operation = readObject<StarRocksOperation>(item) ?? {};
    const at = readTime(operation.GmtEnd, "ms");
    if (operation.OperationStatus !== "COMPLETED" || at === null) return [];
    const began = readTime(operation.GmtCreate, "ms");
    return [{ at, durationMs: began === null ? null : at.getTime() - began.getTime(), backupId: null }];
  });
  return latestRestore(found);
}
