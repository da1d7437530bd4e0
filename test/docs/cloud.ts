import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { type Loopback, startLoopback } from "../support/loopback.js";
import { headerOf, type ReceivedRequest, type Reply } from "../support/signing/received.js";

/** A local server in place of the clouds that the guide's programs call. */
export interface Cloud {
  /** A `fetch` that sends requests for the vendors' hosts here. */
  readonly fetch: typeof globalThis.fetch;
  /** Starts a new program: request ids count from 1 again. */
  restart(): void;
  close(): Promise<void>;
}

/** The environment of the programs; all values are fake. */
export const environment = {
  OS_TOKEN: "fake-token",
  OS_PROJECT_ID: "fake-project",
  OS_USERNAME: "fake-user",
  OS_PASSWORD: "fake-password",
  OS_USER_DOMAIN_NAME: "fake-domain",
  OS_ACCESS_KEY: "FAKEACCESSKEY",
  OS_SECRET_KEY: "fake-secret-key",
  HUAWEICLOUD_SDK_AK: "FAKEACCESSKEY",
  HUAWEICLOUD_SDK_SK: "fake-secret-key",
  HUAWEICLOUD_SDK_PROJECT_ID: "fake-project",
  ALIBABA_CLOUD_ACCESS_KEY_ID: "FAKEACCESSKEY",
  ALIBABA_CLOUD_ACCESS_KEY_SECRET: "fake-secret-key",
};

const VENDORS =
  /^https:\/\/(dcs|vbs|cbr|iam|starrocks)\.[a-z0-9-]+\.(?:otc\.t-systems|myhuaweicloud|aliyuncs)\.com/;

/** Starts the server on loopback. */
export async function startCloud(): Promise<Cloud> {
  let requests = 0;
  const send = globalThis.fetch;
  const server: Loopback = await startLoopback(async (request) => {
    requests += 1;
    const reply = await respond(request, requests);
    return {
      ...reply,
      headers: { "x-request-id": `req-${String(requests).padStart(4, "0")}`, ...reply.headers },
    };
  });
  return {
    fetch: (input, init) => {
      const [, service] = VENDORS.exec(String(input)) ?? [];
      if (service === undefined) throw new Error(`the guide calls ${String(input)}`);
      return send(String(input).replace(VENDORS, `${server.url}/${service}`), init);
    },
    restart: () => {
      requests = 0;
    },
    close: () => server.close(),
  };
}

async function respond(request: ReceivedRequest, number: number): Promise<Reply> {
  const url = new URL(request.target, "http://127.0.0.1");
  const [, service, ...path] = url.pathname.split("/");
  if (service === "iam") return login(request);
  if (headerOf(request.rawHeaders, "x-auth-token") === "expired-token") {
    return { status: 401, body: { error_code: "DCS.1002", error_msg: "Token has expired." } };
  }
  if (!isAuthorized(request))
    return { status: 401, body: { error_code: "DCS.1003", error_msg: "No token." } };
  if (service === "vbs") {
    const id = url.pathname.endsWith("/backuptasks") ? "vbs-otc-en" : "vbs-otc-list-backup-policies";
    return { status: 200, body: example(`vbs/examples/${id}`) };
  }
  if (service === "cbr") {
    const of = path[3] === undefined || path[2] !== "operation-logs" ? path[2] : "operation-log";
    return { status: 200, body: example(`cbr/examples/cbr-${of === "protectables" ? "hwc" : "otc"}-${of}`) };
  }
  if (service === "starrocks") return describe(path.join("/"), url.searchParams);
  if (path[0] === "v2" && path[3] === undefined)
    return { status: 200, body: example("dcs/examples/dcs-otc-list-instances") };
  if (path[4] === undefined) return { status: 200, body: example("dcs/examples/beyond-instance-policy") };
  if (path[4] === "restores") return { status: 200, body: example("dcs/examples/beyond-restores") };
  return listRecords(path[3] ?? "", url.searchParams, number);
}

function isAuthorized({ rawHeaders }: ReceivedRequest): boolean {
  const token = headerOf(rawHeaders, "x-auth-token");
  return token === "fake-token" || /FAKEACCESSKEY/.test(headerOf(rawHeaders, "authorization") ?? "");
}

function login({ body }: ReceivedRequest): Reply {
  const { auth } = JSON.parse(body.toString()) as { auth: { identity: { password: { user: object } } } };
  if (!JSON.stringify(auth.identity.password.user).includes("fake-password"))
    return { status: 401, body: {} };
  const expires = new Date(Date.now() + 86_400_000).toISOString();
  return {
    status: 201,
    headers: { "x-subject-token": "fake-token" },
    body: { token: { expires_at: expires } },
  };
}

/** Paths of StarRocks to the example that the server sends. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  "webapi/backupRestore/policy/describe": "beyond-backup-policies",
  "webapi/starrocks/describeInstances": "beyond-instances",
  "webapi/timezone/query": "beyond-time-zone",
  "webapi/operation/listOperationHistory": "beyond-operations",
};

function describe(path: string, query: URLSearchParams): Reply {
  if (query.get("InstanceId") !== "no-such-instance") {
    return { status: 200, body: example(`starrocks/examples/${DESCRIPTIONS[path] ?? "starrocks-en"}`) };
  }
  const ErrMessage = "Invalid params: [instance not exists].";
  return { status: 200, body: { RequestId: "req", Success: false, ErrCode: "InvalidParams", ErrMessage } };
}

async function listRecords(instance: string, query: URLSearchParams, number: number): Promise<Reply> {
  if (instance === "no-such-instance") {
    return { status: 404, body: { error_code: "DCS.3022", error_msg: "Instance does not exist." } };
  }
  if (instance === "throttled-instance" && number === 1) {
    const body = { error_code: "APIGW.0308", error_msg: "The throttling threshold has been reached." };
    return { status: 429, headers: { "retry-after": "0" }, body };
  }
  if (instance === "slow-instance") await new Promise<never>(() => {});
  if (instance === "changed-instance") {
    const changed = [0, 1].map((day) => {
      const { remark: _, ...record } = backup(day);
      return { ...record, status: "archived", storage_class: "cold" };
    });
    return { status: 200, body: { backup_record_response: changed, total_num: 2 } };
  }
  if (instance === "huge-instance") {
    const body = JSON.stringify({ backup_record_response: [backup(1)], total_num: 1 });
    return { status: 200, body: body.replace(/"size":\d+/, '"size":9007199254740993') };
  }
  const from = query.get("begin_time") ?? query.get("beginTime") ?? "0";
  const to = query.get("end_time") ?? query.get("endTime") ?? "99999999999999";
  const all = Array.from({ length: 23 }, (_, day) => backup(day)).filter(({ created_at }) => {
    const digits = created_at.replaceAll(/\D/g, "").slice(0, 14);
    return digits >= from && digits <= to;
  });
  const skip = Number(query.get("offset") ?? Number(query.get("start") ?? 1) - 1);
  const records = all.slice(skip, skip + Number(query.get("limit") ?? 10));
  return { status: 200, body: { backup_record_response: records, total_num: all.length } };
}

/** One backup a night, newest first: one is running, one has failed, the oldest have expired. */
function backup(day: number) {
  const created = new Date(Date.UTC(2026, 10, 20 - day, 2)).toISOString();
  const status = day === 0 ? "backuping" : day === 2 ? "failed" : day > 18 ? "expired" : "succeed";
  const ended = day === 0 ? created : new Date(Date.parse(created) + 90_000).toISOString();
  return {
    status,
    remark: null,
    period: "02:00-03:00",
    progress: day === 0 ? "40.00" : "100.00",
    size: day === 0 || day === 2 ? 0 : 1_000_000 + day,
    instance_id: "5560df16-cebf-4473-95c4-d1b573c16e79",
    backup_id: `backup-${day}`,
    created_at: created,
    updated_at: ended,
    execution_at: created,
    backup_type: "auto",
    backup_name: `backup_${created.replaceAll(/\D/g, "").slice(0, 14)}`,
    backup_format: "AOF",
    error_code: status === "failed" ? "dcs.08.0002" : null,
    is_support_restore: day === 0 || day === 2 ? "FALSE" : "TRUE",
  };
}

function example(name: string): unknown {
  return (parse(readFileSync(`spec/${name}.yaml`, "utf8")) as { value: unknown }).value;
}
