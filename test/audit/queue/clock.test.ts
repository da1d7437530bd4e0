import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { auditOverQueue } from "../../../src/audit/queue/audit.js";
import { runWorker } from "../../../src/audit/queue/worker.js";
import { type Clock, systemClock } from "../../../src/core/deadline.js";
import { startRedis, type TestRedis } from "../../queue/support/redis.js";
import { accounts, target } from "../../queue/support/targets.js";
import { lacks } from "../../support/parts.js";

const MINUTE = 60_000;

/** A machine whose time of day is changed by so much whenever it is read. */
function jumpy(ms: number): Clock {
  let offset = 0;
  return {
    ...systemClock,
    now() {
      offset += ms;
      return Date.now() + offset;
    },
  };
}

describe.skipIf(lacks("redis-server"))("the machine's clock is set, and", () => {
  let redis: TestRedis;
  let client: Redis;
  let service: Server;
  let url = "";

  beforeAll(async () => {
    redis = await startRedis();
    client = new Redis(redis.url);
    service = createServer((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ backup_record_response: [], total_num: 0 }));
    }).listen(0, "127.0.0.1");
    await once(service, "listening");
    const address = service.address();
    url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  });

  beforeEach(() => client.flushall());

  afterAll(async () => {
    client.disconnect();
    service.closeAllConnections();
    service.close();
    await redis.stop();
  });

  test("a worker still knows how long a job took", async () => {
    const stop = new AbortController();
    const took: number[] = [];
    const worker = runWorker({
      queue: redis.url,
      env: { OS_TOKEN: "fake-token", BACKUP_RECORDS_DCS_URL: url },
      signal: stop.signal,
      clock: jumpy(MINUTE),
      onEvent(event) {
        if (event.type === "job") took.push(event.durationMs);
      },
    });
    const audit = auditOverQueue({
      targets: [target("i-1", url, "default")],
      accounts: accounts({ default: null }),
      queue: redis.url,
      runId: "run",
    });
    for await (const { failure } of audit) expect(failure).toBeNull();
    await expect.poll(() => took).toHaveLength(1);
    expect(took[0]).toBeLessThan(MINUTE / 2);
    stop.abort();
    await worker;
  });

  test("an audit still looks in time whether Redis has its jobs", async () => {
    const stop = new AbortController();
    const said: string[] = [];
    const first = auditOverQueue({
      targets: [target("i-1", url, "default")],
      accounts: accounts({ default: null }),
      queue: redis.url,
      runId: "run",
      signal: stop.signal,
      clock: jumpy(-MINUTE),
      quietMs: 100,
      onEvent: ({ type }) => said.push(type),
    }).next();
    first.catch(() => {});
    await expect.poll(() => client.dbsize()).toBeGreaterThan(3);
    await client.flushall();
    await expect.poll(() => said, { timeout: 10_000 }).toContain("put again");
    stop.abort(new Error("enough"));
    await expect(first).rejects.toThrow("enough");
  });
});
