import { rows } from "./ask.js";

/** What a listing should answer, worked out the plain way from all records at once. */
export interface Expected {
  readonly items: Record<string, unknown>[];
  readonly total: number;
}

type Row = Record<string, unknown>;

/** DCS: newest first; the period in whole seconds, both ends included. */
export function expectDcs(
  all: readonly Row[],
  asked: {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly skip: number;
    readonly limit: number;
  },
): Expected {
  const kept = newestFirst(all, (row) => Date.parse(String(row["created_at"]))).filter((row) => {
    const digits = String(row["created_at"]).slice(0, 19).replace(/[-:T]/g, "");
    return (
      (asked.from === undefined || digits >= asked.from) && (asked.to === undefined || digits <= asked.to)
    );
  });
  return { items: kept.slice(asked.skip, asked.skip + asked.limit), total: kept.length };
}

/** VBS: one state, one job, either direction, from an offset or behind a marker. */
export function expectVbs(
  all: readonly Row[],
  asked: {
    readonly status?: string | undefined;
    readonly job_id?: string | undefined;
    readonly sort_dir?: string | undefined;
    readonly marker?: string | undefined;
    readonly offset: number;
    readonly limit: number;
  },
): Expected {
  let sorted = newestFirst(all, (row) => Date.parse(`${row["created_at"]}Z`));
  if (asked.sort_dir === "asc") sorted = sorted.reverse();
  const behind =
    asked.marker === undefined
      ? new Set(sorted)
      : new Set(sorted.slice(sorted.findIndex((row) => row["job_id"] === asked.marker) + 1));
  const kept = sorted.filter(
    (row) =>
      (asked.status === undefined || row["status"] === asked.status) &&
      (asked.job_id === undefined || row["job_id"] === asked.job_id),
  );
  const page = kept.filter((row) => behind.has(row));
  return { items: page.slice(asked.offset, asked.offset + asked.limit), total: kept.length };
}

/** StarRocks: pages from 1; filters in seconds, times of the records in milliseconds. */
export function expectStarRocks(
  all: readonly Row[],
  asked: {
    readonly cluster?: string | undefined;
    readonly task?: string | undefined;
    readonly states?: readonly string[] | undefined;
    readonly from?: number | undefined;
    readonly to?: number | undefined;
    readonly page: number;
    readonly size: number;
  },
): Expected {
  const kept = newestFirst(all, (row) => Number(row["BackupStartTime"])).filter((row) => {
    const second = Math.trunc(Number(row["BackupStartTime"]) / 1000);
    return (
      (asked.cluster === undefined || row["InstanceId"] === asked.cluster) &&
      (asked.task === undefined || row["BackupTaskId"] === asked.task) &&
      (asked.states === undefined || asked.states.includes(String(row["Status"]))) &&
      (asked.from === undefined || second >= asked.from) &&
      (asked.to === undefined || second <= asked.to)
    );
  });
  const skip = (asked.page - 1) * asked.size;
  return { items: kept.slice(skip, skip + asked.size), total: kept.length };
}

/** The whole population of a listing: its only page, which must hold as many as its total says. */
export function wholeOf(text: string, items: string, total: string): Row[] {
  const body: unknown = JSON.parse(text);
  const all = rows(body, items);
  const count = Object(body)[total];
  if (all.length !== count) throw new RangeError(`${all.length} of ${count} records`);
  return all;
}

function newestFirst(all: readonly Row[], time: (row: Row) => number): Row[] {
  return [...all].sort((left, right) => time(right) - time(left));
}
