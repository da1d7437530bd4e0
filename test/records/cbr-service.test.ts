import { afterAll, describe, expect, test } from "vitest";
import { createCbrClient, token } from "../../src/index.js";
import { loadService } from "../../src/load-service.js";
import { type Mock, type MockOptions, startMock } from "../../src/mock/index.js";
import { describeSchedule } from "../../src/records/schedule.js";
import { fakeClock } from "../support/fake-clock.js";

const clock = fakeClock();
const auth = token("fake-token");
const running: { stop(): Promise<unknown> }[] = [];

async function start(options: Partial<MockOptions<"cbr">> = {}) {
  const mock: Mock<"cbr"> = await startMock({
    mode: "simulate",
    services: ["cbr"],
    clock,
    records: 30,
    ...options,
  });
  running.push(mock);
  return { mock, cbr: createCbrClient({ baseUrl: mock.urls.cbr, projectId: "p", auth }) };
}

/** A fetch that changes the responses. */
function changing(change: (body: Record<string, unknown>) => unknown): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const body = await response.json();
    change(body);
    return Response.json(body, { status: response.status });
  };
}

afterAll(() => Promise.all(running.map((one) => one.stop())));

describe("the schedules of a project", () => {
  async function schedules(baseUrl: string, changed?: typeof fetch) {
    const service = await loadService("cbr");
    const place = { cloud: "otc", region: "eu-de", baseUrl, projectId: "p" } as const;
    const source = service.open(place, { auth, clock, fetch: changed });
    return async (id: string) => {
      const stated = await source.schedule?.(id, {});
      return stated === "gone" || stated === undefined ? stated : describeSchedule(stated.schedule);
    };
  }

  test("are those of the policies of each resource's vault, asked for once", async () => {
    let requests = 0;
    const { mock, cbr } = await start({ gaps: true, onRequest: () => requests++ });
    const told = await schedules(mock.urls.cbr);
    const before = requests;
    expect(await told(mock.resources.cbr)).toMatch(/^daily \d\d:\d\d UTC$/);
    expect(await told("missed-1")).toMatch(/^daily/);
    expect(await told("empty-off-1")).toBe("no schedule: the policy is off");
    expect(await told("empty-unbound-1")).toBe("no schedule: no policy is applied to the vault");
    expect(await told("nowhere")).toBe("no schedule: the resource is in no vault");
    expect(requests - before).toBe(2);
    const vaults = await cbr.listVault().toArray({ max: 100 });
    const [still] = vaults.flatMap(({ resources }) =>
      resources.filter(({ auto_protect }) => auto_protect === false),
    );
    expect(await told(still?.id ?? "")).toBe(
      "no schedule: the resource does not follow the policy of its vault",
    );
    const full = vaults.find(({ billing }) => billing.used === billing.size * 1024);
    expect(full?.resources.length).toBeGreaterThan(0);
  });

  test("are found by the policy's vaults if no policy names one", async () => {
    const { mock } = await start();
    // As every example of the pages has it; one more that has no id is applied to nothing.
    const told = await schedules(
      mock.urls.cbr,
      changing((body) => {
        const policies = body["policies"];
        if (!Array.isArray(policies)) return;
        for (const policy of policies) Object.assign(policy, { associated_vaults: [] });
        policies.push({ enabled: true });
      }),
    );
    expect(await told(mock.resources.cbr)).toMatch(/^daily \d\d:\d\d UTC$/);
  });

  test("are not guessed from a response without policies", async () => {
    const { mock } = await start();
    const told = await schedules(
      mock.urls.cbr,
      changing((body) => Reflect.deleteProperty(body, "policies")),
    );
    await expect(told(mock.resources.cbr)).rejects.toMatchObject({
      name: "ContractError",
      pointer: "/policies",
    });
  });
});

describe("the last restoration of a resource", () => {
  const log = (over: object) => ({
    ...{ id: "log", operation_type: "restore", status: "success", project_id: "p" },
    ...{ created_at: "2026-11-01T00:00:00Z", updated_at: "2026-11-01T00:00:00Z" },
    ...{ started_at: "2026-11-01T01:00:00.000+00:00", ended_at: "2026-11-01T01:02:00.000+00:00" },
    extra_info: {
      resource: { id: "a", type: "OS::Nova::Server" },
      restore: { backup_id: "backup-1", target_resource_id: "elsewhere" },
    },
    ...over,
  });

  async function open(logs: readonly unknown[], status = 200) {
    const sent: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      const url = new URL(input instanceof Request ? input.url : input);
      sent.push(url.pathname + url.search);
      const body = status === 200 ? { operation_logs: logs, count: logs.length } : { error_code: "x" };
      return Response.json(body, { status });
    };
    const service = await loadService("cbr");
    const place = { cloud: "otc", region: "eu-de", baseUrl: undefined, projectId: "p" } as const;
    const source = service.open(place, { auth, fetch, clock, retry: { attempts: 1 } });
    return { sent, of: (id: string) => source.lastRestore?.(id, {}) };
  }

  test("is the latest one that succeeded, of one listing for all", async () => {
    const { of, sent } = await open([
      log({}),
      log({ id: "newer", started_at: "2026-11-02T01:00:00", ended_at: "2026-11-02 01:05:00" }),
      log({ id: "older", ended_at: "2026-10-02T01:05:00Z" }),
      log({ id: "failed", status: "failed", ended_at: "2026-11-03T01:05:00Z" }),
      log({ id: "a backup", operation_type: "backup", ended_at: "2026-11-03T01:05:00Z" }),
      log({ id: "without an end", ended_at: null }),
      log({ id: "without a resource", extra_info: {} }),
      log({ id: "b", started_at: null, extra_info: { resource: { id: "b" } } }),
      null,
    ]);
    expect(await Promise.all(["a", "b", "elsewhere"].map(of))).toEqual([
      { at: new Date("2026-11-02T01:05:00Z"), durationMs: 5 * 60_000, backupId: "backup-1" },
      { at: new Date("2026-11-01T01:02:00Z"), durationMs: null, backupId: null },
      null,
    ]);
    expect(sent).toEqual(["/v3/p/operation-logs?limit=1000&operation_type=restore&status=success&offset=0"]);
  });

  test("is asked for once, also if it may not be listed", async () => {
    const { of, sent } = await open([], 403);
    const outcomes = await Promise.allSettled(["a", "b"].map(of));
    await expect(of("c")).rejects.toMatchObject({ name: "PermissionError" });
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(sent).toHaveLength(1);
  });
});
