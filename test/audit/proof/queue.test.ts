/*
 * Real workers and audits on a real Redis. fast-check's scheduler decides which of them goes on next, and what goes wrong.
 * The model in support/queue-model.ts says what Redis must reply and which results an audit must yield.
 * A failure says how it is played again: `SEED=<seed>:<run>`. `SEED=<seed>` alone tries other schedules.
 */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startRedis, type TestRedis } from "../../queue/support/redis.js";
import { lacks } from "../../support/parts.js";
import type { Mutant } from "./support/mutants.js";
import { prove } from "./support/prove.js";
import { queuePlans } from "./support/queue-plan.js";
import { openQueueServer, type QueueServer } from "./support/queue-server.js";
import { playQueue } from "./support/queue-world.js";
import * as sources from "./support/subject.js";

const mutants: readonly Mutant[] = [
  {
    what: "the acknowledgement of a result is dropped",
    file: "queue/run-store.ts",
    from: "if redis.call('SADD', done, ARGV[1]) == 0 then return 0 end",
    to: "if redis.call('SISMEMBER', done, ARGV[1]) == 1 then return 0 end",
  },
  {
    what: "a result counts twice",
    file: "queue/run-store.ts",
    from: "if redis.call('SADD', done, ARGV[1]) == 0 then return 0 end",
    to: "redis.call('SADD', done, ARGV[1])",
  },
  {
    what: "a split loses its last target",
    file: "queue/process-job.ts",
    from: "job.targets.map(single)",
    to: "job.targets.slice(1).map(single)",
  },
  {
    what: "a job is split one loss too late",
    file: "queue/process-job.ts",
    from: "const LOSSES_BESIDE_OTHERS = 2;",
    to: "const LOSSES_BESIDE_OTHERS = 3;",
  },
  {
    what: "a target is blamed one loss too early",
    file: "queue/process-job.ts",
    from: "const LOSSES_BESIDE_OTHERS = 2;",
    to: "const LOSSES_BESIDE_OTHERS = 1;",
  },
  {
    what: "a worker that hands back a job leaves its note",
    file: "queue/process-job.ts",
    from: "if (exclusive) await store.handBack(entry);",
    to: "",
  },
  {
    what: "a worker overwrites the note of another",
    file: "queue/run-store.ts",
    from: "redis.call('HSETNX', exclusive",
    to: "redis.call('HSET', exclusive",
  },
  {
    what: "a worker begins what has its result",
    file: "queue/run-store.ts",
    from: "if redis.call('SISMEMBER', done, ARGV[1]) == 1 then return 'done' end",
    to: "",
  },
  {
    what: "a worker begins what nobody wants",
    file: "queue/run-store.ts",
    from: "if redis.call('EXISTS', wanted) == 0 then return 'unwanted' end",
    to: "",
  },
  {
    what: "an exclusive check has others beside it",
    file: "queue/exclusive-lock.ts",
    from: "if (next.exclusive && holders > 0) return;",
    to: "",
  },
  {
    what: "others begin beside an exclusive check",
    file: "queue/exclusive-lock.ts",
    from: "isExclusive = next.exclusive;",
    to: "",
  },
  {
    what: "a lock is never released",
    file: "queue/process-job.ts",
    from: "    release();",
    to: "",
  },
  {
    what: "a reader begins at the end",
    file: "queue/run-store.ts",
    from: 'let last = "0-0";',
    to: 'let last = "$";',
  },
  {
    what: "a reader skips the first of a batch",
    file: "queue/run-store.ts",
    from: "return entries.map(",
    to: "return entries.slice(entries.length > 1 ? 1 : 0).map(",
  },
  {
    what: "a reader goes on where it was after Redis was lost",
    file: "queue/audit.ts",
    from: "if (now !== losses) results.restart();",
    to: "",
  },
  {
    what: "jobs are not enqueued again after a loss",
    file: "queue/enqueue.ts",
    from: "if (isBusy || !(wasLost || isQuiet || refusals.any())) return;",
    to: "return;",
  },
  {
    what: "an audit enqueues what has its result",
    file: "queue/enqueue.ts",
    from: "isMissing && answers.every(Boolean)",
    to: "isMissing",
  },
  {
    what: "an audit overlooks the jobs of a split",
    file: "queue/enqueue.ts",
    from: "isMissing && answers.every(Boolean)",
    to: "isMissing && answers[0] === true",
  },
  {
    what: "an audit yields a target twice",
    file: "queue/audit.ts",
    from: "outstanding.delete(name);",
    to: "if (entries.length === 1) outstanding.delete(name);",
  },
  {
    what: "an audit that ends leaves its run wanted",
    file: "queue/audit.ts",
    from: "if (outstanding.size > 0) await redis.del(keys.wanted);",
    to: "",
  },
];

let redis: TestRedis;
let server: QueueServer;

describe.skipIf(lacks("redis-server"))("a run over a queue", { timeout: 600_000 }, () => {
  beforeAll(async () => {
    redis = await startRedis();
    server = await openQueueServer(redis.url);
  });

  afterAll(async () => {
    await server.close();
    await redis.stop();
  });

  prove({
    title: "gives each target one result, whatever happens",
    property: (subject) =>
      fc.asyncProperty(queuePlans, fc.scheduler(), (plan, scheduler) =>
        playQueue(subject, server, plan, scheduler),
      ),
    mutants,
    sample: { seeds: 12, mutants: 1 },
  });

  test("is played in the same way each time, so that a failure can be played again", async () => {
    const play = async () => {
      const runs = fc.sample(fc.tuple(queuePlans, fc.scheduler()), { seed: 1, numRuns: 4 });
      const steps: string[] = [];
      for (const [plan, scheduler] of runs) {
        await playQueue(sources, server, plan, scheduler);
        steps.push(...scheduler.report().map(({ taskId, label }) => `${taskId} ${label}`));
      }
      return steps;
    };
    expect(await play()).toEqual(await play());
  });
});
