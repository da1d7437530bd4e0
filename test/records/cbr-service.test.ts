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
