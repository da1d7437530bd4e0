import { resolvePointer } from "../core/pointer.js";
import type { BackupService } from "../records/record.js";
import type { MockContract, MockOperation } from "./contract.js";
import { toJson } from "./json.js";
import type { MockReply } from "./message.js";

/** Why a service turns a request down. */
export type Reason =
  | "parameter"
  | "empty-project"
  | "empty-resource"
  | "address"
  | "method"
  | "unknown-resource"
  | "forbidden"
  | "throttled"
  | "no-credentials"
  | "token"
  | "expired-token"
  | "other-project"
  | "signature"
  | "access-key"
  | "date"
  | "nonce";

/**
 * The answer to a request that is turned down: the body of the contract's own example, with the code of the
 * reason. Without a message of its own it has the one of the example, or the meaning of the code.
 */
export function refuse(
  contract: MockContract,
  operation: MockOperation,
  reason: Reason,
  requestId: string,
  message?: string,
): MockReply {
  const [status, code] = CODES[contract.service][reason];
  const { examples } = operation;
  const coded = examples.filter(({ value }) => codeOf(value) === code);
  const own = coded.find((example) => example.status === status) ?? coded[0];
  const envelope =
    own ??
    examples.find(({ value }) => family(codeOf(value)) === family(code)) ??
    examples.find((example) => example.status === status);
  const words = message ?? (own ? undefined : meaningOf(contract, code));
  return errorReply(contract.service, status, envelope?.value ?? { code, message: words }, {
    code,
    message: words,
    requestId,
  });
}

/** An answer of this status as the contract's first example of it shows; plain words where it has none. */
export function documentedError(
  { service }: MockContract,
  operation: MockOperation,
  status: number,
  requestId: string,
): MockReply {
  const example = operation.examples.find((example) => example.status === status);
  if (example !== undefined) return errorReply(service, status, example.value, { requestId });
  const headers = { ...requestIdHeader(service, requestId), "content-type": "text/plain" };
  return { status, headers, body: `The mock answers ${status}, for which the contract has no example.\n` };
}

/** The header in which a service tells the id of a request. */
export function requestIdHeader(service: BackupService, requestId: string): Record<string, string> {
  return { [service === "starrocks" ? "x-acs-request-id" : "x-request-id"]: requestId };
}

/** The vendor's own timing header, rounded up to whole seconds where it counts those. */
export function retryAfterHeader(service: BackupService, milliseconds: number): Record<string, string> {
  return service === "starrocks"
    ? { "x-acs-retry-after": String(milliseconds) }
    : { "retry-after": String(Math.ceil(milliseconds / 1000)) };
}

interface Words {
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly requestId: string;
}

function errorReply(service: BackupService, status: number, example: unknown, words: Words): MockReply {
  const headers = { ...requestIdHeader(service, words.requestId), "content-type": "application/json" };
  return { status, headers, body: toJson(reword(example, words)) };
}

function reword(value: unknown, words: Words): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, said(name, member, words)]));
}

function said(name: string, member: unknown, words: Words): unknown {
  const { code, message, requestId } = words;
  if (/^(error_code|code|Code|ErrCode)$/.test(name)) return code ?? member;
  if (/^(error_msg|message|Message|ErrMessage)$/.test(name)) return message ?? member;
  if (/^(request_id|RequestId)$/.test(name)) return requestId;
  if (name === "Recommend" && code !== undefined) return String(member).replace(/q=[^&]*/, `q=${code}`);
  return reword(member, words);
}

function codeOf(body: unknown): string {
  const found = ["/error_code", "/error/code", "/Code", "/ErrCode"].map((at) => resolvePointer(body, at));
  return String(found.find((code) => code !== undefined) ?? "");
}

/** Codes with the same beginning come in the same envelope: `DCS.3022` as `DCS.4002` does. */
function family(code: string): string {
  return code.includes(".") ? code.slice(0, code.indexOf(".")) : "";
}

function meaningOf({ document }: MockContract, code: string): string | undefined {
  for (const schema of Object.values(Object(resolvePointer(document, "/components/schemas")))) {
    const meaning = resolvePointer(schema, `/x-enumDescriptions/${code}`);
    if (typeof meaning === "string") return meaning;
  }
  return undefined;
}

const SIGNATURE = [401, "APIGW.0301"] as const;

const CODES: Readonly<Record<BackupService, Readonly<Record<Reason, readonly [number, string]>>>> = {
  dcs: {
    parameter: [400, "DCS.4062"],
    "empty-project": [400, "DCS.4002"],
    "empty-resource": [400, "DCS.4062"],
    address: [404, "DCS.4001"],
    method: [404, "DCS.4001"],
    "unknown-resource": [404, "DCS.3022"],
    forbidden: [403, "DCS.2003"],
    throttled: [429, "APIGW.0308"],
    "no-credentials": [401, "DCS.1003"],
    token: [401, "DCS.1001"],
    "expired-token": [401, "DCS.1002"],
    "other-project": [401, "DCS.1004"],
    signature: SIGNATURE,
    "access-key": SIGNATURE,
    date: SIGNATURE,
    nonce: SIGNATURE,
  },
  vbs: {
    // No code of the service's own for a bad parameter is known; the gateway has one for a malformed request.
    parameter: [400, "APIGW.0201"],
    "empty-project": [400, "APIGW.0201"],
    "empty-resource": [400, "AutoBackup.0006"],
    address: [404, "APIGW.0101"],
    method: [405, "APIGW.0101"],
    "unknown-resource": [404, "AutoBackup.0205"],
    forbidden: [403, "AutoBackup.0213"],
    throttled: [429, "APIGW.0308"],
    "no-credentials": [401, "AutoBackup.0002"],
    token: [401, "APIGW.0301"],
    "expired-token": [401, "AutoBackup.0003"],
    "other-project": [403, "AutoBackup.0213"],
    signature: SIGNATURE,
    "access-key": SIGNATURE,
    date: SIGNATURE,
    nonce: SIGNATURE,
  },
  starrocks: {
    parameter: [400, "InvalidParameter"],
    "empty-project": [400, "InvalidParameter"],
    "empty-resource": [400, "InvalidParameter"],
    address: [404, "InvalidAction.NotFound"],
    method: [404, "InvalidAction.NotFound"],
    // The document's own example speaks of an instance that does not exist, inside a 200.
    "unknown-resource": [200, "InvalidParams"],
    forbidden: [403, "Forbidden.RAM"],
    throttled: [400, "Throttling.User"],
    "no-credentials": [401, "SignatureDoesNotMatch"],
    token: [401, "SignatureDoesNotMatch"],
    "expired-token": [401, "SignatureDoesNotMatch"],
    "other-project": [403, "Forbidden.RAM"],
    signature: [400, "SignatureDoesNotMatch"],
    "access-key": [404, "InvalidAccessKeyId.NotFound"],
    date: [400, "InvalidTimeStamp.Expired"],
    nonce: [400, "SignatureNonceUsed"],
  },
};
