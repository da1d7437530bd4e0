import { randomUUID } from "node:crypto";
import { notChecked } from "../check.js";
import type { ResultBody } from "../result.js";
import type { Target } from "../target.js";
import type { CheckTarget } from "./check-target.js";
import type { NewJob } from "./enqueue.js";
import { isRefusal } from "./errors.js";
import type { RwLock } from "./exclusive-lock.js";
import { readJob, WorkerRefusal, writeJob } from "./job.js";
import { jobId } from "./keys.js";
import { encodeResult } from "./result-codec.js";
import type { RunStore } from "./run-store.js";

/** What became of a job. */
export interface Outcome {
  /** Targets whose result is this worker's. Of the others nobody wants one, or another worker was first. */
  readonly recorded: number;
  /** Whether another worker must finish the job. */
  readonly handedBack: boolean;
}

/** What a job is processed with. */
export interface JobTools {
  readonly check: CheckTarget;
  readonly store: RunStore;
  readonly lock: RwLock;
  /** Adds jobs to the queue of an account; those whose id is there already stay as they are. */
  readonly add: (account: string, jobs: readonly NewJob[]) => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * After so many lost workers a job of several targets is split into jobs of one, and a job of one target is processed
 * exclusively, with no other beside it.
 */
const LOSSES_BESIDE_OTHERS = 2;

/**
 * Processes a job from the queue of an account. Afterwards each of its targets has one result, regardless of what other
 * workers do. `losses`: how many workers were lost while they processed it. If two were, a job of several targets only adds a
 * job for each, so that one of them takes no other with it; a job of one target is processed exclusively. If that worker is
 * lost, too, the target gets the failure `WorkerCrash`. Rejects only for faults of Redis and of the program.
 */
export async function processJob(
  data: unknown,
  account: string,
  losses: number,
  signal: AbortSignal,
  { check, store, lock, add, now }: JobTools,
): Promise<Outcome> {
  const read = await readJob(data, account);
  if (read === null) return { recorded: 0, handedBack: false };
  const { run, keepMs, names, job } = read;
  let recorded = 0;
  const record = async (name: string, result: ResultBody) => {
    if (await store.record({ run, name, keepMs }, encodeResult(result))) recorded += 1;
  };
  const failed = (error: unknown, target?: Target) => ({ ...notChecked(error, target), askedAt: now() });
  if (job instanceof WorkerRefusal) {
    for (const name of names) await record(name, failed(job));
    return { recorded, handedBack: false };
  }
  if (losses >= LOSSES_BESIDE_OTHERS && job.targets.length > 1) {
    const single = (target: Target) => ({
      id: jobId(run, target.name),
      data: writeJob({ ...job, run, keepMs, targets: [target] }),
    });
    await add(account, job.targets.map(single));
    return { recorded, handedBack: false };
  }
  /** Rejects if the check was interrupted or Redis refused what it needs; the target was not at fault. */
  const checked = (target: Target): Promise<ResultBody> =>
    check(target, job, signal).catch((error: unknown) => {
      if (signal.aborted || isRefusal(error)) throw error;
      return failed(error, target);
    });
  const exclusive = losses >= LOSSES_BESIDE_OTHERS;
  let release: () => void;
  try {
    release = await lock.acquire({ exclusive, signal });
  } catch {
    return { recorded, handedBack: true };
  }
  try {
    for (const target of job.targets) {
      const entry = { run, name: target.name, keepMs };
      const beginning = await store.begin(entry, exclusive ? randomUUID() : null);
      if (beginning === "done" || beginning === "unwanted") continue;
      if (beginning === "crashed") {
        const message = `${losses} workers were lost while they checked it, the last with no other job running`;
        await record(target.name, failed(new WorkerRefusal("WorkerCrash", message)));
        continue;
      }
      try {
        await record(target.name, await checked(target));
      } catch (error) {
        // Of the check or of its result: the process did not end, so the next one must not blame the target.
        if (exclusive) await store.handBack(entry);
        if (!signal.aborted) throw error;
        return { recorded, handedBack: true };
      }
    }
    return { recorded, handedBack: false };
  } finally {
    release();
  }
}
