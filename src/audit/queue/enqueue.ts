import type { Queue } from "bullmq";
import type { ChainableCommander, Redis } from "ioredis";
import type { Account, Target } from "../target.js";
import type { QueueLibraries } from "./connection.js";
import { type CheckSettings, writeJob } from "./job.js";
import { ACCOUNTS_KEY, FORGET_MS, jobId, PREFIX, queueKey, queueName, runKeys } from "./keys.js";

/** What jobs are enqueued with. */
export interface EnqueueContext {
  readonly redis: Redis;
  /** By account. */
  readonly queues: ReadonlyMap<string, Queue>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly run: string;
  readonly settings: CheckSettings;
  readonly keepMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Whether the audit has ended; asked between two chunks. */
  readonly stopped: () => boolean;
}

/** Jobs that are enqueued at a time. */
const CHUNK = 500;

/** Keys of a queue that would stay although no worker serves it. */
const LASTING = ["wait", "id", "meta", "events", "marker"];

/** Opens the queue of each account that the targets name. */
export function openQueues(
  { Queue }: Pick<QueueLibraries, "Queue">,
  redis: Redis,
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

/**
 * Enqueues a job for each of these targets that has neither a result nor a job, and marks the run as wanted.
 * Returns how many it enqueued. May be repeated at any time: the job of a target in a run always has the same id.
 */
export async function enqueueMissing(targets: readonly Target[], context: EnqueueContext): Promise<number> {
  const { redis, queues, accounts, run, settings, keepMs, now, stopped } = context;
  const named = [...queues.keys()].flatMap((account) => [now(), account]);
  await settle(
    redis
      .pipeline()
      .set(runKeys(run).wanted, "1", "PX", keepMs)
      .zadd(ACCOUNTS_KEY, ...named)
      .pexpire(ACCOUNTS_KEY, FORGET_MS),
  );
  let count = 0;
  for (let at = 0; at < targets.length && !stopped(); at += CHUNK) {
    const missing = await withoutJob(targets.slice(at, at + CHUNK), context);
    count += missing.length;
    const expiry = redis.pipeline();
    for (const [account, group] of byAccount(missing)) {
      const { rateLimit } = accounts.get(account) ?? { rateLimit: null };
      const jobs = group.map((target) => ({
        name: "targets",
        data: writeJob({ run, account, rateLimit, targets: [target], settings, keepMs }),
        opts: { jobId: jobId(run, target.name) },
      }));
      await queues.get(account)?.addBulk(jobs);
      for (const { opts } of jobs) expiry.pexpire(queueKey(account, opts.jobId), keepMs);
      for (const part of LASTING) expiry.pexpire(queueKey(account, part), keepMs);
    }
    await settle(expiry);
  }
  return count;
}

async function withoutJob(targets: readonly Target[], { redis, run }: EnqueueContext): Promise<Target[]> {
  const look = redis.pipeline();
  const { done } = runKeys(run);
  for (const { name, account } of targets) {
    look.sismember(done, name).exists(queueKey(account, jobId(run, name)));
  }
  const found = await settle(look);
  return targets.filter((_, at) => found[2 * at] === 0 && found[2 * at + 1] === 0);
}

function byAccount(targets: readonly Target[]): Map<string, Target[]> {
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const group = groups.get(target.account);
    if (group === undefined) groups.set(target.account, [target]);
    else group.push(target);
  }
  return groups;
}

/** Sends the commands and returns their replies. Rejects with the first failure. */
async function settle(commands: ChainableCommander): Promise<unknown[]> {
  const replies = (await commands.exec()) ?? [];
  return replies.map(([failure, reply]) => {
    if (failure !== null) throw failure;
    return reply;
  });
}
