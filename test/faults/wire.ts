import {
  type Auth,
  alibabaAccessKey,
  type CallOptions,
  type ClientOptions,
  createCbrClient,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  huaweiAccessKey,
  type Listing,
  otcAccessKey,
  token,
} from "../../src/index.js";
import type { RawRequest } from "../support/fault-server.js";

/** Everything that must never be printed. Fake, and long enough to occur nowhere by chance. */
export const secrets = {
  token: "fake-token-MIIEpAIBAAKCAQEA/x+y==",
  secondToken: "fake-second-token-MIIBPAIBAAJB/z+w==",
  secretKey: "fakeSecretKey0123456789abcdefABCDEF/+",
  securityToken: "fake-security-token-CAISzgN1q6Ft5B2y/fS+Ip==",
  password: "fake-Passw0rd-correct-horse",
};

const key = { accessKeyId: "FAKEACCESSKEYID00001", securityToken: secrets.securityToken };
const huawei = { ...key, secretAccessKey: secrets.secretKey };

export type ServiceName = "dcs" | "vbs" | "starrocks" | "cbr";

/** Options that every client takes. */
export type Shared = Omit<ClientOptions, "auth" | "region" | "baseUrl"> & { readonly auth?: Auth };

/** How one service speaks, and how the client of it is made and asked. Pages have two records. */
export interface Wire {
  readonly service: ServiceName;
  /** Body of a page. */
  page(ids: readonly string[], total?: number): string;
  /** Body of an error response. */
  error(code: string, message: string): string;
  /** How many records the request asks to skip. */
  skipped(request: RawRequest): number;
  /** Signs with an access key and temporary credentials. */
  signing(): Auth;
  /** Makes a client; what comes back begins one listing of it, of pages of two. */
  client(baseUrl: string, options: Shared): (call?: CallOptions) => Listing<unknown>;
  /** The id of a record. */
  idOf(record: unknown): unknown;
}

const target = (request: RawRequest) => new URL(request.target, "http://127.0.0.1").searchParams;
const field = (name: string) => (record: unknown) =>
  Object.entries(Object(record)).find(([key]) => key === name)?.[1];
const project = { region: "eu-de", projectId: "p1" };

const dcs: Wire = {
  service: "dcs",
  page: (ids, total = ids.length) =>
    JSON.stringify({ backup_record_response: ids.map((id) => ({ backup_id: id })), total_num: total }),
  error: (code, message) => JSON.stringify({ error_code: code, error_msg: message }),
  skipped: (request) => Number(target(request).get("start")) - 1,
  signing: () => huaweiAccessKey(huawei),
  client(baseUrl, options) {
    const client = createDcsClient({ ...project, auth: token(secrets.token), ...options, baseUrl });
    return (call) => client.listBackupRecordsV1({ instance_id: "i1", limit: 2 }, call);
  },
  idOf: field("backup_id"),
};

const vbs: Wire = {
  service: "vbs",
  page: (ids, total = ids.length) =>
    JSON.stringify({ count: total, tasks: ids.map((id) => ({ job_id: id })) }),
  error: (code, message) => JSON.stringify({ error: { code, message } }),
  skipped: (request) => Number(target(request).get("offset")),
  signing: () => otcAccessKey(huawei),
  client(baseUrl, options) {
    const client = createVbsClient({ ...project, auth: token(secrets.token), ...options, baseUrl });
    return (call) => client.listBackupTasks({ policy_id: "i1", limit: 2 }, call);
  },
  idOf: field("job_id"),
};

const starrocks: Wire = {
  service: "starrocks",
  page: (ids, total = ids.length) =>
    JSON.stringify({
      RequestId: "r1",
      Success: true,
      Data: ids.map((id) => ({ BackupTaskId: id, InstanceId: "i1", Status: "COMPLETED" })),
      Total: total,
    }),
  error: (code, message) => JSON.stringify({ RequestId: "r1", HostId: "h1", Code: code, Message: message }),
  skipped: (request) => (Number(target(request).get("PageNumber")) - 1) * 2,
  signing: () => alibabaAccessKey({ ...key, accessKeySecret: secrets.secretKey }),
  client(baseUrl, options) {
    const region = "cn-hangzhou";
    const client = createStarRocksClient({ region, auth: starrocks.signing(), ...options, baseUrl });
    return (call) => client.describeBackups({ InstanceId: "i1", PageSize: 2 }, call);
  },
  idOf: field("BackupTaskId"),
};

const cbr: Wire = {
  service: "cbr",
  page: (ids, total = ids.length) =>
    JSON.stringify({ count: total, operation_logs: ids.map((id) => ({ id, operation_type: "backup" })) }),
  error: (code, message) => JSON.stringify({ error_code: code, error_msg: message }),
  skipped: (request) => Number(target(request).get("offset")),
  signing: () => huaweiAccessKey(huawei),
  client(baseUrl, options) {
    const client = createCbrClient({ ...project, auth: token(secrets.token), ...options, baseUrl });
    return (call) => client.listOpLogs({ resource_id: "i1", limit: 2 }, call);
  },
  idOf: field("id"),
};

export const wires: Readonly<Record<ServiceName, Wire>> = { dcs, vbs, starrocks, cbr };
