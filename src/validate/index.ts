import { responses } from "../../generated/responses.js";
import { type Drift, findDrift } from "../core/drift.js";
import { InvalidRequestError } from "../core/errors.js";
import type { Validator } from "../core/schema.js";
import type { BackupService } from "../records/record.js";

export type { Drift } from "../core/drift.js";

type Responses = Readonly<Record<string, Readonly<Record<string, Validator>>>>;

const RESPONSES: Readonly<Record<string, Responses>> = responses;

/** The operations of a service and, of each, the statuses whose response has a body. */
export function describedResponses(
  service: BackupService,
): { readonly operation: string; readonly statuses: number[] }[] {
  return Object.entries(RESPONSES[service] ?? {}).map(([operation, statuses]) => ({
    operation,
    statuses: Object.keys(statuses).map(Number),
  }));
}

/** A parsed response, and where it came from. */
export interface CapturedResponse {
  /** The service that responded. */
  readonly service: BackupService;
  /** The contract's operationId, e.g. `ListBackupRecordsV1`. */
  readonly operation: string;
  /** The HTTP status of the response. @default 200 */
  readonly status?: number | undefined;
  /** The body, parsed; integers beyond 2^53-1 as `bigint`. */
  readonly body: unknown;
}

/**
 * Lists where a response differs from its contract; an empty list if it does not. A value that an
 * enumeration does not list and a field that the contract does not have are differences too, although the
 * clients accept them.
 * @throws InvalidRequestError if the contract has no such operation, or no body for that status
 */
export function validateResponse(captured: CapturedResponse): Drift[] {
  // Without types, anything can be passed.
  const { service, operation, status = 200, body } = captured ?? {};
  const statuses = Object.hasOwn(RESPONSES, service) ? RESPONSES[service]?.[operation] : undefined;
  if (statuses === undefined) {
    throw new InvalidRequestError(`the contract of ${service} has no operation ${operation}`, {
      parameter: "operation",
    });
  }
  const validator = statuses[status];
  if (validator === undefined) {
    const known = Object.keys(statuses).join(", ");
    throw new InvalidRequestError(
      `${operation} has no response with a body for status ${status}; it has ${known}`,
      { parameter: "status", operation },
    );
  }
  return findDrift(validator, body, { service, operation });
}

/** @deprecated Use `CapturedResponse`. */
export type CapturedAnswer = CapturedResponse;
/** @deprecated Use `describedResponses`. */
export const describedAnswers = describedResponses;
/** @deprecated Use `validateResponse`. */
export const validateAnswer = validateResponse;
