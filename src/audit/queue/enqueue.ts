import type { Queue } from "bullmq";
import type { ChainableCommander, Redis } from "ioredis";
import { type Clock, elapsed } from "../../core/deadline.js";
import type { Account, Target } from "../target.js";
import type { QueueConnection, QueueLibraries } from "./connection.js";
import { type AuditJob, type CheckSettings, writeJob } from "./job.js";
import { ACCOUNTS_KEY, FORGET_MS, jobId, PREFIX, queueKey, queueName, runKeys } from "./keys.js";
import { type PlannedJob, planJobs } from "./plan.js";

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

/** Targets that are enqueued at a time. */
const CHUNK = 500;

/** Keys of a queue that would stay although no worker serves it. */
const LASTING = ["wait", "id", "meta", "events", "marker"];

/** Opens the queue of each account that the targets name. */
export function openQueues(
  libraries: Pick<QueueLibraries, "Queue">,
  redis: Redis,
  targets: readonly Target[],
): Map<string, Queue> {
  const accounts = new Set(targets.map(({ account }) => account));
  return new Map([...accounts].map((account) => [account, openQueue(libraries, redis, account)]));
}

/** Opens the queue of an account, to add jobs to it. */
export function openQueue({ Queue }: Pick<QueueLibraries, "Queue">, redis: Redis, account: string): Queue {
  const queue = new Queue(queueName(account), {
    connection: redis,
    prefix: PREFIX,
    streams: { events: { maxLen: 100 } },
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
  });
  queue.on("error", () => {});
  return queue;
}

/** A job with its id in BullMQ. */
export interface NewJob {
  readonly id: string;
  readonly data: AuditJob;
}

/** Adds jobs to the queue of an account; those whose id is there already stay as they are. All expire. */
export async function addJobs(
  queue: Queue,
  { redis, account, keepMs }: { readonly redis: Redis; readonly account: string; readonly keepMs: number },
  jobs: readonly NewJob[],
): Promise<void> {
  await queue.addBulk(jobs.map(({ id, data }) => ({ name: "targets", data, opts: { jobId: id } })));
  const expiry = redis.pipeline();
  for (const part of [...jobs.map(({ id }) => id), ...LASTING])
    expiry.pexpire(queueKey(account, part), keepMs);
  await settle(expiry);
}

/**
 * Enqueues the jobs of a plan for all targets that have neither a result nor a job, and marks the run as wanted.
 * Returns how many targets had none. May be repeated at any time: the job of a target in a run always has the same id, and
 * so has the one that it gets if a worker splits a job.
 */
async function enqueueMissing(
  plan: readonly PlannedJob[],
  outstanding: ReadonlyMap<string, Target>,
  context: EnqueueContext,
): Promise<number> {
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
  for (let at = 0; at < plan.length && !stopped(); ) {
    const chunk = plan.slice(at, at + chunkLength(plan, at));
    at += chunk.length;
    const missing = await withoutJob(chunk, outstanding, context);
    for (const [account, group] of byAccount(missing)) {
      const { rateLimit } = accounts.get(account) ?? { rateLimit: null };
      const queue = queues.get(account);
      if (queue === undefined) continue;
      const jobs = group.map(({ id, targets }) => ({
        id,
        data: writeJob({ run, account, rateLimit, targets, settings, keepMs }),
      }));
      await addJobs(queue, { redis, account, keepMs }, jobs);
      count += group.reduce((sum, { targets }) => sum + targets.length, 0);
    }
  }
  return count;
}

/** How many jobs from `at` on are enqueued at a time: at least one, and then as many as have few enough targets. */
function chunkLength(plan: readonly PlannedJob[], at: number): number {
  let targets = 0;
  for (let length = 0; ; length += 1) {
    targets += plan[at + length]?.targets.length ?? CHUNK;
    if (length > 0 && targets > CHUNK) return length;
  }
}

/** The jobs that are not there, with those of their targets that have neither a result nor a job of their own. */
async function withoutJob(
  plan: readonly PlannedJob[],
  outstanding: ReadonlyMap<string, Target>,
  { redis, run }: EnqueueContext,
): Promise<PlannedJob[]> {
  const wanted = plan
    .map((job) => ({ ...job, targets: job.targets.filter(({ name }) => outstanding.has(name)) }))
    .filter(({ targets }) => targets.length > 0);
  const look = redis.pipeline();
  const { done } = runKeys(run);
  for (const { id, account, targets } of wanted) {
    look.exists(queueKey(account, id));
    for (const { name } of targets) look.sismember(done, name).exists(queueKey(account, jobId(run, name)));
  }
  const found = (await settle(look)).values();
  const isNo = () => found.next().value === 0;
  return wanted
    .map((job) => {
      const isMissing = isNo();
      const targets = job.targets.filter(() => {
        const answers = [isNo(), isNo()];
        return isMissing && answers.every(Boolean);
      });
      return { ...job, targets };
    })
    .filter(({ targets }) => targets.length > 0);
}

function byAccount(jobs: readonly PlannedJob[]): Map<string, PlannedJob[]> {
  const groups = new Map<string, PlannedJob[]>();
  for (const job of jobs) {
    const group = groups.get(job.account);
    if (group === undefined) groups.set(job.account, [job]);
    else group.push(job);
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
  /** The targets without a result, by name; at first all of the run. */
  readonly outstanding: ReadonlyMap<string, Target>;
  readonly refusals: RefusalHandler;
  /** After how long without a result the jobs are looked after. */
  readonly quietMs: number;
  readonly onAgain: (count: number) => void;
}): JobKeeper {
  const { connection, context, outstanding, refusals, quietMs, onAgain } = from;
  const { clock, run } = context;
  const plan = planJobs(run, [...outstanding.values()]);
  plan.catch(() => {});
  let isBusy = false;
  let lookedAt = elapsed(clock);
  let pollMs = quietMs;
  let losses = connection.losses();

  /** Returns how many jobs were missing; failures are handled. */
  async function enqueue(): Promise<number> {
    isBusy = true;
    const before = connection.losses();
    try {
      const count = await enqueueMissing(await plan, outstanding, context);
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
