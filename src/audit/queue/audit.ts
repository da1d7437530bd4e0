import type { Redis } from "ioredis";
import { type Clock, onAborted, systemClock, wait, withDeadline } from "../../core/deadline.js";
import { BackupRecordsError, ConfigurationError } from "../../core/errors.js";
import type { TargetResult } from "../result.js";
import type { Account, Target } from "../target.js";
import { duration } from "../words.js";
import { readQueueUrl, type Variables } from "./address.js";
import {
  connectQueue,
  loadQueueLibraries,
  refusal,
  SHUTDOWN_TIMEOUT_MS,
  settleWithin,
} from "./connection.js";
import { createJobKeeper, type JobKeeper, openQueues, type RefusalHandler } from "./enqueue.js";
import { backoff, classify, QueueError } from "./errors.js";
import { type CheckSettings, checkNumber, checkSettings } from "./job.js";
import { checkRunId, runKeys, WORKERS_KEY } from "./keys.js";
import { decodeResult } from "./result-codec.js";
import { createResultReader, type ResultEntry } from "./run-store.js";

/** What an audit over a queue reports beside its results. */
export type QueueAuditEvent =
  | { readonly type: "lost" | "back"; readonly queue: string }
  /** Redis refuses for a time, in its own words; reported once until it accepts again. */
  | { readonly type: "refused"; readonly queue: string; readonly message: string }
  | { readonly type: "accepted"; readonly queue: string }
  /** No worker runs at the moment; reported again once there was one in between. */
  | { readonly type: "no worker"; readonly queue: string }
  /** Redis had lost the jobs of so many targets; they were enqueued again. */
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
  /** A run of the same name is continued: targets that have a result are not checked again. */
  readonly runId: string;
  /** Holds the password of Redis if the URL has none. */
  readonly env?: Variables | undefined;
  /** Ends the audit; workers then drop the jobs that they have not begun. */
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: QueueAuditEvent) => void) | undefined;
  /** How long Redis may be away, or refuse, in milliseconds. @default five minutes */
  readonly patienceMs?: number | undefined;
  /** How long Redis keeps the run after its last use, in milliseconds. @default a day */
  readonly keepMs?: number | undefined;
  /** After how long without a result the audit looks whether Redis still has the jobs. @default 10_000 */
  readonly quietMs?: number | undefined;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** @default Math.random */
  readonly random?: (() => number) | undefined;
}

/** How long a complete run can be read again. */
const RESULT_TTL_MS = 3_600_000;
/** A worker without a heartbeat for so long is not counted. */
const WORKER_TTL_MS = 10_000;
/** First and longest pause after a refusal that may pass. */
const REFUSED_PAUSE_MS = 1_000;
const MAX_REFUSED_PAUSE_MS = 30_000;

/**
 * Has workers check all targets, on as many machines as they run, and yields each target's result as it comes:
 * exactly one for each target, even if workers and Redis fail in between. If it ends early, a later run of the same
 * name continues it.
 * @throws ConfigurationError for the URL, the run's name, a setting or a missing peer
 * @throws QueueError if Redis cannot be reached, refuses or stays away
 * @throws the signal's reason
 */
export async function* auditOverQueue(
  options: QueueAuditOptions,
  connect = connectQueue,
): AsyncGenerator<TargetResult, void> {
  const run = await openRun(options, connect);
  const { outstanding, jobs, ended } = run;
  try {
    jobs.begin();
    while (outstanding.size > 0) {
      const entries = await run.read();
      for (const { name, text } of entries) {
        const target = outstanding.get(name);
        // It was read before, or this audit does not ask for it.
        if (target === undefined) continue;
        outstanding.delete(name);
        yield decodeResult(text, target);
        ended.throwIfAborted();
      }
      if (entries.length === 0) await run.lookForWorkers();
      jobs.keep(entries.length > 0);
    }
    await run.expireSoon();
  } catch (error) {
    throw ended.aborted ? ended.reason : run.explain(error);
  } finally {
    await run.close();
  }
}

/** A run while its results are read. */
interface Run {
  readonly outstanding: Map<string, Target>;
  readonly jobs: JobKeeper;
  /** Aborts with the reason if the run ends early. */
  readonly ended: AbortSignal;
  read(): Promise<readonly ResultEntry[]>;
  /** Reports if there is no worker. */
  lookForWorkers(): Promise<void>;
  /** Has Redis forget the complete run after a while; if it cannot, the run expires later. */
  expireSoon(): Promise<void>;
  /** A failure of Redis as an error for the caller. */
  explain(error: unknown): unknown;
  close(): Promise<void>;
}

async function openRun(options: QueueAuditOptions, connect: typeof connectQueue): Promise<Run> {
  const { targets, accounts, env, signal, onEvent = () => {}, clock = systemClock } = options;
  const { patienceMs = 300_000, keepMs = 86_400_000, quietMs = 10_000, random = Math.random } = options;
  const { timeout, ...others } = options.settings ?? {};
  const settings = checkSettings({ ...others, timeout: timeout && Math.ceil(timeout) });
  checkNumber("keepMs", keepMs);
  const run = checkRunId(options.runId);
  const address = readQueueUrl(options.queue, env);
  const queue = address.shown;
  for (const { name, account } of targets) {
    if (!accounts.has(account)) throw new ConfigurationError(`${name}: there is no account ${account}`);
  }
  signal?.throwIfAborted();
  const libraries = await loadQueueLibraries();

  const ending = new AbortController();
  const ended = ending.signal;
  const end = (reason: unknown) => ending.abort(reason);
  const patience = createPatience(clock, patienceMs, (what) => {
    const problem = `Redis at ${queue} ${what} for ${duration(patienceMs)}; the run is called ${run}`;
    end(new QueueError(problem));
  });
  const connection = await connect(libraries, address, {
    signal,
    random,
    onRefused: end,
    onLost() {
      onEvent({ type: "lost", queue });
      patience.start("has been away");
    },
    onBack() {
      patience.stop();
      onEvent({ type: "back", queue });
    },
  });
  const { redis } = connection;
  const unsubscribe = signal && onAborted(signal, () => end(signal.reason));
  // The libraries were loaded and Redis was connected since the last look.
  if (signal?.aborted) end(signal.reason);

  const keys = runKeys(run);
  const queues = openQueues(libraries, redis, targets);
  const outstanding = new Map(targets.map((target) => [target.name, target]));
  const results = createResultReader(redis.duplicate(), keys.results);
  const stopped = () => ended.aborted;
  const explain = (error: unknown) =>
    error instanceof BackupRecordsError || !(error instanceof Error) ? error : refusal(address, error);
  const refusals = createRefusals({ queue, patience, ended, onEvent, clock, random }, (error) =>
    end(explain(error)),
  );
  let losses = connection.losses();
  const read = async () => {
    const now = connection.losses();
    if (now !== losses) results.restart();
    losses = now;
    return results.next();
  };
  const lookForWorkers = createWorkerWatch(redis, clock.now, () => onEvent({ type: "no worker", queue }));

  return {
    outstanding,
    ended,
    explain,
    jobs: createJobKeeper({
      context: { redis, queues, accounts, run, settings, keepMs, clock, stopped },
      ...{ connection, outstanding, refusals, quietMs },
      onAgain: (count) => onEvent({ type: "put again", targets: count }),
    }),
    read: () => refusals.attempt(read, []),
    lookForWorkers: () => refusals.attempt(lookForWorkers, undefined),
    async expireSoon() {
      const expiry = redis.pipeline();
      for (const key of [keys.wanted, keys.done, keys.results]) expiry.pexpire(key, RESULT_TTL_MS);
      await settleWithin(clock, SHUTDOWN_TIMEOUT_MS, expiry.exec());
    },
    async close() {
      unsubscribe?.();
      patience.stop();
      end(new Error("The audit has ended"));
      const close = async () => {
        // Workers then drop the jobs that they have not begun.
        if (outstanding.size > 0) await redis.del(keys.wanted);
        await Promise.all([...queues.values()].map((each) => each.close()));
      };
      if (!connection.isLost()) await settleWithin(clock, SHUTDOWN_TIMEOUT_MS, close());
      connection.close();
    },
  };
}

/** Calls back if a state lasts too long. */
interface Patience {
  /** `what`: the state, as the end of a sentence. Does nothing if it has started. */
  start(what: string): void;
  stop(): void;
}

function createPatience(clock: Clock, ms: number, onOver: (what: string) => void): Patience {
  let stop: (() => void) | undefined;
  return {
    start(what) {
      stop ??= clock.after(ms, () => onOver(what));
    },
    stop() {
      stop?.();
      stop = undefined;
    },
  };
}

/** Whether Redis refuses at the moment, and what follows. */
interface RunRefusalHandler extends RefusalHandler {
  /** Returns `otherwise` after a refusal that may pass. Rejects at once if the run ends. */
  attempt<T>(work: () => Promise<T>, otherwise: T): Promise<T>;
}

function createRefusals(
  from: {
    readonly queue: string;
    readonly patience: Patience;
    readonly ended: AbortSignal;
    readonly onEvent: (event: QueueAuditEvent) => void;
    readonly clock: Clock;
    readonly random: () => number;
  },
  end: (error: unknown) => void,
): RunRefusalHandler {
  const { queue, patience, ended, onEvent, clock, random } = from;
  let count = 0;
  const refuse = async (error: unknown) => {
    ended.throwIfAborted();
    const { kind, code, message } = classify(error);
    // A full Redis may well be full of this run's jobs.
    if (kind !== "passing" || code === "OOM") end(error);
    ended.throwIfAborted();
    if (count === 0) onEvent({ type: "refused", queue, message });
    patience.start(`has refused (${code})`);
    const ms = backoff(count++, REFUSED_PAUSE_MS, MAX_REFUSED_PAUSE_MS, random);
    await wait({ clock, ms, signal: ended });
  };
  return {
    any: () => count > 0,
    accept() {
      if (count === 0) return;
      count = 0;
      patience.stop();
      onEvent({ type: "accepted", queue });
    },
    refuse,
    async attempt(work, otherwise) {
      try {
        return await withDeadline({ clock, ms: Number.POSITIVE_INFINITY, signal: ended }, () => null, work);
      } catch (error) {
        await refuse(error);
        return otherwise;
      }
    },
  };
}

/** Counts the workers, and calls back once each time that there is none. */
function createWorkerWatch(redis: Redis, now: () => number, onNobody: () => void): () => Promise<void> {
  let wasNobody = false;
  return async () => {
    const isNobody = (await redis.zcount(WORKERS_KEY, now() - WORKER_TTL_MS, "+inf")) === 0;
    if (isNobody && !wasNobody) onNobody();
    wasNobody = isNobody;
  };
}
