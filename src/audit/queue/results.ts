import type { Redis } from "ioredis";

/** The result of one target as it stands in the stream. */
export interface ResultEntry {
  readonly name: string;
  readonly text: string;
}

/** Reads the results of a run in the order in which they came. */
export interface ResultReader {
  /** The next ones; none where none came for a while. Rejects once the connection was given up. */
  next(): Promise<readonly ResultEntry[]>;
  /** After Redis has restarted: begins anew where the stream no longer is what was read. */
  recheck(): Promise<void>;
}

/** Results that are read at a time, and how long is waited for the first. */
const BATCH = 100;
const BLOCK_MS = 1_000;

/** `redis` must be a connection of its own: reading blocks it. */
export function createResultReader(redis: Redis, stream: string): ResultReader {
  let last = "0-0";
  return {
    async next() {
      const answer = await redis.xread("COUNT", BATCH, "BLOCK", BLOCK_MS, "STREAMS", stream, last);
      const entries = answer?.[0]?.[1] ?? [];
      last = entries.at(-1)?.[0] ?? last;
      return entries.map(([, [, name = "", , text = ""]]) => ({ name, text }));
    },
    async recheck() {
      const newest = await redis.xrevrange(stream, "+", "-", "COUNT", 1);
      if (isBefore(newest[0]?.[0] ?? "0-0", last)) last = "0-0";
    },
  };
}

/** Whether one id of a stream, `milliseconds-number`, comes before another. */
export function isBefore(id: string, other: string): boolean {
  const [at = 0, number = 0] = id.split("-").map(Number);
  const [otherAt = 0, otherNumber = 0] = other.split("-").map(Number);
  return at < otherAt || (at === otherAt && number < otherNumber);
}
