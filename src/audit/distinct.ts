import type { BackupRecord, BackupState } from "../records/record.js";

/** A backup only ever moves to the right, so that of two looks at one the later is told by its state. */
const COURSE: readonly BackupState[] = [
  "pending",
  "running",
  "unknown",
  "succeeded",
  "failed",
  "timed_out",
  "skipped",
  "expired",
  "deleted",
];

/**
 * The records without repetitions: pages overlap where a listing grows while it is read. Of several looks at
 * one backup the one furthest on is kept, in any order.
 */
export function distinct(records: Iterable<BackupRecord>): BackupRecord[] {
  const kept = new Map<string, BackupRecord>();
  for (const record of records) {
    const key = record.id === "" ? fingerprint(record) : `${record.service} ${record.id}`;
    const other = kept.get(key);
    if (other === undefined || isLater(record, other)) kept.set(key, record);
  }
  return [...kept.values()];
}

/** Which of two records is listed first: by their ids, else by all that is known of them. */
export function compareRecords(a: BackupRecord, b: BackupRecord): number {
  return compare(a.id, b.id) || compare(fingerprint(a), fingerprint(b));
}

function isLater(record: BackupRecord, other: BackupRecord): boolean {
  const steps = COURSE.indexOf(record.state) - COURSE.indexOf(other.state);
  return (steps || compare(fingerprint(record), fingerprint(other))) > 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a verdict can rest on, as a text. */
function fingerprint(record: BackupRecord): string {
  const { service, id, state, trigger, restorable, resource } = record;
  const times = [record.createdAt, record.startedAt, record.finishedAt, record.updatedAt, record.expiresAt];
  return JSON.stringify([service, id, state, trigger, restorable, resource.id, times.map(Number)]);
}
