import { AsyncLocalStorage } from "node:async_hooks";
import { tracingChannel } from "node:diagnostics_channel";
import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import {
  ApiError,
  type Auth,
  type ClientOptions,
  ContractError,
  createDcsClient,
  iamPassword,
  token,
} from "../../src/index.js";
import { dcsListing } from "../support/dcs-records.js";
import { startIamServer } from "../support/iam-server.js";
import { record } from "../support/recording-server.js";

const SECRET = "not-a-real-token-but-secret";
const channels = {
  call: tracingChannel("backup-records:call"),
  attempt: tracingChannel("backup-records:attempt"),
};
const stop: (() => void)[] = [];
afterEach(() => {
  for (const end of stop.splice(0)) end();
});

/** Everything that the channels publish, each message as it is at that time. */
function subscribe(...names: ("call" | "attempt")[]): [event: string, message: Record<string, unknown>][] {
  const published: [string, Record<string, unknown>][] = [];
  for (const name of names) {
    const take = (event: string) => (message: object) => {
      published.push([`${name} ${event}`, { ...message }]);
    };
    const subscribers = {
      start: take("start"),
      end: take("end"),
      asyncStart: take("asyncStart"),
      asyncEnd: take("asyncEnd"),
      error: take("error"),
    };
    channels[name].subscribe(subscribers);
    stop.push(() => channels[name].unsubscribe(subscribers));
  }
  return published;
}

async function dcsAt(
  respond: Parameters<typeof record>[0],
  options: Partial<Omit<ClientOptions, "baseUrl">> = {},
) {
  const { url } = await record(respond);
  const auth: Auth = token(SECRET);
  const client = createDcsClient({
    baseUrl: url,
    projectId: "p",
    auth,
    retry: { baseDelayMs: 0 },
    ...options,
  });
  return { client, host: new URL(url).host };
}

const listing = dcsListing(25);
const found = { service: "dcs", operation: "ListBackupRecords" };

describe("the tracing channels", () => {
  test("publish each page of a listing as a call, and each attempt within it", async () => {
    const published = subscribe("call", "attempt");
    let requests = 0;
    const { client, host } = await dcsAt((request) => {
      requests += 1;
      return requests === 1
        ? { status: 503, body: { error_code: "DCS.5000" }, headers: { "x-request-id": "r-1" } }
        : listing(request);
    });
    const ids = new Set<unknown>();
    for await (const { items } of client.listBackupRecords({ instance_id: "i", limit: 20 }).pages())
      ids.add(items.length);
    expect([...ids]).toEqual([20, 5]);
    const [first, second] = published
      .filter(([event]) => event === "call start")
      .map(([, message]) => message);
    expect(first).toEqual({
      ...found,
      host,
      callId: expect.any(Number),
      listingId: expect.any(Number),
      resource: "i",
    });
    expect(second).toEqual({ ...first, callId: expect.any(Number) });
    expect(second?.["callId"]).not.toBe(first?.["callId"]);
    const ofFirst = published.filter(([, { callId }]) => callId === first?.["callId"]);
    expect(ofFirst.map(([event, { attempt, status }]) => [event, attempt, status])).toEqual([
      ["call start", undefined, undefined],
      ["attempt start", 1, undefined],
      ["attempt end", 1, undefined],
      ["call end", undefined, undefined],
      ["attempt error", 1, 503],
      ["attempt asyncStart", 1, 503],
      ["attempt asyncEnd", 1, 503],
      ["attempt start", 2, undefined],
      ["attempt end", 2, undefined],
      ["attempt asyncStart", 2, 200],
      ["attempt asyncEnd", 2, 200],
      ["call asyncStart", undefined, undefined],
      ["call asyncEnd", undefined, undefined],
    ]);
    const refused = ofFirst.find(([event]) => event === "attempt error")?.[1];
    expect(refused).toEqual({
      ...found,
      host,
      callId: first?.["callId"],
      attempt: 1,
      method: "GET",
      status: 503,
      code: "DCS.5000",
      requestId: "r-1",
      error: expect.any(ApiError),
    });
  });

  test("publish the error that the caller gets, also one that the check of the response found", async () => {
    const published = subscribe("call");
    const { client } = await dcsAt(() => ({ status: 200, body: {} }), { validate: "throw" });
    const error: unknown = await client.listBackupRecords({ instance_id: "i" }).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ContractError);
    expect(published.map(([event]) => event)).toEqual(
      ["start", "end", "error", "asyncStart", "asyncEnd"].map((event) => `call ${event}`),
    );
    expect(published.at(-1)?.[1]["error"]).toBe(error);
  });

  test("carry no secret: no header, no body, no credential, not even in what Node adds", async () => {
    const published = subscribe("call", "attempt");
    const iam = await startIamServer();
    try {
      const auth: Auth = iamPassword({
        username: "test-user",
        password: "test-password",
        domainName: "d",
        iamUrl: iam.url,
      });
      const { client } = await dcsAt(listing, { auth });
      const failing = await dcsAt(() => ({ status: 401, body: { error_msg: SECRET } }));
      await client.listBackupRecords({ instance_id: "i" });
      await expect(failing.client.showInstance({ instance_id: "i" })).rejects.toThrow("401");
      expect(new Set(published.map(([, { service }]) => service))).toEqual(new Set(["dcs", "iam"]));
      const text = inspect(published, { depth: null, showHidden: true });
      for (const secret of [SECRET, "test-password", ...iam.tokens]) expect(text).not.toContain(secret);
      for (const [, message] of published) expect(message["result"]).toBeUndefined();
    } finally {
      await iam.close();
    }
  });

  test("carry a store from a call to its attempts", async () => {
    const store = new AsyncLocalStorage<object>();
    channels.call.start.bindStore(store, (message) => message as object);
    const seen: unknown[] = [];
    const take = { start: (message: object) => seen.push([message, store.getStore()]) };
    channels.attempt.subscribe(take as never);
    stop.push(
      () => channels.call.start.unbindStore(store),
      () => channels.attempt.unsubscribe(take as never),
    );
    const { client } = await dcsAt(listing);
    await client.listBackupRecords({ instance_id: "i" });
    expect(seen).toEqual([
      [expect.objectContaining({ attempt: 1 }), expect.objectContaining({ resource: "i" })],
    ]);
    expect(store.getStore()).toBeUndefined();
  });

  test("publish nothing without subscribers, and leave results and errors as they are with them", async () => {
    const { client } = await dcsAt(listing);
    const alone = await client.listBackupRecords({ instance_id: "i" });
    subscribe("call", "attempt");
    const observed = await client.listBackupRecords({ instance_id: "i" });
    expect(observed.items).toEqual(alone.items);
    const controller = new AbortController();
    controller.abort("enough");
    const { signal } = controller;
    await expect(client.showInstance({ instance_id: "i" }, { signal })).rejects.toBe("enough");
  });
});
