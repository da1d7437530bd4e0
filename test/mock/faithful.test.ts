import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations as dcsOperations } from "../../generated/dcs/operations.js";
import { responses as dcsResponses } from "../../generated/dcs/validators.js";
import { operations as starRocksOperations } from "../../generated/starrocks/operations.js";
import { responses as starRocksResponses } from "../../generated/starrocks/validators.js";
import { operations as vbsOperations } from "../../generated/vbs/operations.js";
import { responses as vbsResponses } from "../../generated/vbs/validators.js";
import type { OperationDescriptor } from "../../src/core/operation.js";
import type { Validator } from "../../src/core/schema.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { misfits } from "../support/misfits.js";
import { runsOf, wholeRound } from "../support/round.js";
import {
  type Expected,
  expectDcs,
  expectInstances,
  expectStarRocks,
  expectVbs,
  wholeOf,
} from "./support/oracle.js";
import { startProxy } from "./support/prism-proxy.js";
import { at, queryOf, type ReceivedResponse, rows, sendRequest } from "./support/send-request.js";

const RECORDS = 60;
const HUGE = 1_000_000;
const clock = fakeClock();
const runs = { numRuns: runsOf(60), seed: 20_261_121 };

let mock: Mock;
const strict: Record<string, string> = {};

beforeAll(async () => {
  mock = await startMock({ mode: "simulate", records: RECORDS, maxPageSize: HUGE, clock });
  for (const [service, url] of Object.entries(mock.urls))
    strict[service] = wholeRound ? await startProxy(service, url, true) : url;
});

afterAll(() => mock.stop());

const methods: Record<string, string> = { starrocks: "POST" };
const credentials: Record<string, Record<string, string>> = {
  starrocks: { authorization: "ACS3-HMAC-SHA256 Credential=fake" },
};

function send(service: string, base: string | undefined, target: string): Promise<ReceivedResponse> {
  const headers = credentials[service] ?? { "x-auth-token": "fake-token" };
  return sendRequest(`${base}${target}`, { method: methods[service] ?? "GET", headers });
}

/** Names of the query parameters that were sent, by service. */
const sent = new Map<string, Set<string>>();

/**
 * Sends through the strict proxy, which must find no violation, and compares the response with the oracle's. In
 * `npm test`, which has no time for Prism, it sends to the simulator itself.
 */
async function expectListing(
  service: string,
  target: string,
  validator: Validator,
  places: { readonly items: string; readonly total: string },
  expected: Expected,
): Promise<void> {
  const response = await send(service, strict[service], target);
  const names = sent.get(service) ?? new Set();
  sent.set(service, names);
  for (const name of new URL(target, "http://127.0.0.1").searchParams.keys()) names.add(name);
  expect([response.status, response.headers["sl-violations"]], response.text).toEqual([200, undefined]);
  const body: unknown = JSON.parse(response.text);
  expect(misfits(validator, body)).toEqual([]);
  expect({ items: rows(body, places.items), total: at(body, places.total) }).toEqual(expected);
}

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const seldom = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const count = fc.oneof(fc.integer({ min: 1, max: 25 }), fc.constant(1000));
const skip = fc.oneof(fc.integer({ min: 0, max: RECORDS }), fc.integer({ min: RECORDS, max: 5000 }));

describe.each([
  {
    operation: "ListBackupRecordsV1",
    version: "v1.0",
    from: "beginTime",
    to: "endTime",
    validator: dcsResponses.ListBackupRecordsV1["200"],
  },
  {
    operation: "ListBackupRecords",
    version: "v2",
    from: "begin_time",
    to: "end_time",
    validator: dcsResponses.ListBackupRecords["200"],
  },
] as const)("DCS $operation", ({ version, from, to, validator }) => {
  const path = `/${version}/project/instances/5560df16-cebf-4473-95c4-d1b573c16e79/backups`;
  const places = { items: "backup_record_response", total: "total_num" };
  let all: Record<string, unknown>[];

  beforeAll(async () => {
    all = wholeOf(
      (await send("dcs", mock.urls.dcs, `${path}?limit=${HUGE}`)).text,
      places.items,
      places.total,
    );
  });

  test("has records in every state", () => {
    expect(all).toHaveLength(RECORDS);
    const kinds = new Set(all.flatMap((row) => [row["status"], row["backup_type"], typeof row["remark"]]));
    expect([...kinds]).toEqual(
      expect.arrayContaining(["waiting", "backuping", "succeed", "failed", "expired", "deleted", "manual"]),
    );
  });

  test("responds to every listing as its contract says and the oracle expects", async () => {
    const digits = fc
      .tuple(fc.nat({ max: RECORDS - 1 }), fc.integer({ min: -2, max: 2 }))
      .map(([row, seconds]) =>
        new Date(Date.parse(String(all[row]?.["created_at"])) + seconds * 1000)
          .toISOString()
          .slice(0, 19)
          .replace(/\D/g, ""),
      );
    const parameters = fc.record({
      skip: optional(skip),
      limit: optional(count),
      from: optional(digits),
      to: optional(digits),
    });
    await fc.assert(
      fc.asyncProperty(parameters, async (query) => {
        const start = query.skip === undefined ? undefined : query.skip + 1;
        const position = version === "v2" ? { offset: query.skip } : { start };
        const search = queryOf({ ...position, limit: query.limit, [from]: query.from, [to]: query.to });
        const plain = { from: query.from, to: query.to, skip: query.skip ?? 0, limit: query.limit ?? 10 };
        await expectListing("dcs", `${path}?${search}`, validator, places, expectDcs(all, plain));
      }),
      runs,
    );
  });
});

describe("DCS ListInstances", () => {
  const path = "/v2/project/instances";
  const places = { items: "instances", total: "instance_num" };
  const validator = dcsResponses.ListInstances["200"];
  let all: Record<string, unknown>[];

  beforeAll(async () => {
    const whole = await send("dcs", mock.urls.dcs, `${path}?include_failure=true&limit=1000`);
    all = wholeOf(whole.text, places.items, places.total);
  });

  test("responds to every listing as its contract says and the oracle expects", async () => {
    const field = (name: string) => fc.nat({ max: 11 }).map((row) => String(all[row]?.[name]));
    const truth = fc.constantFrom("true", "false");
    const tag = (row: number, number: number) =>
      `${tagOf(all[row], number, "key")}=${tagOf(all[row], number, "value")}`;
    const parameters = fc.record({
      instance_id: seldom(fc.oneof(field("instance_id"), fc.constant("missing-1"))),
      name: seldom(fc.oneof(field("name"), fc.constantFrom("DCS-B", "s", "no such name"))),
      name_equal: optional(truth),
      status: seldom(fc.constantFrom("RUNNING", "CREATEFAILED", "FROZEN")),
      tags: seldom(
        fc
          .tuple(fc.nat({ max: 11 }), fc.boolean())
          .map(([row, both]) => (both ? [tag(row, 0), tag(row, 1)].join() : tag(row, 0))),
      ),
      ip: seldom(field("ip")),
      capacity: seldom(field("capacity")),
      include_failure: optional(truth),
      include_delete: optional(truth),
      offset: optional(fc.nat({ max: 15 })),
      limit: optional(fc.constantFrom(1, 3, 10, 1000)),
    });
    await fc.assert(
      fc.asyncProperty(parameters, async (query) => {
        const plain = { ...query, offset: query.offset ?? 0, limit: query.limit ?? 10 };
        await expectListing(
          "dcs",
          `${path}?${queryOf(query)}`,
          validator,
          places,
          expectInstances(all, plain),
        );
      }),
      { ...runs, numRuns: runsOf(120) },
    );
  });
});

/** A member of one of the tags of an instance. */
function tagOf(instance: Record<string, unknown> | undefined, number: number, member: string): unknown {
  return at(instance, "tags", number, member);
}

describe("DCS ListRestoreRecords", () => {
  const path = "/v2/project/instances/5560df16-cebf-4473-95c4-d1b573c16e79/restores";
  const places = { items: "restore_record_response", total: "total_num" };
  const validator = dcsResponses.ListRestoreRecords["200"];
  let all: Record<string, unknown>[];

  beforeAll(async () => {
    const whole = await send("dcs", mock.urls.dcs, `${path}?limit=1000`);
    all = wholeOf(whole.text, places.items, places.total);
  });

  test("responds to every listing as its contract says and the oracle expects", async () => {
    expect(all.length).toBeGreaterThan(3);
    const digits = fc
      .tuple(fc.nat({ max: all.length - 1 }), fc.integer({ min: -2, max: 2 }))
      .map(([row, seconds]) =>
        new Date(Date.parse(String(all[row]?.["created_at"])) + seconds * 1000)
          .toISOString()
          .slice(0, 19)
          .replace(/\D/g, ""),
      );
    const parameters = fc.record({
      begin_time: optional(digits),
      end_time: optional(digits),
      offset: optional(fc.nat({ max: 20 })),
      limit: optional(fc.constantFrom(1, 2, 5, 1000)),
    });
    await fc.assert(
      fc.asyncProperty(parameters, async (query) => {
        const { begin_time: from, end_time: to, offset: skip = 0, limit = 10 } = query;
        const expected = expectDcs(all, { from, to, skip, limit });
        await expectListing("dcs", `${path}?${queryOf(query)}`, validator, places, expected);
      }),
      runs,
    );
  });
});

describe("VBS ListBackupTasks", () => {
  const path = "/v2/project/backuppolicy/8b2c4f1e-5d37-4a60-9c1b-7e2f3a4d5b6c/backuptasks";
  const places = { items: "tasks", total: "count" };
  const states = ["RUNNING", "EXECUTE_TIMEOUT", "WAITING", "EXECUTE_FAIL", "EXECUTE_SUCCESS", "SKIP"];
  let all: Record<string, unknown>[];

  beforeAll(async () => {
    all = wholeOf(
      (await send("vbs", mock.urls.vbs, `${path}?limit=${HUGE}`)).text,
      places.items,
      places.total,
    );
  });

  test("has records in every state", () => {
    expect(new Set(all.map((row) => row["status"]))).toEqual(new Set(states));
  });

  test("responds to every listing as its contract says and the oracle expects", async () => {
    const job = fc.nat({ max: RECORDS - 1 }).map((row) => String(all[row]?.["job_id"]));
    const parameters = fc
      .record({
        status: optional(fc.constantFrom(...states)),
        sort_dir: optional(fc.constantFrom("asc", "desc")),
        sort_key: optional(fc.constant("created_at")),
        job_id: seldom(fc.oneof(job, fc.constant("c11b5a18-4559-4731-b7b3-58e2bd89cdb9"))),
        marker: optional(job),
        offset: optional(skip),
        limit: optional(count),
      })
      .map((query) => (query.marker === undefined ? query : { ...query, offset: undefined }));
    await fc.assert(
      fc.asyncProperty(parameters, async (query) => {
        const plain = { ...query, offset: query.offset ?? 0, limit: query.limit ?? 20 };
        const validator = vbsResponses.ListBackupTasks["200"];
        await expectListing("vbs", `${path}?${queryOf(query)}`, validator, places, expectVbs(all, plain));
      }),
      { ...runs, numRuns: runsOf(120) },
    );
  });

  test.each([
    [0, 20],
    [20, 20],
    [40, 20],
    [40, 1],
  ])("marker, job and status together: the job %i behind the job %i", async (job, marker) => {
    const { job_id, status } = all[job] ?? {};
    for (const sort_dir of ["asc", "desc"]) {
      const query = {
        job_id: String(job_id),
        status: String(status),
        marker: String(all[marker]?.["job_id"]),
        sort_dir,
      };
      const expected = expectVbs(all, { ...query, offset: 0, limit: 20 });
      const validator = vbsResponses.ListBackupTasks["200"];
      await expectListing("vbs", `${path}?${queryOf(query)}`, validator, places, expected);
    }
  });
});

describe("StarRocks DescribeBackups", () => {
  const path = "/webapi/backup/manage/describe";
  const places = { items: "Data", total: "Total" };
  const regions = ["cn-hangzhou", "eu-central-1"];
  const populations = new Map<string, Record<string, unknown>[]>();

  beforeAll(async () => {
    for (const region of regions) {
      const { text } = await send(
        "starrocks",
        mock.urls.starrocks,
        `${path}?${queryOf({ RegionId: region, PageSize: HUGE })}`,
      );
      populations.set(region, wholeOf(text, places.items, places.total));
    }
  });

  test("has records in every state", async () => {
    const all = populations.get("cn-hangzhou") ?? [];
    expect(all).toHaveLength(3 * RECORDS);
    expect(new Set(all.map((row) => row["Status"]))).toEqual(new Set(["RUNNING", "COMPLETED"]));
    expect(new Set(all.map((row) => row["InstanceId"])).size).toBe(3);
    const { text } = await send("starrocks", mock.urls.starrocks, `${path}?PageSize=${HUGE}`);
    expect(rows(JSON.parse(text), "Data"), "without a region: that of the endpoint").toEqual(all);
  });

  test("responds to every listing as its contract says and the oracle expects", async () => {
    const draw = fc.nat({ max: 3 * RECORDS - 1 });
    const second = fc.tuple(draw, fc.integer({ min: -2, max: 2 }));
    const parameters = fc.record({
      region: optional(fc.constantFrom(...regions)),
      cluster: optional(draw),
      task: seldom(draw),
      states: optional(fc.subarray(["RUNNING", "COMPLETED", "FAILED"], { minLength: 1 })),
      from: optional(second),
      to: optional(second),
      page: optional(fc.integer({ min: 1, max: 12 })),
      size: optional(count),
    });
    await fc.assert(
      fc.asyncProperty(parameters, async (query) => {
        const all = populations.get(query.region ?? "cn-hangzhou") ?? [];
        const read = (row: number | undefined, name: string) =>
          row === undefined ? undefined : String(all[row]?.[name]);
        const seconds = (drawn: [number, number] | undefined) =>
          drawn && Math.floor(Number(all[drawn[0]]?.["BackupStartTime"]) / 1000) + drawn[1];
        const { states } = query;
        const [from, to] = [seconds(query.from), seconds(query.to)];
        const [cluster, task] = [read(query.cluster, "InstanceId"), read(query.task, "BackupTaskId")];
        const search = queryOf({
          RegionId: query.region,
          InstanceId: cluster,
          BackupTaskId: task,
          Statuses: states?.join(","),
          TimePeriodStartTime: from,
          TimePeriodEndTime: to,
          PageNumber: query.page,
          PageSize: query.size,
        });
        const plain = { cluster, task, states, from, to, page: query.page ?? 1, size: query.size ?? 10 };
        const validator = starRocksResponses.DescribeBackups["200"];
        await expectListing("starrocks", `${path}?${search}`, validator, places, expectStarRocks(all, plain));
      }),
      { ...runs, numRuns: runsOf(120) },
    );
  });
});

describe("StarRocks DescribeBackupPolicies", () => {
  const path = "/webapi/backupRestore/policy/describe";
  const places = { items: "Data", total: "Total" };

  test("responds to every filter as its contract says", async () => {
    const { text } = await send("starrocks", mock.urls.starrocks, `${path}?RegionId=eu-central-1`);
    const all = wholeOf(text, places.items, places.total);
    const draw = optional(fc.nat({ max: all.length - 1 }));
    await fc.assert(
      fc.asyncProperty(draw, draw, async (cluster, policy) => {
        const read = (row: number | undefined, name: string) =>
          row === undefined ? undefined : String(all[row]?.[name]);
        const filter = { InstanceId: read(cluster, "InstanceId"), PolicyId: read(policy, "PolicyId") };
        const items = all.filter((_, row) => row === (cluster ?? row) && row === (policy ?? row));
        const search = queryOf({ RegionId: "eu-central-1", ...filter });
        const validator = starRocksResponses.DescribeBackupPolicies["200"];
        const expected = { items, total: items.length };
        await expectListing("starrocks", `${path}?${search}`, validator, places, expected);
      }),
      { ...runs, numRuns: 20 },
    );
  });
});

describe("StarRocks DescribeInstances", () => {
  const path = "/webapi/starrocks/describeInstances";
  const places = { items: "Data", total: "Total" };

  test("responds to every filter as its contract says", async () => {
    const { text } = await send("starrocks", mock.urls.starrocks, path);
    const all = wholeOf(text, places.items, places.total);
    const one = optional(fc.nat({ max: all.length - 1 }));
    const parameters = fc.record({
      ...{ id: one, name: one, group: one, tagged: one },
      states: optional(fc.subarray(["running", "creating"], { minLength: 1 })),
      page: optional(fc.integer({ min: 1, max: 4 })),
      size: optional(fc.integer({ min: 1, max: 4 })),
    });
    await fc.assert(
      fc.asyncProperty(parameters, async ({ id, name, group, tagged, states, page = 1, size = 10 }) => {
        const read = (row: number | undefined, field: string) =>
          row === undefined ? undefined : all[row]?.[field];
        const filters = {
          InstanceId: read(id, "InstanceId"),
          InstanceName: read(name, "InstanceName"),
          ResourceGroupId: read(group, "ResourceGroupId"),
          Tags: read(tagged, "Tags"),
        };
        const { Tags, ...plain } = filters;
        const kept = all.filter(
          (row) =>
            Object.entries(filters).every(
              ([field, value]) => value === undefined || JSON.stringify(row[field]) === JSON.stringify(value),
            ) &&
            (states === undefined || states.includes(String(row["InstanceStatus"]))),
        );
        const texts = Object.fromEntries(
          Object.entries(plain).map(([field, value]) => [field, value === undefined ? value : String(value)]),
        );
        const search = queryOf({
          ...texts,
          Tag: Tags === undefined ? undefined : JSON.stringify(Tags),
          InstanceStatus: states?.join(","),
          PageNumber: page,
          PageSize: size,
        });
        const expected = { items: kept.slice((page - 1) * size, page * size), total: kept.length };
        const validator = starRocksResponses.DescribeInstances["200"];
        await expectListing("starrocks", `${path}?${search}`, validator, places, expected);
      }),
      runs,
    );
  });
});

describe("StarRocks ListOperationHistory", () => {
  const path = "/webapi/operation/listOperationHistory";
  const places = { items: "Data", total: "Total" };

  test("responds to every filter as its contract says", async () => {
    const InstanceId = mock.resources.starrocks;
    const whole = queryOf({ InstanceId, PageSize: HUGE });
    const { text } = await send("starrocks", mock.urls.starrocks, `${path}?${whole}`);
    const all = wholeOf(text, places.items, places.total);
    const draw = fc.nat({ max: all.length - 1 });
    const instant = optional(fc.tuple(draw, fc.integer({ min: -2, max: 2 })));
    const parameters = fc.record({
      id: seldom(draw),
      type: optional(fc.constantFrom("backup", "restore", "create_cluster", "switch_az")),
      status: optional(fc.constantFrom("COMPLETED", "TERMINATED")),
      ...{ from: instant, to: instant },
      page: optional(fc.integer({ min: 1, max: 12 })),
      size: optional(count),
    });
    const second = (time: unknown) => Math.floor(Number(time) / 1000);
    await fc.assert(
      fc.asyncProperty(parameters, async ({ id, type, status, page, size, ...drawn }) => {
        const OperationId = id === undefined ? undefined : String(all[id]?.["OperationId"]);
        const [from, to] = [drawn.from, drawn.to].map(
          (one) => one && (second(all[one[0]]?.["GmtCreate"]) + one[1]) * 1000,
        );
        const kept = all.filter((row) => {
          const begun = second(row["GmtCreate"]);
          return (
            row["OperationId"] === (OperationId ?? row["OperationId"]) &&
            row["OperationType"] === (type ?? row["OperationType"]) &&
            row["OperationStatus"] === (status ?? row["OperationStatus"]) &&
            begun >= second(from ?? 0) &&
            (to === undefined || begun <= second(to))
          );
        });
        const search = queryOf({
          ...{ InstanceId, OperationId, OperationType: type, OperationStatus: status },
          ...{ StartTime: from, EndTime: to, PageNumber: page, PageSize: size },
        });
        const skip = ((page ?? 1) - 1) * (size ?? 10);
        const expected = { items: kept.slice(skip, skip + (size ?? 10)), total: kept.length };
        const validator = starRocksResponses.ListOperationHistory["200"];
        await expectListing("starrocks", `${path}?${search}`, validator, places, expected);
      }),
      runs,
    );
  });
});

test.each([
  ["dcs", dcsOperations],
  ["vbs", vbsOperations],
  ["starrocks", starRocksOperations],
] as const)("%s has no query parameter that no request had", (service, operations) => {
  const rows: readonly OperationDescriptor[] = Object.values(operations);
  const declared = rows.flatMap(({ parameters }) => parameters.filter(({ in: place }) => place === "query"));
  expect(sent.get(service)).toEqual(new Set(declared.map(({ name }) => name)));
});
