import type { Queue } from "bullmq";
import type { ChainableCommander, Redis } from "ioredis";
import { type Clock, elapsed } from "../../core/deadline.js";
import type { Account, Target } from "../target.js";
import type { QueueConnection, QueueLibraries } from "./connection.js";
import { type CheckSettings, writeJob } from "./job.js";
import { ACCOUNTS_KEY, FORGET_MS, jobId, PREFIX, queueKey, queueName, runKeys } from "./keys.js";

/** What jobs are enqueued with. */
interface EnqueueContext {
  readonly redis: Redis;
  /** By account. */
  readonly queues: ReadonlyMap<string, Queue>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly run: string;
  readonly settings: CheckSettings;
  readonly keepMs: number;
  readonly clock: Clock;
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
async function enqueueMissing(targets: readonly Target[], context: EnqueueContext): Promise<number> {
  const { redis, queues, accounts, run, settings, keepMs, clock, stopped } = context;
  const named = [...queues.keys()].flatMap((account) => [clock.now(), account]);
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

/** What follows if Redis refuses. */
export interface RefusalHandler {
  /** Whether Redis refuses at the moment. */
  any(): boolean;
  /** Redis has accepted a command that it could have refused. */
  accept(): void;
  /** Ends the run, or waits if the refusal may pass. Rejects if the run has ended. */
  refuse(error: unknown): Promise<void>;
}

/** Maximum time between two looks whether Redis still has the jobs. */
const MAX_POLL_MS = 300_000;

/** Keeps a job in the queue for each target that has no result yet. */
export interface JobKeeper {
  /** Begins to enqueue all jobs. */
  begin(): void;
  /** Begins to enqueue what is missing, if Redis was lost or has refused, or no result has come for a while. */
  keep(hasResults: boolean): void;
}

export function createJobKeeper(from: {
  readonly connection: QueueConnection;
  readonly context: EnqueueContext;
  readonly outstanding: ReadonlyMap<string, Target>;
  readonly refusals: RefusalHandler;
  /** After how long without a result the jobs are looked after. */
  readonly quietMs: number;
  readonly onAgain: (count: number) => void;
}): JobKeeper {
  const { connection, context, outstanding, refusals, quietMs, onAgain } = from;
  const { clock } = context;
  let isBusy = false;
  let lookedAt = elapsed(clock);
  let pollMs = quietMs;
  let losses = connection.losses();

  /** Returns how many jobs were missing; failures are handled. */
  async function enqueue(): Promise<number> {
    isBusy = true;
    const before = connection.losses();
    try {
      const count = await enqueueMissing([...outstanding.values()], context);
      refusals.accept();
      return count;
    } catch (error) {
      // If the connection was lost meanwhile, `keep` looks again once it is back.
      if (connection.losses() === before) await refusals.refuse(error).catch(() => {});
      return 0;
    } finally {
      isBusy = false;
      lookedAt = elapsed(clock);
    }
  }

  return {
    begin() {
      enqueue();
    },
    keep(hasResults) {
      if (hasResults) {
        lookedAt = elapsed(clock);
        pollMs = quietMs;
      }
      const wasLost = connection.losses() !== losses;
      const isQuiet = elapsed(clock) - lookedAt >= Math.min(pollMs, MAX_POLL_MS);
      if (isBusy || !(wasLost || isQuiet || refusals.any())) return;
      losses = connection.losses();
      if (!wasLost) pollMs *= 2;
      enqueue().then((count) => {
        if (count > 0) onAgain(count);
      });
    },
  };
}
