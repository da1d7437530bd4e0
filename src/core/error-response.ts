import type { CallContext } from "./context.js";
import {
  ApiError,
  type ApiErrorDetails,
  AuthenticationError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
} from "./errors.js";
import { parseJson } from "./json.js";
import { type Redact, redactValues } from "./redaction.js";

/** Most characters of a vendor's message that an error repeats. */
const maxMessage = 2048;
/** Most characters of a code or a request id: both are part of messages and of every report. */
export const maxId = 256;

/** An error response, as far as it was read. */
export interface ErrorResponse {
  readonly status: number;
  /** Case-insensitive look-up, without secrets; null if the header is absent. */
  header(name: string): string | null;
  readonly text: string;
  /** Number of the attempt that brought it. */
  readonly attempt: number;
  readonly redact: Redact;
}

/** What an error body says, in whichever of the vendors' forms it comes. */
export interface ErrorEnvelope {
  /** Unchanged, numbers as strings, at most 256 characters; empty if there is none. */
  readonly code: string;
  /** The vendor's message. Without one: the first 2 KB of the body, without its markup if it is a web page. */
  readonly message: string;
  readonly requestId: string | null;
  /** A further message, if the envelope has one. */
  readonly extMessage: string | null;
  readonly encodedAuthorizationMessage?: string;
  /** The parsed body; its text if it is not JSON. */
  readonly body: unknown;
}

/**
 * Names of code, message and further message, in the order in which they are looked for: the gateways' of Huawei
 * Cloud, the services', the gateway's of Alibaba Cloud, StarRocks's.
 */
const envelopes = [
  ["error_code", "error_msg", "error_ext_msg"],
  ["code", "message", "ext_message"],
  ["Code", "Message", ""],
  ["ErrCode", "ErrMessage", ""],
] as const;

const cutCode = /^\s*\{[\s\S]*?"(?:error_code|code|Code|ErrCode)"\s*:\s*"?([\w.]+)/;

/**
 * Reads any error body: the gateways' `error_code`, flat `code`, `Code` or `ErrCode`, a nested `error`, the only
 * object in it (as the OpenStack services beneath Open Telekom Cloud write it: `{"itemNotFound": {…}}`), or no
 * JSON at all. Never fails. Secrets are removed from everything but the code and the names of fields.
 */
export function readErrorEnvelope(
  text: string,
  header: (name: string) => string | null,
  redact: Redact,
): ErrorEnvelope {
  let parsed: unknown;
  try {
    parsed = parseJson(text);
  } catch {
    // Then the text is the message.
  }
  const outer = fields(parsed);
  const values = Object.values(outer);
  const nested = fields(outer["error"] ?? (values.length === 1 ? values[0] : undefined));
  const found = findEnvelope(outer) ?? findEnvelope(nested);
  const { code, message, extMessage } = found ?? { code: "", message: "", extMessage: "" };
  const said = message || scalar(nested["title"]);
  const encoded = scalar((found?.from ?? nested)["encoded_authorization_message"]);
  return {
    // Of a body that was cut off the code can often still be read.
    code: (code || (parsed === undefined ? (cutCode.exec(text)?.[1] ?? "") : "")).slice(0, maxId),
    message: shortMessage(said, redact) || (code ? "" : redactedStart(text, redact)),
    requestId: requestIdOf(parsed, header, redact),
    extMessage: shortMessage(extMessage, redact) || null,
    ...(encoded && { encodedAuthorizationMessage: encoded }),
    body: parsed === undefined ? redact(text) : redactValues(parsed, redact),
  };
}

function findEnvelope(from: Readonly<Record<string, unknown>>) {
  for (const [codeName, messageName, extName] of envelopes) {
    const code = scalar(from[codeName]);
    const message = scalar(from[messageName]);
    if (code || message) return { code, message, extMessage: scalar(from[extName]), from };
  }
  return undefined;
}

/** The id to give to the vendor's support: from the response's headers, or else from its body. */
export function requestIdOf(
  body: unknown,
  header: (name: string) => string | null,
  redact: Redact,
): string | null {
  const { request_id, RequestId, requestId } = fields(body);
  const id =
    header("x-request-id") ||
    header("x-acs-request-id") ||
    redact((scalar(request_id) || scalar(RequestId) || scalar(requestId)).slice(0, maxId));
  return id.slice(0, maxId) || null;
}

/** A string or number as a string; empty for anything else. */
export function scalar(value: unknown): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "bigint"
    ? String(value)
    : "";
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A vendor's message, bounded. Cut after redaction, so that no secret is cut in two. */
export function shortMessage(text: string, redact: Redact): string {
  return redact(text.slice(0, 4 * maxMessage)).slice(0, maxMessage);
}

/** The beginning of a body without a message. */
function redactedStart(text: string, redact: Redact): string {
  const start = redact(text.slice(0, 8 * maxMessage));
  if (!/^\s*<(?:!doctype|html|head|body)\b/i.test(start)) return start.slice(0, maxMessage);
  const words = start.replace(/<(style|script)\b[\s\S]*?<\/\1>|<[^>]*>/gi, " ");
  return `a web page: ${words.replace(/\s+/g, " ").trim().slice(0, maxMessage)}`;
}

/** What a code says in spite of the status: Alibaba Cloud sends several codes with more than one status. */
type Meaning = "throttled" | "credential" | "signature" | "permission" | "unavailable" | "request";

const meanings: readonly (readonly [pattern: RegExp, meaning: Meaning])[] = [
  [/^Throttling\b/, "throttled"],
  [
    /^(?:Invalid(?:AccessKeyId|SecurityToken)|MissingSecurityToken|Forbidden\.AccessKeyDisabled)\b/,
    "credential",
  ],
  [
    /^(?:SignatureDoesNotMatch|SignatureNonceUsed|IncompleteSignature|InvalidTimeStamp|IllegalTimestamp)\b/,
    "signature",
  ],
  [/^(?:NoPermiss(?:i)?on|Forbidden)\b/, "permission"],
  [/^(?:ServiceUnavailable|SystemBusy|OperationBusy)$/, "unavailable"],
  [/^(?:Invalid|Missing)/, "request"],
];

function meaningOf(status: number, code: string): Meaning | undefined {
  // A failing service's words about credentials prove nothing.
  const known = meanings.find(([pattern]) => pattern.test(code))?.[1];
  return status >= 500 && known !== "throttled" && known !== "unavailable" ? undefined : known;
}

/**
 * Whether the same request can succeed later: by its status, or by a code that says so in spite of the status.
 * Not 500. A nonce that counts as used is new in the next attempt.
 */
export function isRetryable(status: number, code: string): boolean {
  const meaning = meaningOf(status, code);
  return (
    [408, 429, 502, 503, 504].includes(status) ||
    meaning === "throttled" ||
    meaning === "unavailable" ||
    code === "SignatureNonceUsed"
  );
}

/** Whether a response says that there were too many requests. */
export function isThrottling(status: number, code: string): boolean {
  return status === 429 || meaningOf(status, code) === "throttled";
}

/** Whether a response rejects the credential itself, so that a new one may help: not if only a signature is wrong. */
export function rejectsCredential(status: number, code: string): boolean {
  return status === 401 || meaningOf(status, code) === "credential";
}

/** What an error needs to know about its call. */
export interface ErrorContext extends CallContext {
  /** What to do about a code, in one sentence; undefined for an unknown one. */
  readonly advice?: ((code: string) => string | undefined) | undefined;
}

/** The error for a response whose status is 400 or above. `now` (epoch milliseconds): see `retryAfterMs`. */
export function toApiError(response: ErrorResponse, context: ErrorContext, now: number): ApiError {
  const { status, redact, attempt } = response;
  const header = (name: string) => response.header(name);
  const { extMessage, ...envelope } = readErrorEnvelope(response.text, header, redact);
  const { code } = envelope;
  const message = extMessage === null ? envelope.message : `${envelope.message} (${extMessage})`;
  const meaning = meaningOf(status, code);
  // A code that names another cause is believed more than the header.
  const asksToWait = meaning === undefined && acsRetryAfterMs(header) !== null;
  const retryable = isRetryable(status, code) || asksToWait;
  const details = {
    ...envelope,
    message,
    status,
    header,
    retryable,
    retryAfterMs: retryAfterMs(header, now),
    attempts: attempt,
    ...describe(context, code),
  };
  return isThrottling(status, code) || asksToWait
    ? new RateLimitError(details)
    : createApiError(details, meaning);
}

function createApiError(details: ApiErrorDetails, meaning: Meaning | undefined): ApiError {
  const { status } = details;
  if (meaning === "credential" || meaning === "signature") return new AuthenticationError(details);
  if (meaning === "permission") return new PermissionError(details);
  if (meaning === "unavailable" || status >= 500) return new ServerError(details);
  if (status === 401) return new AuthenticationError(details);
  if (status === 403) return new PermissionError(details);
  return status === 404 ? new NotFoundError(details) : new ApiError(details);
}

/** The fields of an error that come from its call. */
export function describe({ service, operation, advice }: ErrorContext, code: string) {
  return { service, operation, advice: advice?.(code) };
}

/**
 * How long the service asks to wait, in milliseconds: `x-acs-retry-after` (milliseconds), else `Retry-After`
 * (RFC 9110: seconds, or a date in one of its three forms). A date is compared with the response's own `Date`, so
 * that a difference between the clocks changes nothing; without one, with `now` (epoch milliseconds). Null if the
 * service does not say, or the value makes no sense.
 */
export function retryAfterMs(header: (name: string) => string | null, now: number): number | null {
  const asked = (header("retry-after") ?? "").trim();
  const acs = acsRetryAfterMs(header);
  if (acs !== null) return acs;
  if (/^\d{1,10}(\.\d{1,9})?$/.test(asked)) return Math.ceil(Number(asked)) * 1000;
  const until = parseHttpDate(asked, now);
  return until === null ? null : Math.max(0, until - (parseHttpDate(header("date") ?? "", now) ?? now));
}

function acsRetryAfterMs(header: (name: string) => string | null): number | null {
  const asked = (header("x-acs-retry-after") ?? "").trim();
  return /^[1-9]\d{0,9}$/.test(asked) ? Number(asked) : null;
}

const httpDate =
  /^(?:[A-Z][a-z]{2}, (?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) GMT|[A-Z][a-z]{5,8}, (?<day2>\d\d)-(?<month2>[A-Z][a-z]{2})-(?<year2>\d\d) (?<time2>\d\d:\d\d:\d\d) GMT|[A-Z][a-z]{2} (?<month3>[A-Z][a-z]{2}) (?<day3>[ \d]\d) (?<time3>\d\d:\d\d:\d\d) (?<year3>\d{4}))$/;

/** Epoch milliseconds of an HTTP date in any of the forms of RFC 9110 section 5.6.7; null if it is none. */
export function parseHttpDate(text: string, now: number): number | null {
  const groups = httpDate.exec(text.trim())?.groups;
  if (groups === undefined) return null;
  const pick = (name: string) => groups[name] ?? groups[`${name}2`] ?? groups[`${name}3`] ?? "";
  let year = Number(pick("year"));
  if (groups["year2"] !== undefined) {
    // Two digits that seem to lie more than 50 years in the future mean the past.
    year += Math.floor(new Date(now).getUTCFullYear() / 100) * 100;
    if (year > new Date(now).getUTCFullYear() + 50) year -= 100;
  }
  const day = pick("day").replace(" ", "0");
  const date = `${day} ${pick("month")} ${String(year).padStart(4, "0")} ${pick("time")} GMT`;
  const time = Date.parse(date);
  // 30 Feb would become 2 Mar; and a wrong day of the week means that some part is wrong.
  return new Date(time).toUTCString() === `${text.trim().slice(0, 3)}, ${date}` ? time : null;
}

/** Pattern of a vendor's error code, and what to do about it in one sentence; the first match counts. */
export type AdviceTable = readonly (readonly [pattern: RegExp, advice: string])[];

/** The table's advice for a code; undefined for an unknown one. */
export function findAdvice(table: AdviceTable, code: string): string | undefined {
  return table.find(([pattern]) => pattern.test(code))?.[1];
}

/** Advice for the API gateway in front of the services of Huawei Cloud and Open Telekom Cloud. */
export const gatewayAdvice: AdviceTable = [
  [/^APIGW\.0(101|801)$/, "Check the region and the base URL."],
  [/^APIGW\.0301$/, "Check the access key or token and this machine's clock."],
  [/^APIGW\.0302$/, "Ask for the permission that the call needs."],
  [/^APIGW\.0307$/, "Get a new token from the IAM endpoint of this region."],
  [/^APIGW\.0308$/, "Send fewer requests, or wait before the next one."],
];
