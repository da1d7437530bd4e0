import type { CallContext } from "./context.js";
import {
  describe,
  type ErrorContext,
  isRetryable,
  maxId,
  requestIdOf,
  retryAfterMs,
  scalar,
  shortMessage,
  toApiError,
} from "./error-response.js";
import { type ApiError, ContractError, ServiceFailureError, UnreadableResponse } from "./errors.js";
import { parseJson } from "./json.js";
import type { FailureDescriptor } from "./operation.js";
import { resolvePointer } from "./pointer.js";
import { redactValues } from "./redaction.js";
import type { ServiceResponse } from "./send.js";

/** How a response with a success status is read: by the whole of `x-failure`, by its flag alone, or not at all. */
export type FailureRule = "contract" | "flag" | "off";

/** What a response is read by. */
export interface ReadingRules extends ErrorContext {
  /** Documented success statuses. */
  readonly success: readonly number[];
  readonly failure?: FailureDescriptor | undefined;
  readonly failureRule: FailureRule;
}

/** A response that was read: its body, or the error that it is. */
export interface ReadResponse {
  /** Parsed; undefined if there is none. */
  readonly body: unknown;
  readonly error: ApiError | ContractError | null;
}

/**
 * Reads a response once: its body, parsed without rounding integers, or the error that it stands for: a status of
 * 400 or above, an undocumented status, a body that is not JSON, or a failure that the body reports.
 * `now` (epoch milliseconds) dates a wait that the service asks for.
 */
export function readResponse(response: ServiceResponse, rules: ReadingRules, now: number): ReadResponse {
  const { status } = response;
  const failed = (error: ApiError | ContractError): ReadResponse => ({ body: undefined, error });
  if (status >= 400) return failed(toApiError(response, rules, now));
  if (!rules.success.includes(status))
    return failed(contractError(`unexpected status ${status}`, rules, status));
  if (status === 204) return { body: undefined, error: null };
  let body: unknown;
  try {
    body = parseJson(response.text);
  } catch (error) {
    const reason =
      response.text === ""
        ? "it is empty"
        : error instanceof UnreadableResponse
          ? error.message
          : String(error);
    return failed(contractError(`the response cannot be read: ${reason}`, rules, status));
  }
  const failure = rules.failure && findFailure(body, rules.failure, rules.failureRule);
  if (failure) return failed(toServiceFailure(failure, body, response, rules, now));
  return { body, error: null };
}

function contractError(message: string, { service, operation }: CallContext, status: number): ContractError {
  return new ContractError(message, { service, operation, status });
}

/** A failure that a response with a success status reports. */
export interface ReportedFailure {
  readonly code: string;
  readonly message: string;
}

/** The failure that a parsed body reports by `descriptor`; null if it is a success. */
export function findFailure(
  body: unknown,
  descriptor: FailureDescriptor,
  rule: FailureRule,
): ReportedFailure | null {
  const { pointer, equals, unless } = descriptor;
  if (rule === "off" || resolvePointer(body, pointer) !== equals) return null;
  if (rule === "contract" && unless && resolvePointer(body, unless.pointer) === unless.equals) return null;
  const read = (at: string) => scalar(resolvePointer(body, at));
  return { code: read(descriptor.code).slice(0, maxId), message: read(descriptor.message) };
}

function toServiceFailure(
  { code, message }: ReportedFailure,
  body: unknown,
  { status, attempt, redact, header }: ServiceResponse,
  context: ErrorContext,
  now: number,
): ServiceFailureError {
  return new ServiceFailureError({
    code,
    message: shortMessage(message, redact),
    requestId: requestIdOf(body, header, redact),
    body: redactValues(body, redact),
    status,
    header,
    retryable: isRetryable(status, code),
    retryAfterMs: retryAfterMs(header, now),
    attempts: attempt,
    ...describe(context, code),
  });
}
