import type { Redis } from "ioredis";
import { type RunKeys, runKeys } from "./keys.js";
import { createScript } from "./script.js";

// The first result counts, whoever delivers it, and only while somebody wants it.
const RECORD = `
local wanted, done, alone, results = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
if redis.call('EXISTS', wanted) == 0 then return 0 end
if redis.call('SADD', done, ARGV[1]) == 0 then return 0 end
redis.call('XADD', results, '*', 'target', ARGV[1], 'result', ARGV[2])
redis.call('HDEL', alone, ARGV[1])
for _, key in ipairs({wanted, done, results}) do redis.call('PEXPIRE', key, ARGV[3]) end
return 1
`;

// Whoever is asked alone is noted; found noted by another, it has ended the process that asked it.
const BEGIN = `
local wanted, done, alone = KEYS[1], KEYS[2], KEYS[3]
if redis.call('EXISTS', wanted) == 0 then return 'unwanted' end
if redis.call('SISMEMBER', done, ARGV[1]) == 1 then return 'done' end
if ARGV[2] == '' then return 'go' end
redis.call('HSETNX', alone, ARGV[1], ARGV[2])
redis.call('PEXPIRE', alone, ARGV[3])
if redis.call('HGET', alone, ARGV[1]) == ARGV[2] then return 'go' end
return 'crashed'
`;

/** What a worker is to do with a target: ask it, nothing, or say that asking it ends workers. */
export type Beginning = "go" | "done" | "unwanted" | "crashed";

/** Which target of which run, and how long the run's keys live after this. */
export interface Entry {
  readonly run: string;
  readonly name: string;
  readonly keepMs: number;
}

/** What workers note of the runs. Every step may be repeated, as happens when a connection breaks. */
export interface RunStore {
  /** `alone`: who asks, where nothing else is asked beside it. */
  begin(entry: Entry, alone: string | null): Promise<Beginning>;
  /** Keeps the target's first result and answers whether this was it. */
  record(entry: Entry, result: string): Promise<boolean>;
  /** Takes back that the target is asked alone: it was handed back in good order. */
  handBack(entry: Entry): Promise<void>;
}

export function createRunStore(redis: Redis): RunStore {
  const begin = createScript(redis, BEGIN);
  const record = createScript(redis, RECORD);
  const all = ({ wanted, done, alone, results }: RunKeys) => [wanted, done, alone, results];
  return {
    async begin({ run, name, keepMs }, alone) {
      const said = await begin(all(runKeys(run)).slice(0, 3), [name, alone ?? "", keepMs]);
      return said === "done" || said === "unwanted" || said === "crashed" ? said : "go";
    },
    async record({ run, name, keepMs }, result) {
      return (await record(all(runKeys(run)), [name, result, keepMs])) === 1;
    },
    async handBack({ run, name }) {
      await redis.hdel(runKeys(run).alone, name);
    },
  };
}
