import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { ConfigurationError, huaweiAccessKey, otcAccessKey } from "../../src/index.js";
import { fakeCredentials, type Mock, type MockExchange, type MockOptions } from "../../src/mock/index.js";
import type { MockServiceDefinition } from "../../src/mock/service-definition.js";
import { mockServices } from "../../src/mock/services.js";
import { startMockServices } from "../../src/mock/start-mock.js";
import { authContext, outgoing, sendSigned } from "../support/auth-context.js";
import { fakeClock } from "../support/fake-clock.js";
import { wholeRound } from "../support/round.js";
import { at, rows, sendRequest } from "./support/send-request.js";
import { toyMock } from "./support/toy.js";

const mocks: Mock<string>[] = [];

afterEach(() => Promise.all(mocks.splice(0).map((mock) => mock.stop())));

async function start(
  definitions: readonly MockServiceDefinition[],
  options: MockOptions<string> = {},
): Promise<Mock<string>> {
  const mock = await startMockServices(definitions, { mode: "simulate", clock: fakeClock(), ...options });
  mocks.push(mock);
  return mock;
}

async function get(url: string, headers: Record<string, string> = {}): Promise<[number, unknown]> {
  const { status, text } = await sendRequest(url, { headers });
  return [status, JSON.parse(text)];
}

describe("a service of a test's own", () => {
  const withToy = [...mockServices, toyMock];
  const SNAPSHOTS = "/v1/p/boxes/box-1/snapshots";

  test("is served beside the others, with a port, an id, its variables and its prefix", async () => {
    const mock = await start(withToy);
    expect(Object.keys(mock.urls)).toEqual([...mockServices.map(({ name }) => name), "toy"]);
    expect(mock.resources["toy"]).toBe("box-1");
    expect(mock.env).toMatchObject({
      BACKUP_RECORDS_TOY_URL: mock.urls["toy"],
      HUAWEICLOUD_SDK_AK: fakeCredentials.accessKeyId,
      OS_USERNAME: fakeCredentials.username,
    });
    const { urls } = await start(withToy, { prefixes: true, services: ["toy", "vbs"] });
    expect(urls["toy"]).toMatch(/:\d+\/toy$/);
    expect((await get(`${urls["toy"]}${SNAPSHOTS}`))[0]).toBe(200);
  });

  test("lists its records: pages, filters, states, scenarios", async () => {
    const clock = fakeClock();
    const { urls } = await start([toyMock], { records: 12, clock });
    const url = `${urls["toy"]}${SNAPSHOTS}`;
    const [, first] = await get(url);
    const [, second] = await get(`${url}?offset=5&limit=50`);
    const all = [...rows(first, "snapshots"), ...rows(second, "snapshots")];
    expect([at(first, "total"), all.length, new Set(all.map(({ id }) => id)).size]).toEqual([12, 12, 12]);
    const [, busy] = await get(`${url}?state=busy`);
    expect(rows(busy, "snapshots")).toEqual(all.filter(({ state }) => state === "busy"));
    const [, recent] = await get(`${url}?since=${all[3]?.["created"]}`);
    expect(at(recent, "total")).toBe(4);
    await clock.advance(300_000);
    expect(at((await get(`${url}?state=busy`))[1], "total")).toBe(0);
    const [, never] = await get(url.replace("box-1", "never-1"));
    expect(rows(never, "snapshots").filter(({ state }) => state === "done")).toEqual([]);
  });

  test("refuses in its own words", async () => {
    const { urls } = await start([toyMock]);
    const url = `${urls["toy"]}${SNAPSHOTS}`;
    expect(await get(`${url}?limit=51`)).toMatchObject([
      400,
      { code: "Toy.0400", message: "limit must be at most 50, not 51" },
    ]);
    expect(await get(`${url}?state=odd`)).toMatchObject([400, { code: "Toy.0400" }]);
    expect(await get(url.replace("box-1", "missing-1"))).toMatchObject([
      404,
      { code: "Toy.0404", message: "No such box." },
    ]);
    expect((await get(`${urls["toy"]}/v1/p/other`))[0]).toBe(404);
  });

  test("responds with the documented example to an operation without a listing", async () => {
    const { urls } = await start([toyMock], { auth: "verify" });
    const headers = { "x-auth-token": fakeCredentials.token };
    const url = `${urls["toy"]}/v1/p/boxes/box-1`;
    expect(await get(url, headers)).toEqual([200, { id: "box-0", sizes: [1, { unit: "GB" }] }]);
    expect((await get(url))[0]).toBe(401);
  });

  test("takes faults by its name", async () => {
    const exchanges: MockExchange[] = [];
    const { urls } = await start(withToy, {
      faults: ["toy/throttle=2500@1", "vbs/503", "toy/404@3"],
      onRequest: (exchange) => exchanges.push(exchange),
    });
    const url = `${urls["toy"]}${SNAPSHOTS}`;
    const throttled = await sendRequest(url);
    expect(throttled).toMatchObject({ status: 429, headers: { "retry-after": "3" } });
    expect(JSON.parse(throttled.text).code).toBe("APIGW.0308");
    expect((await get(url))[0]).toBe(200);
    expect((await get(url))[0]).toBe(404);
    expect(exchanges.map(({ service, status, faults }) => [service, status, faults])).toEqual([
      ["toy", 429, ["toy/throttle=2500@1"]],
      ["toy", 200, []],
      ["toy", 404, ["toy/404@3"]],
    ]);
  });

  test("verifies signatures and tokens by the schemes of its contract", async () => {
    const clock = fakeClock();
    const { urls } = await start([toyMock], { auth: "verify", clock });
    const url = `${urls["toy"]}${SNAPSHOTS}`;
    const { accessKeyId, secret } = fakeCredentials;
    const context = authContext({ now: clock.now, region: "eu-de", signing: { service: "toy" } });
    const send = async (auth: Parameters<typeof sendSigned>[0]) =>
      (await sendSigned(auth, outgoing(url), context)).status;
    expect(await send(huaweiAccessKey({ accessKeyId, secretAccessKey: secret }))).toBe(200);
    expect(await send(huaweiAccessKey({ accessKeyId, secretAccessKey: "wrong-fake-secret" }))).toBe(401);
    expect(await send(otcAccessKey({ accessKeyId, secretAccessKey: secret }))).toBe(401);
    expect((await get(url, { "x-auth-token": fakeCredentials.token }))[0]).toBe(200);
    expect((await get(url, { "x-auth-token": "wrong" }))[0]).toBe(401);
    expect((await get(url))[0]).toBe(401);
  });

  test.skipIf(!wholeRound)("plays its examples", { timeout: 60_000 }, async () => {
    const { urls } = await start([toyMock], { mode: "examples", faults: ["503@3"] });
    const headers = { "x-auth-token": "fake-token" };
    const url = `${urls["toy"]}${SNAPSHOTS}`;
    expect(await get(url, headers)).toMatchObject([200, { total: 1, snapshots: [{ state: "done" }] }]);
    expect((await get(`${url}?limit=51`, headers))[0]).toBe(400);
    expect((await sendRequest(url, { headers })).status).toBe(503);
  });
});

describe.each(mockServices.map(({ name }) => name))("without the line of %s", (removed) => {
  const rest = mockServices.filter(({ name }) => name !== removed);
  const names = rest.map(({ name }) => name);

  test("the mock has the other services and does not know this one", async () => {
    const mock = await start(rest, { prefixes: true });
    expect(Object.keys(mock.urls)).toEqual(names);
    expect(Object.keys(mock.env)).not.toContain(`BACKUP_RECORDS_${removed.toUpperCase()}_URL`);
    const origin = new URL(mock.iamUrl).origin;
    expect((await sendRequest(`${origin}/${removed}/v2`)).status).toBe(404);
    const list = names.join(", ");
    await expect(start(rest, { services: [removed] })).rejects.toThrow(ConfigurationError);
    await expect(start(rest, { services: [removed] })).rejects.toThrow(
      `services must be some of ${list}, not`,
    );
    await expect(start(rest, { faults: [`${removed}/503`] })).rejects.toThrow(`(expected ${list})`);
  });

  test("no other file of the mock names it", () => {
    const folder = "src/mock";
    const own = (file: string) =>
      ["services.ts", "backups.ts"].includes(relative(folder, file)) ||
      file.startsWith(join(folder, "simulate", removed));
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(folder, file));
    const naming = files.filter((file) => {
      const code = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      return new RegExp(`\\b${removed}`, "i").test(code);
    });
    expect(naming.filter((file) => !own(file))).toEqual([]);
    expect(naming.length).toBeGreaterThan(1);
  });
});
