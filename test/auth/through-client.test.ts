import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import {
  type Auth,
  alibabaAccessKey,
  huaweiAccessKey,
  iamPassword,
  otcAccessKey,
  token,
} from "../../src/auth/index.js";
import type { ClientEvent } from "../../src/core/events.js";
import { createDcsClient } from "../../src/dcs/index.js";
import { createStarRocksClient } from "../../src/starrocks/index.js";
import { createVbsClient } from "../../src/vbs/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { startIamServer } from "../support/iam-server.js";
import { type SignatureServerOptions, startSignatureServer } from "../support/signature-server.js";

// What the clients send is what was signed: a server says so that re-computes it from the bytes.

const stopping: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(stopping.splice(0).map((server) => server.close())));

const session = "fake-session-token";
const keys = {
  FAKEAK: { secret: "fake-secret" },
  FAKETEMP: { secret: "fake-secret", securityToken: session },
};
const huaweiKey = { accessKeyId: "FAKEAK", secretAccessKey: "fake-secret" };
const temporary = { accessKeyId: "FAKETEMP", secretAccessKey: "fake-secret", securityToken: session };
const minute = 60_000;

async function start(options: SignatureServerOptions) {
  const server = await startSignatureServer({
    keys,
    handler: ({ target }) => ({
      status: 200,
      body: target.includes("/backuptasks")
        ? { count: 0, tasks: [] }
        : target.startsWith("/webapi")
          ? { RequestId: "r", Success: true, Data: [], Total: 0 }
          : { total_num: 0, backup_record_response: [] },
    }),
    ...options,
  });
  stopping.push(server);
  return server;
}

describe("a signed call of each client is accepted", () => {
  it.each([
    ["huaweiAccessKey", "access", huaweiAccessKey(huaweiKey)],
    ["huaweiAccessKey, temporary", "access", huaweiAccessKey(async () => temporary)],
    ["otcAccessKey", "scoped", otcAccessKey(huaweiKey)],
    ["otcAccessKey, temporary", "scoped", otcAccessKey(temporary)],
  ] as const)("DCS and VBS by %s", async (_, scheme, auth) => {
    const server = await start({ region: "eu-de" });
    const options = { baseUrl: server.url, region: "eu-de", projectId: "fake-project", auth };
    const instance_id = "i!'()*~+ %/";
    const dcs = createDcsClient(options);
    await dcs.listBackupRecordsV1({ instance_id, limit: 50, beginTime: new Date(0) });
    await dcs.listBackupRecords({ instance_id, limit: 50 });
    const any: Auth = auth;
    await createVbsClient({ ...options, auth: any }).listBackupTasks({
      policy_id: "p",
      sort_dir: "desc",
      limit: 20,
    });
    expect(server.accepted.map((request) => request.scheme)).toEqual([scheme, scheme, scheme]);
  });

  it.each([
    ["alibabaAccessKey", alibabaAccessKey({ accessKeyId: "FAKEAK", accessKeySecret: "fake-secret" })],
    [
      "alibabaAccessKey, temporary",
      alibabaAccessKey({ accessKeyId: "FAKETEMP", accessKeySecret: "fake-secret", securityToken: session }),
    ],
  ])("StarRocks by %s", async (_, auth) => {
    const server = await start({});
    const starrocks = createStarRocksClient({ baseUrl: server.url, region: "cn-hangzhou", auth });
    await starrocks.describeBackups({ InstanceId: "c-1", Statuses: ["COMPLETED", "RUNNING"] });
    expect(server.accepted).toMatchObject([{ scheme: "acs3", method: "POST" }]);
  });
});

describe("a call whose credentials have gone stale", () => {
  it("is repeated with a new token, and all such calls share one login", async () => {
    const iam = await startIamServer();
    const server = await start({ acceptToken: iam.isValid });
    stopping.push(iam);
    const events: ClientEvent[] = [];
    const dcs = createDcsClient({
      baseUrl: server.url,
      projectId: "fake-project",
      auth: iamPassword({
        username: "test-user",
        password: "test-password",
        domainName: "d",
        iamUrl: iam.url,
      }),
      onEvent: (event) => events.push(event),
    });
    const list = () => dcs.listBackupRecordsV1({ instance_id: "i" });
    await list();
    iam.revoke(iam.tokens[0] ?? "");
    await Promise.all(Array.from({ length: 10 }, list));
    expect(iam.logins).toHaveLength(2);
    expect(server.accepted).toHaveLength(11);
    expect(events.filter(({ type }) => type === "refresh")).toMatchObject([
      { reason: "first" },
      { reason: "rejected" },
    ]);
  });

  it("is repeated with what a provider gives then, once", async () => {
    const server = await start({ acceptToken: (token) => token === "fake-2" });
    let given = 0;
    const dcs = createDcsClient({
      baseUrl: server.url,
      projectId: "p",
      auth: token(() => `fake-${++given}`),
    });
    await dcs.listBackupRecordsV1({ instance_id: "i" });
    await expect(dcs.listBackupRecordsV1({ instance_id: "i" })).rejects.toMatchObject({
      name: "AuthenticationError",
    });
    expect(given).toBe(4);
  });

  it.each([
    ["Huawei Cloud", huaweiAccessKey(huaweiKey)],
    ["OTC", otcAccessKey(huaweiKey)],
  ])("is repeated with the service's time where the clock is off: %s", async (_, auth) => {
    const clock = fakeClock();
    const server = await start({ now: () => clock.now() + 40 * minute });
    const dcs = createDcsClient({ baseUrl: server.url, region: "eu-de", projectId: "p", auth, clock });
    await dcs.listBackupRecordsV1({ instance_id: "i" });
    expect([server.refused.length, server.accepted.length]).toEqual([1, 1]);
  });

  it("is repeated with the service's time where the clock is off: Alibaba Cloud", async () => {
    const clock = fakeClock();
    const server = await start({ now: () => clock.now() - 40 * minute });
    const auth = alibabaAccessKey({ accessKeyId: "FAKEAK", accessKeySecret: "fake-secret" });
    await createStarRocksClient({ baseUrl: server.url, region: "cn-hangzhou", auth, clock }).describeBackups(
      {},
    );
    expect([server.refused.length, server.accepted.length]).toEqual([1, 1]);
  });
});

describe("a refusal that quotes the request shows no secret", () => {
  const wrong = { accessKeyId: "FAKETEMP", securityToken: session };
  it.each<[string, string, (baseUrl: string) => PromiseLike<unknown>]>([
    [
      "Huawei Cloud",
      "APIGW.0301",
      (baseUrl) => {
        const auth = huaweiAccessKey({ ...wrong, secretAccessKey: "fake-wrong" });
        return createDcsClient({ baseUrl, projectId: "p", auth }).listBackupRecordsV1({ instance_id: "i" });
      },
    ],
    [
      "Alibaba Cloud",
      "SignatureDoesNotMatch",
      (baseUrl) => {
        const auth = alibabaAccessKey({ ...wrong, accessKeySecret: "fake-wrong" });
        return createStarRocksClient({ baseUrl, region: "cn-hangzhou", auth }).describeBackups({});
      },
    ],
  ])("%s", async (_, code, call) => {
    const server = await start({});
    const failure: unknown = await call(server.url).then(null, (error: unknown) => error);
    expect(failure).toMatchObject({ name: "AuthenticationError", code });
    expect(JSON.stringify(server.refused[0]?.reply)).toContain(session);
    const text = `${inspect(failure, { depth: 9, showHidden: true })} ${JSON.stringify(failure)}`;
    for (const secret of [session, "fake-wrong", "fake-secret"]) expect(text).not.toContain(secret);
  });
});
