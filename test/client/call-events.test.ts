import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Auth,
  type CallOptions,
  type ClientEvent,
  type ClientOptions,
  createDcsClient,
  createStarRocksClient,
  token,
} from "../../src/index.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { record } from "../support/recording-server.js";

// As one that nothing is known of: a mock takes any.
const auth: Auth = token("not-a-real-token");
let mock: Mock<"dcs" | "starrocks">;
beforeAll(async () => {
  mock = await startMock({ services: ["dcs", "starrocks"], mode: "simulate", faults: ["503@1"] });
});
afterAll(() => mock.stop());

function dcsOf(options: Partial<Omit<ClientOptions, "baseUrl">> = {}) {
  return createDcsClient({
    baseUrl: mock.urls.dcs,
    projectId: "p",
    auth,
    retry: { baseDelayMs: 0 },
    ...options,
  });
}

/** What a call reports, with the numbers of calls and listings counted from 1. */
async function eventsOf(work: (options: CallOptions) => PromiseLike<unknown>): Promise<unknown[]> {
  const events: ClientEvent[] = [];
  await Promise.allSettled([work({ onEvent: (event) => events.push(event) })]);
  const known: number[] = [];
  const count = (id: number | null) => {
    if (id === null) return null;
    if (!known.includes(id)) known.push(id);
    return known.indexOf(id) + 1;
  };
  return events.map((event) => ({
    ...event,
    ...("listingId" in event && { listingId: count(event.listingId) }),
    callId: count(event.callId),
  }));
}

test("a call's own listener hears of its events alone, whatever the client's does", async () => {
  const client: string[] = [];
  const call: string[] = [];
  const dcs = dcsOf({
    onEvent: ({ type }) => {
      client.push(type);
      throw new Error("the listener's own trouble");
    },
  });
  await dcs.listBackupRecords({ instance_id: "i" }, { onEvent: ({ type }) => call.push(type) });
  await dcs.listBackupRecords({ instance_id: "j" });
  const retried = ["start", "attempt", "wait", "attempt", "end", "page"];
  expect(call).toEqual(retried);
  expect(client).toEqual([...retried, "start", "attempt", "end", "page"]);
});

describe("the events of a call", () => {
  test("begin with its start and have its number, and that of its listing", async () => {
    const dcs = dcsOf();
    const context = { service: "dcs", operation: "ListBackupRecords" };
    const read = async (options: CallOptions) => {
      for await (const _ of dcs.listBackupRecords({ instance_id: "a b", limit: 20 }, options).pages());
    };
    const started = { type: "start", ...context, listingId: 1, resource: "a b" };
    expect(await eventsOf(read)).toMatchObject([
      { ...started, callId: 2 },
      { type: "attempt", ...context, callId: 2, attempt: 1 },
      { type: "end", ...context, callId: 2, code: null },
      { type: "page", ...context, callId: 2, page: 1 },
      { ...started, callId: 3 },
      { type: "attempt", ...context, callId: 3, attempt: 1 },
      { type: "end", ...context, callId: 3, code: null },
      { type: "page", ...context, callId: 3, page: 2 },
    ]);
  });

  test("of two readings of one listing differ in its number", async () => {
    const ids: (number | null)[] = [];
    const onEvent = (event: ClientEvent) => event.type === "start" && ids.push(event.listingId);
    const listing = dcsOf().listBackupRecords({ instance_id: "i" }, { onEvent });
    await listing;
    await listing.toArray({ max: 1 });
    expect(ids).toEqual([expect.any(Number), expect.any(Number)]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test("end with the code of its error", async () => {
    const body = { error_code: "DCS.3022", error_msg: "gone" };
    const { url: baseUrl } = await record(() => ({ status: 404, body }));
    const dcs = createDcsClient({ baseUrl, projectId: "p", auth });
    const events = await eventsOf((options) => dcs.showInstance({ instance_id: "i" }, options));
    expect(events).toMatchObject([
      { type: "start", listingId: null, resource: "i" },
      { type: "attempt", status: 404 },
      { type: "end", code: "DCS.3022" },
    ]);
  });

  test("end with `aborted` if the caller ends it", async () => {
    const dcs = dcsOf();
    const controller = new AbortController();
    const events = await eventsOf((options) => {
      const onEvent = (event: ClientEvent) => {
        options.onEvent?.(event);
        if (event.type === "start") controller.abort("enough");
      };
      return dcs.showInstance({ instance_id: "i" }, { onEvent, signal: controller.signal });
    });
    expect(events).toMatchObject([{ type: "start" }, { type: "end", code: "aborted" }]);
  });

  test("name an instance of the query, or nothing", async () => {
    const starrocks = createStarRocksClient({ baseUrl: mock.urls.starrocks, auth });
    const resources: (string | null)[] = [];
    const onEvent = (event: ClientEvent) => event.type === "start" && resources.push(event.resource);
    await starrocks.describeBackups({ InstanceId: "c-1", Statuses: "COMPLETED" }, { onEvent });
    await starrocks.describeBackups({ Statuses: "COMPLETED" }, { onEvent });
    expect(resources).toEqual(["c-1", null]);
  });

  test("of the raw client are the same, without a subject", async () => {
    const types: unknown[] = [];
    const dcs = dcsOf({ onEvent: ({ type, operation }) => types.push([type, operation]) });
    await dcs.raw.GET("/v2/{project_id}/instances/{instance_id}/backups", {
      params: { path: { project_id: "p", instance_id: "i" } },
    });
    expect(types).toEqual(["start", "attempt", "end"].map((type) => [type, "ListBackupRecords"]));
  });
});
