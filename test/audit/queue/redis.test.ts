import { createServer } from "node:http";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readQueueUrl } from "../../../src/audit/queue/address.js";
import { connectQueue } from "../../../src/audit/queue/redis.js";
import { freePort, hasRedis, startRedis, type TestRedis } from "../../queue/support/redis.js";

const connect = (url: string) => connectQueue({ Redis }, readQueueUrl(url));

test("a Redis that is not there is named without the password", async () => {
  const port = await freePort();
  const message = `Redis at redis://127.0.0.1:${port}/2 cannot be reached: ECONNREFUSED`;
  const refused = connect(`redis://me:fake-password@127.0.0.1:${port}/2`);
  await expect(refused).rejects.toMatchObject({ name: "QueueError", message });
});

describe.skipIf(!hasRedis)("a connection to Redis (needs redis-server)", () => {
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
    expect([connection.losses(), connection.lostSince()]).toEqual([0, null]);
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
