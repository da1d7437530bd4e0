import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  type ClientSet,
  checkTarget,
  createClientSet,
  defaultObjective,
  type Objective,
  type Target,
} from "../../src/audit/index.js";
import { alibabaAccessKey } from "../../src/auth/access-key.js";
import { token } from "../../src/auth/token.js";
import { type Mock, type MockOptions, startMock } from "../../src/mock/index.js";
import { type FakeClock, fakeClock } from "../support/fake-clock.js";
import { DAY, HOUR } from "./records.js";

const running: Mock[] = [];

afterEach(async () => {
  for (const mock of running.splice(0)) await mock.stop();
});

interface Simulated {
  readonly clock: FakeClock;
  readonly mock: Mock;
  /** What was asked, one line a request. */
  readonly asked: string[];
  ask(target: Partial<Target>, objective?: Partial<Objective>): ReturnType<typeof checkTarget>;
}

/** A simulator whose time stands still, and a way to ask it as an audit does. */
async function simulate(options: MockOptions = {}, clients = clientSet()): Promise<Simulated> {
  const clock = fakeClock();
  const asked: string[] = [];
  const mock = await startMock({
    mode: "simulate",
    clock,
    onRequest: ({ url }) => asked.push(decodeURIComponent(url)),
    ...options,
  });
  running.push(mock);
  return {
    clock,
    mock,
    asked,
    ask: (given, objective) => checkTarget(targetOf(mock, given, objective), clients, { clock }),
  };
}

function clientSet(options: Partial<Parameters<typeof createClientSet>[0]> = {}): ClientSet {
  return createClientSet({ auth: token("fake-token"), retry: { baseDelayMs: 0 }, ...options });
}

const alibaba = () =>
  clientSet({ auth: alibabaAccessKey({ accessKeyId: "fake-id", accessKeySecret: "fake-secret" }) });

function targetOf(mock: Mock, given: Partial<Target>, objective: Partial<Objective> = {}): Target {
  const service = given.service ?? "dcs";
  return {
    name: "one",
    service,
    api: service === "dcs" ? "v2" : null,
    account: "an-account",
    cloud: null,
    region: null,
    baseUrl: mock.urls[service],
    projectId: "p",
    resource: resource(mock.resources[service]),
    group: null,
    labels: {},
    objective: { ...defaultObjective, ...objective },
    ...given,
  };
}

const resource = (id: string) => ({ type: "instance", id }) as const;

describe.each([
  ["dcs", "v1.0", clientSet],
  ["dcs", "v2", clientSet],
  ["vbs", null, clientSet],
  ["starrocks", null, alibaba],
] as const)("%s %s", (service, api, connection) => {
  const about = (id: string) => ({ service, api, resource: resource(id) });
  const limit = { maxDuration: 6 * HOUR };

  test("is judged by one request where its backups are as they should be", async () => {
    const { ask, asked, mock } = await simulate({}, connection());
    const result = await ask(about(mock.resources[service]));
    expect(result).toMatchObject({
      assessment: { verdict: "ok" },
      failure: null,
      requests: 1,
      throttled: 0,
    });
    expect(asked).toHaveLength(1);
    expect(result.timeline.length).toBeGreaterThan(5);
  });

  test("tells what went wrong", async () => {
    const { ask, mock } = await simulate({}, connection());
    const verdict = async (id: string) => (await ask(about(id), limit)).assessment?.verdict;
    expect(await verdict("late-1")).toBe("late");
    expect(await verdict("failing-1")).toBe("failing");
    expect(await verdict("stuck-1")).toBe("stuck");
    expect(await verdict("never-1")).toBe("never");
    expect(await verdict("empty-1")).toBe("never");
    expect(await verdict(mock.resources[service])).toBe("ok");
  });

  test("is late once two days have passed without a backup", async () => {
    const { ask, clock, mock } = await simulate({}, connection());
    clock.jump(2 * DAY);
    const { assessment, requests } = await ask(about(mock.resources[service]));
    expect(assessment?.verdict).toMatch(/^(late|failing)$/);
    expect(assessment?.reason).toMatch(/^the last good backup is \d+h\d+m old, \d\dh\d+m past its limit/);
    expect(requests).toBe(1);
  });

  test("is a failure with the id where there is no such one, or it may not be seen", async () => {
    const { ask } = await simulate({}, connection());
    const missing = await ask(about("missing-1"));
    expect(missing).toMatchObject({ assessment: null, timeline: [], requests: 1 });
    expect(missing.failure?.name).toMatch(/^(NotFoundError|ServiceFailureError)$/);
    expect(missing.failure?.message).toContain("missing-1");
    const forbidden = await ask(about("forbidden-1"));
    expect(forbidden.failure).toMatchObject({ name: "PermissionError", code: expect.any(String) });
    expect(forbidden.failure?.message).toContain(" forbidden-1: ");
    // Also if the advice of the client has named the permission.
    const permissions = forbidden.failure?.message.match(/\b\w+:\w+:\w+\b/g) ?? [];
    expect(new Set(permissions).size).toBe(permissions.length);
    expect(forbidden.failure?.requestId).toEqual(expect.any(String));
  });
});

describe("reads no more than the verdict needs", () => {
  const pages = (asked: readonly string[]) => asked.map((url) => new URLSearchParams(url.split("?")[1]));

  test("of a thousand backups in a dense listing: the deciding period alone", async () => {
    const { ask, asked } = await simulate({ records: 20_000 });
    const { assessment, requests } = await ask({});
    expect(assessment?.verdict).toBe("ok");
    // 10 years over 20,000 records: 3h apart, so that a week's page holds 60.
    expect(requests).toBe(1);
    expect(pages(asked)[0]?.get("begin_time")).toBe("20261113180000");
  });

  test("of more than a page in a week: all pages of two days", async () => {
    const { ask, asked } = await simulate({ records: 200_000 });
    const { assessment } = await ask({});
    expect(assessment?.verdict).toBe("ok");
    // 26 minutes apart: 416 a week, 114 in the deciding 50 hours.
    expect(pages(asked).map((query) => [query.get("begin_time"), query.get("offset")])).toEqual([
      ["20261113180000", "0"],
      ["20261119060000", "0"],
      ["20261119060000", "100"],
    ]);
  });

  test("of a listing that fits a page: everything at once, when its week has no good backup", async () => {
    const { ask, asked, clock } = await simulate();
    clock.jump(12 * DAY);
    const { assessment, timeline } = await ask({});
    expect(assessment?.reason).toContain("past its limit");
    expect(pages(asked).map((query) => query.get("begin_time"))).toEqual(["20261125180000", null]);
    expect(timeline).toHaveLength(25);
  });

  test("of a longer one: back to the newest good backup that it shows", async () => {
    const { ask, asked, clock } = await simulate({ records: 20_000 });
    clock.jump(40 * DAY);
    const { assessment } = await ask({});
    expect(assessment?.reason).toMatch(
      /^the last good backup is 39d23h old, has expired, 38d21h past its limit/,
    );
    expect(pages(asked).map((query) => [query.get("begin_time"), query.get("end_time")])).toEqual([
      ["20261223180000", null],
      [null, null],
      [expect.stringMatching(/^20261120/), "20261223180000"],
    ]);
  });

  test("of one without a good backup: further back each time, to the bound", async () => {
    const { asked, clock, mock } = await simulate({ records: 3000 });
    const { assessment } = await checkTarget(targetOf(mock, { resource: resource("never-1") }), clientSet(), {
      clock,
      lookBack: 30 * DAY,
    });
    expect(assessment).toMatchObject({ verdict: "failing", lastGood: null });
    expect(assessment?.reason).toMatch(
      /^there is no good backup in the last 30d; \d+ have failed since; the last failure: dcs\.08\.\d+: \S.*[^.]$/,
    );
    expect(pages(asked).map((query) => [query.get("begin_time"), query.get("end_time")])).toEqual([
      ["20261113180000", null],
      [null, null],
      ["20261106040000", "20261113180000"],
      ["20261022080000", "20261106040000"],
    ]);
  });

  test("until there are enough that can be restored", async () => {
    const { ask, asked } = await simulate({ records: 3000 });
    const { assessment } = await ask({}, { minRestorable: 6 });
    expect(assessment).toMatchObject({ verdict: "ok" });
    expect(asked).toHaveLength(1);
    const more = await ask({}, { minRestorable: 500, maxAge: 2 * HOUR });
    expect(more.assessment?.verdict).toMatch(/late|failing|unknown/);
    expect(asked.length).toBeGreaterThan(3);
  });

  test("and no more pages than it may", async () => {
    const { asked, clock, mock } = await simulate({ records: 200_000 });
    const ask = (id: string, maxPages: number) =>
      checkTarget(targetOf(mock, { resource: resource(id) }), clientSet(), { clock, maxPages });
    const { assessment } = await ask("never-1", 2);
    expect(assessment).toMatchObject({ verdict: "unknown" });
    expect(assessment?.reason).toBe("no backup is known to be good; not all records were read");
    expect(asked).toHaveLength(2);
    const good = await ask(mock.resources.dcs, 1);
    expect(good.assessment?.verdict).toBe("ok");
    expect(asked).toHaveLength(3);
    expect((await ask("never-1", 0)).assessment?.verdict).toBe("unknown");
    expect(asked).toHaveLength(3);
  });

  test("of VBS, which has no periods but an order: until what follows is older", async () => {
    const { ask, asked } = await simulate({ records: 200_000 });
    const { assessment } = await ask({ service: "vbs", api: null });
    expect(assessment?.verdict).toBe("ok");
    // 26 minutes apart: 114 in the deciding 50 hours, at 50 to a page.
    expect(pages(asked).map((query) => [query.get("sort_dir"), query.get("offset")])).toEqual([
      ["desc", "0"],
      ["desc", "50"],
      ["desc", "100"],
    ]);
  });

  test("of VBS, no further than it may", async () => {
    const { asked, clock, mock } = await simulate({ records: 20_000 });
    const target = targetOf(mock, { service: "vbs", api: null, resource: resource("never-1") });
    const { assessment } = await checkTarget(target, clientSet(), { clock, lookBack: 30 * DAY });
    expect(assessment?.reason).toMatch(
      /^there is no good backup in the last 3\dd\d+h; \d+ have failed since$/,
    );
    // 4.4 h apart: 164 in 30 days, at 50 to a page.
    expect(asked).toHaveLength(4);
    const bounded = await checkTarget(target, clientSet(), { clock, maxPages: 2 });
    expect(bounded.assessment?.verdict).toBe("failing");
    expect(asked).toHaveLength(6);
  });
});

describe("a target", () => {
  test("counts what was throttled, and is answered all the same", async () => {
    const { ask } = await simulate({ faults: ["429@1"] });
    expect(await ask({})).toMatchObject({ assessment: { verdict: "ok" }, requests: 2, throttled: 1 });
  });

  test("counts StarRocks's throttling, which is a 400", async () => {
    const { ask } = await simulate({ faults: ["throttle@1"] }, alibaba());
    const found = await ask({ service: "starrocks", api: null });
    expect(found).toMatchObject({ assessment: { verdict: "ok" }, requests: 2, throttled: 1 });
  });

  test("that is only ever throttled is a failure", async () => {
    const { ask } = await simulate({ faults: ["429"] });
    expect(await ask({})).toMatchObject({
      assessment: null,
      failure: { name: "RateLimitError" },
      requests: 3,
      throttled: 3,
    });
  });

  test("whose connection breaks is a failure, its attempts counted", async () => {
    const { ask } = await simulate({ faults: ["reset"] });
    expect(await ask({})).toMatchObject({
      failure: { name: "ConnectionError", requestId: null },
      requests: 3,
      throttled: 0,
    });
  });

  test("that says too little is a failure before anything is sent", async () => {
    const { ask, asked } = await simulate();
    for (const given of [{ projectId: null }, { baseUrl: null }, { resource: resource("..") }]) {
      const { failure, requests } = await ask(given);
      expect(failure).toMatchObject({ code: null, requestId: null });
      expect(failure?.name).toMatch(/^(ConfigurationError|InvalidRequestError)$/);
      expect(requests).toBe(0);
    }
    expect(asked).toEqual([]);
  });

  test("names the clouds that its service is in, and asks in its region", async () => {
    const { ask, asked } = await simulate({}, alibaba());
    await ask({ service: "starrocks", api: null, cloud: "alibabacloud", region: "eu-central-1" });
    expect(asked[0]).toContain("RegionId=eu-central-1");
    const elsewhere = await ask({ cloud: "alibabacloud", baseUrl: null });
    expect(elsewhere.failure?.message).toContain("huaweicloud or otc");
  });

  test("whose rate limit gives way is a failure in one line", async () => {
    const rejecting = (reason: unknown) => clientSet({ rateLimit: () => Promise.reject(reason) });
    const first = await simulate({}, rejecting(new Error("the limiter\nis gone")));
    expect(await first.ask({})).toMatchObject({
      failure: { name: "Error", message: "the limiter is gone", code: null },
      requests: 0,
    });
    const second = await simulate({}, rejecting("gone"));
    expect(await second.ask({})).toMatchObject({ failure: { message: "gone" } });
  });

  test("names no code where the service names none", async () => {
    const { ask } = await simulate({}, clientSet({ fetch: async () => new Response("", { status: 404 }) }));
    expect((await ask({ resource: resource("x") })).failure).toMatchObject({
      name: "NotFoundError",
      message: expect.stringMatching(/^instance x: .* 404/),
      code: null,
    });
  });

  test("waits for the account's rate limit before every attempt", async () => {
    let waits = 0;
    const clients = clientSet({
      rateLimit: async () => {
        waits += 1;
      },
    });
    const { ask } = await simulate({ faults: ["503@1"] }, clients);
    expect(await ask({})).toMatchObject({ requests: 2 });
    expect(waits).toBe(2);
  });

  test("ends with the caller's own reason", async () => {
    const { mock, clock } = await simulate({ faults: ["stall"] });
    const target = targetOf(mock, {});
    const reason = new Error("enough");
    const early = AbortSignal.abort(reason);
    await expect(checkTarget(target, clientSet(), { clock, signal: early })).rejects.toBe(reason);
    const controller = new AbortController();
    const asking = checkTarget(target, clientSet({ rateLimit: async () => controller.abort(reason) }), {
      clock,
      signal: controller.signal,
    });
    await expect(asking).rejects.toBe(reason);
  });

  test("calls the listeners of the client set, and shares a client among targets of one endpoint", async () => {
    const told: string[] = [];
    const drift: unknown[] = [];
    const clients = clientSet({
      onEvent: ({ type }) => told.push(type),
      onDrift: (found) => drift.push(found),
    });
    const { ask, mock } = await simulate({}, clients);
    await ask({});
    expect(told).toEqual(["start", "attempt", "end", "page"]);
    expect(drift).toEqual([]);
    const one = targetOf(mock, {});
    expect(await clients.source({ ...one, name: "another", resource: resource("x") })).toBe(
      await clients.source(one),
    );
    expect(await clients.source({ ...one, projectId: "q" })).not.toBe(await clients.source(one));
  });
});

describe("a timeline", () => {
  let mock: Mock;
  const clock = fakeClock();

  beforeAll(async () => {
    mock = await startMock({ mode: "simulate", bigSizes: true, clock });
  });
  afterAll(() => mock.stop());

  test("holds the newest, newest first, and survives JSON", async () => {
    const target = targetOf(mock, { resource: resource("failing-1") });
    const { timeline } = await checkTarget(target, clientSet(), { clock, timeline: 7 });
    expect(timeline).toHaveLength(7);
    const from = timeline.map((entry) => Number(entry.from));
    expect(from).toEqual([...from].sort((a, b) => b - a));
    expect(timeline.slice(0, 2).map(({ state, to }) => [state, to])).toEqual([
      ["pending", null],
      ["running", null],
    ]);
    expect(timeline.some(({ failure }) => failure !== null)).toBe(true);
    expect(timeline.some(({ sizeBytes }) => typeof sizeBytes === "string")).toBe(true);
    expect(JSON.parse(JSON.stringify(timeline))).toEqual(timeline);
  });

  test("is there with the machine's clock as well", async () => {
    const { askedAt, durationMs } = await checkTarget(targetOf(mock, {}), clientSet());
    expect(Math.abs(Date.now() - askedAt)).toBeLessThan(60_000);
    expect(durationMs).toBeGreaterThanOrEqual(0);
  });
});
