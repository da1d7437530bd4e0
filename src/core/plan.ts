import { decodeCursor } from "./cursor.js";
import type { ClientEnvironment } from "./environment.js";
import { InvalidRequestError } from "./errors.js";
import type { OperationDescriptor, PagingDescriptor } from "./operation.js";
import type { CallOptions } from "./options.js";
import { encodeParameters, type ParameterValues, type QueryValues } from "./parameters.js";
import { fillPath } from "./path.js";
import { firstPosition, type Position } from "./position.js";

/** A listing that has been checked, so that a mistake in it shows before anything is sent. */
export interface Plan {
  readonly operation: OperationDescriptor;
  readonly paging: PagingDescriptor;
  readonly path: string;
  readonly query: QueryValues;
  /** The parameter that carries the position. */
  readonly parameter: string;
  readonly start: Position;
  readonly options: CallOptions;
}

/**
 * Checks a listing before anything of it is sent.
 * @throws InvalidRequestError for parameters or options that the contract rules out
 */
export function planListing(
  { settings }: ClientEnvironment,
  operation: OperationDescriptor,
  paging: PagingDescriptor,
  values: ParameterValues,
  options: CallOptions,
): Plan {
  const { operationId } = operation;
  const path = fillPath(operation.path, values, operationId, settings.projectId);
  const query = encodeParameters(operation, values);
  const { position } = paging.parameters;
  const marker = paging.conflicts?.find((name) => query[name] !== undefined);
  if (marker !== undefined && query[position] !== undefined) {
    throw new InvalidRequestError(`${operationId}: pass ${marker} or ${position}, not both`, {
      parameter: marker,
      operation: operationId,
    });
  }
  const { concurrency = 1 } = options;
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new InvalidRequestError(
      `${operationId}: concurrency must be an integer of at least 1, not ${concurrency}`,
      {
        parameter: "concurrency",
        operation: operationId,
      },
    );
  }
  const parameter = marker ?? position;
  const given = query[parameter];
  const start =
    options.cursor === undefined
      ? startOf(paging, marker, given)
      : decodeCursor({ operation: operationId, path, query, parameter }, String(options.cursor));
  return {
    operation,
    paging,
    path,
    query,
    parameter,
    start,
    // What a caller changes later must not reach into a listing that exists.
    options: options.headers ? { ...options, headers: { ...options.headers } } : { ...options },
  };
}

function startOf(paging: PagingDescriptor, marker: string | undefined, given: string | undefined): Position {
  if (marker !== undefined) return { at: String(given), rows: null, total: null };
  const first = firstPosition(paging);
  const at = given === undefined ? first : Number(given);
  // A page number tells how many pages stand before it, not how many rows.
  return { at, rows: paging.style === "page" && at !== first ? null : at - first, total: null };
}
