import type { Answer, CallContext } from "../answer.js";
import {
  ApiError,
  AuthenticationError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  ServerError,
  ServiceFailureError,
} from "../errors.js";
import type { FailureDescriptor } from "../operation.js";
import { readErrorEnvelope, requestIdOf, scalar } from "./error-reader.js";
import { resolvePointer } from "./pointer.js";

/** What an error about a call needs to know beyond its names. */
export interface ErrorContext extends CallContext {
  /** What to do about a code, in one sentence; undefined for an unknown one. */
  readonly advice?: ((code: string) => string | undefined) | undefined;
  /** What was sent and must be in no error, where the answer may still quote it. */
  readonly secrets?: readonly string[] | undefined;
}

/** A failure that an answer with a success status reports. */
export interface ReportedFailure {
  readonly code: string;
  readonly message: string;
}

/** How an answer with a success status is read: by the whole of `x-failure`, by its flag alone, or not at all. */
export type FailureRule = "contract" | "flag" | "off";

const throttled = /^Throttling/;
/** Alibaba Cloud refuses credentials, signatures and dates with 400, 403 and 404. */
const refusedKey = /^Invalid(?:AccessKeyId|SecurityToken)\b/;
const missigned = /^(?:Signature(?:DoesNotMatch|NonceUsed)|InvalidTimeStamp)\b/;

/** Whether the same request can succeed later: by status, or by a code that says so in spite of it. Not 500. */
export function isRetryable(status: number, code: string): boolean {
  return [408, 429, 502, 503, 504].includes(status) || throttled.test(code);
}

/** Whether an answer says that there were too many requests: by its status, or by a code in spite of it. */
export function isThrottling(status: number, code: string): boolean {
  return status === 429 || throttled.test(code);
}

/** Whether an answer says that the credentials are no longer good, so that others may be: not that a signature is wrong. */
export function refusesCredentials(status: number, code: string): boolean {
  return status === 401 || (status < 500 && refusedKey.test(code));
}

/**
 * The error that an answer without success stands for. `now` (epoch milliseconds) is what a date in
 * `Retry-After` is measured from.
 */
export function toApiError(answer: Answer, context: ErrorContext, now: number): ApiError {
  const { status } = answer;
  const header = (name: string) => answer.header(name);
  const { extMessage, ...envelope } = readErrorEnvelope(answer.text, header, context.secrets);
  const { code } = envelope;
  const message = extMessage === null ? envelope.message : `${envelope.message} (${extMessage})`;
  const details = { ...envelope, message, ...callDetails(answer, code, context) };
  if (isThrottling(status, code)) {
    return new RateLimitError({ ...details, retryAfterMs: retryAfterMs(header, now) });
  }
  if (refusesCredentials(status, code) || (status < 500 && missigned.test(code)))
    return new AuthenticationError(details);
  if (status === 403) return new PermissionError(details);
  if (status === 404) return new NotFoundError(details);
  return status >= 500 ? new ServerError(details) : new ApiError(details);
}

/** The failure that a parsed answer with a success status reports by `descriptor`; null where it is a success. */
export function findFailure(
  body: unknown,
  descriptor: FailureDescriptor,
  rule: FailureRule,
): ReportedFailure | null {
  const { pointer, equals, unless } = descriptor;
  if (rule === "off" || resolvePointer(body, pointer) !== equals) return null;
  if (rule === "contract" && unless && resolvePointer(body, unless.pointer) === unless.equals) return null;
  const read = (at: string) => scalar(resolvePointer(body, at));
  return { code: read(descriptor.code), message: read(descriptor.message) };
}

/** The error for a failure that `findFailure` found in the parsed `body` of an answer. */
export function toServiceFailure(
  failure: ReportedFailure,
  body: unknown,
  answer: Answer,
  context: ErrorContext,
): ServiceFailureError {
  return new ServiceFailureError({
    ...failure,
    requestId: requestIdOf(body, (name) => answer.header(name)),
    body,
    ...callDetails(answer, failure.code, context),
  });
}

/**
 * How long the service asks to wait, in milliseconds: `x-acs-retry-after` (milliseconds), else
 * `Retry-After` (seconds or an HTTP date, RFC 9110). Null where it does not say, or says nonsense.
 */
export function retryAfterMs(header: (name: string) => string | null, now: number): number | null {
  return (
    count(header("x-acs-retry-after"), 1) ??
    count(header("retry-after"), 1000) ??
    until(header("retry-after"), now)
  );
}

function count(value: string | null, unit: number): number | null {
  return value !== null && /^\d{1,10}$/.test(value) ? Number(value) * unit : null;
}

function until(value: string | null, now: number): number | null {
  const time = Date.parse(value ?? "");
  return !Number.isNaN(time) && new Date(time).toUTCString() === value ? Math.max(0, time - now) : null;
}

function callDetails({ status, attempt }: Answer, code: string, context: ErrorContext) {
  const { service, operation, advice } = context;
  const retryable = isRetryable(status, code);
  return { service, operation, status, retryable, attempts: attempt, advice: advice?.(code) };
}
