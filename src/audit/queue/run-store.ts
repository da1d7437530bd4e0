import type { Redis } from "ioredis";
import { createScript } from "./connection.js";
import { type RunKeys, runKeys } from "./keys.js";

// The first result counts, and only while an audit wants it.
const RECORD = `
local wanted, done, exclusive, results = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
if redis.call('EXISTS', wanted) == 0 then return 0 end
if redis.call('SADD', done, ARGV[1]) == 0 then return 0 end
redis.call('XADD', results, '*', 'target', ARGV[1], 'result', ARGV[2])
redis.call('HDEL', exclusive, ARGV[1])
for _, key in ipairs({wanted, done, results}) do redis.call('PEXPIRE', key, ARGV[3]) end
return 1
`;

// Of a target that is checked exclusively, the process is noted. If another process finds the note, the first one
// ended while it checked the target.
const BEGIN = `
local wanted, done, exclusive = KEYS[1], KEYS[2], KEYS[3]
if redis.call('EXISTS', wanted) == 0 then return 'unwanted' end
if redis.call('SISMEMBER', done, ARGV[1]) == 1 then return 'done' end
if ARGV[2] == '' then return 'go' end
redis.call('HSETNX', exclusive, ARGV[1], ARGV[2])
redis.call('PEXPIRE', exclusive, ARGV[3])
if redis.call('HGET', exclusive, ARGV[1]) == ARGV[2] then return 'go' end
return 'crashed'
`;

/** What a worker is to do with a target: check it, nothing, or report that the check ends workers. */
export type Beginning = "go" | "done" | "unwanted" | "crashed";

/** A target of a run, and how long the run's keys live after this step. */
export interface Entry {
  readonly run: string;
  readonly name: string;
  readonly keepMs: number;
}

/** What workers note about the runs. Every step may be repeated, as happens if a connection breaks. */
export interface RunStore {
  /** `exclusive`: names the process if it checks the target with nothing beside it. */
  begin(entry: Entry, exclusive: string | null): Promise<Beginning>;
  /** Keeps the target's first result, and returns whether this was it. */
  record(entry: Entry, result: string): Promise<boolean>;
  /** Takes back the note of an exclusive check: the process did not end. */
  handBack(entry: Entry): Promise<void>;
}

export function createRunStore(redis: Redis): RunStore {
  const begin = createScript(redis, BEGIN);
  const record = createScript(redis, RECORD);
  const all = ({ wanted, done, exclusive, results }: RunKeys) => [wanted, done, exclusive, results];
  return {
    async begin({ run, name, keepMs }, exclusive) {
      const found = await begin(all(runKeys(run)).slice(0, 3), [name, exclusive ?? "", keepMs]);
      return found === "done" || found === "unwanted" || found === "crashed" ? found : "go";
    },
    async record({ run, name, keepMs }, result) {
      return (await record(all(runKeys(run)), [name, result, keepMs])) === 1;
    },
    async handBack({ run, name }) {
      await redis.hdel(runKeys(run).exclusive, name);
    },
  };
}

/** The result of one target as the stream has it. */
export interface ResultEntry {
  readonly name: string;
  readonly text: string;
}

/** Reads the results of a run in the order in which they came. */
export interface ResultReader {
  /** The next ones; none if none came for a while. Rejects once the connection was given up. */
  next(): Promise<readonly ResultEntry[]>;
  /** After Redis was lost: begins again, for the stream may be another one. Results that were read come again. */
  restart(): void;
}

/** Results that are read at a time, and how long the first is waited for. */
const BATCH = 100;
const BLOCK_MS = 1_000;

/** `redis` must be a connection of its own: reading blocks it. */
export function createResultReader(redis: Redis, stream: string): ResultReader {
  let last = "0-0";
  return {
    async next() {
      const found = await redis.xread("COUNT", BATCH, "BLOCK", BLOCK_MS, "STREAMS", stream, last);
      const entries = found?.[0]?.[1] ?? [];
      last = entries.at(-1)?.[0] ?? last;
      return entries.map(([, [, name = "", , text = ""]]) => ({ name, text }));
    },
    restart() {
      last = "0-0";
    },
  };
}
