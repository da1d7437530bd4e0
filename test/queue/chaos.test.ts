import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { auditOverQueue, type QueueAuditEvent } from "../../src/audit/queue/audit.js";
import { runKeys } from "../../src/audit/queue/keys.js";
import type { TargetResult } from "../../src/audit/result.js";
import type { Target } from "../../src/audit/target.js";
import { startMock } from "../../src/mock/index.js";
import { type BuiltCommand, installCommand } from "../cli/support/command.js";
import { run } from "../cli/support/run.js";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";
import { startProxy } from "./support/proxy.js";
import { startRedis, type TestRedis } from "./support/redis.js";
import { type CountingService, mostWithin, startService } from "./support/service.js";
import { accounts, target, writeAccounts } from "./support/targets.js";
import { startWorker, type WorkerProcess } from "./support/workers.js";

const skipped = !wholeRound || lacks("redis-server");

/** An account's limit in these tests; the other account has none. */
const LIMIT = { requests: 40, periodMs: 4_000 };
const QUICK = ["--lost-after", "2s", "--concurrency", "5"];

let command: BuiltCommand;
let service: CountingService;
let redis: TestRedis;
let workers: WorkerProcess[] = [];

beforeAll(async () => {
  command = installCommand();
});

beforeEach(async () => {
  service = await startService();
});

afterEach(async () => {
  for (const { child } of workers) {
    child.kill("SIGCONT");
    child.kill("SIGKILL");
  }
  workers = [];
  await Promise.all([service.stop(), redis.stop()]);
});

afterAll(() => command.clean());

function worker(
  args: readonly string[] = QUICK,
  queue = redis.url,
  env: Record<string, string> = {},
  url = service.url,
) {
  const file = writeAccounts(command.work, ["main", "other"], url);
  const started = startWorker(command, queue, [...args, "--accounts", file], env);
  workers.push(started);
  return started;
}

/** Half of the targets belong to the limited account, the others to the one without a limit. */
function manyTargets(count: number, kind = "i"): Target[] {
  return Array.from({ length: count }, (_, at) =>
    target(`${kind}-${at}`, service.url, at % 2 === 0 ? "main" : "other"),
  );
}

/** Runs an audit to its end; every result counts, so that none can hide another. */
async function audit(targets: readonly Target[], runId = "run") {
  const results: TargetResult[] = [];
  const events: QueueAuditEvent[] = [];
  for await (const result of auditOverQueue({
    targets,
    accounts: accounts({ main: LIMIT, other: null }),
    queue: redis.url,
    runId,
    quietMs: 2_000,
    onEvent: (event) => events.push(event),
  })) {
    results.push(result);
  }
  return { results, events };
}

/** The same with two workers that one target ends, each of which is started anew. Counts their ends. */
async function auditPoisoned(targets: readonly Target[], url?: string) {
  const hook = { NODE_OPTIONS: `--import ${fileURLToPath(new URL("support/poison.mjs", import.meta.url))}` };
  let deaths = 0;
  let over = false;
  const keepAlive = async () => {
    const { ended } = worker(QUICK, redis.url, hook, url);
    if ((await ended) !== "SIGKILL" || over) return;
    deaths += 1;
    await keepAlive();
  };
  const kept = [keepAlive(), keepAlive()];
  const { results } = await audit(targets);
  over = true;
  for (const { child } of workers) child.kill("SIGKILL");
  await Promise.all(kept);
  return { results, deaths };
}

/** What Redis still holds: how many results of the run, and the keys that would never expire. */
async function leftInRedis(): Promise<{ results: number; lasting: string[] }> {
  const client = new Redis(redis.url);
  const keys = await client.keys("*");
  const lives = await Promise.all(keys.map((key) => client.pttl(key)));
  const results = await client.xlen(runKeys("run").results);
  client.disconnect();
  return { results, lasting: keys.filter((_, at) => lives[at] === -1) };
}

/** Every target once, all with a verdict, and the account's limit kept. */
function expectWhole(targets: readonly Target[], results: readonly TargetResult[]): void {
  expect(results.map((result) => result.target.name).sort()).toEqual(targets.map(({ name }) => name).sort());
  expect(results.filter(({ failure }) => failure !== null)).toEqual([]);
  expectLimitKept(targets);
}

/** Redis has each target's result once as well: an audit would pass over a second one. */
async function expectEachOnce(targets: readonly Target[]): Promise<void> {
  expect((await leftInRedis()).results).toBe(targets.length);
}

function expectLimitKept(targets: readonly Target[]): void {
  const limited = new Set(targets.filter(({ account }) => account === "main").map(({ name }) => name));
  const moments = service.arrivals.filter(({ id }) => limited.has(id)).map(({ at }) => at);
  expect(moments.length).toBeGreaterThanOrEqual(limited.size);
  expect(mostWithin(LIMIT.periodMs, moments)).toBeLessThanOrEqual(LIMIT.requests);
}

describe.skipIf(skipped)("an audit over several workers", { timeout: 120_000 }, () => {
  test("asks every target once where nothing goes wrong, retries counted, and leaves nothing that stays", async () => {
    redis = await startRedis();
    const targets = [...manyTargets(60), ...manyTargets(10, "again")];
    worker();
    worker();
    const { results } = await audit(targets);
    expectWhole(targets, results);
    expect(service.arrivals.length).toBeGreaterThan(targets.length);
    expect(new Set(service.arrivals.map(({ port }) => port)).size).toBeGreaterThan(1);
    expect(await leftInRedis()).toEqual({ results: targets.length, lasting: [] });
  });

  test("loses and doubles nothing when workers are killed in mid-call", async () => {
    redis = await startRedis();
    const targets = manyTargets(120, "slow");
    const first = [worker(), worker()];
    const running = audit(targets);
    for (const [at, victim] of first.entries()) {
      await service.reached(10 + 20 * at);
      victim.child.kill("SIGKILL");
      worker();
    }
    const { results } = await running;
    expectWhole(targets, results);
    await expectEachOnce(targets);
    // Those in hand were asked again.
    expect(service.arrivals.length).toBeGreaterThan(targets.length);
  });

  test.each([true, false])(
    "survives a Redis that is restarted, with what it kept: %s",
    async (persistent) => {
      redis = await startRedis({ persistent });
      const targets = manyTargets(120);
      worker();
      worker();
      const running = audit(targets);
      await service.reached(70);
      await redis.kill();
      await redis.start();
      const { results, events } = await running;
      expectWhole(targets, results);
      expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(["lost", "back"]));
    },
  );

  test("takes no result twice from a worker that was cut off from Redis and comes back", async () => {
    redis = await startRedis();
    const proxy = await startProxy(redis.port);
    const targets = manyTargets(100, "slow");
    const cutOff = worker(QUICK, `redis://127.0.0.1:${proxy.port}`);
    await cutOff.saw(/waiting for targets/);
    const running = audit(targets);
    await service.reached(5);
    proxy.cut();
    worker();
    await service.reached(40);
    proxy.mend();
    await cutOff.saw(/is back/);
    const { results } = await running;
    proxy.stop();
    expectWhole(targets, results);
    await expectEachOnce(targets);
  });

  test("goes on without a worker that stands still, and takes it back", async () => {
    redis = await startRedis();
    const targets = manyTargets(160, "slow");
    // Most of what it has in hand waits for the turn of its account, which must be void afterwards.
    const still = worker(["--lost-after", "2s", "--concurrency", "30"]);
    await still.saw(/waiting for targets/);
    const running = audit(targets);
    await service.reached(45);
    still.child.kill("SIGSTOP");
    worker();
    await service.reached(100);
    still.child.kill("SIGCONT");
    const { results } = await running;
    expectWhole(targets, results);
    await expectEachOnce(targets);
  });

  test("ends a target that ends every worker, and blames no other", async () => {
    redis = await startRedis();
    const poisoned = target("poison", service.url, "other");
    const targets = [...manyTargets(20), poisoned, ...manyTargets(20, "slow")];
    const { results, deaths } = await auditPoisoned(targets);
    expect(results.map((result) => result.target.name).sort()).toEqual(
      targets.map(({ name }) => name).sort(),
    );
    const failed = results.filter(({ failure }) => failure !== null);
    expect(failed.map((result) => [result.target.name, result.failure?.name])).toEqual([
      ["poison", "WorkerCrash"],
    ]);
    expect(deaths).toBe(3);
    expectLimitKept(targets);
  });

  test("splits a job of many targets of which one ends every worker, and blames no other", async () => {
    redis = await startRedis();
    const mock = await startMock({ services: ["cbr"], healthy: 60, records: 5 });
    onTestFinished(() => mock.stop());
    const server = (id: string): Target => ({
      ...target(id, mock.urls.cbr, "other"),
      ...{ service: "cbr", api: null },
    });
    const healthy = Array.from({ length: 60 }, (_, at) => server(`healthy-${at + 1}`));
    const targets = [...healthy.slice(0, 30), server("poison"), ...healthy.slice(30)];
    const { results, deaths } = await auditPoisoned(targets, mock.urls.cbr);
    expect(results.map((result) => result.target.name).sort()).toEqual(
      targets.map(({ name }) => name).sort(),
    );
    const failed = results.filter(({ failure }) => failure !== null);
    expect(failed.map((result) => [result.target.name, result.failure?.name])).toEqual([
      ["poison", "WorkerCrash"],
    ]);
    // Twice with all in one job, and three times in a job of its own.
    expect(deaths).toBe(5);
    await expectEachOnce(targets);
  });

  test("gets back at once what a worker has in hand that is told to end", async () => {
    redis = await startRedis();
    const targets = manyTargets(60, "slow");
    const leaving = worker(["--concurrency", "5", "--grace", "0s", "--lost-after", "10m"]);
    await leaving.saw(/waiting for targets/);
    const running = audit(targets);
    await service.reached(6);
    leaving.child.kill("SIGTERM");
    expect(await leaving.ended).toBe(0);
    expect(leaving.said()).toMatch(/stopping; \d+ jobs? running\n.*stopped after \d+ targets?\n$/s);
    worker();
    const { results } = await running;
    expectWhole(targets, results);
  });

  test("lets a worker that is told to end finish within its grace", async () => {
    redis = await startRedis();
    const targets = manyTargets(4, "slow");
    const leaving = worker();
    await leaving.saw(/waiting for targets/);
    const running = audit(targets);
    await service.reached(4);
    leaving.child.kill("SIGTERM");
    const { results } = await running;
    expect(await leaving.ended).toBe(0);
    expectWhole(targets, results);
    expect(service.arrivals).toHaveLength(4);
  });

  test("is continued by a run of the same name after it was ended", async () => {
    redis = await startRedis();
    const targets = manyTargets(30);
    worker();
    const stop = new AbortController();
    const seen: string[] = [];
    const begun = async () => {
      const all = accounts({ main: LIMIT, other: null });
      const options = { targets, accounts: all, queue: redis.url, runId: "run", signal: stop.signal };
      for await (const result of auditOverQueue(options)) {
        seen.push(result.target.name);
        if (seen.length === 12) stop.abort(new Error("enough"));
      }
    };
    await expect(begun()).rejects.toThrow("enough");
    const { results } = await audit(targets);
    expectWhole(targets, results);
    expect(results.map((result) => result.target.name).slice(0, 12)).toEqual(seen);
    const { results: again } = await audit(targets);
    expect(again).toEqual(results);
  });
});

describe.skipIf(skipped)("the commands audit and worker", () => {
  test("share the work evenly between two workers, and tell their health", {
    timeout: 60_000,
  }, async () => {
    redis = await startRedis();
    const file = join(command.work, "targets.yaml");
    const ids = Array.from({ length: 80 }, (_, at) => `slow-${at}`).join(", ");
    const place = `service: dcs, cloud: otc, region: eu-de, project: p, baseUrl: "${service.url}"`;
    writeFileSync(file, `defaults: { ${place} }\ntargets:\n  - instances: [${ids}]\n`);
    // The account that every worker has, and the host that its environment names.
    const env = { BACKUP_RECORDS_DCS_URL: service.url };
    const both = [1, 2].map(() => startWorker(command, redis.url, [...QUICK, "--health", "0"], env));
    workers.push(...both);
    await Promise.all(both.map((one) => one.saw(/waiting for targets/)));
    const [, port] = /health on port (\d+)/.exec(both[0]?.said() ?? "") ?? [];
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect(ready.status).toBe(200);
    const { stdout, exit } = await run(command, ["audit", file, "--queue", redis.url, "--format", "ndjson"]);
    // The last line is the summary.
    const lines = stdout.trimEnd().split("\n").slice(0, -1);
    expect([exit, lines.length]).toEqual([0, 80]);
    expect(new Set(lines).size).toBe(80);
    for (const { child } of both) child.kill("SIGTERM");
    expect(await Promise.all(both.map(({ ended }) => ended))).toEqual([0, 0]);
    const shares = both.map((one) => Number(/stopped after (\d+) targets/.exec(one.said())?.[1]));
    expect(shares.reduce((sum, share) => sum + share)).toBe(80);
    expect(Math.min(...shares)).toBeGreaterThan(24);
  });
});

describe.skipIf(skipped)("a worker", () => {
  test("without an account's variables does not start", { timeout: 30_000 }, async () => {
    redis = await startRedis();
    const failed = worker(QUICK, redis.url, { TOKEN_OF_OTHER: "" });
    expect(await failed.ended).toBe(2);
    expect(failed.said()).toMatch(/accounts\.yaml:3:\d+: the variable TOKEN_OF_OTHER is not set/);
  });

  test("keeps no secret in Redis", { timeout: 30_000 }, async () => {
    redis = await startRedis();
    const client = new Redis(redis.url);
    const monitor = await client.monitor();
    const commands: string[] = [];
    monitor.on("monitor", (_, args: string[]) => commands.push(args.join(" ")));
    worker(QUICK, redis.url, { TOKEN_OF_MAIN: "fake-secret-token" });
    await audit(manyTargets(10));
    client.disconnect();
    monitor.disconnect();
    expect(commands.length).toBeGreaterThan(20);
    expect(commands.join("\n")).not.toContain("fake-secret-token");
    // Not even where to find it.
    expect(commands.join("\n")).not.toContain("TOKEN_OF_MAIN");
  });
});
