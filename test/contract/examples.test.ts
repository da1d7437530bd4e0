import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Contract, Schema } from "../../scripts/generate/contract.js";
import * as errors from "../../src/index.js";
import { InvalidRequestError } from "../../src/index.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { type Prism, startPrism } from "../../src/mock/prism.js";
import { sendRequest } from "../mock/support/send-request.js";
import { misfits } from "../support/misfits.js";
import { type RecordingServer, record } from "../support/recording-server.js";
import { sampleOf, wholeRound } from "../support/round.js";
import { type Call, calls, credentials } from "./examples/calls.js";
import {
  constraintsOf,
  type Declared,
  declaredOf,
  defaultFindings,
  playFindings,
  refusalFindings,
} from "./examples/checks.js";
import { classes, classesByExample, successes, wrongs } from "./examples/documented.js";

type Service = Call["service"];

function contractOf(service: Service): Contract {
  return JSON.parse(readFileSync(`generated/${service}/openapi.json`, "utf8"));
}

/** The value that an example's own file restates of its document. */
function restated(service: Service): (id: string) => unknown {
  return (id) => {
    const files = [service, "common"].map((folder) => `spec/${folder}/examples/${id}.yaml`);
    const file = files.find(existsSync);
    return file === undefined ? undefined : parse(readFileSync(file, "utf8")).value;
  };
}

const services = ["dcs", "vbs", "starrocks", "cbr"] as const;
const contracts: Record<Service, Contract> = {
  dcs: contractOf("dcs"),
  vbs: contractOf("vbs"),
  starrocks: contractOf("starrocks"),
  cbr: contractOf("cbr"),
};
const declared = services.flatMap((service) => declaredOf(contracts[service]).played);

let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ mode: "examples" });
});

afterAll(() => mock.stop());

describe.each(calls)("the documented examples of $operation", (call) => {
  test("come back value for value, through the real client", async () => {
    expect(successes[call.operation]?.length).toBeGreaterThan(0);
    expect(await playFindings(call, mock.urls[call.service], restated(call.service))).toEqual([]);
  });
});

describe.each(calls.filter(({ paged }) => paged))("the documented pages of $operation", (call) => {
  test("are one page each, counted in all", async () => {
    for (const id of successes[call.operation] ?? []) {
      const { items, total } = await call.read(mock.urls[call.service], `example=${id}`);
      const value = Object(restated(call.service)(id));
      expect([items, total]).toEqual([
        value.backup_record_response ??
          value.restore_record_response ??
          value.instances ??
          value.tasks ??
          value.operation_logs ??
          value.backups ??
          value.vaults ??
          value.Data,
        // ListProtectable has no total.
        value.total_num ?? value.instance_num ?? value.count ?? value.Total ?? null,
      ]);
    }
  });
});

test("every successful example is asked for", () => {
  const succeeding = declared.filter(
    ({ status, id }) => status === 200 && !id.endsWith("failure-inside-200"),
  );
  expect(succeeding.map(({ operation, id }) => `${operation} ${id}`).sort()).toEqual(
    Object.entries(successes)
      .flatMap(([operation, ids]) => ids.map((id) => `${operation} ${id}`))
      .sort(),
  );
});

describe("a parameter sent wrong", () => {
  test.each(calls)("is refused by Prism as $operation documents it", async (call) => {
    expect(await refusalFindings(call, mock.urls[call.service], wrongs)).toEqual([]);
  });

  test("is tried for every constraint of every contract", () => {
    const stated = services.flatMap((service) => constraintsOf(contracts[service]));
    const tried = wrongs.map(({ operation, parameter, breaks }) => `${operation} ${parameter} ${breaks}`);
    expect(tried.sort()).toEqual(stated.sort());
  });

  test.each(calls)("is no more than credentials that are missing: $operation answers 401", async (call) => {
    const { status, text } = await sendRequest(`${mock.urls[call.service]}${call.path}`, {
      method: call.method,
    });
    expect(status).toBe(401);
    expect(misfits(call.validators["401"], JSON.parse(text))).toEqual([]);
  });
});

test.each(services)("the defaults of %s are those of the source pages", (service) => {
  expect(defaultFindings(contracts[service])).toEqual([]);
});

/** The class of error that an example must become; undefined for a success. */
function classOf({ operation, status, id }: Declared): string | undefined {
  if (status === 200 && successes[operation]?.includes(id)) return undefined;
  return classesByExample[id] ?? classes[status];
}

describe("a declared error", () => {
  const failures = declared.filter((answer) => classOf(answer) !== undefined);

  test.each(sampleOf(failures, 6))(
    "$operation $status $id is played by name, and is the error it should be",
    async (failure) => {
      const call = calls.find(({ operation }) => operation === failure.operation);
      if (call === undefined) throw new Error(`nobody calls ${failure.operation}`);
      const { operation, service, validators } = call;
      const { status, id } = failure;
      const prefer = `code=${status}, example=${id}`;
      const headers = { ...credentials(call), prefer };
      const raw = await sendRequest(`${mock.urls[service]}${call.path}`, { method: call.method, headers });
      expect([raw.status, raw.headers["sl-violations"]]).toEqual([status, undefined]);
      const body: unknown = JSON.parse(raw.text);
      expect(body).toEqual(restated(service)(id));
      expect(misfits(validators[String(status)], body)).toEqual([]);

      const error: unknown = await call.read(mock.urls[service], prefer).catch((thrown: unknown) => thrown);
      const name = classOf(failure);
      expect(error).toMatchObject({ name, operation, service });
      expect(error).toBeInstanceOf(Reflect.get(errors, String(name)));
      const { code, message } = wordsOf(body);
      expect(error).toMatchObject({ status, code, vendorMessage: message });
    },
  );

  test("is there for every status but an empty success", () => {
    const bare = services.flatMap((service) => declaredOf(contracts[service]).bare);
    expect(bare).toEqual(["ListBackupRecords 204", "ListRestoreRecords 204"]);
    expect(failures.length).toBeGreaterThan(50);
  });

  test.each(["ListBackupRecords", "ListRestoreRecords"])(
    "is none where the answer to %s is an empty page without a body",
    async (name) => {
      const call = calls.find(({ operation }) => operation === name);
      expect(await call?.read(mock.urls.dcs, "code=204")).toEqual({
        status: 204,
        body: null,
        items: [],
        total: 0,
        violations: null,
      });
    },
  );
});

/** Code and message, whichever of the documented envelopes they stand in. */
function wordsOf(body: unknown): { readonly code: string; readonly message: string } {
  const outer = Object(body);
  const inner = outer.error ?? outer;
  return {
    code: inner.error_code ?? inner.code ?? inner.Code ?? inner.ErrCode,
    message: inner.error_msg ?? inner.message ?? inner.Message ?? inner.ErrMessage,
  };
}

describe("what Prism cannot see", () => {
  const begin = new Date("2026-11-01T00:00:00Z");
  const end = new Date("2026-11-02T00:00:00Z");
  const fields = ["accept", "accept-encoding", "connection", "host", "user-agent"];
  let server: RecordingServer;

  beforeAll(async () => {
    server = await record(({ target }) => ({
      status: 200,
      body: target.startsWith("/webapi")
        ? { RequestId: "r", Success: true, Data: [], Total: 0 }
        : {
            ...{ backup_record_response: [], restore_record_response: [], total_num: 0 },
            ...{ instances: [], instance_num: 0, tasks: [], count: 0, backup_policies: [] },
            ...{ operation_logs: [], operation_log: {}, backups: [], vaults: [], policies: [] },
          },
    }));
  });

  /** The last request: method, path, sorted query, and the names of its headers. */
  function last() {
    const { method, target, rawHeaders } = server.requests.at(-1) ?? {};
    const url = new URL(target ?? "/", server.url);
    const names = rawHeaders?.filter((_, place) => place % 2 === 0).map((name) => name.toLowerCase());
    return { method, path: url.pathname, query: [...url.searchParams].sort(), headers: names?.sort() };
  }

  const dcs = () => errors.createDcsClient({ baseUrl: server.url, projectId: "p", auth: errors.token("t") });

  test("ListBackupRecordsV1: the exact request", async () => {
    await dcs().listBackupRecordsV1({
      instance_id: "i",
      start: 11,
      limit: 50,
      beginTime: begin,
      endTime: end,
    });
    expect(last()).toEqual({
      method: "GET",
      path: "/v1.0/p/instances/i/backups",
      query: [
        ["beginTime", "20261101000000"],
        ["endTime", "20261102000000"],
        ["limit", "50"],
        ["start", "11"],
      ],
      headers: [...fields, "x-auth-token"],
    });
  });

  test("ListBackupRecords: the exact request", async () => {
    await dcs().listBackupRecords({
      instance_id: "i",
      offset: 10,
      limit: 50,
      begin_time: begin,
      end_time: end,
    });
    expect(last()).toEqual({
      method: "GET",
      path: "/v2/p/instances/i/backups",
      query: [
        ["begin_time", "20261101000000"],
        ["end_time", "20261102000000"],
        ["limit", "50"],
        ["offset", "10"],
      ],
      headers: [...fields, "x-auth-token"],
    });
  });

  test("ListInstances: the exact request", async () => {
    await dcs().listInstances({
      ...{ instance_id: "i", name: "billing", name_equal: "true", status: "RUNNING" },
      ...{ tags: ["team=billing", "stage=live"], ip: "192.168.7.146", capacity: "4" },
      ...{ include_failure: "true", include_delete: "true", offset: 20, limit: 1000 },
    });
    expect(last()).toEqual({
      method: "GET",
      path: "/v2/p/instances",
      query: [
        ["capacity", "4"],
        ["include_delete", "true"],
        ["include_failure", "true"],
        ["instance_id", "i"],
        ["ip", "192.168.7.146"],
        ["limit", "1000"],
        ["name", "billing"],
        ["name_equal", "true"],
        ["offset", "20"],
        ["status", "RUNNING"],
        ["tags", "team=billing,stage=live"],
      ],
      headers: [...fields, "x-auth-token"],
    });
    await dcs().listInstances();
    expect(last().query).toEqual([["offset", "0"]]);
  });

  test("ShowInstance: the exact request", async () => {
    await dcs().showInstance({ instance_id: "i" });
    expect(last()).toEqual({
      method: "GET",
      path: "/v2/p/instances/i",
      query: [],
      headers: [...fields, "x-auth-token"],
    });
  });

  test("ListRestoreRecords: the exact request", async () => {
    const period = { begin_time: begin, end_time: end };
    await dcs().listRestoreRecords({ instance_id: "i", offset: 10, limit: 50, ...period });
    expect(last()).toEqual({
      method: "GET",
      path: "/v2/p/instances/i/restores",
      query: [
        ["begin_time", "20261101000000"],
        ["end_time", "20261102000000"],
        ["limit", "50"],
        ["offset", "10"],
      ],
      headers: [...fields, "x-auth-token"],
    });
  });

  test("ListBackupTasks: the exact request", async () => {
    const vbs = errors.createVbsClient({ baseUrl: server.url, projectId: "p", auth: errors.token("t") });
    const filters = { sort_dir: "desc", sort_key: "created_at", job_id: "j", status: "RUNNING" } as const;
    await vbs.listBackupTasks({ policy_id: "i", limit: 10, offset: 20, ...filters });
    expect(last()).toEqual({
      method: "GET",
      path: "/v2/p/backuppolicy/i/backuptasks",
      query: [
        ["job_id", "j"],
        ["limit", "10"],
        ["offset", "20"],
        ["sort_dir", "desc"],
        ["sort_key", "created_at"],
        ["status", "RUNNING"],
      ],
      headers: [...fields, "x-auth-token"],
    });
    await vbs.listBackupTasks({ policy_id: "i", marker: "0781095c" });
    expect(last().query).toEqual([["marker", "0781095c"]]);
  });

  test("ListBackupPolicies: the exact request", async () => {
    const vbs = errors.createVbsClient({ baseUrl: server.url, projectId: "p", auth: errors.token("t") });
    await vbs.listBackupPolicies();
    expect(last()).toEqual({
      method: "GET",
      path: "/v2/p/backuppolicy",
      query: [],
      headers: [...fields, "x-auth-token"],
    });
  });

  const cbr = () => errors.createCbrClient({ baseUrl: server.url, projectId: "p", auth: errors.token("t") });

  test("ListOpLogs: the exact request, with times in whole seconds", async () => {
    await cbr().listOpLogs({
      ...{ operation_type: "backup", status: "failed", resource_id: "r", vault_id: "v", limit: 1000 },
      ...{ start_time: new Date("2026-11-01T00:00:00.999Z"), end_time: "2026-11-02T00:00:00Z" },
    });
    expect(last()).toEqual({
      method: "GET",
      path: "/v3/p/operation-logs",
      query: [
        ["end_time", "2026-11-02T00:00:00Z"],
        ["limit", "1000"],
        ["offset", "0"],
        ["operation_type", "backup"],
        ["resource_id", "r"],
        ["start_time", "2026-11-01T00:00:00Z"],
        ["status", "failed"],
        ["vault_id", "v"],
      ],
      headers: [...fields, "x-auth-token"],
    });
  });

  test.each<[string, () => PromiseLike<unknown>, string, string[][]]>([
    ["ShowOpLog", () => cbr().showOpLog({ operation_log_id: "o" }), "/v3/p/operation-logs/o", []],
    [
      "ListBackups",
      () =>
        cbr().listBackups({ resource_id: "r", show_replication: true, sort: "created_at:desc", marker: "m" }),
      "/v3/p/backups",
      [
        ["marker", "m"],
        ["resource_id", "r"],
        ["show_replication", "true"],
        ["sort", "created_at:desc"],
      ],
    ],
    [
      "ListVault",
      () => cbr().listVault({ id: "v", resource_ids: ["a", "b"], policy_id: "p" }),
      "/v3/p/vaults",
      [
        ["id", "v"],
        ["offset", "0"],
        ["policy_id", "p"],
        ["resource_ids", "a,b"],
      ],
    ],
    [
      "ListPolicies",
      () => cbr().listPolicies({ operation_type: "backup", vault_id: "v" }),
      "/v3/p/policies",
      [
        ["operation_type", "backup"],
        ["vault_id", "v"],
      ],
    ],
    [
      "ListProtectable",
      () => cbr().listProtectable({ protectable_type: "server", limit: 50, offset: 50 }),
      "/v3/p/protectables/server/instances",
      [
        ["limit", "50"],
        ["offset", "50"],
      ],
    ],
  ])("%s: the exact request", async (_, send, path, query) => {
    await send();
    expect(last()).toEqual({ method: "GET", path, query, headers: [...fields, "x-auth-token"] });
  });

  test("DescribeBackups: the exact request", async () => {
    const accessKey = errors.alibabaAccessKey({ accessKeyId: "k", accessKeySecret: "not-a-real-secret" });
    const starRocks = errors.createStarRocksClient({ baseUrl: server.url, auth: accessKey });
    await starRocks.describeBackups({
      RegionId: "cn-hangzhou",
      InstanceId: "c-b25e21e24388",
      BackupTaskId: "bt-2389hsdui12m",
      Statuses: ["COMPLETED", "RUNNING"],
      TimePeriodStartTime: begin,
      TimePeriodEndTime: 1_793_577_600,
      PageNumber: 2,
      PageSize: 10,
    });
    expect(last()).toEqual({
      method: "POST",
      path: "/webapi/backup/manage/describe",
      query: [
        ["BackupTaskId", "bt-2389hsdui12m"],
        ["InstanceId", "c-b25e21e24388"],
        ["PageNumber", "2"],
        ["PageSize", "10"],
        ["RegionId", "cn-hangzhou"],
        ["Statuses", "COMPLETED,RUNNING"],
        ["TimePeriodEndTime", "1793577600"],
        ["TimePeriodStartTime", "1793491200"],
      ],
      headers: [
        ...fields,
        "authorization",
        "content-length",
        "x-acs-action",
        "x-acs-content-sha256",
        "x-acs-date",
        "x-acs-signature-nonce",
        "x-acs-version",
      ].sort(),
    });
  });

  const starRocks = () =>
    errors.createStarRocksClient({
      baseUrl: server.url,
      auth: errors.alibabaAccessKey({ accessKeyId: "k", accessKeySecret: "not-a-real-secret" }),
    });

  test("DescribeBackupPolicies: the exact request", async () => {
    await starRocks().describeBackupPolicies({
      RegionId: "cn-hangzhou",
      InstanceId: "c-b25e21e24388",
      PolicyId: "bk-policy-26ec5bc0ea67b5ef",
    });
    expect(last()).toMatchObject({
      method: "POST",
      path: "/webapi/backupRestore/policy/describe",
      query: [
        ["InstanceId", "c-b25e21e24388"],
        ["PolicyId", "bk-policy-26ec5bc0ea67b5ef"],
        ["RegionId", "cn-hangzhou"],
      ],
    });
    expect(server.requests.at(-1)?.rawHeaders).toContain("DescribeBackupPolicies");
  });

  test("DescribeInstances: the exact request", async () => {
    await starRocks().describeInstances({
      RegionId: "cn-hangzhou",
      InstanceId: "c-a0cb1c8ad6d35",
      InstanceName: "starrocks_1",
      InstanceStatus: ["running", "creating"],
      ResourceGroupId: "rg-acfmygmtrcen",
      Tag: '[{"Key":"k1","Value":"v1"}]',
      PageNumber: 2,
      PageSize: 100,
    });
    expect(last()).toMatchObject({
      method: "POST",
      path: "/webapi/starrocks/describeInstances",
      query: [
        ["InstanceId", "c-a0cb1c8ad6d35"],
        ["InstanceName", "starrocks_1"],
        ["InstanceStatus", "running,creating"],
        ["PageNumber", "2"],
        ["PageSize", "100"],
        ["RegionId", "cn-hangzhou"],
        ["ResourceGroupId", "rg-acfmygmtrcen"],
        ["Tag", '[{"Key":"k1","Value":"v1"}]'],
      ],
    });
    expect(server.requests.at(-1)?.rawHeaders).toContain("DescribeInstances");
  });

  test("DescribeSystemTimezone: the exact request", async () => {
    await starRocks().describeSystemTimezone({ InstanceId: "c-b25e21e24388" });
    expect(last()).toMatchObject({
      method: "POST",
      path: "/webapi/timezone/query",
      query: [["InstanceId", "c-b25e21e24388"]],
    });
    expect(server.requests.at(-1)?.rawHeaders).toContain("DescribeSystemTimezone");
  });

  test("ListOperationHistory: the exact request", async () => {
    await starRocks().listOperationHistory({
      InstanceId: "c-b25e21e24388",
      OperationId: "op-f49743caa809",
      OperationType: "restore",
      OperationStatus: "COMPLETED",
      StartTime: begin,
      EndTime: 1_793_577_600_000,
      PageNumber: 2,
      PageSize: 100,
    });
    expect(last()).toMatchObject({
      method: "POST",
      path: "/webapi/operation/listOperationHistory",
      query: [
        ["EndTime", "1793577600000"],
        ["InstanceId", "c-b25e21e24388"],
        ["OperationId", "op-f49743caa809"],
        ["OperationStatus", "COMPLETED"],
        ["OperationType", "restore"],
        ["PageNumber", "2"],
        ["PageSize", "100"],
        ["StartTime", "1793491200000"],
      ],
    });
    expect(server.requests.at(-1)?.rawHeaders).toContain("ListOperationHistory");
  });

  test("letter case of names and unknown parameters: the client refuses them, Prism does not", async () => {
    const asked = server.requests.length;
    const slips: object[] = [{ begintime: "20261101000000" }, { Limit: 5 }, { offset: 1 }];
    for (const slip of slips) {
      await expect(dcs().listBackupRecordsV1({ instance_id: "i", ...slip })).rejects.toThrow(
        InvalidRequestError,
      );
    }
    expect(server.requests.length).toBe(asked);
    const [v1] = calls;
    if (v1 === undefined) throw new Error("nobody calls v1.0");
    const query = "?begintime=20261101000000&Limit=5&unknown=1";
    const { status } = await sendRequest(`${mock.urls.dcs}${v1.path}${query}`, { headers: credentials(v1) });
    expect(status, "the day Prism refuses this, these tests may go").toBe(200);
  });

  test.each(calls)("extra fields of $operation: its validator sees them", (call) => {
    for (const id of successes[call.operation] ?? []) {
      const value = restated(call.service)(id);
      for (const place of objectsIn(value)) {
        const spoilt = structuredClone(value);
        Object.assign(Object(objectsIn(spoilt)[objectsIn(value).indexOf(place)]), { surprise: 1 });
        const found = misfits(call.validators["200"], spoilt);
        expect(found).toEqual([expect.stringMatching(/^unknown-field .*\/surprise: /)]);
      }
    }
  });
});

/** Every object in a value, itself included. What `children` and `detail` of CBR hold has no stated fields. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== "object" || value === null) return [];
  const stated = Object.entries(value).filter(([key]) => key !== "children" && key !== "detail");
  const below = stated.flatMap(([, child]) => objectsIn(child));
  return Array.isArray(value) ? below : [value, ...below];
}

/** Each of them starts Prism with a contract of its own: `npm run test:whole` has the time for that. */
describe.skipIf(!wholeRound)("the checks bite", () => {
  const open: Prism[] = [];

  afterAll(() => Promise.all(open.map((prism) => prism.close())));

  /** A mock of a copy that was spoilt. */
  async function play(contract: Contract): Promise<string> {
    const prism = await startPrism(contract, () => {});
    open.push(prism);
    return prism.url;
  }

  const copyOf = (service: Service) => structuredClone(contracts[service]);
  const callOf = (operation: string): Call => {
    const call = calls.find((candidate) => candidate.operation === operation);
    if (call === undefined) throw new Error(`nobody calls ${operation}`);
    return call;
  };
  const component = (contract: Contract, kind: string, name: string) =>
    Object(Reflect.get(Object(contract.components), kind))[name];

  test.each([
    [
      "ListBackupRecordsV1",
      "dcs-hwc-en",
      (value: object) => Object(value).backup_record_response[0],
      "size",
      880233,
    ],
    ["ListBackupRecords", "beyond-v2", (value: object) => Object(value), "total_num", 3],
    ["ShowInstance", "dcs-otc-show-instance", (value: object) => Object(value), "task", "RESTORING"],
    [
      "ListRestoreRecords",
      "dcs-hwc-list-restores",
      (value: object) => Object(value).restore_record_response[0],
      "progress",
      "99.00",
    ],
    [
      "ListBackupTasks",
      "vbs-otc-en",
      (value: object) => Object(value).tasks[1],
      "finished_at",
      "2016-12-02T13:00:00.122",
    ],
    [
      "ListBackupPolicies",
      "vbs-otc-list-backup-policies",
      (value: object) => Object(value).backup_policies[1],
      "policy_resource_count",
      11,
    ],
    [
      "DescribeBackups",
      "starrocks-en",
      (value: object) => Object(value).Data[0],
      "BackupTaskId",
      "bt-12sui21312de",
    ],
  ] as const)(
    "%s: on a value of %s that is another, though it is legal",
    async (operation, id, find, name, other) => {
      const call = callOf(operation);
      const copy = copyOf(call.service);
      find(component(copy, "examples", id).value)[name] = other;
      expect(await playFindings(call, await play(copy), restated(call.service))).toEqual([
        `${operation} ${id}: a value is not the document's`,
      ]);
    },
  );

  test("on a value that its schema does not allow: Prism and the validator say so, too", async () => {
    const copy = copyOf("vbs");
    component(copy, "examples", "vbs-otc-en").value.tasks[0].created_at = "2016-12-03T06:24:34.467Z";
    const call = callOf("ListBackupTasks");
    const findings = await playFindings(call, await play(copy), restated("vbs"));
    expect(findings).toEqual([
      expect.stringContaining("a value is not the document's"),
      expect.stringContaining("sl-violations"),
      expect.stringContaining("unexpected-type /tasks/0/created_at"),
    ]);
  });

  test.each([
    ["ListBackupRecordsV1", "DcsBackupRecord", "backup_id"],
    ["ListBackupTasks", "VbsBackupTask", "job_id"],
    ["ListBackupPolicies", "VbsBackupPolicy", "backup_policy_id"],
    ["DescribeBackups", "StarRocksBackup", "BackupTaskId"],
  ] as const)("%s: on a field of %s that is named otherwise", async (operation, schemaName, field) => {
    const call = callOf(operation);
    const copy = copyOf(call.service);
    const schema: Schema = component(copy, "schemas", schemaName);
    const { [field]: moved = {}, ...others } = schema.properties ?? {};
    schema.properties = { ...others, [`${field}_renamed`]: moved };
    schema.required = (schema.required ?? []).map((name) => (name === field ? `${field}_renamed` : name));
    const findings = await playFindings(call, await play(copy), restated(call.service));
    expect(findings).toContainEqual(expect.stringContaining("sl-violations"));
    expect(findings.join()).toContain(`${field}_renamed`);
  });

  test.each([
    ["ListBackupRecordsV1", "Limit", "limit"],
    ["ListBackupTasks", "SortDir", "sort_dir"],
    ["DescribeBackups", "PageSize", "PageSize"],
  ] as const)("%s: on the parameter %s that is named otherwise", async (operation, name, parameter) => {
    const call = callOf(operation);
    const copy = copyOf(call.service);
    component(copy, "parameters", name).name = `${parameter}_renamed`;
    const findings = await refusalFindings(call, await play(copy), wrongs);
    const broken = wrongs.filter((row) => row.operation === operation && row.parameter === parameter);
    expect(findings).toEqual(
      broken.map(({ value }) => `${operation} ${parameter}=${value}: 200 instead of 400`),
    );
    expect(findings.length).toBeGreaterThan(0);
  });

  test.each([
    ["dcs", "Limit", 11, "ListBackupRecordsV1"],
    ["dcs", "Start", undefined, "ListBackupRecordsV1"],
    ["dcs", "LimitV2", 10, "ListBackupRecords"],
    ["vbs", "Limit", 10, "ListBackupTasks"],
    ["starrocks", "PageSize", 10, "DescribeBackups"],
  ] as const)("%s: on a default of %s that is another", (service, name, value, operation) => {
    const copy = copyOf(service);
    component(copy, "parameters", name).schema.default = value;
    expect(defaultFindings(copy)).toContainEqual(expect.stringContaining(`${operation}: `));
  });
});
