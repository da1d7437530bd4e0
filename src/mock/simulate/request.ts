import type { ParameterDescriptor } from "../../core/operation.js";
import { parseTime } from "../../records/fields.js";
import type { MockContract, MockOperation } from "../contract.js";

/** The operation of a request and the ids in its path, decoded. */
export interface Route {
  readonly operation: MockOperation;
  readonly ids: Readonly<Record<string, string>>;
}

/** Finds the operation of a request; if there is none, the operations of the same path by other methods. */
export function findRoute(
  { operations }: MockContract,
  method: string,
  path: string,
): Route | { readonly otherMethods: readonly MockOperation[] } {
  const otherMethods: MockOperation[] = [];
  for (const operation of operations) {
    const ids = matchPath(operation.path, path);
    if (ids === null) continue;
    if (operation.method === method) return { operation, ids };
    otherMethods.push(operation);
  }
  return { otherMethods };
}

function matchPath(template: string, path: string): Record<string, string> | null {
  const [parts, segments] = [template.split("/"), path.split("/")];
  if (parts.length !== segments.length) return null;
  const ids: Record<string, string> = {};
  for (const [at, part] of parts.entries()) {
    const segment = segments[at] ?? "";
    if (!part.startsWith("{")) {
      if (part !== segment) return null;
      continue;
    }
    try {
      ids[part.slice(1, -1)] = decodeURIComponent(segment);
    } catch {
      return null;
    }
  }
  return ids;
}

/** A query as the contract reads it: only the parameters that it knows, checked, defaults filled in. */
export interface Query {
  text(name: string | undefined): string | undefined;
  integer(name: string | undefined): number | undefined;
  /** Epoch seconds of a parameter that is a time. */
  seconds(name: string | undefined): number | undefined;
  /** The parts of a parameter that joins a list; one part for any other. */
  parts(name: string | undefined): readonly string[] | undefined;
  /** Whether the request has it. */
  sent(name: string): boolean;
}

/** What is wrong with a parameter, in words. */
export interface BadParameter {
  readonly problem: string;
}

/**
 * Reads the query of a request. As servers do, it ignores names that the contract does not have. An empty
 * value counts as none.
 */
export function readQuery(operation: MockOperation, search: string): Query | BadParameter {
  const given = new URLSearchParams(search);
  const values = new Map<string, string>();
  for (const parameter of operation.parameters) {
    if (parameter.in !== "query") continue;
    const sent = given.getAll(parameter.name).filter((value) => value !== "");
    if (sent.length > 1) return { problem: `${parameter.name} is given ${sent.length} times` };
    const value = sent[0] ?? (parameter.default === undefined ? undefined : String(parameter.default));
    if (value === undefined && !parameter.required) continue;
    const problem = value === undefined ? "is missing" : findProblem(operation, parameter, value);
    if (problem !== undefined) return { problem: `${parameter.name} ${problem}` };
    values.set(parameter.name, value ?? "");
  }
  const read = (name: string | undefined) => (name === undefined ? undefined : values.get(name));
  const find = (name: string | undefined) => operation.parameters.find((known) => known.name === name);
  return {
    text: read,
    integer: (name) => number(read(name)),
    seconds: (name) => number(secondsOf(find(name), read(name))),
    parts: (name) => {
      const separator = find(name)?.join;
      const value = read(name);
      if (value === undefined) return undefined;
      return separator === undefined ? [value] : value.split(separator);
    },
    sent: (name) => Boolean(given.get(name)),
  };
}

function findProblem(
  { details, paging }: MockOperation,
  parameter: ParameterDescriptor,
  value: string,
): string | undefined {
  const { values, format } = details[parameter.name] ?? {};
  if (parameter.type === "integer") {
    if (!/^-?\d+$/.test(value)) return `must be an integer, not ${JSON.stringify(value)}`;
    const integer = Number(value);
    const counts = paging && Object.values(paging.parameters).includes(parameter.name);
    // Rows and pages are counted from 1. If the contract names no minimum, smaller numbers are still refused.
    const minimum = parameter.minimum ?? (counts ? 1 : undefined);
    const maximum = parameter.maximum ?? (format === "int32" ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER);
    if (minimum !== undefined && integer < minimum) return `must be at least ${minimum}, not ${value}`;
    if (Math.abs(integer) > maximum) return `must be at most ${maximum}, not ${value}`;
  }
  if (parameter.pattern !== undefined && !new RegExp(parameter.pattern, "u").test(value)) {
    return `must match ${parameter.pattern}, not ${JSON.stringify(value)}`;
  }
  if (values?.includes(value) === false) return `must be ${values.join(", ")}, not ${JSON.stringify(value)}`;
  if (parameter.time !== undefined && parseTime(value, parameter.time) === null) {
    return `is not a time: ${JSON.stringify(value)}`;
  }
  return undefined;
}

function secondsOf(parameter: ParameterDescriptor | undefined, value: string | undefined) {
  const instant = parameter?.time && parseTime(value, parameter.time);
  return instant ? String(Math.floor(instant.getTime() / 1000)) : undefined;
}

function number(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}
