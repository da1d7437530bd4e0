import { rows } from "./send-request.js";

/** The expected response of a listing, computed in the simplest way from all records at once. */
export interface Expected {
  readonly items: Record<string, unknown>[];
  readonly total: number;
}

type Row = Record<string, unknown>;

/** DCS: newest first; the period in whole seconds, both ends included. */
export function expectDcs(
  all: readonly Row[],
  query: {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
    readonly skip: number;
    readonly limit: number;
  },
): Expected {
  const kept = newestFirst(all, (row) => Date.parse(String(row["created_at"]))).filter((row) => {
    const digits = String(row["created_at"]).slice(0, 19).replace(/[-:T]/g, "");
    return (
      (query.from === undefined || digits >= query.from) && (query.to === undefined || digits <= query.to)
    );
  });
  return { items: kept.slice(query.skip, query.skip + query.limit), total: kept.length };
}

/** DCS instances: each filter by itself; the one that could not be created only if it is asked for. */
export function expectInstances(
  all: readonly Row[],
  query: {
    readonly instance_id?: string | undefined;
    readonly name?: string | undefined;
    readonly name_equal?: string | undefined;
    readonly status?: string | undefined;
    readonly tags?: string | undefined;
    readonly ip?: string | undefined;
    readonly capacity?: string | undefined;
    readonly include_failure?: string | undefined;
    readonly offset: number;
    readonly limit: number;
  },
): Expected {
  const { name } = query;
  const kept = newestFirst(all, (row) => Date.parse(String(row["created_at"]))).filter(
    (row) =>
      (query.include_failure === "true" || row["status"] !== "CREATEFAILED") &&
      (query.instance_id === undefined || row["instance_id"] === query.instance_id) &&
      (name === undefined ||
        (query.name_equal === "true"
          ? row["name"] === name
          : String(row["name"]).toLowerCase().includes(name.toLowerCase()))) &&
      (query.status === undefined || row["status"] === query.status) &&
      (query.ip === undefined || row["ip"] === query.ip) &&
      (query.capacity === undefined || String(row["capacity"]) === query.capacity) &&
      (query.tags ?? "")
        .split(",")
        .every((tag) => tag === "" || rows(row, "tags").some(({ key, value }) => tag === `${key}=${value}`)),
  );
  return { items: kept.slice(query.offset, query.offset + query.limit), total: kept.length };
}

/** VBS: one state, one job, either direction, from an offset or behind a marker. */
export function expectVbs(
  all: readonly Row[],
  query: {
    readonly status?: string | undefined;
    readonly job_id?: string | undefined;
    readonly sort_dir?: string | undefined;
    readonly marker?: string | undefined;
    readonly offset: number;
    readonly limit: number;
  },
): Expected {
  let sorted = newestFirst(all, (row) => Date.parse(`${row["created_at"]}Z`));
  if (query.sort_dir === "asc") sorted = sorted.reverse();
  const behind =
    query.marker === undefined
      ? new Set(sorted)
      : new Set(sorted.slice(sorted.findIndex((row) => row["job_id"] === query.marker) + 1));
  const kept = sorted.filter(
    (row) =>
      (query.status === undefined || row["status"] === query.status) &&
      (query.job_id === undefined || row["job_id"] === query.job_id),
  );
  const page = kept.filter((row) => behind.has(row));
  return { items: page.slice(query.offset, query.offset + query.limit), total: kept.length };
}

/** StarRocks: pages from 1; filters in seconds, times of the records in milliseconds. */
export function expectStarRocks(
  all: readonly Row[],
  query: {
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
      (query.cluster === undefined || row["InstanceId"] === query.cluster) &&
      (query.task === undefined || row["BackupTaskId"] === query.task) &&
      (query.states === undefined || query.states.includes(String(row["Status"]))) &&
      (query.from === undefined || second >= query.from) &&
      (query.to === undefined || second <= query.to)
    );
  });
  const skip = (query.page - 1) * query.size;
  return { items: kept.slice(skip, skip + query.size), total: kept.length };
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
