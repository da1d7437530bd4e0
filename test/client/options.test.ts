import { describe, expect, test, vi } from "vitest";
import {
  type Auth,
  alibabaAccessKey,
  type CallOptions,
  ConfigurationError,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  type DcsClientOptions,
  huaweiAccessKey,
  InvalidRequestError,
  otcAccessKey,
  RateLimitError,
  token,
} from "../../src/index.js";
import { dcsListing } from "../support/dcs-records.js";
import { fakeClock } from "../support/fake-clock.js";
import { record } from "../support/recording-server.js";

// As one that nothing is known of: a mock takes any.
const auth: Auth = token("not-a-real-token");
const alibaba = alibabaAccessKey({ accessKeyId: "k", accessKeySecret: "not-a-real-secret" });
const sound = { cloud: "otc", region: "eu-de", projectId: "p", auth } as const satisfies DcsClientOptions;

describe("a client is not made", () => {
  test.each<[string, object, string]>([
    ["without auth", { auth: undefined }, "auth is missing; pass token(…), iamPassword(…) or an access key"],
    ["with a text as auth", { auth: "secret" }, "auth is missing"],
    ["with an unknown cloud", { cloud: "aws" }, "cloud must be huaweicloud or otc"],
    ["with an unsafe base URL", { baseUrl: "http://dcs.example.com" }, "is not https"],
    ["with a negative timeout", { timeout: -1 }, "timeout must be a number of at least 0, not -1"],
    [
      "with NaN for a timeout",
      { totalTimeout: Number.NaN },
      "totalTimeout must be a number of at least 0, not NaN",
    ],
    ["with a text as size", { maxResponseBytes: "1" }, "maxResponseBytes must be a number, not a string"],
    [
      "without an attempt",
      { retry: { attempts: 0 } },
      "retry.attempts must be an integer of at least 1, not 0",
    ],
    ["with half an attempt", { retry: { attempts: 1.5 } }, "retry.attempts must be an integer of at least 1"],
    [
      "with an unknown validation",
      { validate: "strict" },
      "validate must be report, throw or off, not strict",
    ],
    [
      "with an unknown rule of failure",
      { failure: "nope" },
      "failure must be contract, flag or off, not nope",
    ],
    [
      "with a back-off before the start",
      { retry: { baseDelayMs: -5 } },
      "retry.baseDelayMs must be a number of at least 0, not -5",
    ],
    [
      "with a header that HTTP does not allow",
      { headers: { "x-a": "1\r\nx-b: 2" } },
      'header "x-a" has a name or value that HTTP does not allow',
    ],
    [
      "with an unknown option",
      { maxRetries: 3 },
      "no client option maxRetries; did you mean retry.attempts?",
    ],
    [
      "with headers as a list",
      { headers: new Headers() },
      "headers must be an object of names and values; write Object.fromEntries(headers)",
    ],
    ["with a number in a header", { headers: { "x-a": 5 } }, 'header "x-a" must be a string'],
    ["with a header of the framing", { headers: { "Content-Length": "5" } }, "belongs to the connection"],
    ["with a project that is a number", { projectId: 123 }, "projectId is missing"],
    ["without a project", { projectId: undefined }, "projectId is missing"],
    ["with an empty project", { projectId: " " }, "projectId is missing"],
  ])("%s", (_, options, message) => {
    // What a caller without types can pass.
    const create = () => createDcsClient({ ...sound, ...options } as DcsClientOptions);
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(message);
  });

  const huawei = { accessKeyId: "k", secretAccessKey: "not-a-real-secret" };
  test.each([
    [
      "token is for huaweicloud and otc, not for alibabacloud",
      () => createStarRocksClient({ region: "cn-hangzhou", auth }),
    ],
    [
      "huawei-access-key is for huaweicloud, not for otc",
      // What a caller without types can pass.
      () => createDcsClient({ ...sound, auth: huaweiAccessKey(huawei) } as DcsClientOptions),
    ],
    [
      "otc-access-key is for otc, not for huaweicloud",
      () =>
        createDcsClient({
          ...sound,
          cloud: "huaweicloud",
          auth: otcAccessKey(huawei),
        } as DcsClientOptions),
    ],
    [
      "alibaba-access-key is for alibabacloud, not for otc",
      () => createVbsClient({ projectId: "p", auth: alibaba as Auth }),
    ],
  ])("if its credentials are another cloud's: %s", (message, create) => {
    expect(create).toThrow(ConfigurationError);
    expect(create).toThrow(message);
  });

  test("not if a server on this machine gets them, which is a mock", () => {
    createStarRocksClient({ region: "cn-hangzhou", baseUrl: "http://127.0.0.1:1", auth });
  });

  test("if its authentication needs what is not there", () => {
    const signing: Auth = { scheme: "otc-access-key", requires: ["region"], authorize: () => ({}) };
    expect(() => createDcsClient({ baseUrl: "https://example.com", projectId: "p", auth: signing })).toThrow(
      "otc-access-key needs region; pass it to the client",
    );
  });
});

describe("a client is made", () => {
  test("of sound options for every service", () => {
    expect(Object.keys(createDcsClient(sound)).sort()).toEqual([
      "listBackupRecords",
      "listBackupRecordsV1",
      "listInstances",
      "listRestoreRecords",
      "raw",
      "showInstance",
      "withOptions",
    ]);
    expect(Object.keys(createVbsClient({ projectId: "p", auth })).sort()).toEqual([
      "listBackupPolicies",
      "listBackupTasks",
      "raw",
      "withOptions",
    ]);
    expect(Object.keys(createStarRocksClient({ region: "eu-central-1", auth: alibaba })).sort()).toEqual([
      "describeBackupPolicies",
      "describeBackups",
      "describeInstances",
      "describeSystemTimezone",
      "listOperationHistory",
      "raw",
      "withOptions",
    ]);
  });

  test.each<[string, (fetch: typeof globalThis.fetch) => PromiseLike<unknown>, string]>([
    [
      "Huawei Cloud",
      (fetch) =>
        createDcsClient({
          ...sound,
          cloud: "huaweicloud",
          region: "ap-southeast-1",
          fetch,
        }).listBackupRecordsV1({ instance_id: "i" }),
      "https://dcs.ap-southeast-1.myhuaweicloud.com/v1.0/p/",
    ],
    [
      "OTC",
      (fetch) => createDcsClient({ ...sound, fetch }).listBackupRecords({ instance_id: "i" }),
      "https://dcs.eu-de.otc.t-systems.com/v2/p/",
    ],
    [
      "OTC's VBS",
      (fetch) => createVbsClient({ projectId: "p", auth, fetch }).listBackupTasks({ policy_id: "i" }),
      "https://vbs.eu-de.otc.t-systems.com/v2/p/",
    ],
    [
      "Alibaba Cloud",
      (fetch) => createStarRocksClient({ region: "cn-hangzhou", auth: alibaba, fetch }).describeBackups(),
      "https://starrocks.cn-hangzhou.aliyuncs.com/webapi/",
    ],
  ])("that calls the endpoint of %s", async (_, call, url) => {
    const asked: string[] = [];
    await call((input) => {
      asked.push(String(input));
      return Promise.resolve(
        Response.json({
          backup_record_response: [],
          total_num: 0,
          tasks: [],
          count: 0,
          RequestId: "r",
          Success: true,
        }),
      );
    });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain(url);
  });
});

test.each([undefined, null, 5, "x"])("a client is not made of %s", (options) => {
  for (const create of [createDcsClient, createVbsClient, createStarRocksClient]) {
    // What a caller without types can pass.
    const made = () => (create as (options: unknown) => unknown)(options);
    expect(made).toThrow(ConfigurationError);
    expect(made).toThrow("client options must be an object");
  }
});

test("what a caller changes later does not reach into a client that exists", async () => {
  const server = await record(dcsListing(1));
  const headers: Record<string, string> = { "x-a": "1" };
  const options = { ...sound, baseUrl: server.url, headers };
  const dcs = createDcsClient(options);
  headers["x-a"] = "2";
  await dcs.listBackupRecordsV1({ instance_id: "i" });
  expect(server.requests[0]?.rawHeaders.join(":")).toContain("x-a:1");
});

test("a client sends over globalThis.fetch once that was replaced, and over its own again", async () => {
  const server = await record(dcsListing(1));
  const dcs = createDcsClient({ ...sound, baseUrl: server.url });
  const replaced = vi.fn(async () => Response.json({ backup_record_response: [], total_num: 0 }));
  const ask = async () => (await dcs.listBackupRecordsV1({ instance_id: "i" })).items.length;
  expect(await ask()).toBe(1);
  vi.stubGlobal("fetch", replaced);
  try {
    expect(await ask()).toBe(0);
  } finally {
    vi.unstubAllGlobals();
  }
  expect(await ask()).toBe(1);
  expect([replaced.mock.calls.length, server.requests.length]).toEqual([1, 2]);
});

test("a response of more than 8 MiB is refused, unless more is allowed", async () => {
  const body = JSON.stringify({ backup_record_response: [], total_num: 0 }).padEnd(8 * 2 ** 20 + 1);
  const { url: baseUrl } = await record(() => ({ status: 200, body }));
  const ask = (more: { readonly maxResponseBytes?: number }) =>
    createDcsClient({ ...sound, baseUrl, ...more }).listBackupRecords({ instance_id: "i" });
  await expect(ask({})).rejects.toThrow("the body is larger than 8388608 bytes");
  expect((await ask({ maxResponseBytes: body.length })).items).toEqual([]);
});

test("two clients do not share a budget of retries", async () => {
  const failing = await record(() => ({ status: 503, headers: { "retry-after": "0" } }));
  const ask = (dcs: ReturnType<typeof createDcsClient>) =>
    dcs.listBackupRecordsV1({ instance_id: "i" }).then(undefined, () => {});
  const [exhausted, fresh] = [1, 2].map(() => createDcsClient({ ...sound, baseUrl: failing.url }));
  if (exhausted === undefined || fresh === undefined) throw new Error("two clients");
  for (let call = 0; call < 40; call += 1) await ask(exhausted);
  const before = failing.requests.length;
  await ask(exhausted);
  expect(failing.requests.length - before).toBe(1);
  await ask(fresh);
  expect(failing.requests.length - before).toBe(1 + 3);
});

describe("options of a call", () => {
  test("lie over those of the client", async () => {
    const server = await record(() => ({ status: 429, headers: { "retry-after": "0" } }));
    const dcs = createDcsClient({ ...sound, baseUrl: server.url, retry: { attempts: 4 } });
    await expect(dcs.listBackupRecordsV1({ instance_id: "i" }, { retry: { attempts: 2 } })).rejects.toThrow(
      RateLimitError,
    );
    expect(server.requests).toHaveLength(2);
    await expect(
      dcs.listBackupRecordsV1({ instance_id: "i" }, { retry: { baseDelayMs: undefined } }),
    ).rejects.toThrow(RateLimitError);
    expect(server.requests).toHaveLength(6);
  });

  test("can shorten the time of an attempt", async () => {
    const clock = fakeClock();
    const never = () => new Promise<Response>(() => {});
    const dcs = createDcsClient({ ...sound, clock, fetch: never, retry: { attempts: 1 } });
    const call = dcs.listBackupRecordsV1({ instance_id: "i" }, { timeout: 50 });
    const outcome = expect(call).rejects.toThrow(/50 ms/);
    await clock.advance(50);
    await outcome;
  });

  test.each<[string, unknown, string]>([
    ["null", null, "call options must be an object"],
    ["an unknown name", { maxRetries: 5 }, "no call option maxRetries; did you mean retry.attempts?"],
    ["a signal that is a number", { signal: 5 }, "signal must be an object, not 5"],
    ["a cursor that is a number", { cursor: 5 }, "cursor must be a string, not 5"],
    ["half a surrogate pair as cursor", { cursor: "\ud800" }, "the cursor belongs to another listing"],
  ])("cannot be %s, and nothing is sent", async (_, options, message) => {
    const server = await record(dcsListing(1));
    const dcs = createDcsClient({ ...sound, baseUrl: server.url });
    // What a caller without types can pass.
    const call = () => dcs.listBackupRecordsV1({ instance_id: "i" }, options as CallOptions);
    await expect(call).rejects.toThrow(InvalidRequestError);
    await expect(call).rejects.toThrow(message);
    expect(server.requests).toEqual([]);
  });

  test("are checked like the client's", async () => {
    const server = await record(dcsListing(1));
    const dcs = createDcsClient({ ...sound, baseUrl: server.url });
    await expect(dcs.listBackupRecordsV1({ instance_id: "i" }, { timeout: -5 })).rejects.toThrow(
      "timeout must be a number of at least 0, not -5",
    );
    expect(server.requests).toEqual([]);
  });
});
