import { randomUUID } from "node:crypto";
import type { Job, Worker } from "bullmq";
import { type Clock, elapsed, onAborted, systemClock, wait, withDeadline } from "../../core/deadline.js";
import { defaultAccounts, type WorkerAccounts } from "./accounts.js";
import { readQueueUrl, type Variables } from "./address.js";
import { createChecker, warmUp } from "./check-target.js";
import {
  connectQueue,
  loadQueueLibraries,
  type QueueConnection,
  type QueueLibraries,
  refusal,
  SHUTDOWN_TIMEOUT_MS,
  settleWithin,
} from "./connection.js";
import { addJobs, type NewJob, openQueue } from "./enqueue.js";
import { backoff, classify, isRefusal } from "./errors.js";
import { createRwLock } from "./exclusive-lock.js";
import { ACCOUNTS_KEY, FORGET_MS, PREFIX, queueName, WORKERS_KEY } from "./keys.js";
import { type JobTools, type Outcome, processJob } from "./process-job.js";
import { createAccountLimiters } from "./rate-limiter.js";
import { createRunStore } from "./run-store.js";

/** What a worker reports. */
export type WorkerEvent =
  | { readonly type: "ready"; readonly queue: string }
  | { readonly type: "lost" | "back"; readonly queue: string }
  /** Redis refuses for a time, in its own words; reported once until it accepts again. */
  | { readonly type: "refused"; readonly queue: string; readonly message: string }
  | { readonly type: "accepted"; readonly queue: string }
  | { readonly type: "account"; readonly account: string }
  | { readonly type: "job"; readonly outcome: Outcome; readonly durationMs: number }
  | { readonly type: "stopping"; readonly running: number }
  | { readonly type: "trouble"; readonly message: string };

/** Options of `runWorker`. */
export interface WorkerOptions {
  /** `redis://host:6379`, or `rediss://` for TLS. */
  readonly queue: string;
  /** What the worker serves, see `readAccountsFile`. @default see `defaultAccounts` */
  readonly accounts?: WorkerAccounts | undefined;
  /** Maximum number of jobs at a time for each account. @default 10 */
  readonly concurrency?: number | undefined;
  /** Holds the credentials of the accounts, and the password of Redis if the URL has none. */
  readonly env: Variables;
  /** Ends the worker: it takes no more jobs, finishes those that run, and hands back the rest. */
  readonly signal: AbortSignal;
  /** How long running jobs may take after that, in milliseconds. @default 20_000 */
  readonly graceMs?: number | undefined;
  /** A worker without a heartbeat for so long is stalled, and others take its jobs. @default 30_000 */
  readonly stalledAfterMs?: number | undefined;
  readonly onEvent?: ((event: WorkerEvent) => void) | undefined;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** Time between two heartbeats, each of which also looks for accounts that are new to the worker. */
const HEARTBEAT_MS = 1_000;
/** Maximum number of queues that a worker serves for accounts that it does not have: it only says so there. */
const MAX_UNKNOWN_ACCOUNTS = 100;
/** First and longest pause after a refusal that may pass. */
const PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 30_000;
/** Without a refusal for so long, Redis accepts again. */
const SETTLED_MS = 10_000;

/**
 * Processes the jobs that audits enqueue until the signal aborts; then it resolves. Any number of workers share the
 * jobs, and a worker that ends in any way loses none.
 * @throws ConfigurationError for the URL or a missing peer
 * @throws QueueError if Redis cannot be reached at first, or refuses for good
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { env, accounts = defaultAccounts(env), signal, onEvent = () => {} } = options;
  const { graceMs = 20_000, clock = systemClock, random = Math.random } = options;
  const address = readQueueUrl(options.queue, env);
  const queue = address.shown;
  const libraries = await loadQueueLibraries();
  const ending = new AbortController();
  let fault: unknown;
  const fail = (error: unknown) => {
    fault ??= error;
    ending.abort();
  };
  const connection = await connectQueue(libraries, address, {
    signal,
    random,
    onRefused: fail,
    onLost: () => onEvent({ type: "lost", queue }),
    onBack: () => onEvent({ type: "back", queue }),
  }).catch((error: unknown) => {
    if (signal.aborted) return null;
    throw error;
  });
  if (connection === null) return;
  await warmUp();
  const unsubscribe = onAborted(signal, () => ending.abort());
  if (signal.aborted) ending.abort();
  const handBack = new AbortController();
  const tools = {
    store: createRunStore(connection.redis),
    lock: createRwLock(),
    add: (account: string, jobs: readonly NewJob[]) => addTo(account, jobs, libraries, connection),
    now: clock.now,
    check: createChecker({ accounts, env, limiterOf: createAccountLimiters(connection) }),
  };
  const consumers = new Map<string, Consumer>();
  const refusals = createRefusals({ queue, onEvent, clock, random });
  const onFailure = (error: unknown) => {
    const { kind } = classify(error);
    if (kind === "lost" || kind === "lock" || ending.signal.aborted) return;
    if (kind === "permanent") return fail(refusal(address, error));
    // BullMQ asks again without a pause of its own.
    refusals.add(error);
    for (const each of consumers.values()) each.pause();
  };
  const consume = (account: string) =>
    startConsumer({
      account,
      libraries,
      connection,
      tools,
      handBack: handBack.signal,
      onFailure,
      ...options,
    });

  const id = randomUUID();
  onEvent({ type: "ready", queue });
  try {
    while (!ending.signal.aborted) {
      if (!connection.isLost() && !refusals.isPausing()) {
        try {
          const beaten = beat(connection, id, clock.now());
          // A server that says nothing must not keep the worker from ending.
          const limits = { clock, ms: Number.POSITIVE_INFINITY, signal: ending.signal };
          for (const account of await withDeadline(
            limits,
            () => null,
            () => beaten,
          )) {
            if (consumers.has(account) || ending.signal.aborted) continue;
            if (!accounts.has(account) && consumers.size >= accounts.size + MAX_UNKNOWN_ACCOUNTS) continue;
            consumers.set(account, consume(account));
            onEvent({ type: "account", account });
          }
          refusals.settle();
          for (const each of consumers.values()) each.resume();
        } catch (error) {
          onFailure(error);
        }
      }
      await wait({ clock, ms: HEARTBEAT_MS, signal: ending.signal }).catch(() => {});
    }
    const all = [...consumers.values()];
    onEvent({ type: "stopping", running: all.reduce((sum, { running }) => sum + running(), 0) });
    const closed = Promise.all(all.map((each) => each.close().catch(() => {})));
    const isReachable = () => fault === undefined && !connection.isLost();
    if (fault === undefined) await settleWithin(clock, graceMs, Promise.all(all.map((each) => each.idle())));
    handBack.abort(new Error("The worker stops"));
    if (isReachable()) await settleWithin(clock, SHUTDOWN_TIMEOUT_MS, closed);
    if (isReachable()) await settleWithin(clock, SHUTDOWN_TIMEOUT_MS, connection.redis.zrem(WORKERS_KEY, id));
  } finally {
    unsubscribe();
    connection.close();
    // Not awaited: of a connection that is lost, BullMQ waits for an end that never comes.
    for (const each of consumers.values()) each.disconnect();
  }
  if (fault !== undefined) throw fault;
}

/** Adds jobs to the queue of an account: those that this worker splits another into. */
export async function addTo(
  account: string,
  jobs: readonly NewJob[],
  libraries: Pick<QueueLibraries, "Queue">,
  { redis }: Pick<QueueConnection, "redis">,
): Promise<void> {
  const [first] = jobs;
  if (first === undefined) return;
  const queue = openQueue(libraries, redis, account);
  try {
    await addJobs(queue, { redis, account, keepMs: first.data.keepMs }, jobs);
  } finally {
    await queue.close();
  }
}

/** Says that this worker is there, and returns the accounts that have jobs. */
async function beat({ redis }: QueueConnection, id: string, now: number): Promise<string[]> {
  const [, , , accounts] = await Promise.all([
    redis.zadd(WORKERS_KEY, now, id),
    redis.pexpire(WORKERS_KEY, FORGET_MS),
    redis.zremrangebyscore(WORKERS_KEY, "-inf", now - 60 * HEARTBEAT_MS),
    redis.zrangebyscore(ACCOUNTS_KEY, now - FORGET_MS, "+inf"),
  ]);
  return accounts;
}

/** Takes the jobs of one account's queue. */
interface Consumer {
  /** How many jobs are being processed. */
  running(): number;
  /** Takes no job until `resume`; those that run go on. */
  pause(): void;
  resume(): void;
  /** Resolves once no job runs. */
  idle(): Promise<void>;
  /** Takes no more jobs; resolves once Redis knows what became of those that run. */
  close(): Promise<void>;
  /** Drops the connection to Redis. */
  disconnect(): void;
}

export function startConsumer(
  from: Pick<WorkerOptions, "concurrency" | "stalledAfterMs" | "onEvent" | "clock"> & {
    readonly account: string;
    readonly libraries: Pick<QueueLibraries, "Worker" | "WaitingError">;
    readonly connection: Pick<QueueConnection, "redis">;
    readonly tools: JobTools;
    /** Ends the jobs that run, so that another worker takes them. */
    readonly handBack: AbortSignal;
    readonly onFailure: (error: unknown) => void;
  },
): Consumer {
  const { account, libraries, connection, tools, handBack, onFailure, onEvent } = from;
  const { concurrency = 10, stalledAfterMs = 30_000, clock = systemClock } = from;
  let running = 0;
  let onIdle = () => {};

  async function process(job: Job, token: string | undefined): Promise<void> {
    const began = elapsed(clock);
    running += 1;
    try {
      const outcome = await processJob(job.data, account, job.stalledCounter, handBack, tools).catch(
        (error: unknown): Outcome => {
          if (!isRefusal(error)) throw error;
          onFailure(error);
          return { recorded: 0, handedBack: true };
        },
      );
      onEvent?.({ type: "job", outcome, durationMs: elapsed(clock) - began });
      if (!outcome.handedBack) return;
      await job.moveToWait(token);
      throw new libraries.WaitingError();
    } finally {
      running -= 1;
      if (running === 0) onIdle();
    }
  }

  const worker: Worker = new libraries.Worker(queueName(account), process, {
    connection: connection.redis,
    prefix: PREFIX,
    concurrency,
    lockDuration: stalledAfterMs,
    stalledInterval: Math.ceil(stalledAfterMs / 2),
    // `processJob` ends a job that was lost too often, and keeps a result of it.
    maxStalledCount: Number.MAX_SAFE_INTEGER,
    removeOnComplete: { count: 0 },
    removeOnFail: { count: 0 },
    runRetryDelay: 1_000,
  });
  worker.on("error", onFailure);
  worker.on("failed", (_, error) => {
    const { kind, message } = classify(error);
    // A fault of the program says nothing about Redis.
    if (kind === "other" && !isRefusal(error)) onEvent?.({ type: "trouble", message });
    else onFailure(error);
  });
  return {
    running: () => running,
    pause() {
      worker.pause(true).catch(onFailure);
    },
    resume() {
      if (worker.isPaused()) worker.resume();
    },
    idle: () =>
      new Promise((done) => {
        onIdle = done;
        if (running === 0) done();
      }),
    close: () => worker.close(),
    disconnect() {
      worker.disconnect().catch(() => {});
    },
  };
}

/** Reports a refusal that may pass once, and says when to try again. */
function createRefusals(from: {
  readonly queue: string;
  readonly onEvent: (event: WorkerEvent) => void;
  readonly clock: Clock;
  readonly random: () => number;
}) {
  const { queue, onEvent, clock, random } = from;
  let current: string | null = null;
  let count = 0;
  let lastAt = 0;
  let pauseUntil = 0;
  return {
    add(error: unknown) {
      const { code, message } = classify(error);
      if (code !== current) onEvent({ type: "refused", queue, message });
      current = code;
      lastAt = elapsed(clock);
      // Of several that are refused at the same time, one counts.
      if (lastAt >= pauseUntil) pauseUntil = lastAt + backoff(count++, PAUSE_MS, MAX_PAUSE_MS, random);
    },
    isPausing: () => elapsed(clock) < pauseUntil,
    /** Reports that Redis accepts again, once there was no refusal for a while. */
    settle() {
      if (current === null || elapsed(clock) - lastAt < SETTLED_MS) return;
      current = null;
      count = 0;
      onEvent({ type: "accepted", queue });
    },
  };
}
