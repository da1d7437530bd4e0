import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { Queue } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { defaultAccounts, readAccounts, type WorkerAccounts } from "../../../src/audit/queue/accounts.js";
import { writeJob } from "../../../src/audit/queue/job.js";
import { ACCOUNTS_KEY, PREFIX, queueName, runKeys } from "../../../src/audit/queue/keys.js";
import { decodeResult } from "../../../src/audit/queue/result-codec.js";
import { createResultReader } from "../../../src/audit/queue/run-store.js";
import { runWorker } from "../../../src/audit/queue/worker.js";
import { startRedis, type TestRedis } from "../../queue/support/redis.js";
import { target } from "../../queue/support/targets.js";
import { lacks } from "../../support/parts.js";

const env = { DATABASE_PASSWORD: "fake-database-password", MAIN_TOKEN: "fake-token-of-main" };

describe.skipIf(lacks("redis-server"))("a worker and a queue that anyone can write to", () => {
  let redis: TestRedis;
  let client: Redis;
  let service: Server;
  let url: string;
  let requests: IncomingMessage[] = [];
  let stop = new AbortController();
  let worker: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    redis = await startRedis();
    client = new Redis(redis.url, { maxRetriesPerRequest: null });
    service = createServer((request, response) => {
      requests.push(request);
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ backup_record_response: [], total_num: 0 }));
    }).listen(0, "127.0.0.1");
    await once(service, "listening");
    const address = service.address();
    url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  });

  beforeEach(async () => {
    requests = [];
    stop = new AbortController();
    await client.flushall();
  });

  afterEach(async () => {
    stop.abort();
    await worker;
  });

  afterAll(async () => {
    client.disconnect();
    service.closeAllConnections();
    service.close();
    await redis.stop();
  });

  const accounts = (hosts: string) =>
    readAccounts(`accounts: { main: { environment: { OS_TOKEN: MAIN_TOKEN }, hosts: [${hosts}] } }`, {
      file: "accounts.yaml",
      env,
    });

  /** Starts a worker, puts a job into the queue of an account by hand, and returns the failures of its targets. */
  async function failuresOf(served: WorkerAccounts, account: string, job: object, count = 1) {
    worker = runWorker({ queue: redis.url, accounts: served, env, signal: stop.signal });
    await client.zadd(ACCOUNTS_KEY, Date.now(), account);
    await client.set(runKeys("run").wanted, "1");
    const queue = new Queue(queueName(account), { connection: client, prefix: PREFIX });
    await queue.add("targets", job);
    const reader = createResultReader(client, runKeys("run").results);
    const failures = new Map<string, string | undefined>();
    while (failures.size < count) {
      for (const { name, text } of await reader.next()) {
        const { failure } = decodeResult(text, target(name, url));
        failures.set(name, failure === null ? undefined : `${failure.name}: ${failure.message}`);
      }
    }
    await queue.close();
    return failures;
  }

  const fixed = { run: "run", rateLimit: null, settings: { attempts: 1 }, keepMs: 60_000 };
  const jobFor = (account: string, baseUrl: string) =>
    writeJob({ ...fixed, account, targets: [{ ...target("i-1", baseUrl), account }] });

  test("sends an account's own credential to a host that the account names", async () => {
    const served = await accounts(new URL(url).host);
    const failures = await failuresOf(served, "main", jobFor("main", url));
    expect([...failures]).toEqual([["i-1", undefined]]);
    expect(new Set(requests.map(({ headers }) => headers["x-auth-token"]))).toEqual(
      new Set([env.MAIN_TOKEN]),
    );
  });

  test("checks several targets of one job, and refuses one of them by itself", async () => {
    const served = await accounts(new URL(url).host);
    const targets = [target("i-1", url), target("i-2", "https://stranger.example"), target("i-3", url)];
    const job = writeJob({ ...fixed, account: "main", targets });
    const failures = await failuresOf(served, "main", job, 3);
    expect([...failures.keys()]).toEqual(["i-1", "i-2", "i-3"]);
    expect([...failures.values()]).toEqual([undefined, expect.stringMatching(/^WorkerRefusal/), undefined]);
    const ids = requests.map((request) => /instances\/([^/]+)/.exec(request.url ?? "")?.[1]);
    expect([...new Set(ids)]).toEqual(["i-1", "i-3"]);
  });

  const chosen = { OS_TOKEN: "DATABASE_PASSWORD" };
  const hostile: [string, string, (base: string) => object, RegExp][] = [
    [
      "a variable and a host in the form of an earlier release",
      "x",
      (base) => ({
        ...{ form: 1, run: "run", keepMs: 60_000, asking: {} },
        account: { name: "x", environment: chosen, rateLimit: null },
        target: target("i-1", base, "x"),
      }),
      /^WorkerVersion: /,
    ],
    ["a host", "main", (base) => jobFor("main", base), /^WorkerRefusal: .* to 127\.0\.0\.1:\d+: its own/],
    ["an account", "x", (base) => jobFor("x", base), /^WorkerRefusal: The worker has no account x/],
    [
      "a variable",
      "main",
      (base) => ({ ...jobFor("main", base), account: { name: "main", environment: chosen } }),
      /^WorkerRefusal: The job is not valid/,
    ],
    [
      "a variable beside the account",
      "main",
      (base) => ({ ...jobFor("main", base), environment: chosen }),
      /^WorkerRefusal: The job is not valid/,
    ],
  ];
  test.each(hostile)("lets no job choose %s", async (_, account, job, failure) => {
    const failures = await failuresOf(await accounts("own.example"), account, job(url));
    expect([...failures.keys()]).toEqual(["i-1"]);
    expect(failures.get("i-1")).toMatch(failure);
    expect(requests).toEqual([]);
  });

  test("without a file of accounts sends nothing to this machine unless its environment says so", async () => {
    const none = await failuresOf(defaultAccounts({}), "default", jobFor("default", url));
    expect(none.get("i-1")).toMatch(/^WorkerRefusal: .* of account default to 127/);
    expect(requests).toEqual([]);
  });

  test("without a file of accounts serves what its environment names", async () => {
    const served = defaultAccounts({ BACKUP_RECORDS_DCS_URL: url });
    expect([...(await failuresOf(served, "default", jobFor("default", url)))]).toEqual([["i-1", undefined]]);
    expect(requests).not.toEqual([]);
  });
});
