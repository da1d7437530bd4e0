import { Worker } from "bullmq";
import type { Redis } from "ioredis";
import { PREFIX, queueName } from "../../../../src/audit/queue/keys.js";
import { createRunStore } from "../../../../src/audit/queue/run-store.js";
import { type Line, openLine } from "./lines.js";

/** The names of the account and of the run that all schedules have. */
export const ACCOUNT = "main";
export const RUN = "run";
const WORKERS = 2;

/** The connections of all that take part, opened once for all runs. */
export interface QueueServer {
  readonly url: string;
  /** Of the test itself. */
  readonly control: Redis;
  readonly janitor: Worker;
  readonly workers: readonly Line[];
  readonly audit: Line;
  readonly reader: Line;
  close(): Promise<void>;
}

export async function openQueueServer(url: string): Promise<QueueServer> {
  const [control, audit, reader, ...workers] = await Promise.all(
    Array.from({ length: 3 + WORKERS }, () => openLine(url)),
  );
  if (control === undefined || audit === undefined || reader === undefined) throw new Error("no connection");
  audit.redis.duplicate = () => reader.redis;
  // What a worker would wait for jobs with: here the scheduler says when it looks, and a new connection takes long.
  const { redis: spare } = await openLine(url);
  const disconnect = spare.disconnect.bind(spare);
  spare.disconnect = () => {};
  for (const { redis } of workers) {
    redis.duplicate = () => {
      // A worker that was closed has left it marked as ended.
      spare.status = "ready";
      return spare;
    };
  }
  const janitor = new Worker(queueName(ACCOUNT), null, {
    ...{ connection: control.redis, prefix: PREFIX, autorun: false },
    maxStalledCount: Number.MAX_SAFE_INTEGER,
  });
  await janitor.waitUntilReady();
  // Redis has all scripts from the start. Else the first runs would differ from the same ones played later.
  for (const script of Object.values<unknown>(control.redis.scriptsSet)) {
    if (script instanceof Object && "lua" in script) await control.redis.script("LOAD", String(script.lua));
  }
  const store = createRunStore(control.redis);
  const entry = { run: RUN, name: "none", keepMs: 1_000 };
  await Promise.all([store.begin(entry, null), store.record(entry, "")]);
  return {
    ...{ url, control: control.redis, janitor, workers, audit, reader },
    async close() {
      await janitor.close(true);
      for (const { redis } of [control, audit, reader, ...workers]) redis.disconnect();
      disconnect();
    },
  };
}
