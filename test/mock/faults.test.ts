import { afterEach, describe, expect, test } from "vitest";
import { responses as dcsResponses } from "../../generated/dcs/validators.js";
import { responses as starRocksResponses } from "../../generated/starrocks/validators.js";
import {
  alibabaAccessKey,
  ConfigurationError,
  createDcsClient,
  createStarRocksClient,
  RateLimitError,
  token,
} from "../../src/index.js";
import {
  type Fault,
  formatFault,
  type Mock,
  type MockExchange,
  type MockOptions,
  parseFault,
  startMock,
} from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { misfits } from "../support/misfits.js";
import { sendRequest } from "./support/send-request.js";

const mocks: Mock[] = [];

afterEach(() => Promise.all(mocks.splice(0).map((mock) => mock.stop())));

async function start(options: MockOptions): Promise<Mock> {
  const mock = await startMock({ mode: "simulate", ...options });
  mocks.push(mock);
  return mock;
}

const path = "/v2/p/instances/i/backups";
const statuses = async (mock: Mock, count: number) => {
  const found = [];
  for (let number = 0; number < count; number++) {
    found.push(
      await sendRequest(`${mock.urls.dcs}${path}`).then(
        ({ status }) => status,
        () => "broken",
      ),
    );
  }
  return found;
};

test("happen to the requests of the given numbers, at the given service", async () => {
  const mock = await start({ faults: ["dcs/503@2-3", { reset: true, nth: 5 }] });
  expect(await statuses(mock, 6)).toEqual([200, 503, 503, 200, "broken", 200]);
  const vbs = `${mock.urls.vbs}/v2/p/backuppolicy/i/backuptasks`;
  expect([(await sendRequest(vbs)).status, (await sendRequest(vbs)).status]).toEqual([200, 200]);
});

test("happen to a share of the requests, the same ones for the same seed", async () => {
  const [one, same, other] = await Promise.all(
    [1, 1, 2].map((seed) => start({ seed, faults: ["502:0.3"], services: ["dcs"] })),
  );
  if (!one || !same || !other) throw new Error("not started");
  const found = await statuses(one, 100);
  expect(await statuses(same, 100)).toEqual(found);
  expect(await statuses(other, 100)).not.toEqual(found);
  const share = found.filter((status) => status === 502).length;
  expect(share).toBeGreaterThan(15);
  expect(share).toBeLessThan(45);
});

test("a status has the contract's own body, and the vendor's own header says how long to wait", async () => {
  const mock = await start({ faults: ["429=1500@1", "404@2", "418@3"] });
  const dcs = await sendRequest(`${mock.urls.dcs}${path}`);
  expect(dcs).toMatchObject({ status: 429, headers: { "retry-after": "2" } });
  expect(misfits(dcsResponses.ListBackupRecords["429"], JSON.parse(dcs.text))).toEqual([]);
  const post = { method: "POST" };
  const starRocks = await sendRequest(`${mock.urls.starrocks}/webapi/backup/manage/describe`, post);
  expect(starRocks).toMatchObject({ status: 429, headers: { "x-acs-retry-after": "1500" } });
  expect(misfits(starRocksResponses.DescribeBackups["429"], JSON.parse(starRocks.text))).toEqual([]);
  expect((await sendRequest(`${mock.urls.dcs}${path}`)).status).toBe(404);
  const undeclared = await sendRequest(`${mock.urls.dcs}${path}`);
  expect([undeclared.status, undeclared.headers["content-type"]]).toEqual([418, "text/plain"]);
});

test("throttling is a 429 at one vendor and a 400 with a code at the other", async () => {
  const mock = await start({ faults: ["throttle=100"] });
  const dcs = await sendRequest(`${mock.urls.dcs}${path}`);
  expect([dcs.status, JSON.parse(dcs.text).error_code]).toEqual([429, "APIGW.0308"]);
  const url = `${mock.urls.starrocks}/webapi/backup/manage/describe`;
  const starRocks = await sendRequest(url, { method: "POST" });
  expect([starRocks.status, JSON.parse(starRocks.text).Code]).toEqual([400, "Throttling.User"]);
  const client = createStarRocksClient({
    baseUrl: mock.urls.starrocks,
    auth: alibabaAccessKey({ accessKeyId: "fake-key", accessKeySecret: "fake-secret" }),
    retry: { attempts: 1 },
  });
  const error = await client.describeBackups().then(undefined, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({ retryAfterMs: 100, status: 400 });
});

test("a latency is measured by the mock's clock", async () => {
  const clock = fakeClock();
  const mock = await start({ faults: ["latency=60000", "latency=30000@1"], clock });
  let responded = false;
  const response = sendRequest(`${mock.urls.dcs}${path}`).then(({ status }) => {
    responded = true;
    return status;
  });
  while (clock.pending.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(clock.pending).toEqual([90_000]);
  expect(responded).toBe(false);
  await clock.advance(90_000);
  expect(await response).toBe(200);
});

test("a stalled response never begins, and stopping closes its connection", async () => {
  const exchanges: MockExchange[] = [];
  const recorded = new Promise<void>((resolve) => {
    start({
      faults: ["stall"],
      onRequest: (exchange) => {
        exchanges.push(exchange);
        resolve();
      },
    }).then((mock) => {
      pending = sendRequest(`${mock.urls.dcs}${path}`).then(
        () => "responded",
        (error: NodeJS.ErrnoException) => error.code,
      );
    });
  });
  let pending: Promise<unknown> = Promise.resolve();
  await recorded;
  expect(exchanges).toMatchObject([{ status: null, responseBody: "", faults: ["stall"] }]);
  await mocks.at(-1)?.stop();
  expect(await pending).toBe("ECONNRESET");
});

test("stopping closes the connection of a delayed response, and can be done twice", async () => {
  const clock = fakeClock();
  const mock = await start({ faults: ["latency=1000"], clock });
  const pending = sendRequest(`${mock.urls.dcs}${path}`).then(
    () => "responded",
    (error: NodeJS.ErrnoException) => error.code,
  );
  while (clock.pending.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await mock.stop();
  await mock.stop();
  expect(await pending).toBe("ECONNRESET");
  expect(clock.pending).toEqual([]);
});

test("a truncated response has a larger content-length than body", async () => {
  const exchanges: MockExchange[] = [];
  const mock = await start({
    faults: ["truncate@1"],
    clock: fakeClock(),
    onRequest: (exchange) => exchanges.push(exchange),
  });
  await expect(sendRequest(`${mock.urls.dcs}${path}`)).rejects.toMatchObject({ code: "ECONNRESET" });
  const whole = await sendRequest(`${mock.urls.dcs}${path}`);
  expect(whole.text.startsWith(exchanges[0]?.responseBody ?? "none")).toBe(true);
  expect(exchanges[0]?.responseBody.length).toBeLessThan(whole.text.length);
});

test("the client reads a whole listing in spite of all of them", async () => {
  const mock = await start({
    records: 200,
    faults: ["503:0.15", "reset:0.1", "truncate:0.1", "throttle=0:0.1"],
    services: ["dcs"],
  });
  const dcs = createDcsClient({
    baseUrl: mock.urls.dcs,
    projectId: "p",
    auth: token("fake-token"),
    retry: { attempts: 10, baseDelayMs: 0 },
  });
  const records = await dcs.listBackupRecords({ instance_id: "i", limit: 5 }).toArray({ max: 1000 });
  expect(new Set(records.map(({ backup_id }) => backup_id)).size).toBe(200);
});

describe("the text form", () => {
  test.each<[string, Fault]>([
    ["429:0.1", { status: 429, rate: 0.1 }],
    ["429=1500:.5", { status: 429, retryAfterMs: 1500, rate: 0.5 }],
    ["503", { status: 503 }],
    ["throttle@1", { throttle: true, nth: [1] }],
    ["throttle=200:1", { throttle: true, retryAfterMs: 200, rate: 1 }],
    ["dcs/reset@3", { on: "dcs", reset: true, nth: [3] }],
    ["latency=50", { latencyMs: 50 }],
    ["starrocks/stall@2,5-7", { on: "starrocks", stall: true, nth: [2, 5, 6, 7] }],
    ["vbs/truncate:0", { on: "vbs", truncate: true, rate: 0 }],
  ])("%s is read", (text, fault) => {
    expect(parseFault(text)).toEqual(fault);
    expect(parseFault(formatFault(fault))).toEqual(fault);
  });

  test.each([
    ["", "write [service/]what[=milliseconds][:share|@numbers]"],
    ["429:0.1@3", "write [service/]what"],
    ["200", "200 is not a status from 400 to 599"],
    ["600@1", "600 is not a status from 400 to 599"],
    ["explode", "explode is not a fault (expected a status, throttle, latency, reset, stall or truncate)"],
    ["latency", "latency needs milliseconds: latency=50"],
    ["reset=5", "reset takes no milliseconds"],
    ["s3/reset", "s3 is not a service (expected dcs, vbs, starrocks, cbr)"],
    ["429:1.5", "the share 1.5 is not between 0 and 1"],
    ["429@0", '"0" is not a number from 1'],
    ["429@5-2", '"5-2" is not a number from 1 or a range (expected 3 or 2-4)'],
    ["429@1,,2", '"" is not a number from 1'],
    ["429@1-99999", '"1-99999" is not a number'],
  ])("%s is refused: %s", (text, why) => {
    expect(() => parseFault(text)).toThrow(ConfigurationError);
    expect(() => parseFault(text)).toThrow(`fault ${JSON.stringify(text)}: `);
    expect(() => parseFault(text)).toThrow(why);
  });
});
