import { createRequire } from "node:module";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createDcsClient, createStarRocksClient, createVbsClient, token } from "../../src/index.js";
import type { Mock, MockOptions } from "../../src/mock/index.js";
import { sampleOf, wholeRound } from "../support/round.js";
import { openHangingConnections } from "./support/connections.js";
import { sendRequest } from "./support/send-request.js";

const mocks: Mock[] = [];

async function start(options: MockOptions): Promise<Mock> {
  const { startMock } = await import("../../src/mock/index.js");
  const mock = await startMock(options);
  mocks.push(mock);
  return mock;
}

const prismIsLoaded = () =>
  Object.keys(createRequire(import.meta.url).cache).some((file) => file.includes("@stoplight"));

afterEach(async () => {
  await Promise.all(mocks.splice(0).map((mock) => mock.stop()));
  vi.doUnmock("node:module");
  vi.resetModules();
});

test("neither importing the mock nor simulating loads Prism", async () => {
  const { startMock } = await import("../../src/mock/index.js");
  const simulated = await startMock();
  await simulated.stop();
  expect(prismIsLoaded()).toBe(false);
});

// Loading Prism takes seconds: `npm run test:whole` has the time. In both rounds, test/contract/examples.test.ts plays them.
test.skipIf(!wholeRound)(
  "playing examples loads Prism, and logs what it finds",
  {
    timeout: 60_000,
  },
  async () => {
    const { startMock } = await import("../../src/mock/index.js");
    const lines: string[] = [];
    const played = await startMock({ services: ["dcs"], mode: "examples", log: (line) => lines.push(line) });
    expect(prismIsLoaded()).toBe(true);
    const headers = { "x-auth-token": "fake-secret-token" };
    await fetch(`${played.urls.dcs}/v1.0/p/instances/i/backups?limit=0`, { headers });
    await played.stop();
    expect(lines).toContain(
      "error: Violation: request.query.limit Request query parameter limit must be >= 1",
    );
    expect(lines.join("\n")).not.toContain("fake-secret-token");
  },
);

test("without Prism the mode examples says in one line what to install, and simulate works", async () => {
  vi.doMock("node:module", () => ({
    createRequire: (from: string) => {
      const resolve = () => {
        throw new Error("Cannot find module");
      };
      return Object.assign(createRequire(from), { resolve });
    },
  }));
  const { startMock } = await import("../../src/mock/index.js");
  await expect(startMock({ services: ["dcs"], mode: "examples" })).rejects.toMatchObject({
    name: "ConfigurationError",
    message:
      'The mock mode "examples" needs Prism: run `npm install --save-dev @stoplight/prism-cli@5.14.2`, or use the mode "simulate"',
  });
  const simulated = await startMock();
  await simulated.stop();
});

describe.each(sampleOf(["simulate", "examples"] as const, 2))("the mode %s", (mode) => {
  test("serves from one port with prefixes", async () => {
    const mock = await start({ prefixes: true, mode });
    expect(new Set(Object.values(mock.urls).map((url) => new URL(url).port)).size).toBe(1);
    expect(mock.urls.starrocks).toMatch(/:\d+\/starrocks$/);
    const common = { projectId: "p", auth: token("fake-token") };
    const dcs = createDcsClient({ ...common, baseUrl: mock.urls.dcs });
    const vbs = createVbsClient({ ...common, baseUrl: mock.urls.vbs });
    const auth = { authorize: () => ({ authorization: "fake" }), scheme: "fake" };
    const starrocks = createStarRocksClient({ baseUrl: mock.urls.starrocks, auth });
    expect((await dcs.listBackupRecordsV1({ instance_id: "i" })).items.length).toBeGreaterThan(0);
    expect((await vbs.listBackupTasks({ policy_id: "i" })).items.length).toBeGreaterThan(0);
    expect((await starrocks.describeBackups()).items.length).toBeGreaterThan(0);
    const origin = new URL(mock.urls.dcs).origin;
    expect(await sendRequest(`${origin}/dcsx/v1.0`)).toMatchObject({
      status: 404,
      text: "The mock has nothing at /dcsx/v1.0\n",
    });
    expect(mock.iamUrl).toBe(origin);
  });

  test("lets a page of any origin send requests and read responses", async () => {
    const mock = await start({ mode, services: ["dcs"] });
    const url = `${mock.urls.dcs}/v1.0/p/instances/i/backups`;
    const origin = "https://page.example";
    const preflight = await sendRequest(url, {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "GET",
        "access-control-request-headers": "x-auth-token",
      },
    });
    expect(preflight).toMatchObject({
      status: 204,
      headers: {
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, POST, OPTIONS",
        "access-control-allow-headers": "x-auth-token",
      },
    });
    for (const target of ["", "?limit=0"]) {
      const response = await sendRequest(url + target, { headers: { origin, "x-auth-token": "fake-token" } });
      expect(response.headers["access-control-allow-origin"]).toBe("*");
      expect(response.headers["access-control-expose-headers"]).toContain("x-request-id");
    }
  });

  test("stops although connections are open", async () => {
    const mock = await start({ mode, services: ["starrocks"], faults: ["latency=3600000@5"] });
    const connections = await openHangingConnections(mock.urls.starrocks);
    await mock.stop();
    await connections.closed();
  });

  test("takes faults", async () => {
    const mock = await start({ mode, services: ["vbs"], faults: ["504@1"] });
    const url = `${mock.urls.vbs}/v2/p/backuppolicy/i/backuptasks`;
    const headers = { "x-auth-token": "fake-token" };
    expect((await sendRequest(url, { headers })).status).toBe(504);
    expect((await sendRequest(url, { headers })).status).toBe(200);
  });
});
