import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runKeys } from "../../../src/audit/queue/keys.js";
import {
  createResultReader,
  createRunStore,
  isBefore,
  type RunStore,
} from "../../../src/audit/queue/run-store.js";
import { startRedis, type TestRedis } from "../../queue/support/redis.js";
import { lacks } from "../../support/parts.js";

const keys = runKeys("run");
const entry = { run: "run", name: "i-1", keepMs: 60_000 };

let server: TestRedis;
let redis: Redis;
let store: RunStore;

describe.skipIf(lacks("redis-server"))("what workers note about a run", () => {
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url);
    store = createRunStore(redis);
  });

  beforeEach(async () => {
    await redis.flushall();
    await redis.set(keys.wanted, "1");
  });

  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });

  test("keeps a target's first result and no other", async () => {
    const first = await Promise.all(["a", "b", "c"].map((text) => store.record(entry, text)));
    expect(first.filter(Boolean)).toHaveLength(1);
    expect(await store.record(entry, "late")).toBe(false);
    const results = createResultReader(redis, keys.results);
    expect(await results.next()).toEqual([{ name: "i-1", text: "a" }]);
  });

  test("keeps nothing of a run that no audit wants", async () => {
    await redis.del(keys.wanted);
    expect(await store.record(entry, "a")).toBe(false);
    expect(await store.begin(entry, null)).toBe("unwanted");
    expect(await redis.keys("*")).toEqual([]);
  });

  test("says whether a target is to be checked", async () => {
    expect(await store.begin(entry, null)).toBe("go");
    await store.record(entry, "a");
    expect(await store.begin(entry, null)).toBe("done");
    expect(await store.begin(entry, "me")).toBe("done");
  });

  test("says of a target that was checked exclusively without a result that it ends workers", async () => {
    expect(await store.begin(entry, "me")).toBe("go");
    // The same step again, as after a broken connection.
    expect(await store.begin(entry, "me")).toBe("go");
    expect(await store.begin(entry, "another")).toBe("crashed");
    await store.handBack(entry);
    expect(await store.begin(entry, "another")).toBe("go");
  });

  test("keeps everything for a time only", async () => {
    await store.begin(entry, "me");
    await store.begin({ ...entry, name: "i-2" }, "me");
    await store.record(entry, "a");
    const lives = await Promise.all((await redis.keys("*")).map((key) => redis.pttl(key)));
    expect(lives).toHaveLength(4);
    for (const life of lives) expect(life).toBeGreaterThan(0);
  });

  test("is read again from its beginning once a server has forgotten what was read", async () => {
    const results = createResultReader(redis, keys.results);
    await store.record(entry, "a");
    await results.next();
    await results.recheck();
    await store.record({ ...entry, name: "i-2" }, "b");
    expect(await results.next()).toEqual([{ name: "i-2", text: "b" }]);
    // A server whose clock is behind gives smaller ids.
    await redis.del(keys.results);
    await redis.xadd(keys.results, "1-1", "target", "i-3", "result", "c");
    await results.recheck();
    expect(await results.next()).toEqual([{ name: "i-3", text: "c" }]);
  });
});

test("ids of a stream are compared by their numbers", () => {
  expect(isBefore("0-0", "1-0")).toBe(true);
  expect(isBefore("9-5", "10-0")).toBe(true);
  expect(isBefore("10-9", "10-10")).toBe(true);
  expect(isBefore("10-10", "10-10")).toBe(false);
  expect(isBefore("10-0", "9-5")).toBe(false);
});
