import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alibabaAccessKey, token } from "../../src/index.js";
import { loadService, loadServices } from "../../src/load-service.js";
import { fakeCredentials, type Mock, type MockExchange, startMock } from "../../src/mock/index.js";
import type { ListingApi, SourceQuery } from "../../src/records/service.js";
import { services } from "../../src/services.js";

const from = new Date("2020-01-01T00:00:00Z");
const to = new Date("2030-01-01T00:00:00Z");

let mock: Mock;
const exchanges: MockExchange[] = [];
beforeAll(async () => {
  mock = await startMock({
    mode: "simulate",
    auth: "verify",
    onRequest: (exchange) => exchanges.push(exchange),
  });
});
afterAll(() => mock.stop());

/** The first page of a service's backups, and the query that asked for it. */
async function firstPage(name: keyof Mock["urls"], query: Partial<SourceQuery> = {}, api?: ListingApi) {
  const service = await loadService(name);
  const { accessKeyId, secret: accessKeySecret, projectId } = fakeCredentials;
  const alibaba = name === "starrocks";
  const source = service.open(
    {
      cloud: alibaba ? "alibabacloud" : "otc",
      region: alibaba ? "cn-hangzhou" : "eu-de",
      baseUrl: mock.urls[name],
      projectId,
      api,
    },
    { auth: alibaba ? alibabaAccessKey({ accessKeyId, accessKeySecret }) : token(fakeCredentials.token) },
  );
  for await (const page of source.pages(mock.resources[name], { pageSize: 7, ...query }, {})) {
    const { url = "" } = exchanges.at(-1) ?? {};
    const { pathname, searchParams } = new URL(url, mock.urls[name]);
    return { operation: source.operation, path: pathname, query: Object.fromEntries(searchParams), page };
  }
  throw new Error("no page");
}

describe("a service's definition lists backups in both shapes", () => {
  test("DCS, in the version that is asked for, v2 by default", async () => {
    const v1 = await firstPage("dcs", { from, to }, "v1.0");
    expect(v1.operation).toBe("ListBackupRecordsV1");
    expect(v1.path).toMatch(/^\/v1\.0\//);
    expect(v1.query).toMatchObject({ limit: "7", beginTime: "20200101000000", endTime: "20300101000000" });
    const v2 = await firstPage("dcs", { from, to });
    expect((await loadService("dcs")).apis).toEqual(["v2", "v1.0"]);
    expect(v2.operation).toBe("ListBackupRecords");
    expect(v2.path).toMatch(/^\/v2\//);
    expect(v2.query).toMatchObject({ limit: "7", begin_time: "20200101000000", end_time: "20300101000000" });
    for (const { page } of [v1, v2]) {
      expect(page.entries).toHaveLength(7);
      for (const { wire, record } of page.entries) expect(wire).toMatchObject({ backup_id: record.id });
    }
  });

  test("VBS, which filters by one status and sorts if it is to", async () => {
    const all = await firstPage("vbs", { statuses: ["EXECUTE_SUCCESS", "EXECUTE_FAIL"] });
    expect(all).toMatchObject({ operation: "ListBackupTasks", query: { limit: "7" } });
    expect(all.query).not.toHaveProperty("status");
    expect(all.query).not.toHaveProperty("sort_key");
    const one = await firstPage("vbs", { statuses: ["EXECUTE_SUCCESS"], newestFirst: true });
    expect(one.query).toMatchObject({ status: "EXECUTE_SUCCESS", sort_key: "created_at", sort_dir: "desc" });
    expect(one.page.entries.length).toBeGreaterThan(0);
    for (const { record } of one.page.entries)
      expect(record).toMatchObject({ service: "vbs", state: "succeeded" });
  });

  test("StarRocks, which filters by period and statuses", async () => {
    const { operation, query, page } = await firstPage("starrocks", { from, to, statuses: ["COMPLETED"] });
    expect(operation).toBe("DescribeBackups");
    expect(query).toMatchObject({ RegionId: "cn-hangzhou", PageSize: "7" });
    expect(page.entries.length).toBeGreaterThan(0);
    for (const { record } of page.entries)
      expect(record).toMatchObject({ service: "starrocks", state: "succeeded" });
  });
});

test("CBR lists backups by the start of a period and one status, and no other operations", async () => {
  const { operation, query, page } = await firstPage("cbr", { from, to, statuses: ["success"] });
  expect(operation).toBe("ListOpLogs");
  expect(query).toMatchObject({
    operation_type: "backup",
    status: "success",
    start_time: "2020-01-01T00:00:00Z",
    limit: "7",
  });
  // A backup that runs has no end that could be compared.
  expect(query).not.toHaveProperty("end_time");
  expect(page.entries.length).toBeGreaterThan(0);
  for (const { record } of page.entries) expect(record).toMatchObject({ service: "cbr", state: "succeeded" });
  expect((await firstPage("cbr", { statuses: ["success", "failed"] })).query).not.toHaveProperty("status");
});

test("every service of the list loads under its own name, on the clouds that the list names", async () => {
  const loaded = await loadServices();
  expect(loaded.map(({ name, clouds }) => ({ name, clouds: Object.keys(clouds) }))).toEqual(
    services.map(({ name, clouds }) => ({ name, clouds: [...clouds] })),
  );
});

test("a service that is not there is refused by name, with those that are", async () => {
  await expect(loadService("dsc")).rejects.toThrow(
    "there is no service dsc; there are dcs, vbs, starrocks, cbr",
  );
});
