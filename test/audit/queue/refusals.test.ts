import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readAccounts } from "../../../src/audit/queue/accounts.js";
import { auditOverQueue } from "../../../src/audit/queue/audit.js";
import { ACCOUNTS_KEY } from "../../../src/audit/queue/keys.js";
import { runWorker, type WorkerOptions } from "../../../src/audit/queue/worker.js";
import type { Clock } from "../../../src/core/deadline.js";
import { startRedis, type TestRedis } from "../../queue/support/redis.js";
import { accounts, target } from "../../queue/support/targets.js";
import { lacks } from "../../support/parts.js";
import { wholeRound } from "../../support/round.js";

/** A clock that runs twenty times as fast. */
const quick: Clock = {
  now: () => Date.now() * 20,
  after(ms, callback) {
    const timer = setTimeout(callback, ms / 20);
    return () => clearTimeout(timer);
  },
};
const soon = <T>(value: () => T) => expect.poll(value, { timeout: 15_000 });
const env = { TOKEN_OF_MAIN: "fake" };
const guide = readFileSync("docs/guide/audit-workers.md", "utf8");

/** Many of these wait for a server: `npm run test:whole` has the time for them. */
const skipped = !wholeRound || lacks("redis-server");

describe.skipIf(skipped)("a Redis that refuses", () => {
  let server: TestRedis;
  let admin: Redis;
  let service: Server;
  let url = "";
  /** Responses that wait; null: the service responds at once. */
  let held: (() => void)[] | null = null;
  let closing: (() => unknown)[] = [];

  beforeAll(async () => {
    service = createServer((_, response) => {
      const respond = () => {
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ backup_record_response: [], total_num: 0 }));
      };
      if (held === null) respond();
      else held.push(respond);
    }).listen(0, "127.0.0.1");
    await once(service, "listening");
    const address = service.address();
    url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  });

  afterAll(() => {
    service.closeAllConnections();
    service.close();
  });

  beforeEach(async () => {
    held = null;
    server = await startRedis();
    admin = new Redis(server.url);
    admin.on("error", () => {});
    closing = [() => server.stop(), () => admin.disconnect()];
  });

  afterEach(async () => {
    for (const close of closing.reverse()) await close();
  });

  const user = async (...rules: string[]) => {
    await admin.call("ACL", "SETUSER", "bob", "on", ">fake-password", "~*", "+@all", ...rules);
    return server.url.replace("//", "//bob:fake-password@");
  };

  /** Starts a worker; it ends with the test. */
  function worker(
    queue = server.url,
    options: Pick<WorkerOptions, "clock" | "graceMs" | "concurrency" | "stalledAfterMs"> = {},
  ) {
    const stop = new AbortController();
    const said: string[] = [];
    const hosts = [new URL(url).host];
    const file = JSON.stringify({
      accounts: { main: { environment: { OS_TOKEN: "TOKEN_OF_MAIN" }, hosts } },
    });
    const ended = runWorker({
      ...{ queue, env, signal: stop.signal, ...options },
      accounts: readAccounts(file, { file: "accounts.yaml", env }),
      onEvent: ({ type }) => said.push(type),
    });
    ended.catch(() => {});
    closing.push(async () => {
      stop.abort();
      await ended.catch(() => {});
    });
    return { ended, said, stop };
  }

  function audit(
    queue = server.url,
    options: { readonly clock?: Clock; readonly patienceMs?: number; readonly signal?: AbortSignal } = {},
  ) {
    const said: string[] = [];
    const read = async () => {
      const names: string[] = [];
      for await (const result of auditOverQueue({
        targets: ["i-1", "i-2"].map((id) => target(id, url)),
        accounts: accounts({ main: { requests: 50, periodMs: 100 } }),
        ...{ queue, runId: "run", ...options },
        onEvent: ({ type }) => said.push(type),
      })) {
        expect(result.failure).toBeNull();
        names.push(result.target.name);
      }
      return names.sort();
    };
    const whole = read();
    whole.catch(() => {});
    return { whole, said };
  }

  const count = (said: readonly string[], type: string) => said.filter((one) => one === type).length;
  /** Heartbeats that were refused. */
  const beats = async () =>
    Number(
      /cmdstat_zremrangebyscore:.*rejected_calls=(\d+)/.exec(await admin.info("commandstats"))?.[1] ?? 0,
    );
  const refused = async (code: string) =>
    Number(new RegExp(`errorstat_${code}:count=(\\d+)`).exec(await admin.info("errorstats"))?.[1] ?? 0);

  test("a script, or INFO, to a user ends worker and audit before there is work", async () => {
    for (const rule of ["-evalsha", "-info"]) {
      const queue = await user(rule);
      const message = new RegExp(`refuses: NOPERM .*'${rule.slice(1)}' command; .* under "Access to Redis"$`);
      await expect(worker(queue).ended).rejects.toMatchObject({
        name: "QueueError",
        message: expect.stringMatching(message),
      });
      await expect(audit(queue).whole).rejects.toThrow(message);
    }
  });

  test.each([
    ["-zadd", /NOPERM .*zadd/],
    ["-bzpopmin", /NOPERM .*bzpopmin/],
    ["-evalsha", /NOPERM .*evalsha/],
  ])("ends a worker at once if its user loses a right (%s)", async (rule, message) => {
    const { ended, said } = worker(await user());
    await admin.zadd(ACCOUNTS_KEY, Date.now(), "main");
    await soon(() => said).toContain("account");
    await user(rule);
    await expect(ended).rejects.toThrow(message);
    expect(said).not.toContain("refused");
    expect(await refused("NOPERM")).toBeLessThan(10);
  });

  test("ends an audit at once if its user loses a right", async () => {
    const { whole, said } = audit(await user());
    await soon(() => said).toContain("no worker");
    await user("-xread");
    await expect(whole).rejects.toThrow(/^Redis at redis:.* refuses: NOPERM .*xread/);
  });

  test("ends a worker if the password has changed when it connects again", async () => {
    const queue = await user();
    const { ended } = worker(queue);
    await audit(queue).whole;
    await admin.call("ACL", "SETUSER", "bob", "resetpass", ">fake-other");
    await admin.call("CLIENT", "KILL", "USER", "bob");
    await expect(ended).rejects.toThrow(/refuses: WRONGPASS .*check the user in the URL and the password/);
  });

  test("a cluster, a replica and an old server are refused in words", async () => {
    const cluster = await startRedis({ settings: { "cluster-enabled": "yes" } });
    closing.push(() => cluster.stop());
    await expect(worker(cluster.url).ended).rejects.toThrow(
      /is a cluster, which cannot hold the queue; use a single/,
    );
    await expect(audit(cluster.url).whole).rejects.toThrow(/is a cluster/);
    await admin.replicaof("127.0.0.1", cluster.port);
    await expect(worker().ended).rejects.toThrow(
      /is a replica, which cannot be written to; name the primary/,
    );
  });

  test("for lack of memory: a worker waits, says so once, and goes on", async () => {
    const { said } = worker(server.url, { clock: quick });
    await admin.zadd(ACCOUNTS_KEY, Date.now() * 20, "main");
    await soon(() => said).toContain("account");
    await admin.config("SET", "maxmemory", "1");
    await soon(() => said).toContain("refused");
    await soon(() => refused("OOM")).toBeGreaterThan(4);
    // Without a pause they are thousands by now.
    expect(await refused("OOM")).toBeLessThan(60);
    await expect(audit().whole).rejects.toThrow(/refuses: OOM/);
    await admin.config("SET", "maxmemory", "0");
    expect(await audit().whole).toEqual(["i-1", "i-2"]);
    await soon(() => said).toContain("accepted");
    expect([count(said, "refused"), count(said, "accepted"), count(said, "trouble")]).toEqual([1, 1, 0]);
  });

  test("for lack of a replica: both wait, say so once, and go on", async () => {
    held = [];
    const one = worker(server.url, { clock: quick, concurrency: 1, stalledAfterMs: 2_000 });
    const two = audit(server.url, { clock: quick });
    await soon(() => held?.length).toBe(1);
    await admin.config("SET", "min-replicas-to-write", "1");
    for (const respond of held) respond();
    held = null;
    await soon(() => one.said).toContain("refused");
    await soon(() => two.said).toContain("refused");
    const [since, before] = [quick.now(), await beats()];
    await soon(beats).toBeGreaterThan(before + 2);
    // The pauses have grown to 4, 8 and 16 seconds at least, of which chance takes half at most.
    expect(quick.now() - since).toBeGreaterThan(10_000);
    // BullMQ asks thousands of times in that time, as there is a job.
    expect(await refused("NOREPLICAS")).toBeLessThan(200);
    await admin.config("SET", "min-replicas-to-write", "0");
    expect(await two.whole).toEqual(["i-1", "i-2"]);
    await soon(() => one.said).toContain("accepted");
    for (const { said } of [one, two]) {
      expect([count(said, "refused"), count(said, "accepted")]).toEqual([1, 1]);
    }
  });

  test("for longer than the audit's patience: the audit ends, and names run and reason", async () => {
    await admin.config("SET", "min-replicas-to-write", "1");
    const { whole, said } = audit(server.url, { clock: quick, patienceMs: 20_000 });
    await expect(whole).rejects.toThrow(/has refused \(NOREPLICAS\) for 20s; the run is called run$/);
    expect(count(said, "refused")).toBe(1);
  });

  test("the rights that the guide lists are enough for a whole audit", async () => {
    const rule = /ACL SETUSER backup-records on >PASSWORD (.*)/.exec(guide)?.[1] ?? "";
    expect(rule).toContain("-@all");
    await admin.call("ACL", "SETUSER", "backup-records", "on", ">fake-password", ...rule.split(" "));
    const queue = server.url.replace("//", "//backup-records:fake-password@");
    const { stop, ended } = worker(queue);
    expect(await audit(queue).whole).toEqual(["i-1", "i-2"]);
    stop.abort();
    await ended;
    expect(await admin.call("ACL", "LOG")).toEqual([]);
    // Another program's keys are out of reach.
    const other = new Redis(queue);
    await expect(other.get("other")).rejects.toThrow(/NOPERM/);
    await expect(other.flushall()).rejects.toThrow(/NOPERM/);
    other.disconnect();
  });

  test("nothing, and says nothing: an audit ends if it is told to", async () => {
    const stop = new AbortController();
    const { whole, said } = audit(server.url, { clock: quick, signal: stop.signal });
    await soon(() => said).toContain("no worker");
    server.freeze();
    stop.abort(new Error("enough"));
    await expect(whole).rejects.toThrow("enough");
  });

  test("nothing, and says nothing: a worker ends if it is told to", async () => {
    let onTimer = () => {};
    const clock: Clock = {
      ...quick,
      after: (ms, callback) =>
        quick.after(ms, () => {
          callback();
          onTimer();
        }),
    };
    const { ended, said, stop } = worker(server.url, { clock });
    await admin.zadd(ACCOUNTS_KEY, quick.now(), "main");
    await soon(() => said).toContain("account");
    server.freeze();
    // The next heartbeat is under way by then.
    await new Promise((done) => {
      onTimer = () => setImmediate(done);
    });
    stop.abort();
    await ended;
  });

  test("nothing, but is gone: a worker without jobs ends long before its grace is over", async () => {
    const { ended, said, stop } = worker(server.url, { graceMs: 600_000 });
    await admin.zadd(ACCOUNTS_KEY, Date.now(), "main");
    await soon(() => said).toContain("account");
    await server.kill();
    await soon(() => said).toContain("lost");
    stop.abort();
    await ended;
    expect(said.at(-1)).toBe("stopping");
  });
});
