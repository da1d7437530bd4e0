import { getEventListeners } from "node:events";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  alibabaAccessKey,
  createDcsClient,
  createStarRocksClient,
  huaweiAccessKey,
  iamPassword,
} from "../../src/index.js";
import { dcsListing } from "../support/dcs-records.js";
import { startIamServer } from "../support/iam-server.js";
import { record } from "../support/recording-server.js";

// What a page gets: package.json's `imports` tell it from Node.
vi.mock("#engine", () => import("../../src/core/engine/on-demand.js"));
vi.mock("#signing", () => import("../../src/auth/on-demand.js"));

const server = await record(dcsListing(25));

/** A client whose engine has not been loaded yet. */
const client = () =>
  createDcsClient({
    baseUrl: server.url,
    projectId: "p",
    auth: huaweiAccessKey({ accessKeyId: "FAKEAK", secretAccessKey: "fake-secret" }),
  });

const query = { instance_id: "i", limit: 10 };
const reason = new Error("the caller has left");

/** What a call ends with, whichever way its pages are read. */
const ways = {
  awaited: async (dcs, signal) => await dcs.listBackupRecords(query, { signal }),
  iterated: async (dcs, signal) => {
    for await (const _ of dcs.listBackupRecords(query, { signal }));
  },
  "in the common shape": async (dcs, signal) =>
    await dcs.listBackupRecords(query, { signal }).records().toArray({ max: 1 }),
} satisfies Record<string, (dcs: ReturnType<typeof client>, signal: AbortSignal) => Promise<unknown>>;

describe.each(Object.entries(ways))("a first call, %s,", (_, call) => {
  beforeEach(() => {
    server.requests.length = 0;
  });

  test("that is aborted before anything was loaded sends nothing", async () => {
    await expect(call(client(), AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(server.requests).toEqual([]);
  });

  test("that is aborted while what sends it is loaded ends with the caller's reason", async () => {
    const dcs = client();
    const leaving = new AbortController();
    const left = call(dcs, leaving.signal).catch((thrown: unknown) => thrown);
    leaving.abort(reason);
    expect(await left).toBe(reason);
    expect(getEventListeners(leaving.signal, "abort")).toEqual([]);
    // It was loaded all the same, and sends what comes next.
    expect(await dcs.listBackupRecords(query)).toMatchObject({ total: 25 });
    expect(server.requests).toHaveLength(1);
  });
});

test("many first calls at once share one engine, and one signal without a warning", async () => {
  const dcs = client();
  const { signal } = new AbortController();
  const warnings: string[] = [];
  const warned = ({ name }: Error) => warnings.push(name);
  process.on("warning", warned);
  const pages = await Promise.all(
    Array.from({ length: 20 }, () => dcs.listBackupRecords(query, { signal }).then(({ items }) => items)),
  );
  process.off("warning", warned);
  expect(pages.map(({ length }) => length)).toEqual(Array(20).fill(10));
  expect(warnings).toEqual([]);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a listing that is begun by leaving it reads nothing", async () => {
  server.requests.length = 0;
  const records = client().listBackupRecords(query)[Symbol.asyncIterator]();
  expect(await records.return?.()).toEqual({ done: true, value: undefined });
  expect(server.requests).toEqual([]);
});

test("a login and the other signer come when they are wanted, too", async () => {
  const iam = await startIamServer();
  try {
    const auth = iamPassword({
      username: "test-user",
      password: "test-password",
      domainName: "test-domain",
      iamUrl: iam.url,
    });
    const dcs = createDcsClient({ baseUrl: server.url, projectId: "p", auth });
    expect((await dcs.listBackupRecords(query)).total).toBe(25);
    expect(server.requests.at(-1)?.rawHeaders).toContain(iam.tokens[0]);
  } finally {
    await iam.close();
  }
  const starrocks = createStarRocksClient({
    baseUrl: server.url,
    auth: alibabaAccessKey({ accessKeyId: "FAKEAK", accessKeySecret: "fake-secret" }),
    failure: "off",
  });
  await starrocks.describeBackups({ InstanceId: "c-1" }).then(undefined, () => {});
  expect(server.requests.at(-1)?.rawHeaders.join()).toContain("ACS3-HMAC-SHA256");
});
