import type { CallContext } from "./context.js";
import { ContractError } from "./errors.js";
import { emit } from "./events.js";
import type { ClientOptions } from "./options.js";
import { escapePointer } from "./pointer.js";
import type { Redact } from "./redaction.js";
import {
  expectation,
  isObject,
  type Kind,
  list,
  oneOf,
  part,
  type Schema,
  several,
  type Validator,
  WORDS,
} from "./schema.js";

/** One place where a response differs from its contract although it can still be used. */
export interface Drift {
  /** e.g. `dcs` */
  readonly service: string;
  /** The contract's operationId. */
  readonly operation: string;
  /**
   * `unknown-value` a value that the enumeration does not list · `unknown-field` a field that the contract
   * does not have · `missing-field` a required field that is absent · `unexpected-type` anything else: another
   * type, or a value beyond the form or the bounds that the contract states.
   */
  readonly kind: "unknown-value" | "unknown-field" | "missing-field" | "unexpected-type";
  /** JSON pointer to the place in the response. */
  readonly pointer: string;
  /** What the contract expects there, in words. */
  readonly expected: string;
  /** What was found: the value if it is a short scalar, its type otherwise; undefined if nothing was. */
  readonly found: unknown;
  /** In how many places of the response the same was found, up to 10,000 in all; `pointer` is the first of them. */
  readonly occurrences: number;
}

/** A response that is wrong throughout must not flood its listener, nor take long to compare. */
const maxDrifts = 100;
const maxPlaces = 10_000;

/** A validator's schema is made once: an engine's optimisations of it would be lost with it. */
const schemas = new WeakMap<Validator, Schema>();

/**
 * Lists where a response differs from its contract, at most 100 differences. A difference that many records
 * have in common is listed once, at its first place, with the number of places. Stops after 10,000 places.
 */
export function findDrift(validator: Validator, body: unknown, context: CallContext): Drift[] {
  const schema = schemas.get(validator) ?? validator(...WORDS);
  schemas.set(validator, schema);
  if (part(body, schema) === 1) return [];
  const found = new Map<string, Counted>();
  let places = 0;
  const isFull = () => places >= maxPlaces;
  compare(validator, body, isFull, (kind, { pointer, pattern }, expected, value) => {
    places += 1;
    const shown = brief(value);
    const key = `${kind} ${pattern} ${kind === "unknown-value" ? shown : ""}`;
    const first = found.get(key);
    if (first) first.occurrences++;
    else if (found.size < maxDrifts)
      found.set(key, { ...context, kind, pointer, expected, found: shown, occurrences: 1 });
  });
  return [...found.values()];
}

type Counted = Omit<Drift, "occurrences"> & { occurrences: number };

/** The place of a value: as a JSON pointer, and as one whose indices are all the same. */
interface Place {
  readonly pointer: string;
  readonly pattern: string;
}

type Report = (kind: Drift["kind"], place: Place, expected: string, value: unknown) => void;

/** Goes through a response that does not fit, and reports every difference. */
function compare(validator: Validator, body: unknown, isFull: () => boolean, report: Report): void {
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
      if (isFull()) return;
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
      for (let at = 0; at < value.length && !isFull(); at++)
        compareValue(items, value[at], place, String(at));
    } else if (word === several) {
      if (several(value, kindsOf(rule)) !== 1) compareKinds(rule as readonly Demand[], value, parent, name);
    } else if (word(value, rule, more) !== 1) {
      const unknown = word === oneOf && typeof value === "string";
      const expected = expectation(word, rule, value, more);
      const place = below(parent, name);
      if (unknown) report("unknown-value", place, `one of ${expected}`, value);
      else report("unexpected-type", place, expected, value);
    }
  };

  /** A list is compared with the kind that is one, an object with the one that it has most fields of. */
  const compareKinds = (kinds: readonly Demand[], value: unknown, parent: Place, name: string): void => {
    const listed = kinds.find(({ word }) => word === list);
    if (Array.isArray(value) && listed !== undefined) {
      compareValue(listed, value, parent, name);
      return;
    }
    const objects = kinds.filter(({ word }) => word === part);
    if (isObject(value) && objects.length > 0) {
      const shared = ({ rule }: Demand) =>
        Object.keys(value).filter((key) => shapeOf(rule as Schema).fields.has(key)).length;
      const [closest] = objects.sort((one, other) => shared(other) - shared(one));
      compareObject(closest?.rule, value, below(parent, name));
      return;
    }
    const words = kinds.filter(({ word }) => word === oneOf && typeof value === "string");
    const expected = (words.length > 0 ? words : kinds)
      .map(({ word, rule, more }) => expectation(word, rule, value, more))
      .join(", ");
    const place = below(parent, name);
    if (words.length > 0) report("unknown-value", place, `one of ${expected}`, value);
    else report("unexpected-type", place, expected, value);
  };

  compareObject(root, body, { pointer: "", pattern: "" });
}

function kindsOf(rule: unknown): readonly Kind[] {
  return (rule as readonly Demand[]).map(({ word, rule, more }) => [word, rule, more]);
}

function below({ pointer, pattern }: Place, name: string): Place {
  const token = `/${escapePointer(name)}`;
  return { pointer: pointer + token, pattern: pattern + (/^\/\d+$/.test(token) ? "/*" : token) };
}

/** A short scalar as it is, anything else by its type: a response can contain what a log should not. */
function brief(value: unknown): unknown {
  if (typeof value === "string") return value.length <= 80 ? value : `${value.slice(0, 80)}…`;
  if (Array.isArray(value)) return "an array";
  if (typeof value === "bigint") return String(value);
  return typeof value === "object" && value !== null ? "an object" : value;
}

/** A field of an object, or an item of a list: what it must be. */
export interface Demand {
  readonly word: (value: unknown, rule: unknown, more?: unknown) => number;
  readonly rule: unknown;
  /** The rule of a list's items, whether null is allowed beside an enumeration, or the minimum of an int64. */
  readonly more?: unknown;
}

/** What a schema says about an object, as data. */
export interface Shape {
  readonly fields: ReadonlyMap<string, Demand>;
  readonly required: readonly string[];
  readonly open: boolean;
  /** If there are several, the object fits one of them and the rest of the shape is empty. */
  readonly alternatives: readonly Schema[];
}

/**
 * Reads a validator's schemas as data: it is given words that record their arguments instead of
 * deciding, and an object whose every property is its own name.
 */
export function readShapes(validator: Validator): { root: Schema; shapeOf: (schema: Schema) => Shape } {
  let fields = new Map<string, Demand>();
  let shape: Shape;
  const names = new Proxy({}, { get: (_, name) => name });
  const sum = (_: object, required: number, __: number, ___: number, open = false) => {
    shape = { fields, required: [...fields.keys()].slice(0, required), open, alternatives: [] };
    return 0;
  };
  const choice = (_: object, ...alternatives: Schema[]) => {
    shape = { fields, required: [], open: true, alternatives };
    return 0;
  };
  const [, , ...words] = WORDS;
  const meant = new Map<unknown, unknown>();
  // A list is given a word for its items, and a choice one for each kind: a writer, which stands for the word that
  // decides.
  const read = (rule: unknown): unknown =>
    Array.isArray(rule) && Array.isArray(rule[0])
      ? rule.map(([word, ...rules]) => ({
          word: meant.get(word),
          rule: read(rules[0]),
          more: read(rules[1]),
        }))
      : (meant.get(rule) ?? rule);
  const writers = words.map((word) => {
    const write = (name: string, rule: unknown, more: unknown) => {
      fields.set(name, { word: word as Demand["word"], rule: read(rule), more: read(more) });
      return 0;
    };
    meant.set(write, word);
    return write;
  });
  const root = validator(sum, choice, ...writers);
  const known = new Map<Schema, Shape>();
  return {
    root,
    shapeOf(schema) {
      fields = new Map();
      const before = known.get(schema);
      if (before) return before;
      schema(names);
      known.set(schema, shape);
      return shape;
    },
  };
}

/**
 * Compares a parsed response with its contract and passes each difference to `onDrift`.
 * @throws ContractError if there is one and `validate` is "throw"
 */
export function reportDrift(
  validator: Validator,
  { validate, onDrift }: Pick<ClientOptions, "validate" | "onDrift">,
  { status, redact }: { readonly status: number; readonly redact: Redact },
  body: unknown,
  context: CallContext,
): void {
  // A response that quotes the request must not carry a credential into a report.
  const problems = findDrift(validator, body, context).map((drift) =>
    typeof drift.found === "string" ? { ...drift, found: redact(drift.found) } : drift,
  );
  for (const drift of problems) emit(onDrift, drift);
  const [first] = problems;
  if (validate !== "throw" || first === undefined) return;
  const others = problems.length > 1 ? `, and ${problems.length - 1} more` : "";
  const message = `the response breaks its contract: ${first.kind} at ${first.pointer}, expected ${first.expected}${others}`;
  throw new ContractError(message, { ...context, status, pointer: first.pointer, problems });
}
