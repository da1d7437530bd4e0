import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { responses as dcsResponses } from "../../generated/dcs/validators.js";
import { responses as starRocksResponses } from "../../generated/starrocks/validators.js";
import { responses as vbsResponses } from "../../generated/vbs/validators.js";
import type { Validator } from "../../src/core/schema.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { misfits } from "../support/misfits.js";
import { wholeRound } from "../support/round.js";
import { startProxy } from "./support/prism-proxy.js";
import { type ReceivedResponse, sendRequest } from "./support/send-request.js";

type Service = "dcs" | "vbs" | "starrocks";

const V1 = "/v1.0/p/instances/i/backups";
const V2 = "/v2/p/instances/i/backups";
const VBS = "/v2/p/backuppolicy/i/backuptasks";
const STARROCKS = "/webapi/backup/manage/describe";

const validators: readonly (readonly [RegExp, Readonly<Record<string, Validator>>])[] = [
  [/^\/v1\.0\//, dcsResponses.ListBackupRecordsV1],
  [/^\/v2\/[^/]*\/instances/, dcsResponses.ListBackupRecords],
  [/^\/v2\/[^/]*\/backuppolicy/, vbsResponses.ListBackupTasks],
  [/^\/webapi/, starRocksResponses.DescribeBackups],
];

let mock: Mock;
const lenient: Record<string, string> = {};

beforeAll(async () => {
  mock = await startMock({ mode: "simulate", unknown: ["c-gone"], clock: fakeClock() });
  // Loading Prism takes seconds: `npm run test:whole` has them.
  for (const [service, url] of wholeRound ? Object.entries(mock.urls) : [])
    lenient[service] = await startProxy(service, url, false);
});

afterAll(() => mock.stop());

function send(
  service: Service,
  base: string | undefined,
  target: string,
  method?: string,
): Promise<ReceivedResponse> {
  const headers =
    service === "starrocks" ? { authorization: "ACS3-HMAC-SHA256 fake" } : { "x-auth-token": "fake-token" };
  return sendRequest(`${base}${target}`, {
    method: method ?? (service === "starrocks" ? "POST" : "GET"),
    headers,
  });
}

/** The response, once the generated validator of its status has passed it. */
async function checked(service: Service, target: string, method?: string): Promise<[number, unknown]> {
  const response = await send(service, mock.urls[service], target, method);
  const body: unknown = JSON.parse(response.text);
  const validator = validators.find(([path]) => path.test(target))?.[1][String(response.status)];
  if (validator !== undefined) expect(misfits(validator, body)).toEqual([]);
  return [response.status, body];
}

/** Requests that the contract itself rules out, so that Prism refuses them too. */
const ruledOut: readonly (readonly [Service, string, string])[] = [
  ["dcs", `${V1}?limit=0`, "limit must be at least 1, not 0"],
  ["dcs", `${V1}?limit=ten`, 'limit must be an integer, not "ten"'],
  ["dcs", `${V1}?limit=1.5`, 'limit must be an integer, not "1.5"'],
  ["dcs", `${V1}?start=first`, 'start must be an integer, not "first"'],
  ["dcs", `${V1}?beginTime=2026-11-21`, 'beginTime must match ^[0-9]{14}$, not "2026-11-21"'],
  ["dcs", `${V1}?endTime=2026112108000`, 'endTime must match ^[0-9]{14}$, not "2026112108000"'],
  ["dcs", `${V1}?limit=1&limit=2`, "limit is given 2 times"],
  ["dcs", `${V2}?offset=-1`, "offset must be at least 0, not -1"],
  ["dcs", `${V2}?begin_time=yesterday`, 'begin_time must match ^[0-9]{14}$, not "yesterday"'],
  ["vbs", `${VBS}?limit=0`, "limit must be at least 1, not 0"],
  ["vbs", `${VBS}?offset=-5`, "offset must be at least 0, not -5"],
  ["vbs", `${VBS}?sort_dir=down`, 'sort_dir must be asc, desc, not "down"'],
  ["vbs", `${VBS}?sort_key=status`, 'sort_key must be created_at, not "status"'],
  [
    "vbs",
    `${VBS}?status=SUCCESS`,
    'status must be RUNNING, EXECUTE_TIMEOUT, WAITING, EXECUTE_FAIL, EXECUTE_SUCCESS, SKIP, not "SUCCESS"',
  ],
  ["starrocks", `${STARROCKS}?PageNumber=one`, 'PageNumber must be an integer, not "one"'],
  ["starrocks", `${STARROCKS}?PageSize=3000000000`, "PageSize must be at most 2147483647, not 3000000000"],
  ["starrocks", `${STARROCKS}?TimePeriodStartTime=now`, 'TimePeriodStartTime must be an integer, not "now"'],
];

/** Requests that the contract leaves open, and that the simulator refuses all the same. */
const refusedToo: readonly (readonly [Service, string, string])[] = [
  ["dcs", `${V1}?start=0`, "start must be at least 1, not 0"],
  ["dcs", `${V1}?beginTime=20261399000000`, 'beginTime is not a time: "20261399000000"'],
  ["vbs", `${VBS}?marker=c11b5a18-4559-4731-b7b3-58e2bd89cdb9`, "marker is not the id of a record"],
  ["starrocks", `${STARROCKS}?PageNumber=0`, "PageNumber must be at least 1, not 0"],
  ["starrocks", `${STARROCKS}?PageSize=-1`, "PageSize must be at least 1, not -1"],
];

describe("a bad parameter", () => {
  test.each([...ruledOut, ...refusedToo])("%s %s: %s", async (service, target, message) => {
    const [status, body] = await checked(service, target);
    expect([status, JSON.stringify(body)]).toEqual([
      400,
      expect.stringContaining(JSON.stringify(message).slice(1, -1)),
    ]);
  });

  test.skipIf(!wholeRound).each(ruledOut)(
    "%s %s is one to Prism, which finds nothing wrong with the response",
    async (service, target) => {
      const response = await send(service, lenient[service], target);
      const found: unknown = JSON.parse(String(response.headers["sl-violations"] ?? "[]"));
      const places = Array.isArray(found) ? found.map((violation) => violation.location[0]) : [];
      expect([response.status, new Set(places)]).toEqual([400, new Set(["request"])]);
    },
  );

  test("has the code of its service, in the envelope of its version", async () => {
    expect(await checked("dcs", `${V1}?limit=0`)).toEqual([
      400,
      { error: { code: "DCS.4062", message: "limit must be at least 1, not 0", ext_message: null } },
    ]);
    expect(await checked("dcs", `${V2}?limit=0`)).toEqual([
      400,
      { error_code: "DCS.4062", error_msg: "limit must be at least 1, not 0" },
    ]);
    expect(await checked("starrocks", `${STARROCKS}?PageSize=0`)).toMatchObject([
      400,
      { Code: "InvalidParameter" },
    ]);
    expect(await checked("vbs", `${VBS}?limit=0`)).toMatchObject([400, { error_code: "APIGW.0201" }]);
  });

  test("is not a marker together with an offset that is left out", async () => {
    const [, list] = await checked("vbs", `${VBS}?limit=1`);
    const id = Object(list).tasks[0].job_id;
    expect((await checked("vbs", `${VBS}?marker=${id}`))[0]).toBe(200);
    expect(await checked("vbs", `${VBS}?marker=${id}&offset=0`)).toMatchObject([
      400,
      { error_msg: "marker and offset cannot be combined" },
    ]);
  });

  test("is none if its name is not one of the contract's, or its value is empty", async () => {
    const plain = await checked("dcs", V1);
    expect(await checked("dcs", `${V1}?begintime=x&Limit=0&unknown=1`)).toEqual(plain);
    expect(await checked("dcs", `${V1}?limit=&beginTime=`)).toEqual(plain);
  });
});

describe("a resource", () => {
  test.each([
    ["dcs", "/v1.0/p/instances/missing-1/backups", 404, { error: { code: "DCS.3022" } }],
    ["dcs", "/v2/p/instances/missing-1/backups", 404, { error_code: "DCS.3022" }],
    ["vbs", "/v2/p/backuppolicy/missing-1/backuptasks", 404, { error: { code: "AutoBackup.0205" } }],
    ["starrocks", `${STARROCKS}?InstanceId=missing-1`, 200, { Success: false, ErrCode: "InvalidParams" }],
    ["starrocks", `${STARROCKS}?InstanceId=c-gone`, 200, { Success: false, ErrCode: "InvalidParams" }],
    ["dcs", "/v1.0/p/instances/forbidden-1/backups", 403, { error: { code: "DCS.2003" } }],
    ["dcs", "/v2/p/instances/forbidden-1/backups", 403, { error_code: "DCS.2003" }],
    ["vbs", "/v2/p/backuppolicy/forbidden-1/backuptasks", 403, { error: { code: "AutoBackup.0213" } }],
    ["starrocks", `${STARROCKS}?InstanceId=forbidden-1`, 403, { Code: "Forbidden.RAM" }],
    ["dcs", "/v1.0//instances/i/backups", 400, { error: { code: "DCS.4002" } }],
    ["dcs", "/v1.0/p/instances//backups", 400, { error: { code: "DCS.4062" } }],
    ["vbs", "/v2/p/backuppolicy//backuptasks", 400, { error: { code: "AutoBackup.0006" } }],
    ["dcs", "/v1.0/p/instances/empty-1/backups", 200, { backup_record_response: [], total_num: 0 }],
    ["vbs", "/v2/p/backuppolicy/empty-1/backuptasks", 200, { tasks: [], count: 0 }],
    ["starrocks", `${STARROCKS}?InstanceId=empty-1`, 200, { Success: true, Data: [], Total: 0 }],
  ] as const)("%s %s: %i", async (service, target, status, body) => {
    expect(await checked(service, target)).toMatchObject([status, body]);
  });

  test("without records is a 204 with `noContent`, and only in v2", async () => {
    const otc = await startMock({ services: ["dcs"], mode: "simulate", noContent: true });
    const [v1, v2] = [V1, V2].map((path) => `${otc.urls.dcs}${path.replace("/i/", "/empty-1/")}`);
    expect(await sendRequest(String(v2))).toMatchObject({ status: 204, text: "" });
    expect((await sendRequest(String(v1))).status).toBe(200);
    expect((await sendRequest(`${otc.urls.dcs}${V2}`)).status).toBe(200);
    await otc.stop();
  });
});

describe("an address", () => {
  test.each([
    ["dcs", "GET", "/v3/p/instances/i/backups", 404, { error: { code: "DCS.4001" } }],
    ["dcs", "GET", `${V1}/`, 404, { error: { code: "DCS.4001" } }],
    ["dcs", "GET", "/v1.0/%zz/instances/i/backups", 404, { error: { code: "DCS.4001" } }],
    ["dcs", "DELETE", V1, 404, { error: { code: "DCS.4001" } }],
    ["vbs", "POST", VBS, 405, { error_code: "APIGW.0101" }],
    ["vbs", "GET", "/v2/p/backuppolicy/i", 404, { error_code: "APIGW.0101" }],
    ["starrocks", "GET", STARROCKS, 404, { Code: "InvalidAction.NotFound" }],
  ] as const)("of %s that is none: %s %s is a %i", async (service, method, target, status, body) => {
    const response = await send(service, mock.urls[service], target, method);
    expect([response.status, JSON.parse(response.text)]).toMatchObject([status, body]);
  });
});
