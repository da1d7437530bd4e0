import { Redis } from "ioredis";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runKeys } from "../../../src/audit/queue/keys.js";
import { createResultReader, createRunStore, type RunStore } from "../../../src/audit/queue/run-store.js";
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

  test("is read again from its beginning after Redis was lost, whatever its clock says since", async () => {
    const results = createResultReader(redis, keys.results);
    await store.record(entry, "a");
    await results.next();
    // A replica whose clock was behind, and has caught up: its newest id is beyond the last one that was read.
    await redis.del(keys.results);
    await redis.xadd(keys.results, "1-1", "target", "i-3", "result", "c");
    await store.record({ ...entry, name: "i-2" }, "b");
    results.restart();
    expect((await results.next()).map(({ name }) => name)).toEqual(["i-3", "i-2"]);
  });
});
