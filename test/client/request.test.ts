import { describe, expect, test } from "vitest";
import {
  type Auth,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  InvalidRequestError,
  token,
} from "../../src/index.js";
import { dcsListing } from "../support/dcs-records.js";
import { queryOf, record } from "../support/recording-server.js";

// As one that nothing is known of: a mock takes any.
const auth: Auth = token("not-a-real-token");
const server = await record(dcsListing(3));
const dcs = createDcsClient({ baseUrl: server.url, projectId: "project", auth });

describe("the request of a typed method", () => {
  test("is exactly what the contract names, in letter case and all", async () => {
    await dcs.listBackupRecordsV1({
      instance_id: "a/b c",
      limit: 50,
      beginTime: new Date("2026-11-01T00:00:00Z"),
      endTime: "20261102000000",
    });
    const request = server.requests.at(-1);
    expect(request?.method).toBe("GET");
    expect(request?.target).toBe(
      "/v1.0/project/instances/a%2Fb%20c/backups?limit=50&beginTime=20261101000000&endTime=20261102000000&start=1",
    );
    expect(request?.body.length).toBe(0);
    const headers = headersOf(request?.rawHeaders ?? []);
    expect(headers).toMatchObject({ accept: "application/json", "x-auth-token": "not-a-real-token" });
    expect(headers).not.toHaveProperty("content-type");
  });

  test("carries the headers of the client and of the call, those of the authentication winning", async () => {
    const client = createDcsClient({
      baseUrl: server.url,
      projectId: "p",
      auth,
      headers: { "X-One": "client", "X-Two": "client", "x-auth-token": "another" },
    });
    await client.listBackupRecordsV1({ instance_id: "i" }, { headers: { "x-two": "call" } });
    expect(headersOf(server.requests.at(-1)?.rawHeaders ?? [])).toMatchObject({
      "x-one": "client",
      "x-two": "call",
      "x-auth-token": "not-a-real-token",
    });
  });

  test("keeps the path prefix of the base URL", async () => {
    const client = createDcsClient({ baseUrl: `${server.url}/gateway/dcs/`, projectId: "p", auth });
    await client.listBackupRecords({ instance_id: "i", offset: 2 });
    expect(server.requests.at(-1)?.target).toBe("/gateway/dcs/v2/p/instances/i/backups?offset=2");
  });

  test("of StarRocks is a POST with everything in its query, without body and content type", async () => {
    const service = await record(() => ({
      status: 200,
      body: { RequestId: "r", Success: true, Data: [], Total: 0 },
    }));
    const starrocks = createStarRocksClient({ baseUrl: service.url, auth });
    await starrocks.describeBackups({
      InstanceId: "c-1",
      Statuses: ["COMPLETED", "RUNNING"],
      TimePeriodStartTime: new Date(1747708000_999),
    });
    await starrocks.describeBackups();
    const [first, second] = service.requests;
    expect(first?.method).toBe("POST");
    expect(queryOf(first)).toEqual([
      ["InstanceId", "c-1"],
      ["Statuses", "COMPLETED,RUNNING"],
      ["TimePeriodStartTime", "1747708000"],
      ["PageNumber", "1"],
    ]);
    expect(headersOf(first?.rawHeaders ?? [])).not.toHaveProperty("content-type");
    expect(second?.target).toBe("/webapi/backup/manage/describe?PageNumber=1");
  });

  test("of a call without pages or parameters is its address alone, and its response comes back as it is", async () => {
    const body = { backup_policies: [{ backup_policy_id: "i", policy_resource_count: 2 }] };
    const service = await record(() => ({ status: 200, body }));
    const vbs = createVbsClient({ baseUrl: service.url, projectId: "a b", auth });
    expect(await vbs.listBackupPolicies()).toEqual(body);
    expect(service.requests.map(({ method, target }) => [method, target])).toEqual([
      ["GET", "/v2/a%20b/backuppolicy"],
    ]);
  });

  test("has the parameter that its operation requires, of which the compiler speaks as well", async () => {
    const service = await record(() => ({
      status: 200,
      body: { RequestId: "r", Success: true, Data: "UTC" },
    }));
    const starrocks = createStarRocksClient({ baseUrl: service.url, auth });
    expect(await starrocks.describeSystemTimezone({ InstanceId: "c-1" })).toMatchObject({ Data: "UTC" });
    // @ts-expect-error What a caller without types can write.
    await expect(starrocks.describeSystemTimezone({})).rejects.toThrow(InvalidRequestError);
    // @ts-expect-error What a caller without types can write.
    await expect(starrocks.describeSystemTimezone()).rejects.toThrow(/InstanceId/);
    expect(service.requests.map(({ target }) => target)).toEqual(["/webapi/timezone/query?InstanceId=c-1"]);
  });

  test.each([
    ["an id that would change the path", () => dcs.listBackupRecordsV1({ instance_id: ".." })],
    [
      "a parameter that the operation does not have",
      () => dcs.listBackupRecordsV1({ instance_id: "i", ...{ begintime: "x" } }),
    ],
    [
      "an empty filter, which would ask for everything",
      () => createStarRocksClient({ baseUrl: server.url, auth }).describeBackups({ InstanceId: "" }),
    ],
    [
      "an empty marker",
      () =>
        createVbsClient({ baseUrl: server.url, projectId: "p", auth }).listBackupTasks({
          policy_id: "p",
          marker: "",
        }),
    ],
    [
      "another project than the client's",
      () => dcs.listBackupRecordsV1({ instance_id: "i", ...{ project_id: "x" } }),
    ],
    [
      "a marker together with an offset",
      () =>
        createVbsClient({ baseUrl: server.url, projectId: "p", auth }).listBackupTasks({
          policy_id: "p",
          marker: "m",
          offset: 1,
        }),
    ],
    ["no page in flight", () => dcs.listBackupRecordsV1({ instance_id: "i" }, { concurrency: 0 })],
    ["half a page in flight", () => dcs.listBackupRecordsV1({ instance_id: "i" }, { concurrency: 1.5 })],
    [
      "a cursor of another listing",
      () => dcs.listBackupRecordsV1({ instance_id: "i" }, { cursor: "ListBackupRecords.x.1" }),
    ],
  ])("is not made for %s", async (_, call) => {
    const before = server.requests.length;
    await expect(call).rejects.toThrow(InvalidRequestError);
    expect(server.requests).toHaveLength(before);
  });

  test.each([null, 5, "i"])("is not made for %s in the place of parameters", async (values) => {
    const before = server.requests.length;
    // What a caller without types can pass.
    const call = () => dcs.listBackupRecordsV1(values as unknown as { instance_id: string });
    await expect(call).rejects.toThrow(InvalidRequestError);
    await expect(call).rejects.toThrow("the parameters must be an object");
    expect(server.requests).toHaveLength(before);
  });

  test.each(["content-length", "Transfer-Encoding", "connection", "host", "expect", "upgrade", "te"])(
    "is not made with %s of the caller",
    async (name) => {
      const before = server.requests.length;
      const call = () => dcs.listBackupRecordsV1({ instance_id: "i" }, { headers: { [name]: "1" } });
      await expect(call).rejects.toThrow(InvalidRequestError);
      await expect(call).rejects.toThrow(`header "${name}" belongs to the connection; leave it out`);
      expect(server.requests).toHaveLength(before);
    },
  );

  test.each([
    ["a line break in a value", { "x-a": "1\r\nx-b: 2" }],
    ["a blank in a name", { "x a": "1" }],
    ["a character beyond Latin 1", { "x-a": "备份" }],
  ])("is not made with %s", async (_, headers) => {
    const call = () => dcs.listBackupRecordsV1({ instance_id: "i" }, { headers });
    await expect(call).rejects.toThrow(InvalidRequestError);
    await expect(call).rejects.toThrow(/has a name or value that HTTP does not allow/);
  });
});

function headersOf(raw: readonly string[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (let i = 0; i < raw.length; i += 2) headers[(raw[i] ?? "").toLowerCase()] = raw[i + 1] ?? "";
  return headers;
}
