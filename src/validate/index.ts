import { answers as dcs } from "../../generated/dcs/validators.js";
import { answers as starrocks } from "../../generated/starrocks/validators.js";
import { answers as vbs } from "../../generated/vbs/validators.js";
import type { Drift } from "../core/drift.js";
import { InvalidRequestError } from "../core/errors.js";
import { findDrift, type Validator } from "../core/validation.js";
import type { BackupService } from "../records/record.js";

export type { Drift } from "../core/drift.js";

type Answers = Readonly<Record<string, Readonly<Record<string, Validator>>>>;

const ANSWERS: Readonly<Record<BackupService, Answers>> = { dcs, vbs, starrocks };

/** The operations of a service and, of each, the statuses whose answer has a body. */
export function describedAnswers(
  service: BackupService,
): { readonly operation: string; readonly statuses: number[] }[] {
  return Object.entries(ANSWERS[service]).map(([operation, statuses]) => ({
    operation,
    statuses: Object.keys(statuses).map(Number),
  }));
}

/** What is to be validated: a parsed answer, and where it came from. */
export interface CapturedAnswer {
  readonly service: BackupService;
  /** The contract's operationId, e.g. `ListBackupRecordsV1`. */
  readonly operation: string;
  /** @default 200 */
  readonly status?: number | undefined;
  /** The body, parsed; integers beyond 2^53-1 as `bigint`. */
  readonly body: unknown;
}

/**
 * Lists where an answer differs from its contract; an empty list where it does not. A value that an
 * enumeration does not list and a field that the contract does not have are differences too, although the
 * clients accept them.
 * @throws InvalidRequestError where the contract has no such operation, or no body for that status
 */
export function validateAnswer({ service, operation, status = 200, body }: CapturedAnswer): Drift[] {
  const statuses = Object.hasOwn(ANSWERS, service) ? ANSWERS[service][operation] : undefined;
  if (statuses === undefined) {
    throw new InvalidRequestError(`the contract of ${service} has no operation ${operation}`, {
      parameter: "operation",
    });
  }
  const validator = statuses[status];
  if (validator === undefined) {
    const known = Object.keys(statuses).join(", ");
    throw new InvalidRequestError(
      `${operation} has no answer with a body for status ${status}; it has ${known}`,
      {
        parameter: "status",
        operation,
      },
    );
  }
  return findDrift(validator, body, { service, operation });
}
