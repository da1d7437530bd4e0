import { randomUUID } from "node:crypto";
import type { Worker } from "bullmq";
import { type Clock, systemClock, wait } from "../../core/deadline.js";
import type { RateLimiter } from "../rate-limiter.js";
import type { Account } from "../target.js";
import { defaultAccounts, type WorkerAccounts } from "./accounts.js";
import { readQueueUrl, type Variables } from "./address.js";
import { createChecker } from "./check-target.js";
import { createCompany } from "./company.js";
import { ACCOUNTS_KEY, FORGET_MS, PREFIX, queueName, WORKERS_KEY } from "./keys.js";
import { loadQueueLibraries } from "./libraries.js";
import { createRateLimiter } from "./limiter.js";
import { type Outcome, processJob } from "./process-job.js";
import { connectQueue, type QueueConnection } from "./redis.js";
import { createRunStore } from "./run-store.js";

/** What a worker tells of itself. */
export type WorkerEvent =
  | { readonly type: "ready"; readonly queue: string }
  | { readonly type: "lost" | "back"; readonly queue: string }
  | { readonly type: "account"; readonly account: string }
  | { readonly type: "job"; readonly outcome: Outcome; readonly durationMs: number }
  | { readonly type: "stopping"; readonly inHand: number }
  | { readonly type: "trouble"; readonly message: string };

/** Options of `runWorker`. */
export interface WorkerOptions {
  /** `redis://host:6379`, or `rediss://` for TLS. */
  readonly queue: string;
  /** What the worker serves, see `readAccountsFile`. @default see `defaultAccounts` */
  readonly accounts?: WorkerAccounts | undefined;
  /** Targets at a time of each account. @default 10 */
  readonly concurrency?: number | undefined;
  /** Holds the credentials of the accounts, and the password of Redis where the URL has none. */
  readonly env: Variables;
  /** Ends the worker: it takes nothing more, finishes what it has in hand, and hands back the rest. */
  readonly signal: AbortSignal;
  /** How long what is in hand may take after that. @default 20_000 */
  readonly graceMs?: number | undefined;
  /** A worker that is not heard of for so long is lost: another does its work. @default 30_000 */
  readonly lostAfterMs?: number | undefined;
  readonly onEvent?: ((event: WorkerEvent) => void) | undefined;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
}

/** How often a worker looks for accounts that are new to it, and says that it is there. */
const LOOK_MS = 1_000;
/** How long Redis may take to say goodbye. */
const FAREWELL_MS = 4_000;

/**
 * Works off the targets that audits put on the queue until the signal aborts; then it resolves. Any number of
 * workers share the work, and one that ends in any way loses nothing.
 * @throws ConfigurationError for the URL or a missing peer, QueueError where Redis cannot be reached at first
 */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const {
    concurrency = 10,
    env,
    accounts = defaultAccounts(env),
    signal,
    onEvent = () => {},
    clock = systemClock,
  } = options;
  const { graceMs = 20_000, lostAfterMs = 30_000 } = options;
  const address = readQueueUrl(options.queue, env);
  const libraries = await loadQueueLibraries();
  const queue = address.shown;
  const connection = await connectQueue(libraries, address, {
    onLost: () => onEvent({ type: "lost", queue }),
    onBack: () => onEvent({ type: "back", queue }),
  });
  const handBack = new AbortController();
  const tools = {
    store: createRunStore(connection.redis),
    company: createCompany(),
    now: clock.now,
    check: createChecker({ accounts, env, limiterOf: createLimiters(connection) }),
  };
  let inHand = 0;
  const serve = (account: string): Worker => {
    const worker: Worker = new libraries.Worker(
      queueName(account),
      async (job, token) => {
        const began = clock.now();
        inHand += 1;
        try {
          const outcome = await processJob(job.data, account, job.stalledCounter, handBack.signal, tools);
          onEvent({ type: "job", outcome, durationMs: clock.now() - began });
          if (!outcome.handedBack) return;
          await job.moveToWait(token);
          throw new libraries.WaitingError();
        } finally {
          inHand -= 1;
        }
      },
      {
        connection: connection.redis,
        prefix: PREFIX,
        concurrency,
        lockDuration: lostAfterMs,
        stalledInterval: Math.ceil(lostAfterMs / 2),
        // Who was lost too often is found out by `processJob`, which keeps a result of it.
        maxStalledCount: Number.MAX_SAFE_INTEGER,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
        runRetryDelay: 1_000,
      },
    );
    worker.on("error", (error) => {
      if (!expected(error)) onEvent({ type: "trouble", message: error.message });
    });
    worker.on("failed", (_, error) => {
      if (!expected(error)) onEvent({ type: "trouble", message: error.message });
    });
    onEvent({ type: "account", account });
    return worker;
  };

  const workers = new Map<string, Worker>();
  const id = randomUUID();
  onEvent({ type: "ready", queue });
  try {
    while (!signal.aborted) {
      if (connection.lostSince() === null) {
        await lookForAccounts(connection, id, clock.now()).then(
          (found) => {
            for (const account of found) {
              if (!workers.has(account) && !signal.aborted) workers.set(account, serve(account));
            }
          },
          (error: unknown) => onEvent({ type: "trouble", message: String(error) }),
        );
      }
      await wait({ clock, ms: LOOK_MS, signal }).catch(() => {});
    }
    onEvent({ type: "stopping", inHand });
    const closed = Promise.all([...workers.values()].map((worker) => worker.close()));
    await within(clock, graceMs, closed);
    handBack.abort(new Error("The worker stops"));
    await within(clock, FAREWELL_MS, closed);
    await within(clock, FAREWELL_MS, connection.redis.zrem(WORKERS_KEY, id));
  } finally {
    connection.close();
    for (const worker of workers.values()) await within(clock, FAREWELL_MS, worker.disconnect());
  }
}

/** Says that this worker is there, and answers the accounts that have jobs. */
async function lookForAccounts({ redis }: QueueConnection, id: string, now: number): Promise<string[]> {
  const [, , , accounts] = await Promise.all([
    redis.zadd(WORKERS_KEY, now, id),
    redis.pexpire(WORKERS_KEY, FORGET_MS),
    redis.zremrangebyscore(WORKERS_KEY, "-inf", now - 60 * LOOK_MS),
    redis.zrangebyscore(ACCOUNTS_KEY, now - FORGET_MS, "+inf"),
  ]);
  return accounts;
}

/** One limiter for each account and limit. */
function createLimiters(connection: QueueConnection): (account: Account) => RateLimiter | undefined {
  const limiters = new Map<string, RateLimiter>();
  return ({ name, rateLimit }) => {
    if (rateLimit === null) return undefined;
    const key = `${rateLimit.requests}/${rateLimit.periodMs} ${name}`;
    const limiter = limiters.get(key) ?? createRateLimiter({ connection, account: name, limit: rateLimit });
    limiters.set(key, limiter);
    return limiter;
  };
}

/**
 * Whether an error is told of otherwise, or of no interest: of a lost connection `lost` tells, and a lock that
 * is gone means that another worker does the job.
 */
function expected(error: Error): boolean {
  return /lock|not in the active state|Missing key|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|[Cc]onnection|[Ss]ocket|LOADING/.test(
    `${"code" in error ? error.code : ""} ${error.message}`,
  );
}

/** Waits for what may never come; says nothing of how it went. */
async function within(clock: Clock, ms: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController();
  const settled = work.then(
    () => over.abort(),
    () => over.abort(),
  );
  await Promise.race([settled, wait({ clock, ms, signal: over.signal }).catch(() => {})]);
}
