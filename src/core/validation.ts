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
  const found = new Map<string, Drift>();
  compare(validator, body, (kind, pointer, expected, value) => {
    const shown = brief(value);
    const place = pointer.replace(/\/\d+(?=\/|$)/g, "/*");
    const key = [kind, place, kind === "unknown-value" && shown].join(" ");
    const first = found.get(key) ?? { ...context, kind, pointer, expected, found: shown, occurrences: 0 };
    if (first.occurrences > 0 || found.size < MOST)
      found.set(key, { ...first, occurrences: first.occurrences + 1 });
  });
  return [...found.values()];
}

type Report = (kind: Drift["kind"], pointer: string, expected: string, value?: unknown) => void;

/** Goes through all of an answer that does not fit, and tells every difference. */
function compare(validator: Validator, body: unknown, report: Report): void {
  const { root, shapeOf } = readShapes(validator);

  const compareObject = (schema: Schema, value: unknown, pointer: string): void => {
    if (!isObject(value)) {
      report("unexpected-type", pointer, "object", value);
      return;
    }
    const { fields, required, open, alternatives } = shapeOf(schema);
    for (const alternative of alternatives) compareObject(alternative, value, pointer);
    if (alternatives.length > 0) report("unexpected-type", pointer, "anyOf", value);
    const data = value as Readonly<Record<string, unknown>>;
    const below = (name: string) => `${pointer}/${escapePointer(name)}`;
    for (const name of [...fields.keys()].slice(0, required)) {
      if (data[name] === undefined) report("missing-field", below(name), "a value");
    }
    for (const name in data) {
      if (!open && !fields.has(name)) report("unknown-field", below(name), "no such field", data[name]);
    }
    for (const [name, demand] of fields) {
      if (data[name] !== undefined) compareValue(demand, data[name], () => below(name));
    }
  };

  const compareValue = ({ word, rule, more }: Demand, value: unknown, pointer: () => string): void => {
    if (word === part) compareObject(rule as Schema, value, pointer());
    else if (word === list && Array.isArray(value)) {
      const at = pointer();
      const items = { word: rule as Demand["word"], rule: more };
      value.forEach((item, index) => {
        compareValue(items, item, () => `${at}/${index}`);
      });
    } else if (word(value, rule, more) !== 1) {
      const expected = expectation(word, rule, value, more);
      if (word === oneOf && typeof value === "string")
        report("unknown-value", pointer(), `one of ${expected}`, value);
      else report("unexpected-type", pointer(), expected, value);
    }
  };

  compareObject(root, body, "");
}

/** A short scalar as it is, anything else by its type: an answer can hold what a log should not. */
function brief(value: unknown): unknown {
  if (typeof value === "string") return value.length <= 80 ? value : `${value.slice(0, 80)}…`;
  if (Array.isArray(value)) return "an array";
  if (typeof value === "bigint") return String(value);
  return typeof value === "object" && value !== null ? "an object" : value;
}
