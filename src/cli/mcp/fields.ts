import { Problem } from "../problem.js";
import { didYouMean } from "../suggest.js";
import { orList } from "../values.js";

/** One argument of a tool: what a client learns about it, and how its value is read. */
interface Field<Value> {
  /** JSON Schema. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly required: boolean;
  /** The value; a text says what was expected instead. */
  read(value: unknown): { readonly value: Value } | string;
}

/** Characters of a text, unless a field says otherwise. */
const MAX_TEXT = 1000;

/** The arguments of a tool by name. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** The values of arguments. */
export type ValuesOf<Of extends Fields> = {
  readonly [Name in keyof Of]: Of[Name] extends Field<infer Value> ? Value : never;
};

/** A text that must be given. */
export function required<Value>(field: Field<Value | undefined>): Field<Value> {
  return {
    ...field,
    required: true,
    read(given) {
      const read = field.read(given);
      if (typeof read === "string") return read;
      return read.value === undefined ? "a value" : { value: read.value };
    },
  };
}

/** A text, not empty. */
export function text(description: string, maxLength = MAX_TEXT): Field<string | undefined> {
  return {
    schema: { type: "string", minLength: 1, maxLength, description },
    required: false,
    read: (value) =>
      value === undefined || isText(value, maxLength)
        ? { value }
        : `a text of 1 to ${maxLength} characters that is not blank`,
  };
}

/** One of a few words. */
export function word<Word extends string>(
  words: readonly Word[],
  description: string,
): Field<Word | undefined> {
  return {
    schema: { type: "string", enum: words, description },
    required: false,
    read(given) {
      if (given === undefined) return { value: undefined };
      const value = words.find((one) => one === given);
      return value === undefined ? oneOf(words, given) : { value };
    },
  };
}

/** Several of a few words. */
export function words<Word extends string>(
  known: readonly Word[],
  description: string,
): Field<readonly Word[] | undefined> {
  return {
    schema: { type: "array", items: { type: "string", enum: known }, minItems: 1, description },
    required: false,
    read(given) {
      if (given === undefined) return { value: undefined };
      if (!Array.isArray(given) || given.length === 0) return "a list that is not empty";
      const wrong = given.find((one) => !known.includes(one));
      if (wrong !== undefined) return oneOf(known, wrong);
      return { value: known.filter((one) => given.includes(one)) };
    },
  };
}

/** Several texts, at most 100. */
export function texts(description: string): Field<readonly string[] | undefined> {
  return {
    schema: {
      type: "array",
      items: { type: "string", minLength: 1 },
      minItems: 1,
      maxItems: 100,
      description,
    },
    required: false,
    read(given) {
      if (given === undefined) return { value: undefined };
      const whole =
        Array.isArray(given) && given.length > 0 && given.length <= 100 && given.every((one) => isText(one));
      return whole ? { value: given.filter((one) => isText(one)) } : "a list of 1 to 100 texts";
    },
  };
}

/** An integer from 1 to `most`. */
export function integer(most: number, standard: number, description: string): Field<number> {
  return {
    schema: { type: "integer", minimum: 1, maximum: most, default: standard, description },
    required: false,
    read(given = standard) {
      const fits = typeof given === "number" && Number.isInteger(given) && given >= 1 && given <= most;
      return fits ? { value: given } : `an integer from 1 to ${most}`;
    },
  };
}

/** True or false. */
export function flag(description: string): Field<boolean> {
  return {
    schema: { type: "boolean", default: false, description },
    required: false,
    read: (given = false) => (typeof given === "boolean" ? { value: given } : "true or false"),
  };
}

/** The JSON Schema of a tool's arguments. */
export function inputSchema(fields: Fields): { readonly type: "object" } & Record<string, unknown> {
  const entries = Object.entries(fields);
  return {
    type: "object",
    properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
    required: entries.filter(([, field]) => field.required).map(([name]) => name),
    additionalProperties: false,
  };
}

/**
 * Reads the arguments of a call.
 * @throws Problem that names every mistake
 */
export function readArguments<Of extends Fields>(
  fields: Of,
  given: Readonly<Record<string, unknown>>,
): ValuesOf<Of> {
  const names = Object.keys(fields);
  const problems = Object.keys(given)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => `there is no argument ${name}${didYouMean(name, names)}`);
  const values = Object.entries(fields).map(([name, field]) => {
    const read = field.read(given[name]);
    if (typeof read !== "string") return [name, read.value] as const;
    problems.push(`${name} is ${given[name] === undefined ? "missing" : "wrong"}: expected ${read}`);
    return [name, undefined] as const;
  });
  if (problems.length > 0)
    throw new Problem(problems.map((line) => (line.endsWith("?") ? line : `${line}.`)).join(" "));
  // Each value was read by the field of its name.
  return Object.fromEntries(values) as ValuesOf<Of>;
}

function isText(value: unknown, maxLength = MAX_TEXT): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= maxLength;
}

function oneOf(known: readonly string[], given: unknown): string {
  return `${orList(known)}${typeof given === "string" ? didYouMean(given, known) : ""}`;
}
