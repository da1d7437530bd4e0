import { InvalidRequestError } from "./errors.js";
import { formatTime } from "./format-time.js";
import type { OperationDescriptor, ParameterDescriptor } from "./operation.js";
import { isWellFormed } from "./path.js";
import { percentEncode } from "./percent-encode.js";

/** Parameters as a caller passes them: contract names to values, a `Date` where the wire wants a time. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/** Query values as they go on the wire, not yet percent-encoded. */
export type QueryValues = Record<string, string>;

/**
 * Checks the query parameters of a call against its contract and writes them as the wire wants them.
 * @throws InvalidRequestError for a name that the operation does not have, a missing parameter, a wrong
 * type, a value out of range or one that cannot be a time.
 */
export function encodeParameters(operation: OperationDescriptor, values: ParameterValues): QueryValues {
  const query: QueryValues = {};
  for (const name of Object.keys(values)) {
    if (name === "project_id" || !operation.parameters.some((parameter) => parameter.name === name))
      throw unknownName(operation, name);
  }
  for (const parameter of operation.parameters) {
    if (parameter.in !== "query") continue;
    const value = values[parameter.name];
    if (value !== undefined) query[parameter.name] = encode(operation, parameter, value);
    else if (parameter.required) throw refuse(operation, parameter, "is missing");
  }
  return query;
}

/** Joins query values; every character but the unreserved ones is encoded. */
export function queryString(query: QueryValues): string {
  let text = "";
  for (const name in query) text += `&${percentEncode(name)}=${percentEncode(query[name] ?? "")}`;
  return text.slice(1);
}

function encode(operation: OperationDescriptor, parameter: ParameterDescriptor, value: unknown): string {
  if (value instanceof Date && parameter.time !== undefined) {
    try {
      return String(formatTime(value, parameter.time));
    } catch {
      throw refuse(operation, parameter, `is a Date that cannot be written as ${parameter.time.format}`);
    }
  }
  if (Array.isArray(value) && parameter.join !== undefined)
    return join(operation, parameter, parameter.join, value);
  if (parameter.type === "integer") return integer(operation, parameter, value);
  if (parameter.type === "boolean" && typeof value === "boolean") return String(value);
  if (typeof value !== "string")
    throw refuse(operation, parameter, `must be ${kind(parameter)}, not ${typeName(value)}`);
  return text(operation, parameter, value);
}

function text(operation: OperationDescriptor, parameter: ParameterDescriptor, value: string): string {
  if (parameter.pattern !== undefined && !new RegExp(parameter.pattern, "u").test(value)) {
    const wanted =
      parameter.time === undefined ? `match ${parameter.pattern}` : `be a Date or ${parameter.time.format}`;
    throw refuse(operation, parameter, `must ${wanted}, not ${JSON.stringify(value)}`);
  }
  if (parameter.values?.includes(value) === false) {
    throw refuse(
      operation,
      parameter,
      `must be ${parameter.values.join(" or ")}, not ${JSON.stringify(value)}`,
    );
  }
  // Sent empty it would filter nothing, and an unset variable would ask for everything.
  if (value === "") throw refuse(operation, parameter, "is empty; leave it out to ask for everything");
  if (!isWellFormed(value)) throw refuse(operation, parameter, "is not well-formed Unicode");
  return value;
}

function integer(operation: OperationDescriptor, parameter: ParameterDescriptor, value: unknown): string {
  if (typeof value !== "number" || !Number.isSafeInteger(value)) {
    throw refuse(
      operation,
      parameter,
      `must be ${kind(parameter)}, not ${typeof value === "number" ? value : typeName(value)}`,
    );
  }
  const { minimum, maximum } = parameter;
  if (minimum !== undefined && value < minimum)
    throw refuse(operation, parameter, `must be at least ${minimum}, not ${value}`);
  if (maximum !== undefined && value > maximum)
    throw refuse(operation, parameter, `must be at most ${maximum}, not ${value}`);
  return String(value);
}

function join(
  operation: OperationDescriptor,
  parameter: ParameterDescriptor,
  separator: string,
  values: readonly unknown[],
): string {
  if (values.length === 0)
    throw refuse(operation, parameter, "is an empty list; leave it out to ask for everything");
  const parts = values.map((value) => {
    if (typeof value !== "string")
      throw refuse(operation, parameter, `must hold strings, not ${typeName(value)}`);
    if (value.includes(separator)) {
      throw refuse(
        operation,
        parameter,
        `cannot hold ${JSON.stringify(value)}: a list is sent joined by "${separator}"`,
      );
    }
    return text(operation, parameter, value);
  });
  return parts.join(separator);
}

function kind({ type, time, join }: ParameterDescriptor): string {
  const base = type === "integer" ? "an integer" : `a ${type}`;
  return (
    base + (time === undefined ? "" : " or a Date") + (join === undefined ? "" : " or a list of strings")
  );
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : value instanceof Date ? "a Date" : typeof value;
}

function unknownName(operation: OperationDescriptor, name: string): InvalidRequestError {
  const names = operation.parameters
    .map((parameter) => parameter.name)
    .filter((known) => known !== "project_id");
  const same = names.find((known) => simplified(known) === simplified(name));
  const hint = same === undefined ? `It has ${names.join(", ")}` : `Did you mean ${same}?`;
  const fields = { parameter: name, operation: operation.operationId };
  return new InvalidRequestError(`${operation.operationId} has no parameter ${name}. ${hint}`, fields);
}

// `begintime`, `begin_time` and `beginTime` are the slips that the two versions of a call invite.
function simplified(name: string): string {
  return name.replaceAll(/[_-]/g, "").toLowerCase();
}

function refuse(
  operation: OperationDescriptor,
  parameter: ParameterDescriptor,
  problem: string,
): InvalidRequestError {
  const fields = { parameter: parameter.name, operation: operation.operationId };
  return new InvalidRequestError(`${operation.operationId}: ${parameter.name} ${problem}`, fields);
}
