import { getEventListeners } from "node:events";
import { describe, expect, test } from "vitest";
import {
  ApiError,
  type Auth,
  type ClientEvent,
  ContractError,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  InvalidRequestError,
  token,
} from "../../src/index.js";
import { dcsListing, dcsRecord } from "../support/dcs-records.js";
import { queryOf, record } from "../support/recording-server.js";

// As one that nothing is known of: a mock takes any.
const auth: Auth = token("not-a-real-token");
const server = await record(dcsListing(25));
const events: ClientEvent[] = [];
const dcs = createDcsClient({
  baseUrl: server.url,
  projectId: "p",
  auth,
  onEvent: (event) => events.push(event),
});
const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `backup-${from + i}`);

describe("a listing", () => {
  test("gives its first page when awaited, in one request however often", async () => {
    const before = server.requests.length;
    const listing = dcs.listBackupRecordsV1({ instance_id: "i" });
    const [page, again] = [await listing, await listing];
    expect(again).toBe(page);
    expect(server.requests).toHaveLength(before + 1);
    expect(page.items.map(({ backup_id }) => backup_id)).toEqual(ids(0, 10));
    expect(page.total).toBe(25);
    expect(page.body?.total_num).toBe(25);
    expect(page.response.status).toBe(200);
    expect(page.response.header("Content-Type")).toBe("application/json");
    expect(page.response.requestId).toBeNull();
  });

  test("gives all records when iterated, each time anew", async () => {
    const listing = dcs.listBackupRecordsV1({ instance_id: "i" });
    for (const _ of [1, 2]) {
      const read: unknown[] = [];
      for await (const { backup_id } of listing) read.push(backup_id);
      expect(read).toEqual(ids(0, 25));
    }
  });

  test("gives its pages, and reports them", async () => {
    events.length = 0;
    const totals: unknown[] = [];
    for await (const { items, total } of dcs.listBackupRecords({ instance_id: "i", limit: 20 }).pages())
      totals.push([items.length, total]);
    expect(totals).toEqual([
      [20, 25],
      [5, 25],
    ]);
    const callIds = events.flatMap(({ type, callId }) => (type === "start" ? [callId] : []));
    const context = { type: "page", service: "dcs", operation: "ListBackupRecords", total: 25 };
    expect(events.filter(({ type }) => type === "page")).toEqual([
      { ...context, callId: callIds[0], page: 1, items: 20 },
      { ...context, callId: callIds[1], page: 2, items: 5 },
    ]);
    expect(server.requests.slice(-2).map(queryOf)).toEqual([
      [
        ["limit", "20"],
        ["offset", "0"],
      ],
      [
        ["limit", "20"],
        ["offset", "20"],
      ],
    ]);
  });

  test("gives unified records, the wire object untouched beside them", async () => {
    const [first] = await dcs.listBackupRecordsV1({ instance_id: "i" }).records().toArray({ max: 1 });
    expect(first).toMatchObject({ service: "dcs", id: "backup-0", state: "succeeded", sizeBytes: 880232 });
    expect(first?.source).toEqual(dcsRecord(0));
  });

  test("gives unified records of the other services too", async () => {
    const bodies = {
      tasks: [{ job_id: "j", status: "RUNNING" }],
      count: 1,
      RequestId: "r",
      Success: true,
      Data: [{ BackupTaskId: "b", InstanceId: "c", Status: "COMPLETED" }],
    };
    const { url: baseUrl } = await record(() => ({ status: 200, body: bodies }));
    const listings = [
      createVbsClient({ baseUrl, projectId: "p", auth }).listBackupTasks({ policy_id: "i" }).records(),
      createStarRocksClient({ baseUrl, auth }).describeBackups().records(),
    ];
    const unified: unknown[] = [];
    for (const listing of listings)
      for await (const { service, id, state } of listing) unified.push([service, id, state]);
    expect(unified).toEqual([
      ["vbs", "j", "running"],
      ["starrocks", "b", "succeeded"],
    ]);
  });

  test("of another kind than backups pages alike, and has no unified records", async () => {
    const operations = Array.from({ length: 25 }, (_, at) => ({ OperationId: `op-${at}` }));
    const history = await record((request) => {
      const query = new Map(queryOf(request).map(([name, value]) => [name, value]));
      const [page, size] = [Number(query.get("PageNumber")), Number(query.get("PageSize") ?? 10)];
      const Data = operations.slice((page - 1) * size, page * size);
      return { status: 200, body: { RequestId: "r", Success: true, Data, Total: operations.length } };
    });
    const listing = createStarRocksClient({ baseUrl: history.url, auth }).listOperationHistory({
      InstanceId: "c-1",
      StartTime: new Date(1742179008000),
    });
    expect(await listing.toArray({ max: 100 })).toEqual(operations);
    expect(history.requests.map(queryOf)).toEqual(
      ["1", "2", "3"].map((page) => [
        ["InstanceId", "c-1"],
        ["StartTime", "1742179008000"],
        ["PageNumber", page],
      ]),
    );
    expect("records" in listing).toBe(false);
  });

  test("gathers at most as many as asked for, reading no page behind them", async () => {
    const before = server.requests.length;
    const records = await dcs.listBackupRecordsV1({ instance_id: "i" }).toArray({ max: 12 });
    expect(records.map(({ backup_id }) => backup_id)).toEqual(ids(0, 12));
    expect(server.requests).toHaveLength(before + 2);
    const all = await dcs.listBackupRecordsV1({ instance_id: "i" }).toArray({ max: 1000 });
    expect(all).toHaveLength(25);
  });

  test("is not gathered without a limit", async () => {
    const listing = dcs.listBackupRecordsV1({ instance_id: "i" });
    // @ts-expect-error What a caller without types can write.
    await expect(listing.toArray()).rejects.toThrow("max must be an integer of at least 1, not undefined");
  });

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])("does not gather at most %s", async (max) => {
    await expect(dcs.listBackupRecordsV1({ instance_id: "i" }).toArray({ max })).rejects.toThrow(
      InvalidRequestError,
    );
  });

  test("begins where its position says", async () => {
    const records = await dcs.listBackupRecordsV1({ instance_id: "i", start: 21 }).toArray({ max: 100 });
    expect(records.map(({ backup_id }) => backup_id)).toEqual(ids(20, 25));
  });

  test("that failed is resumed from the cursor of the last page read", async () => {
    let failing = true;
    const flaky = await record((request) =>
      failing && request.target.includes("start=21")
        ? { status: 500, body: { error: { code: "DCS.5000", message: "no" } } }
        : dcsListing(25)(request),
    );
    const client = createDcsClient({ baseUrl: flaky.url, projectId: "p", auth });
    const read: string[] = [];
    let cursor: string | null = null;
    const reading = (async () => {
      for await (const page of client.listBackupRecordsV1({ instance_id: "i" }).pages()) {
        read.push(...page.items.map(({ backup_id }) => backup_id));
        cursor = page.cursor;
      }
    })();
    await expect(reading).rejects.toThrow(ApiError);
    failing = false;
    expect(cursor).not.toBeNull();
    const rest = await client
      .listBackupRecordsV1({ instance_id: "i" }, { cursor: cursor ?? "" })
      .toArray({ max: 100 });
    expect([...read, ...rest.map(({ backup_id }) => backup_id)]).toEqual(ids(0, 25));
  });

  test("has no cursor on its last page", async () => {
    const cursors: boolean[] = [];
    for await (const { cursor } of dcs.listBackupRecordsV1({ instance_id: "i" }).pages())
      cursors.push(cursor !== null);
    expect(cursors).toEqual([true, true, false]);
  });

  test("reads pages at once and keeps their order", async () => {
    const read: unknown[] = [];
    for await (const { backup_id } of dcs.listBackupRecordsV1(
      { instance_id: "i", limit: 2 },
      { concurrency: 4 },
    ))
      read.push(backup_id);
    expect(read).toEqual(ids(0, 25));
  });

  test("ends with the caller's own reason", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const reading = (async () => {
      for await (const _ of dcs.listBackupRecordsV1({ instance_id: "i" }, { signal: controller.signal }))
        controller.abort(reason);
    })();
    await expect(reading).rejects.toBe(reason);
    await expect(dcs.listBackupRecordsV1({ instance_id: "i" }, { signal: controller.signal })).rejects.toBe(
      reason,
    );
  });
});

test("many listings at once share one signal without a warning, and leave no listener on it", async () => {
  const { signal } = new AbortController();
  const warnings: Error[] = [];
  const warned = (warning: Error) => warnings.push(warning);
  process.on("warning", warned);
  const pages = await Promise.all(
    Array.from({ length: 20 }, async () => dcs.listBackupRecordsV1({ instance_id: "i" }, { signal })),
  );
  await new Promise<void>((resolve) => setImmediate(resolve));
  process.off("warning", warned);
  expect(pages.map(({ items }) => items.length)).toEqual(Array(20).fill(10));
  expect(warnings).toEqual([]);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("a listing that is aborted before it begins sends nothing", async () => {
  const before = server.requests.length;
  const reason = new Error("the caller has left");
  const listing = dcs.listBackupRecordsV1({ instance_id: "i" }, { signal: AbortSignal.abort(reason) });
  await expect(listing).rejects.toBe(reason);
  await expect(listing.toArray({ max: 1 })).rejects.toBe(reason);
  await expect(listing.records().toArray({ max: 1 })).rejects.toBe(reason);
  expect(server.requests).toHaveLength(before);
});

describe("an empty page", () => {
  test.each([
    ["204 of the v2 call", { status: 204 }],
    ["an empty list", { status: 200, body: { backup_record_response: [], total_num: 0 } }],
  ])("is %s", async (_, reply) => {
    const empty = await record(() => reply);
    const page = await createDcsClient({ baseUrl: empty.url, projectId: "p", auth }).listBackupRecords({
      instance_id: "i",
    });
    expect([page.items, page.total, page.cursor]).toEqual([[], 0, null]);
  });

  test("is StarRocks' success without data, which its contract does not require", async () => {
    const empty = await record(() => ({ status: 200, body: { RequestId: "r", Success: true } }));
    const page = await createStarRocksClient({ baseUrl: empty.url, auth }).describeBackups();
    expect([page.items, page.total, page.cursor, page.response.requestId]).toEqual([[], null, null, "r"]);
  });

  test.each([
    ["another 2xx", { status: 202, body: {} }, "unexpected status 202"],
    ["204 if the contract has none", { status: 204 }, "unexpected status 204"],
    [
      "a response without its list",
      { status: 200, body: {} },
      "the response has no list of records at /backup_record_response",
    ],
    [
      "an object instead of the list",
      { status: 200, body: { backup_record_response: {}, total_num: 0 } },
      "no list of records",
    ],
    [
      "more records than any page has",
      { status: 200, body: `{"backup_record_response":[${"{},".repeat(100_000)}{}],"total_num":1}` },
      "the response has more than 100000 records",
    ],
    ["an empty body", { status: 200, body: "" }, "the response cannot be read: it is empty"],
    [
      "half a body",
      { status: 200, body: '{"backup_record_response": [' },
      "the response cannot be read: not JSON",
    ],
    ["a page of a proxy", { status: 200, body: "<html>" }, "the response cannot be read: not JSON"],
  ])("is not %s", async (_, reply, message) => {
    const strange = await record(() => reply);
    const call = createDcsClient({ baseUrl: strange.url, projectId: "p", auth }).listBackupRecordsV1({
      instance_id: "i",
    });
    await expect(call).rejects.toThrow(ContractError);
    await expect(call).rejects.toThrow(message);
  });
});

test.each([{}, { Code: "InternalError", Message: "boom" }, { RequestId: "r" }])(
  "StarRocks' 200 that says neither success nor failure is not an empty page: %o",
  async (body) => {
    const strange = await record(() => ({ status: 200, body }));
    const call = createStarRocksClient({ baseUrl: strange.url, auth }).describeBackups();
    await expect(call).rejects.toThrow(ContractError);
  },
);

test("a total that is less than the rows of its own page counts something else", async () => {
  const odd = await record((request) => {
    const first = new Map(queryOf(request)).get("start") === "1";
    return {
      status: 200,
      body: { backup_record_response: first ? [dcsRecord(0), dcsRecord(1)] : [], total_num: 0 },
    };
  });
  const client = createDcsClient({ baseUrl: odd.url, projectId: "p", auth });
  const totals: unknown[] = [];
  for await (const { total } of client.listBackupRecordsV1({ instance_id: "i" }).pages()) totals.push(total);
  expect(totals).toEqual([null, 0]);
});

test("a cursor of one way of walking is refused by the other", async () => {
  const tasks = await record(() => ({
    status: 200,
    body: { tasks: [{ job_id: "j1", status: "RUNNING" }], count: 9 },
  }));
  const vbs = createVbsClient({ baseUrl: tasks.url, projectId: "p", auth });
  const { cursor } = await vbs.listBackupTasks({ policy_id: "p", marker: "j0" });
  expect(cursor).not.toBeNull();
  const other = () => vbs.listBackupTasks({ policy_id: "p" }, { cursor: cursor ?? "" });
  await expect(other).rejects.toThrow("the cursor belongs to another listing");
  const again = await vbs.listBackupTasks({ policy_id: "p", marker: "elsewhere" }, { cursor: cursor ?? "" });
  expect(again.items).toHaveLength(1);
  expect(queryOf(tasks.requests.at(-1))).toContainEqual(["marker", "j1"]);
});

test("StarRocks begins at the page that is asked for and reads to an empty one", async () => {
  const paged = await record((request) => {
    const page = Number(new Map(queryOf(request)).get("PageNumber"));
    const Data = page < 4 ? [{ BackupTaskId: `bt-${page}`, InstanceId: "c", Status: "COMPLETED" }] : [];
    return { status: 200, body: { RequestId: "r", Success: true, Data, Total: 3 } };
  });
  const starrocks = createStarRocksClient({ baseUrl: paged.url, auth });
  const read = await starrocks.describeBackups({ PageNumber: 2 }).toArray({ max: 10 });
  expect(read.map(({ BackupTaskId }) => BackupTaskId)).toEqual(["bt-2", "bt-3"]);
});

test("VBS walks by its marker where one is given", async () => {
  const tasks = ids(0, 5).map((job_id) => ({ job_id, status: "RUNNING" }));
  const marked = await record((request) => {
    const query = new Map(queryOf(request));
    const first = tasks.findIndex(({ job_id }) => job_id === query.get("marker")) + 1;
    return { status: 200, body: { tasks: tasks.slice(first, first + 2), count: tasks.length } };
  });
  const vbs = createVbsClient({ baseUrl: marked.url, projectId: "p", auth });
  const read = await vbs.listBackupTasks({ policy_id: "p", marker: "backup-0" }).toArray({ max: 10 });
  expect(read.map(({ job_id }) => job_id)).toEqual(ids(1, 5));
  expect(marked.requests.map(queryOf)).toEqual([
    [["marker", "backup-0"]],
    [["marker", "backup-2"]],
    [["marker", "backup-4"]],
  ]);
});
