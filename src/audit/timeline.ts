import { hideHeaders } from "../core/redaction.js";
import type { BackupRecord } from "../records/record.js";
import { compareRecords, distinct } from "./distinct.js";
import type { TimelineEntry } from "./result.js";

/** Maximum length of a failure's text. */
const MAX_CHARACTERS = 1_000;

/** The newest `most` records as points of a timeline, newest first, each once; those without a time last. */
export function timelineOf(records: Iterable<BackupRecord>, most: number): TimelineEntry[] {
  return distinct(records)
    .map((record) => ({ record, from: beginning(record) }))
    .sort((a, b) => newestFirst(a.from, b.from) || compareRecords(a.record, b.record))
    .slice(0, most)
    .map(({ record, from }) => ({
      id: record.id,
      state: record.state,
      from,
      to: timeOf(record.finishedAt),
      sizeBytes: typeof record.sizeBytes === "bigint" ? String(record.sizeBytes) : record.sizeBytes,
      failure: record.failure && words(record.failure.message ?? record.failure.code),
    }));
}

/** What a service wrote goes into reports: without headers that it may quote. */
function words(failure: string | null): string | null {
  return failure && hideHeaders(failure.slice(0, MAX_CHARACTERS));
}

/** The earliest time that a record states; null if it states none. */
export function beginning({ createdAt, startedAt, finishedAt }: BackupRecord): number | null {
  const known = [createdAt, startedAt, finishedAt].map(timeOf).filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

function timeOf(date: Date | null): number | null {
  const time = date?.getTime() ?? Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** Compares two times: the later one comes first, an unknown one last. */
export function newestFirst(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b - a;
}
