import type { Queue } from "bullmq";
import type { ChainableCommander, Redis } from "ioredis";
import type { Account, Target } from "../target.js";
import { type CheckSettings, writeJob } from "./job.js";
import { ACCOUNTS_KEY, FORGET_MS, jobId, queueKey, runKeys } from "./keys.js";

/** Where an audit puts its jobs. */
export interface Putting {
  readonly redis: Redis;
  /** By account. */
  readonly queues: ReadonlyMap<string, Queue>;
  readonly accounts: ReadonlyMap<string, Account>;
  readonly run: string;
  readonly settings: CheckSettings;
  readonly keepMs: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Looked at between two chunks. */
  readonly stopped: () => boolean;
}

/** Jobs that are put at a time. */
const CHUNK = 500;

/** What of a queue would stay although nobody works it off. */
const LASTING = ["wait", "id", "meta", "events", "marker"];

/**
 * Puts a job for each of these targets that has neither a result nor a job, and says that the run is wanted.
 * Answers how many it put. May be repeated at any time: the same target's job has the same id.
 */
export async function putMissing(targets: readonly Target[], putting: Putting): Promise<number> {
  const { redis, queues, accounts, run, settings, keepMs, now, stopped } = putting;
  const keys = runKeys(run);
  const named = [...queues.keys()].flatMap((account) => [now(), account]);
  await settle(
    redis
      .pipeline()
      .set(keys.wanted, "1", "PX", keepMs)
      .zadd(ACCOUNTS_KEY, ...named)
      .pexpire(ACCOUNTS_KEY, FORGET_MS),
  );
  let put = 0;
  for (let at = 0; at < targets.length && !stopped(); at += CHUNK) {
    const missing = await withoutJob(targets.slice(at, at + CHUNK), putting);
    put += missing.length;
    const expiry = redis.pipeline();
    for (const [account, group] of byAccount(missing)) {
      const who = accounts.get(account);
      const queue = queues.get(account);
      if (who === undefined || queue === undefined) throw new Error(`no queue for the account ${account}`);
      const jobs = group.map((target) => ({
        name: "target",
        data: writeJob({ run, account, rateLimit: who.rateLimit, targets: [target], settings, keepMs }),
        opts: { jobId: jobId(run, target.name) },
      }));
      await queue.addBulk(jobs);
      for (const { opts } of jobs) expiry.pexpire(queueKey(account, opts.jobId), keepMs);
      for (const part of LASTING) expiry.pexpire(queueKey(account, part), keepMs);
    }
    await settle(expiry);
  }
  return put;
}

async function withoutJob(targets: readonly Target[], { redis, run }: Putting): Promise<Target[]> {
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

/** Sends the commands and answers what each returned; the first failure rejects. */
export async function settle(commands: ChainableCommander): Promise<unknown[]> {
  const answers = (await commands.exec()) ?? [];
  return answers.map(([failure, answer]) => {
    if (failure !== null) throw failure;
    return answer;
  });
}
