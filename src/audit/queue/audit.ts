import type { Queue } from "bullmq";
import type { Redis } from "ioredis";
import { type Clock, onAborted, systemClock } from "../../core/deadline.js";
import { BackupRecordsError, ConfigurationError } from "../../core/errors.js";
import type { TargetResult } from "../result.js";
import type { Account, Target } from "../target.js";
import { readQueueUrl, type Variables } from "./address.js";
import { putMissing, settle } from "./enqueue.js";
import { QueueError } from "./errors.js";
import type { CheckSettings } from "./job.js";
import { checkRunId, PREFIX, queueName, runKeys, WORKERS_KEY } from "./keys.js";
import { loadQueueLibraries, type QueueLibraries } from "./libraries.js";
import { connectQueue, type QueueConnection } from "./redis.js";
import { decodeResult } from "./result-codec.js";
import { createResultReader } from "./results.js";

/** What is told of an audit over a queue beside its results. */
export type QueueAuditEvent =
  | { readonly type: "lost" | "back"; readonly queue: string }
  /** Nobody works at the moment; told again once somebody did in between. */
  | { readonly type: "no worker"; readonly queue: string }
  /** Redis had lost the jobs of so many targets; they were put there again. */
  | { readonly type: "put again"; readonly targets: number };

/** Options of `auditOverQueue`. */
export interface QueueAuditOptions {
  /** Each with a name of its own. */
  readonly targets: readonly Target[];
  /** By name: all that the targets name. Workers get the name and the rate limit of each. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** How workers check the targets. */
  readonly settings?: CheckSettings | undefined;
  /** `redis://host:6379`, or `rediss://` for TLS. */
  readonly queue: string;
  /** A run of the same name is continued: what has a result is not asked again. */
  readonly runId: string;
  /** Holds the password of Redis where the URL has none. */
  readonly env?: Variables | undefined;
  /** Ends the audit; workers then drop what they have not begun. */
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: QueueAuditEvent) => void) | undefined;
  /** How long Redis may be away. @default five minutes */
  readonly patienceMs?: number | undefined;
  /** How long Redis keeps what nobody touches. @default a day */
  readonly keepMs?: number | undefined;
  /** How long no result may come before it is looked whether Redis still has the jobs. @default 10_000 */
  readonly quietMs?: number | undefined;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
}

/** A run that is complete can be read again for so long. */
const AFTERGLOW_MS = 3_600_000;
/** However long it is quiet, it is looked after the jobs so often. */
const QUIETEST_MS = 300_000;
/** A worker that has not been heard of for so long is not counted. */
const WORKER_MS = 10_000;

/**
 * Has workers ask all targets, on as many machines as they run, and yields each target's result as it comes:
 * exactly one for each, whatever happens to workers and to Redis. Ended early, it leaves what has a result for a
 * later run of the same name.
 * @throws ConfigurationError for the URL, the run's name or a missing peer; QueueError where Redis cannot be
 * reached, refuses or stays away; the signal's reason
 */
export async function* auditOverQueue(options: QueueAuditOptions): AsyncGenerator<TargetResult, void> {
  const { targets, accounts, settings = {}, env, signal, onEvent = () => {}, clock = systemClock } = options;
  const { patienceMs = 300_000, keepMs = 86_400_000, quietMs = 10_000 } = options;
  const run = checkRunId(options.runId);
  const address = readQueueUrl(options.queue, env);
  const queue = address.shown;
  for (const { name, account } of targets) {
    if (!accounts.has(account)) throw new ConfigurationError(`${name}: there is no account ${account}`);
  }
  signal?.throwIfAborted();
  const libraries = await loadQueueLibraries();

  const course: Course = { over: false, reason: null };
  let reading: Redis | undefined;
  const end = (reason: unknown) => {
    if (course.over) return;
    Object.assign(course, { over: true, reason });
    // Rejects what is being waited for.
    reading?.disconnect();
    if (connection.lostSince() !== null) connection.close();
  };
  let callOff: (() => void) | undefined;
  const connection = await connectQueue(libraries, address, {
    onLost() {
      onEvent({ type: "lost", queue });
      const problem = `Redis at ${queue} has been away for ${patienceMs / 1000} s; the run is called ${run}`;
      callOff = clock.after(patienceMs, () => end(new QueueError(problem)));
    },
    onBack() {
      callOff?.();
      onEvent({ type: "back", queue });
    },
  });
  const { redis } = connection;
  reading = connection.another();
  const deaf = signal && onAborted(signal, () => end(signal.reason));
  // Since it was looked at the libraries were loaded, and Redis was found.
  if (signal?.aborted) end(signal.reason);
  const keys = runKeys(run);
  const queues = openQueues(libraries, redis, targets);
  const outstanding = new Map(targets.map((target) => [target.name, target]));
  let putting = false;
  let losses = connection.losses();
  const put = async () => {
    putting = true;
    const stopped = () => course.over;
    const before = connection.losses();
    try {
      const where = { redis, queues, accounts, run, settings, keepMs, now: clock.now, stopped };
      return await putMissing([...outstanding.values()], where);
    } catch (error) {
      // What a lost connection has undone is made up for when it is back.
      if (connection.losses() === before) end(error);
      return 0;
    } finally {
      putting = false;
    }
  };

  try {
    const results = createResultReader(reading, keys.results);
    put();
    let looked = clock.now();
    let quiet = quietMs;
    let alone = false;
    while (outstanding.size > 0) {
      const entries = await results.next();
      for (const { name, text } of entries) {
        const target = outstanding.get(name);
        // Read before, or of a target that is no longer asked for.
        if (target === undefined) continue;
        outstanding.delete(name);
        yield decodeResult(text, target);
        if (course.over) throw course.reason;
      }
      const now = clock.now();
      if (entries.length > 0) {
        looked = now;
        quiet = quietMs;
      } else {
        const nobody = (await redis.zcount(WORKERS_KEY, now - WORKER_MS, "+inf")) === 0;
        if (nobody && !alone) onEvent({ type: "no worker", queue });
        alone = nobody;
      }
      const set = connection.losses() !== losses;
      if (putting || (!set && now - looked < Math.min(quiet, QUIETEST_MS))) continue;
      losses = connection.losses();
      if (set) await results.recheck();
      else quiet *= 2;
      const again = await put();
      if (again > 0) onEvent({ type: "put again", targets: again });
      looked = clock.now();
    }
    const afterglow = redis.pipeline();
    for (const key of [keys.wanted, keys.done, keys.results]) afterglow.pexpire(key, AFTERGLOW_MS);
    await settle(afterglow);
  } catch (error) {
    throw course.over ? asQueueError(course.reason, queue, signal) : asQueueError(error, queue, signal);
  } finally {
    deaf?.();
    callOff?.();
    course.over = true;
    if (outstanding.size > 0 && connection.lostSince() === null) await redis.del(keys.wanted).catch(() => {});
    reading.disconnect();
    for (const each of queues.values()) await each.close().catch(() => {});
    connection.close();
  }
}

/** Whether an audit has ended before its time, and why. */
interface Course {
  over: boolean;
  reason: unknown;
}

/** The queue of each account that is named. */
function openQueues(
  { Queue }: QueueLibraries,
  redis: QueueConnection["redis"],
  targets: readonly Target[],
): Map<string, Queue> {
  const queues = new Map<string, Queue>();
  for (const account of new Set(targets.map((target) => target.account))) {
    const queue = new Queue(queueName(account), {
      connection: redis,
      prefix: PREFIX,
      streams: { events: { maxLen: 100 } },
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on("error", () => {});
    queues.set(account, queue);
  }
  return queues;
}

function asQueueError(error: unknown, queue: string, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted || error instanceof BackupRecordsError || !(error instanceof Error)) return error;
  return new QueueError(`Redis at ${queue} refuses: ${error.message.replace(/\s+/g, " ")}`, { cause: error });
}
