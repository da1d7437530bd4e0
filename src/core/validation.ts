import type { CallContext } from "./answer.js";
import type { Drift } from "./drift.js";
import { escapePointer, resolvePointer } from "./pointer.js";

/** One difference as a generated validator reports it. */
export interface ValidationError {
  /** JSON pointer. */
  readonly instancePath: string;
  /** JSON Schema keyword. */
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A generated validator: `errors` holds every difference found by the last call. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

/** An answer that is wrong throughout must not flood whoever listens. */
const MOST = 100;

/**
 * Lists where an answer differs from its contract, 100 differences at the most. What many records of an
 * answer have in common is listed once, at its first place, with the number of places.
 */
export function findDrift(validator: Validator, body: unknown, context: CallContext): Drift[] {
  if (validator(body)) return [];
  const found = new Map<string, Drift>();
  for (const error of validator.errors ?? []) {
    const drift = toDrift(error, body, context);
    const value = drift.kind === "unknown-value" ? String(drift.found) : "";
    const key = [drift.kind, drift.pointer.replace(/\/\d+(?=\/|$)/g, "/*"), value].join(" ");
    const first = found.get(key) ?? { ...drift, occurrences: 0 };
    if (first.occurrences > 0 || found.size < MOST)
      found.set(key, { ...first, occurrences: first.occurrences + 1 });
  }
  return [...found.values()];
}

function toDrift(
  { instancePath, keyword, params }: ValidationError,
  body: unknown,
  context: CallContext,
): Drift {
  const field = params["additionalProperty"] ?? params["missingProperty"];
  const pointer = typeof field === "string" ? `${instancePath}/${escapePointer(field)}` : instancePath;
  const value = resolvePointer(body, pointer);
  const found = brief(value);
  const at = { ...context, pointer, found, occurrences: 1 };
  if (keyword === "required") return { ...at, kind: "missing-field", expected: "a value", found: undefined };
  if (keyword === "additionalProperties") return { ...at, kind: "unknown-field", expected: "no such field" };
  if (keyword === "enum" && typeof value === "string") {
    return { ...at, kind: "unknown-value", expected: `one of ${list(params["allowedValues"])}` };
  }
  return { ...at, kind: "unexpected-type", expected: expectation(keyword, params) };
}

function expectation(keyword: string, params: Readonly<Record<string, unknown>>): string {
  if (keyword === "x-int64") return "an integer";
  return list(params["type"] ?? params["allowedValues"] ?? params["pattern"] ?? params["limit"] ?? keyword);
}

function list(values: unknown): string {
  return Array.isArray(values) ? values.join(", ") : String(values);
}

/** A short scalar as it is, anything else by its type: an answer can hold what a log should not. */
function brief(value: unknown): unknown {
  if (typeof value === "string") return value.length <= 80 ? value : `${value.slice(0, 80)}…`;
  if (Array.isArray(value)) return "an array";
  if (typeof value === "bigint") return String(value);
  return typeof value === "object" && value !== null ? "an object" : value;
}
