/**
 * The words of which a generated schema consists. Each returns 1 if a value fits, 0 if there is none and
 * `UNFIT` if it does not fit, so that an object's schema is a sum: of the fields that it has and should.
 *
 * A schema names every field as a property (`text(o.job_id)`), which engines read far faster than a table
 * by name. The words only decide; they do not say what is wrong.
 */
export type Word = (...subject: never[]) => number;

/** What an object has to look like, in the words that its validator was given. */
export type Schema = (object: object) => number;

/** A generated validator: makes the schema of a response from the given words. */
export type Validator = (...words: Word[]) => Schema;

/** More than any object has fields; an integer, as sums of integers are the fastest. */
export const UNFIT = 1e6;

/** A JSON object, neither a list nor null. */
export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sums up an object: all required fields, and no field that the schema does not have unless it is open. */
function object(value: object, required: number, present: number, optional: number, open?: boolean): number {
  if (present !== required || optional >= UNFIT) return UNFIT;
  let unknown = open ? 0 : -present - optional;
  if (!open) for (const _ in value) unknown++;
  return unknown === 0 ? 1 : UNFIT;
}

function either(value: object, ...schemas: Schema[]): number {
  return schemas.some((schema) => schema(value) === 1) ? 1 : UNFIT;
}

/** An object inside of another. */
export function part(value: unknown, schema: Schema): number {
  return value === undefined ? 0 : isObject(value) ? schema(value) : UNFIT;
}

/** A list whose items all fit one word. */
export function list(value: unknown, word: (item: unknown, rule: unknown) => number, rule: unknown): number {
  if (value === undefined) return 0;
  if (!Array.isArray(value)) return UNFIT;
  for (let at = 0; at < value.length; at++) if (word(value[at], rule) !== 1) return UNFIT;
  return 1;
}

function text(value: unknown): number {
  return typeof value === "string" ? 1 : value === undefined ? 0 : UNFIT;
}

function textOrNull(value: unknown): number {
  return typeof value === "string" || value === null ? 1 : value === undefined ? 0 : UNFIT;
}

/** Any other type of JSON Schema, or several separated by commas. */
function typed(value: unknown, types: string): number {
  if (value === undefined) return 0;
  if (Number.isInteger(value) && types.includes("integer")) return 1;
  return types.includes(value === null ? "null" : Array.isArray(value) ? "array" : typeof value) ? 1 : UNFIT;
}

/** A text that is not empty, such as an id. */
function filled(value: unknown): number {
  return value === "" ? UNFIT : text(value);
}

const rfc3339 =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** A `date-time` of RFC 3339, section 5.6, which has a zone. */
function dateTime(value: unknown): number {
  return match(value, rfc3339);
}

const largestInt64 = 2n ** 63n - 1n;

/** A 64-bit integer, or null if that is allowed beside it. */
function int64(value: unknown, orNull?: boolean, minimum = -Infinity): number {
  if (typeof value === "number") return Number.isSafeInteger(value) && value >= minimum ? 1 : UNFIT;
  if (typeof value === "bigint")
    return value >= minimum && value >= -largestInt64 - 1n && value <= largestInt64 ? 1 : UNFIT;
  return value === undefined ? 0 : value === null && orNull ? 1 : UNFIT;
}

/** An integer within bounds. */
function integer(value: unknown, [minimum, maximum]: Bounds): number {
  if (typeof value !== "number") return value === undefined ? 0 : UNFIT;
  return Number.isInteger(value) && value >= minimum && value <= maximum ? 1 : UNFIT;
}

type Bounds = readonly [minimum: number, maximum: number];

/** One of the values of an enumeration, or null if that is allowed beside them. */
export function oneOf(value: unknown, values: readonly unknown[], orNull?: boolean): number {
  // Engines compare texts with texts faster than values of any type.
  if (typeof value === "string") {
    for (let at = 0; at < values.length; at++) if (values[at] === value) return 1;
    return UNFIT;
  }
  if (typeof value === "object") return value === null && orNull ? 1 : UNFIT;
  return value === undefined ? 0 : values.includes(value) ? 1 : UNFIT;
}

function match(value: unknown, pattern: RegExp): number {
  return typeof value === "string" ? (pattern.test(value) ? 1 : UNFIT) : text(value);
}

/** One kind of value that a field may have: a word and what it has to know. */
export type Kind = readonly [
  word: (value: unknown, rule: unknown, more: unknown) => number,
  ...rules: unknown[],
];

/** A value of one of several kinds, such as an enumeration's or an object. */
export function several(value: unknown, kinds: readonly Kind[]): number {
  if (value === undefined) return 0;
  for (let at = 0; at < kinds.length; at++) {
    const kind = kinds[at];
    if (kind !== undefined && kind[0](value, kind[1], kind[2]) === 1) return 1;
  }
  return UNFIT;
}

/** The words in the order in which a validator takes them; the first two are about whole objects. */
export const WORDS = [
  ...([object, either, part, list, text, textOrNull] as const),
  ...([typed, int64, oneOf, match, several, filled, dateTime, integer] as const),
] as const;

/** What a word expects of a value that does not fit, as a report says it. */
export function expectation(word: unknown, rule: unknown, value: unknown, more: unknown): string {
  if (word === list) return "array";
  if (word === part) return "object";
  if (word === oneOf) return `${(rule as readonly unknown[]).join(", ")}${more ? ", null" : ""}`;
  if (word === match && typeof value === "string") {
    // As the contract writes it, whose captures say nothing here and cost time.
    return (rule as RegExp).source.replaceAll("(?:", "(");
  }
  if (word === typed) return String(rule);
  if (word === int64) return `an integer${more === undefined ? "" : ` from ${more}`}`;
  if (word === integer) {
    const [minimum, maximum] = rule as Bounds;
    return `an integer from ${minimum}${maximum === Infinity ? "" : ` to ${maximum}`}`;
  }
  if (word === filled && value === "") return "a text that is not empty";
  if (word === dateTime && typeof value === "string") return "an RFC 3339 time with its zone";
  return word === textOrNull ? "string, null" : "string";
}
