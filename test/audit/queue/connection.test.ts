import { once } from "node:events";
import { createServer } from "node:http";
import { createServer as createNetServer } from "node:net";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readQueueUrl } from "../../../src/audit/queue/address.js";
import { auditOverQueue } from "../../../src/audit/queue/audit.js";
import { connectQueue } from "../../../src/audit/queue/connection.js";
import { runWorker } from "../../../src/audit/queue/worker.js";
import { type Clock, systemClock } from "../../../src/core/deadline.js";
import { freePort, startRedis, type TestRedis } from "../../queue/support/redis.js";
import { fakeClock } from "../../support/fake-clock.js";
import { lacks } from "../../support/parts.js";
import { target } from "../run-double.js";

const connect = (url: string) => connectQueue({ Redis }, readQueueUrl(url));

test.each([{ keepMs: 1 }, { settings: { timeout: 1e12 } }, { settings: { attempts: 0 } }])(
  "an audit with %j ends before it connects",
  async (over) => {
    const queue = `redis://127.0.0.1:${await freePort()}`;
    const audit = auditOverQueue({ targets: [], accounts: new Map(), queue, runId: "run", ...over });
    await expect(audit.next()).rejects.toThrow(/must be a whole number from/);
  },
);

test("a Redis that is not there is named without the password", async () => {
  const port = await freePort();
  const message = `Redis at redis://127.0.0.1:${port}/2 cannot be reached: ECONNREFUSED`;
  const refused = connect(`redis://me:fake-password@127.0.0.1:${port}/2`);
  await expect(refused).rejects.toMatchObject({ name: "QueueError", message });
});

describe.skipIf(lacks("redis-server"))("a connection to Redis", () => {
  let server: TestRedis;

  beforeAll(async () => {
    server = await startRedis();
  });

  afterAll(() => server.stop());

  test("says which password is wrong, and that one is missing", async () => {
    const admin = new Redis(server.url);
    const wrong = server.url.replace("//", "//:fake-wrong@");
    await admin.config("SET", "requirepass", "fake-password");
    await expect(connect(server.url)).rejects.toThrow(`Redis at ${server.url} wants a password`);
    await expect(connect(wrong)).rejects.toThrow(`Redis at ${server.url} refuses the user or the password`);
    const connection = await connect(server.url.replace("//", "//:fake-password@"));
    connection.close();
    await admin.config("SET", "requirepass", "");
    admin.disconnect();
  });

  test("refuses a database that is not there, in place of taking another", async () => {
    const refused = connect(`${server.url}/7777`);
    await expect(refused).rejects.toThrow(/^Redis at redis:.*\/7777 refuses: .*out of range; name another/);
  });

  test("leaves no timer when it is given up with a command under way", async () => {
    const clock = fakeClock();
    const connection = await connectQueue({ Redis }, readQueueUrl(server.url), { clock });
    const reading = connection.redis.duplicate();
    const blocked = reading.blpop("fake-key", 0).catch(() => "given up");
    const clients = async () => String(await connection.redis.client("LIST"));
    await expect.poll(clients).toContain("cmd=blpop");
    expect(clock.pending).toHaveLength(2);
    const ended = Promise.all([connection.redis, reading].map((one) => once(one, "end")));
    connection.close();
    expect(await blocked).toBe("given up");
    await ended;
    expect(clock.pending).toEqual([]);
  });

  test("is built anew if the server says nothing any more, with and without a command under way", async () => {
    const clock = fakeClock();
    const told: string[] = [];
    const connection = await connectQueue({ Redis }, readQueueUrl(server.url), {
      clock,
      onLost: () => told.push("lost"),
      onBack: () => told.push("back"),
    });
    // The reply to the first ping has come once it waits for the next.
    await expect.poll(() => clock.pending).toEqual([5_000]);
    server.freeze();
    // The ping is sent, and 20 seconds are over.
    await clock.advance(5_000);
    await clock.advance(19_000);
    expect(connection.isLost()).toBe(false);
    await clock.advance(1_000);
    await expect.poll(() => told, { timeout: 10_000 }).toEqual(["lost"]);
    expect(connection.isLost()).toBe(true);
    // The machine accepts the next connection, and its server is as silent.
    await expect.poll(() => clock.pending, { timeout: 10_000 }).toEqual([30_000]);
    const losses = connection.losses();
    await clock.advance(30_000);
    await expect.poll(() => connection.losses(), { timeout: 10_000 }).toBe(losses + 1);
    server.thaw();
    await expect.poll(() => told, { timeout: 10_000 }).toEqual(["lost", "back"]);
    connection.close();
  });

  test("an audit that is ended while it is connecting ends", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const accounts = new Map([["a", { name: "a", environment: {}, rateLimit: null }]]);
    const targets = [target("t", { account: "a" })];
    const first = auditOverQueue({ targets, accounts, queue: server.url, runId: "ended", signal }).next();
    controller.abort(new Error("enough"));
    await expect(first).rejects.toThrow("enough");
  });

  test("mends itself, and tells of each loss once", async () => {
    const told: string[] = [];
    let back = () => {};
    const isBack = new Promise<void>((done) => {
      back = done;
    });
    const connection = await connectQueue({ Redis }, readQueueUrl(server.url), {
      onLost: () => told.push("lost"),
      onBack: () => {
        told.push("back");
        back();
      },
    });
    expect([connection.losses(), connection.isLost()]).toEqual([0, false]);
    await server.kill();
    await server.start();
    // Sent while nobody was there, answered once somebody is.
    expect(await connection.redis.ping()).toBe("PONG");
    await isBack;
    expect(told).toEqual(["lost", "back"]);
    expect(connection.losses()).toBeGreaterThan(0);
    connection.close();
    expect(told).toEqual(["lost", "back"]);
  });
});

test("whatever answers in another tongue is no Redis", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  await expect(connect(`redis://127.0.0.1:${port}`)).rejects.toMatchObject({ name: "QueueError" });
  server.closeAllConnections();
  server.close();
});

describe("a server that accepts and says nothing", () => {
  const server = createNetServer(() => {});
  let queue: string;

  beforeAll(async () => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    const address = server.address();
    queue = `redis://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  });

  afterAll(() => {
    server.close();
  });

  test("is given up after a while", async () => {
    // Twenty times as fast as the machine's.
    const clock: Clock = { ...systemClock, after: (ms, callback) => systemClock.after(ms / 20, callback) };
    const refused = connectQueue({ Redis }, readQueueUrl(queue), { clock });
    await expect(refused).rejects.toThrow(
      `Redis at ${queue} cannot be reached: no complete reply within 30s`,
    );
  });

  test("keeps neither a worker nor an audit that is told to end", async () => {
    const stop = new AbortController();
    const { signal } = stop;
    const worker = runWorker({ queue, env: {}, signal });
    const audit = auditOverQueue({ targets: [], accounts: new Map(), queue, runId: "run", signal }).next();
    audit.catch(() => {});
    await once(server, "connection");
    stop.abort(new Error("enough"));
    await worker;
    await expect(audit).rejects.toThrow("enough");
  });
});
