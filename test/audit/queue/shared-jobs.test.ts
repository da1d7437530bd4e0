import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { readAccounts } from "../../../src/audit/queue/accounts.js";
import { auditOverQueue, type QueueAuditEvent } from "../../../src/audit/queue/audit.js";
import { addJobs, openQueue } from "../../../src/audit/queue/enqueue.js";
import { writeJob } from "../../../src/audit/queue/job.js";
import { jobId, PREFIX, queueKey, queueName, runKeys } from "../../../src/audit/queue/keys.js";
import { MAX_TARGETS_OF_A_JOB } from "../../../src/audit/queue/plan.js";
import { runWorker } from "../../../src/audit/queue/worker.js";
import type { TargetResult } from "../../../src/audit/result.js";
import type { Target } from "../../../src/audit/target.js";
import { type Mock, type MockOptions, startMock } from "../../../src/mock/index.js";
import { startRedis, type TestRedis } from "../../queue/support/redis.js";
import { accounts, target } from "../../queue/support/targets.js";
import { lacks } from "../../support/parts.js";

const env = { TOKEN_OF_MAIN: "fake-token" };
const fixed = { run: "run", account: "main", rateLimit: null, settings: {}, keepMs: 60_000 };
/** More than one job. */
const COUNT = MAX_TARGETS_OF_A_JOB + 100;

describe.skipIf(lacks("redis-server"))("an audit over a queue of targets that one listing serves", () => {
  let redis: TestRedis;
  let client: Redis;
  let mock: Mock<"cbr">;

  beforeAll(async () => {
    redis = await startRedis();
    client = new Redis(redis.url, { maxRetriesPerRequest: null });
  });

  beforeEach(() => client.flushall());

  afterEach(() => mock.stop());

  afterAll(async () => {
    client.disconnect();
    await redis.stop();
  });

  async function simulate(options: Partial<MockOptions<"cbr">> = {}): Promise<Target[]> {
    mock = await startMock({ services: ["cbr"], healthy: COUNT, records: 5, ...options });
    return Array.from({ length: COUNT }, (_, at) => ({
      ...target(`healthy-${at + 1}`, mock.urls.cbr),
      service: "cbr",
      api: null,
      schedule: "own",
    }));
  }

  /** Starts a worker; it ends with the test. Returns how many targets each of its jobs had. */
  function work(stalledAfterMs?: number): number[] {
    const stop = new AbortController();
    const jobs: number[] = [];
    const hosts = [new URL(mock.urls.cbr).host];
    const text = JSON.stringify({
      accounts: { main: { environment: { OS_TOKEN: "TOKEN_OF_MAIN" }, hosts } },
    });
    const ended = runWorker({
      ...{ queue: redis.url, env, signal: stop.signal, stalledAfterMs },
      accounts: readAccounts(text, { file: "accounts.yaml", env }),
      onEvent: (event) => event.type === "job" && jobs.push(event.outcome.recorded),
    });
    onTestFinished(async () => {
      stop.abort();
      await ended;
    });
    return jobs;
  }

  async function audit(targets: readonly Target[], quietMs = 60_000) {
    const results: TargetResult[] = [];
    const events: QueueAuditEvent[] = [];
    const settings = { attempts: 1 };
    const options = { targets, accounts: accounts({ main: null }), queue: redis.url, runId: "run", settings };
    for await (const one of auditOverQueue({ ...options, quietMs, onEvent: (event) => events.push(event) }))
      results.push(one);
    return { results, events };
  }

  /** Every target once, for the audit as well as in Redis. */
  async function expectWhole(targets: readonly Target[], results: readonly TargetResult[]): Promise<void> {
    const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).sort();
    expect(names(results.map((one) => one.target))).toEqual(names(targets));
    expect(await client.xlen(runKeys("run").results)).toBe(targets.length);
  }

  test("has few jobs and few requests", async () => {
    const targets = await simulate();
    const jobs = work();
    const { results } = await audit(targets);
    await expectWhole(targets, results);
    expect(results.filter(({ assessment }) => assessment?.verdict !== "ok")).toEqual([]);
    expect(jobs.sort()).toEqual([100, MAX_TARGETS_OF_A_JOB]);
    // Vaults, policies, restorations, seven targets alone, and two logs of each.
    expect(mock.requests.length).toBeLessThanOrEqual(3 + 7 + Math.ceil((2 * COUNT) / 1000));
  });

  test("does not check the targets of a listing whose second page fails", async () => {
    const targets = await simulate({ faults: ["cbr/503@12-1000"] });
    work();
    const { results } = await audit(targets);
    await expectWhole(targets, results);
    const failed = results.filter(({ failure }) => failure?.name === "ServerError");
    expect([results.length - failed.length, failed.length]).toEqual([7, COUNT - 7]);
    // As above, and the page that fails is not asked for again.
    expect(mock.requests).toHaveLength(3 + 7 + 2);
    expect(mock.requests.at(-1)?.url).toContain("offset=1000");
  });

  /** Takes a job as a worker does, and is gone. */
  async function takeAndDie(): Promise<string> {
    const connection = new Redis(redis.url, { maxRetriesPerRequest: null });
    const options = { connection, prefix: PREFIX, lockDuration: 200 };
    const worker = new Worker(queueName("main"), null, { ...options, autorun: false });
    worker.on("error", () => {});
    const job = await worker.getNextJob("token of the dead");
    // The job stays its own. Its second connection would look for Redis for ever.
    await worker.close(true);
    connection.disconnect();
    return job?.id ?? "";
  }

  test("has a job split that two workers were lost with, and loses and doubles no target", async () => {
    const targets = (await simulate()).slice(0, 40);
    const running = audit(targets);
    await expect.poll(() => client.llen(queueKey("main", "wait"))).toBe(1);
    const first = await takeAndDie();
    expect(first).not.toBe("");
    const stalled = new Worker(queueName("main"), null, {
      ...{ connection: client, prefix: PREFIX, autorun: false, stalledInterval: 50 },
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    });
    await stalled.startStalledCheckTimer();
    await expect.poll(() => client.llen(queueKey("main", "wait")), { timeout: 5_000 }).toBe(1);
    expect(await takeAndDie()).toBe(first);
    await expect.poll(() => client.llen(queueKey("main", "wait")), { timeout: 5_000 }).toBe(1);
    await stalled.close(true);
    const jobs = work();
    const { results, events } = await running;
    await expectWhole(targets, results);
    expect(results.filter(({ failure }) => failure !== null)).toEqual([]);
    // The one that is split has no result of its own.
    expect(jobs.sort()).toEqual([0, ...targets.map(() => 1)]);
    expect(events.filter(({ type }) => type === "put again")).toEqual([]);
    expect((await client.keys("*")).map((key) => key.includes(first))).not.toContain(true);
  });

  test("enqueues what Redis forgets, each target once, also after a split", async () => {
    const targets = (await simulate()).slice(0, 20);
    const running = audit(targets, 300);
    await expect.poll(() => client.llen(queueKey("main", "wait"))).toBe(1);
    // As if a worker had split the job, and Redis had lost half of what became of it.
    const [id = ""] = await client.lrange(queueKey("main", "wait"), 0, 0);
    const queue = openQueue({ Queue }, client, "main");
    const single = (one: Target) => ({
      id: jobId("run", one.name),
      data: writeJob({ ...fixed, targets: [one] }),
    });
    await addJobs(
      queue,
      { redis: client, account: "main", keepMs: 60_000 },
      targets.slice(0, 10).map(single),
    );
    await queue.close();
    await client.lrem(queueKey("main", "wait"), 0, id);
    await client.del(queueKey("main", id));
    await expect.poll(() => client.exists(queueKey("main", id)), { timeout: 5_000 }).toBe(1);
    work();
    const { results, events } = await running;
    await expectWhole(targets, results);
    expect(events).toContainEqual({ type: "put again", targets: 10 });
  });
});
