import { Agent, createServer, type Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import {
  alibabaAccessKey,
  ConfigurationError,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  iamPassword,
  token,
} from "../../src/index.js";
import { type Mock, type MockExchange, type MockOptions, startMock } from "../../src/mock/index.js";
import { fromEnvironment } from "../../src/node/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { rows, sendRequest } from "./support/send-request.js";

const mocks: Mock[] = [];
const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(mocks.splice(0).map((mock) => mock.stop()));
  for (const server of servers.splice(0)) server.close();
});

async function start(options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({ mode: "simulate", ...options });
  mocks.push(mock);
  return mock;
}

const portOf = (url: string) => Number(new URL(url).port);

async function occupied(port = 0): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  return typeof address === "object" && address ? address.port : 0;
}

describe("urls", () => {
  test("are one port each, on 127.0.0.1, for the services of the option", async () => {
    const mock = await start();
    expect(Object.keys(mock.urls)).toEqual(["dcs", "vbs", "starrocks", "cbr"]);
    expect(new Set(Object.values(mock.urls).map(portOf)).size).toBe(4);
    for (const url of Object.values(mock.urls)) expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const one = await start({ services: ["vbs", "vbs"] });
    expect(Object.keys(one.urls)).toEqual(["vbs"]);
    expect(one.iamUrl).toBe(one.urls.vbs);
  });

  test("follow the given port in the order of the services", async () => {
    for (let attempt = 0; ; attempt++) {
      const free = await occupied();
      servers.splice(0).map((server) => server.close());
      try {
        const mock = await start({ port: free, services: ["starrocks", "dcs"] });
        expect(mock.urls).toEqual({
          starrocks: `http://127.0.0.1:${free}`,
          dcs: `http://127.0.0.1:${free + 1}`,
        });
        return;
      } catch (error) {
        // Another process may have taken the next port meanwhile.
        if (!(error instanceof ConfigurationError) || attempt > 5) throw error;
      }
    }
  });
});

describe("a port in use", () => {
  test("is one error that names it, and nothing keeps listening", async () => {
    const port = await occupied();
    const failed = startMock({ mode: "simulate", port, services: ["dcs"] });
    await expect(failed).rejects.toThrow(ConfigurationError);
    await expect(failed).rejects.toThrow(
      `port ${port} is in use: stop what listens there, or pass another port; 0 takes a free one`,
    );
  });

  test("behind the first one closes the first", async () => {
    const second = await occupied();
    const failed = startMock({ mode: "simulate", port: second - 1, services: ["dcs", "vbs"] });
    await expect(failed).rejects.toThrow(ConfigurationError);
    if (String(await failed.catch(String)).includes(`port ${second} `)) {
      expect(await occupied(second - 1)).toBe(second - 1);
    }
  });
});

test.each<[object, string]>([
  [{ services: [] }, "services must be some of dcs, vbs, starrocks, cbr, not none"],
  [{ services: ["s3"] }, 'services must be some of dcs, vbs, starrocks, cbr, not "s3"'],
  [{ mode: "both" }, 'mode must be examples or simulate, not "both"'],
  [{ auth: "on" }, 'auth must be off or verify, not "on"'],
  [{ port: -1 }, "port must be an integer from 0 to 65535, not -1"],
  [{ port: 65_535 }, "port must be an integer from 0 to 65535, not 65535, and there must be 4 from it on"],
  [{ records: 1_000_001 }, "records must be an integer from 0 to 1000000, not 1000001"],
  [{ records: 1.5 }, "records must be an integer"],
  [{ maxPageSize: 0 }, "maxPageSize must be an integer from 1"],
  [{ seed: -1 }, "seed must be an integer from 0 to 4294967295, not -1"],
  [{ tokenLifetimeMs: 0 }, "tokenLifetimeMs must be an integer from 1"],
  [{ faults: ["explode"] }, 'fault "explode": explode is not a fault'],
  [{ faults: [{ latencyMs: -5 }] }, 'fault "latency=-5": write [service/]what'],
])("%j is refused: %s", async (options, message) => {
  const failed = startMock({ mode: "simulate", ...options });
  await expect(failed).rejects.toThrow(ConfigurationError);
  await expect(failed).rejects.toThrow(message);
});

describe("env", () => {
  test("holds what the services' own tools read, for the services that run", async () => {
    const mock = await start({ services: ["starrocks"] });
    expect(mock.env).toEqual({
      BACKUP_RECORDS_STARROCKS_URL: mock.urls.starrocks,
      ALIBABA_CLOUD_ACCESS_KEY_ID: "FAKE-ACCESS-KEY-ID",
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: "fake-secret-access-key",
    });
    expect(Object.keys((await start()).env)).toEqual(
      expect.arrayContaining([
        "HUAWEICLOUD_SDK_AK",
        "HUAWEICLOUD_SDK_SK",
        "HUAWEICLOUD_SDK_PROJECT_ID",
        "OS_AUTH_URL",
      ]),
    );
  });

  const temporary = { keys: { "FAKE-TEMPORARY-KEY": { secret: "fake", securityToken: "fake-sts" } } };
  test.each([
    ["dcs", undefined, {}],
    ["dcs", "otc", {}],
    ["vbs", undefined, {}],
    ["starrocks", undefined, {}],
    ["dcs", undefined, temporary],
    ["dcs", "otc", temporary],
    ["vbs", undefined, temporary],
    ["starrocks", undefined, temporary],
  ] as const)("is all that a client of %s needs (cloud: %s, %o)", async (service, cloud, credentials) => {
    const mock = await start({ auth: "verify", credentials });
    const found = fromEnvironment({ service, cloud, env: mock.env });
    const options = {
      baseUrl: mock.env[`BACKUP_RECORDS_${service.toUpperCase()}_URL`] ?? "",
      projectId: found.projectId ?? "",
      region: found.region,
      auth: found.auth,
    };
    const { dcs, vbs, starrocks } = mock.resources;
    const page = await {
      dcs: () => createDcsClient(options).listBackupRecords({ instance_id: dcs }),
      vbs: () => createVbsClient(options).listBackupTasks({ policy_id: vbs }),
      starrocks: () => createStarRocksClient(options).describeBackups({ InstanceId: starrocks }),
    }[service]();
    expect(page.total).toBe(25);
  });

  test("holds the credentials that the mock was given", async () => {
    const keys = { "OTHER-FAKE-KEY": { secret: "other-fake-secret" } };
    const mock = await start({ auth: "verify", credentials: { keys, users: { someone: "fake" } } });
    const { env } = mock;
    expect(env).toMatchObject({ HUAWEICLOUD_SDK_AK: "OTHER-FAKE-KEY", OS_SECRET_KEY: "other-fake-secret" });
    const auth = iamPassword({
      username: String(env["OS_USERNAME"]),
      password: String(env["OS_PASSWORD"]),
      domainName: String(env["OS_USER_DOMAIN_NAME"]),
      iamUrl: env["OS_AUTH_URL"],
    });
    const vbs = createVbsClient({ baseUrl: mock.urls.vbs, projectId: String(env["OS_PROJECT_ID"]), auth });
    expect((await vbs.listBackupTasks({ policy_id: mock.resources.vbs })).items).toHaveLength(20);
  });
});

test("resources have records, and the one of StarRocks is among those of its account", async () => {
  const mock = await start({ records: 3 });
  const list = async (query: string) => {
    const url = `${mock.urls.starrocks}/webapi/backup/manage/describe?${query}`;
    return rows(JSON.parse((await sendRequest(url, { method: "POST" })).text), "Data");
  };
  const named = await list(`InstanceId=${mock.resources.starrocks}`);
  expect(named).toHaveLength(3);
  expect((await list("")).filter(({ InstanceId }) => InstanceId === mock.resources.starrocks)).toEqual(named);
});

test("sizes beyond 2^53-1 are written as the integers that they are", async () => {
  const mock = await start({ bigSizes: true, records: 5 });
  const dcs = createDcsClient({ baseUrl: mock.urls.dcs, projectId: "p", auth: token("fake-token") });
  const { items } = await dcs.listBackupRecords({ instance_id: "i" });
  const sizes = items.map(({ size }) => size).filter((size) => size !== 0);
  expect(sizes.length).toBeGreaterThan(0);
  for (const size of sizes) expect(typeof size).toBe("bigint");
  const starrocks = createStarRocksClient({
    baseUrl: mock.urls.starrocks,
    auth: alibabaAccessKey({ accessKeyId: "fake-key", accessKeySecret: "fake-secret" }),
  });
  expect(typeof (await starrocks.describeBackups()).items[0]?.Size).toBe("bigint");
});

describe("onRequest", () => {
  test("gets each request and response, without a secret", async () => {
    const exchanges: MockExchange[] = [];
    const clock = fakeClock();
    const mock = await start({ auth: "verify", clock, onRequest: (exchange) => exchanges.push(exchange) });
    const { env } = mock;
    const password = "fake-password";
    const auth = iamPassword({
      username: "fake-user",
      password,
      domainName: "d",
      iamUrl: mock.iamUrl,
      clock,
    });
    const dcs = createDcsClient({ baseUrl: mock.urls.dcs, projectId: "p", auth, clock });
    await dcs.listBackupRecords({ instance_id: "i", limit: 1 });
    await sendRequest(`${mock.urls.dcs}/v2/p/instances/i/backups`, {
      headers: { authorization: "fake-signature" },
    });
    expect(exchanges).toMatchObject([
      { service: "iam", number: 1, method: "POST", url: "/v3/auth/tokens", status: 201, responseBody: "" },
      {
        service: "dcs",
        number: 1,
        method: "GET",
        url: "/v2/p/instances/i/backups?limit=1&offset=0",
        status: 200,
      },
      { service: "dcs", number: 2, status: 401, headers: { authorization: "[redacted]" } },
    ]);
    expect(JSON.parse(String(exchanges[1]?.responseBody)).total_num).toBe(25);
    const recorded = JSON.stringify(exchanges);
    for (const secret of [password, "fake-iam-token-1", "fake-signature", env["OS_SECRET_KEY"] ?? ""]) {
      expect(recorded).not.toContain(secret);
    }
  });

  test("may throw", async () => {
    const mock = await start({
      onRequest: () => {
        throw new Error("fake");
      },
    });
    expect((await sendRequest(`${mock.urls.dcs}/v2/p/instances/i/backups`)).status).toBe(200);
  });
});

test("responses carry the date of the mock's clock, and a request id in the vendor's header", async () => {
  const mock = await start({ clock: fakeClock() });
  const dcs = await sendRequest(`${mock.urls.dcs}/v2/p/instances/i/backups`);
  expect(dcs.headers).toMatchObject({
    date: "Sat, 21 Nov 2026 08:00:00 GMT",
    "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  const starRocks = await sendRequest(`${mock.urls.starrocks}/webapi/backup/manage/describe`, {
    method: "POST",
  });
  expect(JSON.parse(starRocks.text).RequestId).toBe(starRocks.headers["x-acs-request-id"]);
});

describe("a request body of 2 MB", () => {
  const body = "x".repeat(2_000_000);

  test.each([
    ["whose length is known", { "content-length": String(body.length) }],
    ["in chunks", { "transfer-encoding": "chunked" }],
  ])("%s is a 413, and the connection can be used again", async (_, headers) => {
    const mock = await start({ services: ["starrocks"] });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const url = `${mock.urls.starrocks}/webapi/backup/manage/describe`;
    const large = await sendRequest(url, { method: "POST", headers, body, agent });
    expect(large).toMatchObject({ status: 413, text: "The request body is larger than 1 MB\n" });
    const next = await sendRequest(url, { method: "POST", agent });
    expect([next.status, next.reusedSocket]).toEqual([200, true]);
    agent.destroy();
  });

  test("is a 413 for a login, too", async () => {
    const mock = await start();
    const login = { method: "POST", body };
    expect((await sendRequest(`${mock.iamUrl}/v3/auth/tokens`, login)).status).toBe(413);
  });
});
