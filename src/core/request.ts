import { InvalidRequestError } from "./errors.js";
import type { OperationDescriptor, ParameterDescriptor, TimeDescriptor } from "./operation.js";

/** Parameters as a caller passes them: contract names to values, a `Date` for a time. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/** Query values as they are sent, not yet percent-encoded. */
export type QueryValues = Record<string, string>;

/** Header names to values. */
export type HeaderValues = Readonly<Record<string, string>>;

/**
 * Checks the query parameters of a call against its contract and writes them as the service reads them.
 * @throws InvalidRequestError for a name that the operation does not have, a missing parameter, a wrong
 * type, a value out of range, or one that cannot be a time
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

/** Joins query values; every character but the unreserved ones is percent-encoded. */
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
  // An empty filter selects everything: an unset variable would ask for all records.
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

// `begintime`, `begin_time` and `beginTime` are easily confused: the two versions of a call spell them differently.
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

/**
 * Fills the placeholders of a path template; `{project_id}` with the client's own project, if it has one.
 * @throws InvalidRequestError for an id that is missing, empty, `.` or `..`, not well-formed Unicode, or that
 * contains a control character: each of them would address something else than the caller meant
 */
export function fillPath(
  template: string,
  values: ParameterValues,
  operation: string,
  projectId?: string,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeId(name, name === "project_id" && projectId !== undefined ? projectId : values[name], operation),
  );
}

function encodeId(name: string, value: unknown, operation: string): string {
  const text = typeof value === "number" ? String(value) : value;
  const problem = typeof text === "string" ? idProblem(text) : "is missing; pass it as a string";
  if (problem !== null || typeof text !== "string") {
    throw new InvalidRequestError(`${operation}: ${name} ${problem}`, { parameter: name, operation });
  }
  return percentEncode(text);
}

/** Why a text cannot be an id in a path, as the end of a sentence; null if it can. */
export function idProblem(text: string): string | null {
  if (text.trim() === "") return "is empty";
  if (text === "." || text === "..") return `is "${text}", which would change the path`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001f\u007f]/.test(text)) return "contains a control character, perhaps a line break";
  return isWellFormed(text) ? null : "is not well-formed Unicode";
}

/** Whether every surrogate is part of a pair; `encodeURIComponent` throws otherwise. */
export function isWellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}

/**
 * Percent-encodes everything but RFC 3986's unreserved characters. `encodeURIComponent` leaves `!'()*`
 * alone, which the services encode, so that a signature over its result would be refused.
 */
export function percentEncode(text: string): string {
  if (/^[\w.~-]*$/.test(text)) return text;
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Writes an instant (a `Date` or epoch milliseconds) in the format of the service. Precision that the format
 * lacks is cut off, never rounded up: seconds and 14 digits lose the milliseconds.
 * @throws RangeError if there is no such instant, or its year does not have four digits and the format has
 */
export function formatTime(instant: Date | number, time: TimeDescriptor): string | number {
  const date = new Date(instant);
  const milliseconds = date.getTime();
  const iso = Number.isNaN(milliseconds) ? "" : date.toISOString();
  if (time.format === "ms" && iso) return milliseconds;
  if (time.format === "s" && iso) return Math.floor(milliseconds / 1000);
  if (iso.length !== 24) throw new RangeError("not an instant that can be written");
  if (time.format === "iso") return iso;
  if (time.format === "iso-seconds") return `${iso.slice(0, 19)}Z`;
  return time.format === "iso-without-zone" ? iso.slice(0, 23) : iso.slice(0, 19).replace(/\D/g, "");
}

/** Headers that frame a message or belong to its connection: HTTP's client sets them itself. */
const framing =
  /^(connection|content-length|expect|host|keep-alive|proxy-connection|te|trailer|transfer-encoding|upgrade)$/;

/**
 * Lower-cases names, and refuses what would be sent as another header, would break the framing of the message, or
 * would not be sent at all.
 * @throws the error that `refusal` makes of the problem
 */
export function checkHeaders(
  headers: HeaderValues | undefined,
  refusal: (problem: string) => Error,
): Record<string, string> {
  const checked: Record<string, string> = {};
  if (headers !== undefined && Symbol.iterator in headers)
    throw refusal("headers must be an object of names and values; write Object.fromEntries(headers)");
  for (const [name, value] of Object.entries(headers ?? {})) {
    if (typeof value !== "string") throw refusal(`header ${JSON.stringify(name)} must be a string`);
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(name) || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
      throw refusal(`header ${JSON.stringify(name)} has a name or value that HTTP does not allow`);
    if (framing.test(name.toLowerCase()))
      throw refusal(`header ${JSON.stringify(name)} belongs to the connection; leave it out`);
    checked[name.toLowerCase()] = value;
  }
  return checked;
}
