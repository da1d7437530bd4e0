import type { CallContext } from "./answer.js";
import type { Drift } from "./drift.js";
import { escapePointer } from "./escape-pointer.js";
import { expectation, isObject, list, oneOf, part, type Schema, type Validator, WORDS } from "./schema.js";
import { type Demand, readShapes } from "./schema-shape.js";

export type { Validator } from "./schema.js";

/** An answer that is wrong throughout must not flood whoever listens. */
const MOST = 100;

/** A validator's schema is made once: what an engine learns of it would be lost with it. */
const schemas = new WeakMap<Validator, Schema>();

/**
 * Lists where an answer differs from its contract, 100 differences at the most. What many records of an
 * answer have in common is listed once, at its first place, with the number of places.
 */
export function findDrift(validator: Validator, body: unknown, context: CallContext): Drift[] {
  const schema = schemas.get(validator) ?? validator(...WORDS);
  schemas.set(validator, schema);
  if (part(body, schema) === 1) return [];
  const found = new Map<string, Counted>();
  compare(validator, body, (kind, { pointer, pattern }, expected, value) => {
    const shown = brief(value);
    const key = `${kind} ${pattern} ${kind === "unknown-value" ? shown : ""}`;
    const first = found.get(key);
    if (first) first.occurrences++;
    else if (found.size < MOST)
      found.set(key, { ...context, kind, pointer, expected, found: shown, occurrences: 1 });
  });
  return [...found.values()];
}

type Counted = Omit<Drift, "occurrences"> & { occurrences: number };

/** Where a value stands: as a JSON pointer, and as one whose indices are all the same. */
interface Place {
  readonly pointer: string;
  readonly pattern: string;
}

type Report = (kind: Drift["kind"], place: Place, expected: string, value: unknown) => void;

/** Goes through all of an answer that does not fit, and tells every difference. */
function compare(validator: Validator, body: unknown, report: Report): void {
  const { root, shapeOf } = readShapes(validator);

  const compareObject = (schema: unknown, value: unknown, place: Place): void => {
    if (!isObject(value)) {
      report("unexpected-type", place, "object", value);
      return;
    }
    const { fields, required, open, alternatives } = shapeOf(schema as Schema);
    for (const alternative of alternatives) compareObject(alternative, value, place);
    if (alternatives.length > 0) report("unexpected-type", place, "anyOf", value);
    const data = value as Readonly<Record<string, unknown>>;
    for (const name of required) {
      if (data[name] === undefined) report("missing-field", below(place, name), "a value", undefined);
    }
    for (const name in data) {
      if (!open && !fields.has(name))
        report("unknown-field", below(place, name), "no such field", data[name]);
    }
    fields.forEach((demand, name) => {
      if (data[name] !== undefined) compareValue(demand, data[name], place, name);
    });
  };

  const compareValue = ({ word, rule, more }: Demand, value: unknown, parent: Place, name: string): void => {
    if (word === part) compareObject(rule, value, below(parent, name));
    else if (word === list && Array.isArray(value)) {
      const items = { word: rule as Demand["word"], rule: more };
      const place = below(parent, name);
      value.forEach((item, at) => {
        compareValue(items, item, place, String(at));
      });
    } else if (word(value, rule, more) !== 1) {
      const unknown = word === oneOf && typeof value === "string";
      const expected = expectation(word, rule, value, more);
      const place = below(parent, name);
      if (unknown) report("unknown-value", place, `one of ${expected}`, value);
      else report("unexpected-type", place, expected, value);
    }
  };

  compareObject(root, body, { pointer: "", pattern: "" });
}

function below({ pointer, pattern }: Place, name: string): Place {
  const token = `/${escapePointer(name)}`;
  return { pointer: pointer + token, pattern: pattern + (/^\/\d+$/.test(token) ? "/*" : token) };
}

/** A short scalar as it is, anything else by its type: an answer can hold what a log should not. */
function brief(value: unknown): unknown {
  if (typeof value === "string") return value.length <= 80 ? value : `${value.slice(0, 80)}…`;
  if (Array.isArray(value)) return "an array";
  if (typeof value === "bigint") return String(value);
  return typeof value === "object" && value !== null ? "an object" : value;
}
