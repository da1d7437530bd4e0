import { responses as cbrResponses } from "../../../generated/cbr/validators.js";
import { responses as dcsResponses } from "../../../generated/dcs/validators.js";
import { responses as starRocksResponses } from "../../../generated/starrocks/validators.js";
import { responses as vbsResponses } from "../../../generated/vbs/validators.js";
import type { Validator } from "../../../src/core/schema.js";
import {
  alibabaAccessKey,
  createCbrClient,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  token,
} from "../../../src/index.js";
import type { BackupService } from "../../../src/records/record.js";
import { type ReceivedResponse, sendRequest } from "../../mock/support/send-request.js";

/** An operation, as its documents print it and as the real client calls it. */
export interface Call {
  readonly service: BackupService;
  readonly operation: string;
  readonly method: "GET" | "POST";
  /** The path with ids filled in, and the query that is required. */
  readonly path: string;
  readonly required: Readonly<Record<string, string>>;
  /** Whether it is read page by page. */
  readonly paged: boolean;
  /** Reads the first page, or the whole response, through the real client, with a word to Prism about what to play. */
  readonly read: (baseUrl: string, prefer: string) => Promise<Played>;
  /** The generated validator of each status. */
  readonly validators: Readonly<Record<string, Validator>>;
}

/** What the real client made of a played answer. Without pages there are neither items nor a total. */
export interface Played {
  readonly status: number;
  readonly body: unknown;
  /** Undefined if the operation has no pages. */
  readonly items?: readonly unknown[];
  readonly total?: number | null;
  readonly violations: string | null;
}

interface PageLike {
  readonly items: readonly unknown[];
  readonly total: number | null;
  readonly body: unknown;
  readonly response: { readonly status: number; header(name: string): string | null };
}

const auth = token("not-a-real-token");
const key = alibabaAccessKey({ accessKeyId: "not-a-real-key", accessKeySecret: "not-a-real-secret" });
const retry = { attempts: 1 };
const instance_id = "5560df16-cebf-4473-95c4-d1b573c16e79";
const InstanceId = "c-b25e21e24388";
const operation_log_id = "4827f2da-b008-4507-ab7d-42d0df5ed912";
const policy_id = "8b2c4f1e-5d37-4a60-9c1b-7e2f3a4d5b6c";

async function played(page: PromiseLike<PageLike>): Promise<Played> {
  const { items, total, body, response } = await page;
  return { status: response.status, body, items, total, violations: response.header("sl-violations") };
}

/** A call without pages: the client returns the body alone, so the same answer is asked for once more. */
async function playedWhole(call: Promise<unknown>, again: Promise<ReceivedResponse>): Promise<Played> {
  const [body, { status, headers }] = await Promise.all([call, again]);
  const violations = headers["sl-violations"];
  return { status, body, violations: violations === undefined ? null : String(violations) };
}

const signatureHeader = { authorization: "not-a-real-signature" };
const tokenHeader = { "x-auth-token": "not-a-real-token" };
const get = (url: string, prefer: string) => sendRequest(url, { headers: { ...tokenHeader, prefer } });
const post = (url: string, prefer: string) =>
  sendRequest(url, { method: "POST", headers: { ...signatureHeader, prefer } });
const prefers = (prefer: string) => ({ headers: { prefer } });
const dcs = (baseUrl: string) => createDcsClient({ baseUrl, projectId: "project", auth, retry });
const vbs = (baseUrl: string) => createVbsClient({ baseUrl, projectId: "project", auth, retry });
const cbr = (baseUrl: string) => createCbrClient({ baseUrl, projectId: "project", auth, retry });
const starRocks = (baseUrl: string) => createStarRocksClient({ baseUrl, auth: key, retry });

export const calls: readonly Call[] = [
  {
    service: "dcs",
    operation: "ListBackupRecordsV1",
    method: "GET",
    path: `/v1.0/project/instances/${instance_id}/backups`,
    required: { project_id: "project", instance_id },
    paged: true,
    read: (baseUrl, prefer) => played(dcs(baseUrl).listBackupRecordsV1({ instance_id }, prefers(prefer))),
    validators: dcsResponses.ListBackupRecordsV1,
  },
  {
    service: "dcs",
    operation: "ListBackupRecords",
    method: "GET",
    path: `/v2/project/instances/${instance_id}/backups`,
    required: { project_id: "project", instance_id },
    paged: true,
    read: (baseUrl, prefer) => played(dcs(baseUrl).listBackupRecords({ instance_id }, prefers(prefer))),
    validators: dcsResponses.ListBackupRecords,
  },
  {
    service: "dcs",
    operation: "ListInstances",
    method: "GET",
    path: "/v2/project/instances",
    required: { project_id: "project" },
    paged: true,
    read: (baseUrl, prefer) => played(dcs(baseUrl).listInstances({}, prefers(prefer))),
    validators: dcsResponses.ListInstances,
  },
  {
    service: "dcs",
    operation: "ShowInstance",
    method: "GET",
    path: `/v2/project/instances/${instance_id}`,
    required: { project_id: "project", instance_id },
    paged: false,
    read: (baseUrl, prefer) =>
      playedWhole(
        dcs(baseUrl).showInstance({ instance_id }, prefers(prefer)),
        get(`${baseUrl}/v2/project/instances/${instance_id}`, prefer),
      ),
    validators: dcsResponses.ShowInstance,
  },
  {
    service: "dcs",
    operation: "ListRestoreRecords",
    method: "GET",
    path: `/v2/project/instances/${instance_id}/restores`,
    required: { project_id: "project", instance_id },
    paged: true,
    read: (baseUrl, prefer) => played(dcs(baseUrl).listRestoreRecords({ instance_id }, prefers(prefer))),
    validators: dcsResponses.ListRestoreRecords,
  },
  {
    service: "vbs",
    operation: "ListBackupTasks",
    method: "GET",
    path: `/v2/project/backuppolicy/${policy_id}/backuptasks`,
    required: { project_id: "project", policy_id },
    paged: true,
    read: (baseUrl, prefer) => played(vbs(baseUrl).listBackupTasks({ policy_id }, prefers(prefer))),
    validators: vbsResponses.ListBackupTasks,
  },
  {
    service: "vbs",
    operation: "ListBackupPolicies",
    method: "GET",
    path: "/v2/project/backuppolicy",
    required: { project_id: "project" },
    paged: false,
    read: (baseUrl, prefer) =>
      playedWhole(
        vbs(baseUrl).listBackupPolicies({}, prefers(prefer)),
        get(`${baseUrl}/v2/project/backuppolicy`, prefer),
      ),
    validators: vbsResponses.ListBackupPolicies,
  },
  {
    service: "starrocks",
    operation: "DescribeBackups",
    method: "POST",
    path: "/webapi/backup/manage/describe",
    required: {},
    paged: true,
    read: (baseUrl, prefer) => played(starRocks(baseUrl).describeBackups({}, prefers(prefer))),
    validators: starRocksResponses.DescribeBackups,
  },
  {
    service: "starrocks",
    operation: "DescribeBackupPolicies",
    method: "POST",
    path: "/webapi/backupRestore/policy/describe",
    required: {},
    paged: false,
    read: (baseUrl, prefer) =>
      playedWhole(
        starRocks(baseUrl).describeBackupPolicies({}, prefers(prefer)),
        post(`${baseUrl}/webapi/backupRestore/policy/describe`, prefer),
      ),
    validators: starRocksResponses.DescribeBackupPolicies,
  },
  {
    service: "starrocks",
    operation: "DescribeInstances",
    method: "POST",
    path: "/webapi/starrocks/describeInstances",
    required: {},
    paged: true,
    read: (baseUrl, prefer) => played(starRocks(baseUrl).describeInstances({}, prefers(prefer))),
    validators: starRocksResponses.DescribeInstances,
  },
  {
    service: "starrocks",
    operation: "DescribeSystemTimezone",
    method: "POST",
    path: `/webapi/timezone/query?InstanceId=${InstanceId}`,
    required: { InstanceId },
    paged: false,
    read: (baseUrl, prefer) =>
      playedWhole(
        starRocks(baseUrl).describeSystemTimezone({ InstanceId }, prefers(prefer)),
        post(`${baseUrl}/webapi/timezone/query?InstanceId=${InstanceId}`, prefer),
      ),
    validators: starRocksResponses.DescribeSystemTimezone,
  },
  {
    service: "starrocks",
    operation: "ListOperationHistory",
    method: "POST",
    path: `/webapi/operation/listOperationHistory?InstanceId=${InstanceId}`,
    required: { InstanceId },
    paged: true,
    read: (baseUrl, prefer) =>
      played(starRocks(baseUrl).listOperationHistory({ InstanceId }, prefers(prefer))),
    validators: starRocksResponses.ListOperationHistory,
  },
  {
    service: "cbr",
    operation: "ListOpLogs",
    method: "GET",
    path: "/v3/project/operation-logs",
    required: { project_id: "project" },
    paged: true,
    read: (baseUrl, prefer) => played(cbr(baseUrl).listOpLogs({}, prefers(prefer))),
    validators: cbrResponses.ListOpLogs,
  },
  {
    service: "cbr",
    operation: "ShowOpLog",
    method: "GET",
    path: `/v3/project/operation-logs/${operation_log_id}`,
    required: { project_id: "project", operation_log_id },
    paged: false,
    read: (baseUrl, prefer) =>
      playedWhole(
        cbr(baseUrl).showOpLog({ operation_log_id }, prefers(prefer)),
        get(`${baseUrl}/v3/project/operation-logs/${operation_log_id}`, prefer),
      ),
    validators: cbrResponses.ShowOpLog,
  },
  {
    service: "cbr",
    operation: "ListBackups",
    method: "GET",
    path: "/v3/project/backups",
    required: { project_id: "project" },
    paged: true,
    read: (baseUrl, prefer) => played(cbr(baseUrl).listBackups({}, prefers(prefer))),
    validators: cbrResponses.ListBackups,
  },
  {
    service: "cbr",
    operation: "ListVault",
    method: "GET",
    path: "/v3/project/vaults",
    required: { project_id: "project" },
    paged: true,
    read: (baseUrl, prefer) => played(cbr(baseUrl).listVault({}, prefers(prefer))),
    validators: cbrResponses.ListVault,
  },
  {
    service: "cbr",
    operation: "ListPolicies",
    method: "GET",
    path: "/v3/project/policies",
    required: { project_id: "project" },
    paged: false,
    read: (baseUrl, prefer) =>
      playedWhole(
        cbr(baseUrl).listPolicies({}, prefers(prefer)),
        get(`${baseUrl}/v3/project/policies`, prefer),
      ),
    validators: cbrResponses.ListPolicies,
  },
  {
    service: "cbr",
    operation: "ListProtectable",
    method: "GET",
    path: "/v3/project/protectables/server/instances",
    required: { project_id: "project", protectable_type: "server" },
    paged: true,
    read: (baseUrl, prefer) =>
      played(cbr(baseUrl).listProtectable({ protectable_type: "server" }, prefers(prefer))),
    validators: cbrResponses.ListProtectable,
  },
];

/** Headers with which Prism lets a request through that no client has authorised. */
export function credentials({ service }: Call): Record<string, string> {
  return service === "starrocks" ? signatureHeader : tokenHeader;
}
