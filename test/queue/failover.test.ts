import dns from "node:dns";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readAccounts } from "../../src/audit/queue/accounts.js";
import { auditOverQueue } from "../../src/audit/queue/audit.js";
import { runWorker } from "../../src/audit/queue/worker.js";
import type { TargetResult } from "../../src/audit/result.js";
import { lacks } from "../support/parts.js";
import { wholeRound } from "../support/round.js";
import { startProxy } from "./support/proxy.js";
import { freePort, type RedisOptions, startRedis, type TestRedis } from "./support/redis.js";
import { type CountingService, startService } from "./support/service.js";
import { accounts, target } from "./support/targets.js";

const skipped = !wholeRound || lacks("redis-server");
const env = { TOKEN_OF_MAIN: "fake" };
const COUNT = 60;

let service: CountingService;
let closing: (() => unknown)[] = [];

beforeEach(async () => {
  service = await startService();
  closing = [() => service.stop()];
});

afterEach(async () => {
  for (const close of closing.reverse()) await close();
});

async function redis(options: RedisOptions = {}): Promise<{ server: TestRedis; admin: Redis }> {
  const server = await startRedis(options);
  const admin = new Redis(server.url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
  admin.on("error", () => {});
  closing.push(
    () => server.stop(),
    () => admin.disconnect(),
  );
  return { server, admin };
}

/** Runs a worker and an audit over one queue; `whole` resolves once all results are there, each once. */
function start(queue: string) {
  const stop = new AbortController();
  const said: string[] = [];
  const file = JSON.stringify({
    accounts: { main: { environment: { OS_TOKEN: "TOKEN_OF_MAIN" }, hosts: [new URL(service.url).host] } },
  });
  const worker = runWorker({
    ...{ queue, env, signal: stop.signal, concurrency: 3, stalledAfterMs: 2_000 },
    accounts: readAccounts(file, { file: "accounts.yaml", env }),
    onEvent: ({ type }) => said.push(`worker: ${type}`),
  });
  closing.push(async () => {
    stop.abort();
    await worker;
  });
  const targets = Array.from({ length: COUNT }, (_, at) => target(`slow-${at}`, service.url));
  const read = async () => {
    const results: TargetResult[] = [];
    for await (const result of auditOverQueue({
      ...{ targets, accounts: accounts({ main: null }), queue, runId: "run", quietMs: 2_000 },
      onEvent: ({ type }) => said.push(`audit: ${type}`),
    })) {
      results.push(result);
    }
    return results;
  };
  const whole = read().then((results) => {
    expect(results.map((result) => result.target.name).sort()).toEqual(
      targets.map(({ name }) => name).sort(),
    );
    expect(results.filter(({ failure }) => failure !== null)).toEqual([]);
  });
  /** How often each was said of what a state began or ended with. */
  const states = () =>
    Object.fromEntries(
      ["worker: lost", "worker: back", "audit: lost", "audit: back"].map((one) => [
        one,
        said.filter((line) => line === one).length,
      ]),
    );
  return { whole, worker, said, states };
}

const once = { "worker: lost": 1, "worker: back": 1, "audit: lost": 1, "audit: back": 1 };

describe.skipIf(skipped)("an audit and its worker survive", { timeout: 120_000 }, () => {
  test("a primary that becomes a replica, and an address that leads to the new one later", async () => {
    const [a, b] = [await redis(), await redis()];
    const proxy = await startProxy(a.server.port);
    closing.push(() => proxy.stop());
    await b.admin.replicaof("127.0.0.1", a.server.port);
    const replicated = async () => String(await b.admin.info("replication"));
    await expect.poll(replicated, { timeout: 20_000 }).toContain("master_link_status:up");
    const { whole, states, said } = start(`redis://127.0.0.1:${proxy.port}`);
    await service.reached(20);
    await b.admin.replicaof("NO", "ONE");
    await a.admin.replicaof("127.0.0.1", b.server.port);
    await expect.poll(() => said).toContain("worker: lost");
    // Several attempts lead to the old one.
    await expect.poll(async () => connections(a.admin), { timeout: 20_000 }).toBeGreaterThan(12);
    proxy.leadTo(b.server.port);
    await whole;
    expect(states()).toMatchObject({ "worker: lost": 1, "worker: back": 1 });
  });

  test("a replica that has lost its primary, until it is one itself", async () => {
    const { server, admin } = await redis({ settings: { "replica-serve-stale-data": "no" } });
    const { whole, said, states } = start(server.url);
    await service.reached(20);
    await admin.replicaof("127.0.0.1", await freePort());
    await expect.poll(() => said, { timeout: 10_000 }).toContain("worker: lost");
    await admin.replicaof("NO", "ONE");
    await whole;
    expect(states()).toMatchObject({ "worker: lost": 1, "worker: back": 1 });
  });

  test("a server that loads its data for seconds after a crash", async () => {
    const { server, admin } = await redis({ persistent: true, settings: { "key-load-delay": "20000" } });
    await admin.mset(...Array.from({ length: 100 }, (_, at) => [`other-${at}`, "x"]).flat());
    const { whole, states } = start(server.url);
    await service.reached(20);
    await server.kill();
    await server.start();
    await whole;
    expect(states()).toEqual(once);
  });

  test("connections that are reset", async () => {
    const { server } = await redis();
    const proxy = await startProxy(server.port);
    closing.push(() => proxy.stop());
    const { whole, states } = start(`redis://127.0.0.1:${proxy.port}`);
    await service.reached(20);
    proxy.cut(true);
    proxy.mend();
    await whole;
    expect(states()).toEqual(once);
  });

  test("a name that leads to another server, which knows nothing", async () => {
    const port = await freePort();
    const old = await redis({ host: "127.0.0.1", port });
    let address = "127.0.0.1";
    const { lookup } = dns;
    const spy = vi.spyOn(dns, "lookup");
    closing.push(() => spy.mockRestore());
    spy.mockImplementation(((name: string, ...rest: [object, () => void]) =>
      lookup(name === "redis.example" ? address : name, ...rest)) as typeof lookup);
    const { whole, states } = start(`redis://redis.example:${port}`);
    await service.reached(20);
    await redis({ host: "127.0.0.2", port });
    address = "127.0.0.2";
    await old.server.kill();
    await whole;
    expect(states()).toEqual(once);
    expect(spy).toHaveBeenCalled();
  });
});

async function connections(admin: Redis): Promise<number> {
  return Number(/total_connections_received:(\d+)/.exec(String(await admin.info("stats")))?.[1]);
}
