import { afterEach, describe, expect, test } from "vitest";
import { acsForm } from "../../src/auth/acs3.js";
import { defaultDigest, emptySha256 } from "../../src/auth/digest.js";
import { accessForm } from "../../src/auth/sdk-hmac.js";
import { authorization } from "../../src/auth/signature.js";
import {
  type Auth,
  AuthenticationError,
  alibabaAccessKey,
  type ClientEvent,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  type HuaweiAccessKey,
  huaweiAccessKey,
  iamPassword,
  otcAccessKey,
  PermissionError,
  token,
} from "../../src/index.js";
import { fakeCredentials, type Mock, type MockOptions, startMock } from "../../src/mock/index.js";
import { authContext, outgoing, sendSigned } from "../support/auth-context.js";
import { type FakeClock, fakeClock } from "../support/fake-clock.js";
import { type ReceivedResponse, sendRequest } from "./support/send-request.js";

const { accessKeyId, secret, username, password, domainName } = fakeCredentials;
const MINUTE = 60_000;
const mocks: Mock[] = [];

afterEach(() => Promise.all(mocks.splice(0).map((mock) => mock.stop())));

async function start(clock: FakeClock, options: MockOptions = {}): Promise<Mock> {
  const mock = await startMock({ mode: "simulate", auth: "verify", clock, ...options });
  mocks.push(mock);
  return mock;
}

/** Sends a request as a client signed it, once more. */
type Again = (change?: {
  readonly target?: string;
  readonly headers?: Record<string, string>;
}) => Promise<ReceivedResponse>;

/** A fetch that lets a request through and can send it again, changed or not. */
function tapped(): { readonly fetch: typeof globalThis.fetch; readonly again: Again } {
  let last: { readonly url: string; readonly method: string; readonly headers: Record<string, string> };
  return {
    fetch: async (input, init) => {
      last = { url: String(input), method: init?.method ?? "GET", headers: { ...Object(init?.headers) } };
      return globalThis.fetch(input, init);
    },
    again: ({ target, headers } = {}) =>
      sendRequest(target === undefined ? last.url : last.url.replace(/\?.*$/, target), {
        method: last.method,
        headers: { ...last.headers, ...headers },
      }),
  };
}

const access: HuaweiAccessKey = { accessKeyId, secretAccessKey: secret };
const alibaba = { accessKeyId, accessKeySecret: secret };

/** One call of each scheme, ready to be made. */
function callers(mock: Mock, clock: FakeClock, fetch?: typeof globalThis.fetch) {
  const common = { clock, fetch, retry: { attempts: 1 } };
  const dcs = { ...common, baseUrl: mock.urls.dcs, projectId: "p", region: "eu-de" };
  const query = { instance_id: "i n+s'(t)*/ü", limit: 2, beginTime: new Date(0) };
  return {
    "huawei access key": (key = access) =>
      createDcsClient({ ...dcs, auth: huaweiAccessKey(key) }).listBackupRecordsV1(query),
    "otc access key": (key = access) =>
      createDcsClient({ ...dcs, auth: otcAccessKey(key) }).listBackupRecordsV1(query),
    "otc access key, vbs": (key = access) =>
      createVbsClient({
        ...common,
        baseUrl: mock.urls.vbs,
        projectId: "p",
        auth: otcAccessKey(key),
      }).listBackupTasks({
        policy_id: "p/ö",
        sort_dir: "asc",
      }),
    "alibaba access key": (key = access) =>
      createStarRocksClient({
        ...common,
        baseUrl: mock.urls.starrocks,
        auth: alibabaAccessKey({ ...alibaba, ...key, accessKeySecret: key.secretAccessKey }),
      }).describeBackups({ Statuses: ["COMPLETED", "RUNNING"], PageSize: 2 }),
  };
}

const schemes = ["huawei access key", "otc access key", "otc access key, vbs", "alibaba access key"] as const;

describe.each(schemes)("%s", (scheme) => {
  test("accepts the real client, behind a prefix too", async () => {
    const clock = fakeClock();
    for (const prefixes of [false, true]) {
      const mock = await start(clock, { prefixes });
      expect((await callers(mock, clock)[scheme]()).items.length).toBeGreaterThan(0);
    }
  });

  test("refuses a wrong secret and an unknown key", async () => {
    const clock = fakeClock();
    const mock = await start(clock);
    const call = callers(mock, clock)[scheme];
    await expect(call({ accessKeyId, secretAccessKey: "wrong-fake-secret" })).rejects.toThrow(
      AuthenticationError,
    );
    await expect(call({ accessKeyId: "UNKNOWN", secretAccessKey: secret })).rejects.toThrow(
      AuthenticationError,
    );
  });

  test("refuses a request that was changed after it was signed", async () => {
    const clock = fakeClock();
    const mock = await start(clock);
    const { fetch, again } = tapped();
    await callers(mock, clock, fetch)[scheme]();
    const changed = await again({ target: "?limit=3" });
    expect([400, 401]).toContain(changed.status);
    expect(changed.text).toMatch(/APIGW\.0301|SignatureDoesNotMatch/);
    const unsigned = await again({ headers: { authorization: "SDK-HMAC-SHA256 Access=x" } });
    expect([400, 401]).toContain(unsigned.status);
  });

  test("accepts 15 minutes of difference and no more; the refusal contains the mock's time", async () => {
    const clock = fakeClock();
    const mock = await start(clock);
    const { fetch, again } = tapped();
    await callers(mock, clock, fetch)[scheme]();
    clock.jump(15 * MINUTE + 1000);
    const { status, text } = await again();
    expect(status === 401 || status === 400).toBe(true);
    expect(text).toMatch(/server time:2026-?11-?21T08:?15:?01Z/);
  });

  test("accepts a client whose clock is an hour off, after it has corrected the clock", async () => {
    const [theirs, ours] = [fakeClock(), fakeClock(Date.UTC(2026, 10, 21, 9))];
    const mock = await start(theirs);
    expect((await callers(mock, ours)[scheme]()).items.length).toBeGreaterThan(0);
  });

  test("takes temporary credentials with their token alone", async () => {
    const clock = fakeClock();
    const keys = { [accessKeyId]: { secret, securityToken: "fake-security-token" } };
    const mock = await start(clock, { credentials: { keys } });
    const call = callers(mock, clock)[scheme];
    const whole = { ...access, securityToken: "fake-security-token" };
    expect((await call(whole)).items.length).toBeGreaterThan(0);
    await expect(call()).rejects.toThrow(AuthenticationError);
    await expect(call({ ...access, ...{ securityToken: "another" } })).rejects.toThrow(AuthenticationError);
  });
});

test("a nonce of Alibaba Cloud is good for one request", async () => {
  const clock = fakeClock();
  const mock = await start(clock);
  const { fetch, again } = tapped();
  await callers(mock, clock, fetch)["alibaba access key"]();
  const replayed = await again();
  expect([replayed.status, JSON.parse(replayed.text).Code]).toEqual([400, "SignatureNonceUsed"]);
});

test("a signature is valid for its service alone", async () => {
  const clock = fakeClock();
  const mock = await start(clock);
  const url = `${mock.urls.dcs}/v1.0/p/instances/i/backups`;
  const signedFor = async (service: string) => {
    const context = authContext({ now: clock.now, region: "eu-de", signing: { service } });
    return sendSigned(otcAccessKey(access), outgoing(url), context);
  };
  expect((await signedFor("dcs")).status).toBe(200);
  const refused = await signedFor("vbs");
  expect(refused.status).toBe(401);
  expect(await refused.text()).toContain(
    "the scope names 20261121/eu-de/vbs, which is not this day or this service",
  );
});

test("a form that the contract does not have is refused, even if it is signed correctly", async () => {
  const clock = fakeClock();
  const mock = await start(clock);
  const auth: Auth = huaweiAccessKey(access);
  const vbs = createVbsClient({
    baseUrl: mock.urls.vbs,
    projectId: "p",
    auth,
    clock,
    retry: { attempts: 1 },
  });
  const call = vbs.listBackupTasks({ policy_id: "p" });
  await expect(call).rejects.toMatchObject({ status: 401, code: "APIGW.0301" });
});

test("a signature without a nonce may come twice, as two pages in one second can", async () => {
  const clock = fakeClock();
  const mock = await start(clock);
  const { fetch, again } = tapped();
  await callers(mock, clock, fetch)["huawei access key"]();
  expect((await again()).status).toBe(200);
});

describe("a signature that leaves out what must be signed", () => {
  const digest = defaultDigest();
  const bodyHash = emptySha256;

  test.each([
    ["all of it", ["host", "x-sdk-date", "x-project-id"], 200],
    ["the date", ["host", "x-project-id"], 401],
    ["the host", ["x-sdk-date", "x-project-id"], 401],
    ["the project that it names", ["host", "x-sdk-date"], 401],
  ] as const)("is refused at DCS: %s", async (_, names, status) => {
    const mock = await start(fakeClock());
    const url = new URL(`${mock.urls.dcs}/v1.0/p/instances/i/backups`);
    const sent: Record<string, string> = {
      host: url.host,
      "x-sdk-date": "20261121T080000Z",
      "x-project-id": "p",
    };
    const headers = Object.fromEntries(names.map((name) => [name, sent[name] ?? ""]));
    const form = accessForm(accessKeyId, secret, "20261121T080000Z");
    const request = { method: "GET", pathname: url.pathname, search: "", headers, bodyHash };
    const signed = { ...sent, authorization: await authorization(request, form, digest) };
    expect((await sendRequest(url.href, { headers: signed })).status).toBe(status);
  });

  /** A request to StarRocks that signs all of its headers but one. */
  async function describeBackups(change: Record<string, string>, left?: string) {
    const mock = await start(fakeClock());
    const url = new URL(`${mock.urls.starrocks}/webapi/backup/manage/describe`);
    const sent: Record<string, string> = {
      host: url.host,
      "x-acs-action": "DescribeBackups",
      "x-acs-version": "2022-10-19",
      "x-acs-date": "2026-11-21T08:00:00Z",
      "x-acs-signature-nonce": "once",
      "x-acs-content-sha256": bodyHash,
      ...change,
    };
    const headers = Object.fromEntries(Object.entries(sent).filter(([name]) => name !== left));
    const request = { method: "POST", pathname: url.pathname, search: "", headers, bodyHash };
    const signed = {
      ...sent,
      authorization: await authorization(request, acsForm(accessKeyId, secret), digest),
    };
    const { status, text } = await sendRequest(url.href, { method: "POST", headers: signed });
    return [status, JSON.parse(text).Code];
  }

  test("is refused at StarRocks", async () => {
    expect(await describeBackups({})).toEqual([200, undefined]);
    for (const left of ["x-acs-signature-nonce", "x-acs-action", "x-acs-date", "host"]) {
      expect(await describeBackups({}, left), left).toEqual([400, "SignatureDoesNotMatch"]);
    }
  });

  test("does not help a request for another action, or of another body than it says", async () => {
    expect(await describeBackups({ "x-acs-action": "Other" })).toEqual([404, "InvalidAction.NotFound"]);
    expect(await describeBackups({ "x-acs-version": "2000-01-01" })).toEqual([404, "InvalidAction.NotFound"]);
    const other = { "x-acs-content-sha256": "0".repeat(64) };
    expect(await describeBackups(other)).toEqual([400, "SignatureDoesNotMatch"]);
  });
});

describe("a token", () => {
  test("that was given to the mock is accepted, another is refused in the service's own words", async () => {
    const mock = await start(fakeClock());
    const options = { projectId: "p", retry: { attempts: 1 } };
    const dcs = (auth: string) => createDcsClient({ ...options, baseUrl: mock.urls.dcs, auth: token(auth) });
    const vbs = (auth: string) => createVbsClient({ ...options, baseUrl: mock.urls.vbs, auth: token(auth) });
    expect((await dcs("fake-token").listBackupRecords({ instance_id: "i" })).items).toHaveLength(10);
    expect((await vbs("fake-token").listBackupTasks({ policy_id: "i" })).items).toHaveLength(20);
    const wrong = dcs("wrong").listBackupRecords({ instance_id: "i" });
    await expect(wrong).rejects.toMatchObject({ code: "DCS.1001", vendorMessage: "The token is not valid." });
    await expect(vbs("wrong").listBackupTasks({ policy_id: "i" })).rejects.toMatchObject({
      code: "APIGW.0301",
    });
  });

  test("that is missing is refused", async () => {
    const mock = await start(fakeClock());
    const refused = async (url: string, method = "GET") => {
      const { status, text } = await sendRequest(url, { method });
      return [status, JSON.parse(text)];
    };
    expect(await refused(`${mock.urls.dcs}/v1.0/p/instances/i/backups`)).toMatchObject([
      401,
      { error: { code: "DCS.1003", message: "The request carries no token." } },
    ]);
    expect(await refused(`${mock.urls.vbs}/v2/p/backuppolicy/i/backuptasks`)).toMatchObject([
      401,
      { error: { code: "AutoBackup.0002" } },
    ]);
    expect(await refused(`${mock.urls.starrocks}/webapi/backup/manage/describe`, "POST")).toMatchObject([
      401,
      { Code: "SignatureDoesNotMatch", Message: "The credentials were refused." },
    ]);
  });
});

describe("the mock's IAM", () => {
  const identity = { username, password, domainName };

  test("issues tokens that expire, and the client fetches another", async () => {
    const clock = fakeClock();
    const mock = await start(clock, { tokenLifetimeMs: 10 * MINUTE });
    const events: ClientEvent[] = [];
    const dcs = createDcsClient({
      baseUrl: mock.urls.dcs,
      projectId: "p",
      auth: iamPassword({ ...identity, iamUrl: mock.iamUrl, refreshBefore: 0, clock }),
      clock,
      onEvent: (event) => events.push(event),
    });
    await dcs.listBackupRecords({ instance_id: "i" });
    await clock.advance(11 * MINUTE);
    await dcs.listBackupRecords({ instance_id: "i" });
    expect(events.filter(({ type }) => type === "refresh")).toHaveLength(2);
  });

  test("distinguishes an expired token from one that it never issued", async () => {
    const clock = fakeClock();
    const mock = await start(clock, { tokenLifetimeMs: MINUTE, credentials: { tokens: [] } });
    const { headers } = await sendRequest(`${mock.iamUrl}/v3/auth/tokens`, {
      method: "POST",
      body: loginOf(identity, "p"),
    });
    const auth = { "x-auth-token": String(headers["x-subject-token"]) };
    const code = async (project: string) => {
      const { text } = await sendRequest(`${mock.urls.dcs}/v1.0/${project}/instances/i/backups`, {
        headers: auth,
      });
      return JSON.parse(text).error?.code;
    };
    expect(await code("p")).toBeUndefined();
    expect(await code("another")).toBe("DCS.1004");
    clock.jump(MINUTE);
    expect(await code("p")).toBe("DCS.1002");
    const vbs = await sendRequest(`${mock.urls.vbs}/v2/p/backuppolicy/i/backuptasks`, { headers: auth });
    expect(JSON.parse(vbs.text).error.code).toBe("AutoBackup.0003");
  });

  test("responds with 201, the token in a header and its expiry in the body", async () => {
    const mock = await start(fakeClock());
    const response = await sendRequest(`${mock.iamUrl}/v3/auth/tokens`, {
      method: "POST",
      body: loginOf(identity, "p"),
    });
    expect(response).toMatchObject({ status: 201, headers: { "x-subject-token": "fake-iam-token-1" } });
    expect(JSON.parse(response.text).token).toMatchObject({
      issued_at: "2026-11-21T08:00:00.000000Z",
      expires_at: "2026-11-22T08:00:00.000000Z",
      project: { id: "p" },
    });
  });

  test.each([
    ["no JSON", "{", 400],
    ["no identity", "{}", 400],
    ["no scope", JSON.stringify({ auth: { identity: passwordOf(identity) } }), 400],
    ["a wrong password", loginOf({ ...identity, password: "wrong" }, "p"), 401],
    ["an unknown user", loginOf({ ...identity, username: "__proto__" }, "p"), 401],
  ])("refuses %s", async (_, body, status) => {
    const mock = await start(fakeClock());
    const response = await sendRequest(`${mock.iamUrl}/v3/auth/tokens`, { method: "POST", body });
    expect([response.status, JSON.parse(response.text).error.code]).toEqual([status, status]);
  });
});

test("without verification every request is accepted", async () => {
  const mock = await start(fakeClock(), { auth: "off" });
  expect((await sendRequest(`${mock.urls.dcs}/v1.0/p/instances/i/backups`)).status).toBe(200);
});

test("an id that the caller may not see is a PermissionError", async () => {
  const mock = await start(fakeClock());
  const dcs = createDcsClient({ baseUrl: mock.urls.dcs, projectId: "p", auth: token("fake-token") });
  await expect(dcs.listBackupRecords({ instance_id: "forbidden-1" })).rejects.toThrow(PermissionError);
});

interface Login {
  readonly username: string;
  readonly password: string;
  readonly domainName: string;
}

function passwordOf({ username: name, password, domainName }: Login) {
  return { methods: ["password"], password: { user: { name, password, domain: { name: domainName } } } };
}

function loginOf(identity: Login, project: string): string {
  return JSON.stringify({
    auth: { identity: passwordOf(identity), scope: { project: { id: project } } },
  });
}
