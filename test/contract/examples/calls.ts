import { responses as dcsResponses } from "../../../generated/dcs/validators.js";
import { responses as starRocksResponses } from "../../../generated/starrocks/validators.js";
import { responses as vbsResponses } from "../../../generated/vbs/validators.js";
import type { Validator } from "../../../src/core/schema.js";
import {
  alibabaAccessKey,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  token,
} from "../../../src/index.js";
import type { BackupService } from "../../../src/records/record.js";

/** An operation, as its documents print it and as the real client calls it. */
export interface Call {
  readonly service: BackupService;
  readonly operation: string;
  readonly method: "GET" | "POST";
  /** The path with ids filled in. */
  readonly path: string;
  readonly required: Readonly<Record<string, string>>;
  /** Reads the first page, or the whole response, through the real client, with a word to Prism about what to play. */
  readonly read: (baseUrl: string, prefer: string) => Promise<Played>;
  /** The generated validator of each status. */
  readonly validators: Readonly<Record<string, Validator>>;
}

/** What the real client made of a played answer. */
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
const policy_id = "8b2c4f1e-5d37-4a60-9c1b-7e2f3a4d5b6c";

async function played(page: PromiseLike<PageLike>): Promise<Played> {
  const { items, total, body, response } = await page;
  return { status: response.status, body, items, total, violations: response.header("sl-violations") };
}

/** What the real client made of a response that is no page. Only the transport sees its status and headers. */
async function playedWhole(ask: (fetch: typeof globalThis.fetch) => Promise<unknown>): Promise<Played> {
  let seen: Response | undefined;
  const body = await ask(async (...request) => {
    seen = await fetch(...request);
    return seen;
  });
  return { status: seen?.status ?? 0, body, violations: seen?.headers.get("sl-violations") ?? null };
}

const prefers = (prefer: string) => ({ headers: { prefer } });
const dcs = (baseUrl: string) => createDcsClient({ baseUrl, projectId: "project", auth, retry });
const vbs = (baseUrl: string) => createVbsClient({ baseUrl, projectId: "project", auth, retry });
const starRocks = (baseUrl: string) => createStarRocksClient({ baseUrl, auth: key, retry });

export const calls: readonly Call[] = [
  {
    service: "dcs",
    operation: "ListBackupRecordsV1",
    method: "GET",
    path: `/v1.0/project/instances/${instance_id}/backups`,
    required: { project_id: "project", instance_id },
    read: (baseUrl, prefer) => played(dcs(baseUrl).listBackupRecordsV1({ instance_id }, prefers(prefer))),
    validators: dcsResponses.ListBackupRecordsV1,
  },
  {
    service: "dcs",
    operation: "ListBackupRecords",
    method: "GET",
    path: `/v2/project/instances/${instance_id}/backups`,
    required: { project_id: "project", instance_id },
    read: (baseUrl, prefer) => played(dcs(baseUrl).listBackupRecords({ instance_id }, prefers(prefer))),
    validators: dcsResponses.ListBackupRecords,
  },
  {
    service: "dcs",
    operation: "ListInstances",
    method: "GET",
    path: "/v2/project/instances",
    required: { project_id: "project" },
    read: (baseUrl, prefer) => played(dcs(baseUrl).listInstances({}, prefers(prefer))),
    validators: dcsResponses.ListInstances,
  },
  {
    service: "dcs",
    operation: "ShowInstance",
    method: "GET",
    path: `/v2/project/instances/${instance_id}`,
    required: { project_id: "project", instance_id },
    read: (baseUrl, prefer) =>
      playedWhole((fetch) =>
        createDcsClient({ baseUrl, projectId: "project", auth, retry, fetch }).showInstance(
          { instance_id },
          prefers(prefer),
        ),
      ),
    validators: dcsResponses.ShowInstance,
  },
  {
    service: "dcs",
    operation: "ListRestoreRecords",
    method: "GET",
    path: `/v2/project/instances/${instance_id}/restores`,
    required: { project_id: "project", instance_id },
    read: (baseUrl, prefer) => played(dcs(baseUrl).listRestoreRecords({ instance_id }, prefers(prefer))),
    validators: dcsResponses.ListRestoreRecords,
  },
  {
    service: "vbs",
    operation: "ListBackupTasks",
    method: "GET",
    path: `/v2/project/backuppolicy/${policy_id}/backuptasks`,
    required: { project_id: "project", policy_id },
    read: (baseUrl, prefer) => played(vbs(baseUrl).listBackupTasks({ policy_id }, prefers(prefer))),
    validators: vbsResponses.ListBackupTasks,
  },
  {
    service: "starrocks",
    operation: "DescribeBackups",
    method: "POST",
    path: "/webapi/backup/manage/describe",
    required: {},
    read: (baseUrl, prefer) => played(starRocks(baseUrl).describeBackups({}, prefers(prefer))),
    validators: starRocksResponses.DescribeBackups,
  },
];

/** Headers with which Prism lets a request through that no client has authorised. */
export function credentials({ service }: Call): Record<string, string> {
  return service === "starrocks"
    ? { authorization: "not-a-real-signature" }
    : { "x-auth-token": "not-a-real-token" };
}
