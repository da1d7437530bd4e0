import { Ajv, type ErrorObject } from "ajv";
import type { Contract, Schema } from "../../../scripts/generate/contract.js";
import { documentedValues } from "../../../scripts/generate/enumerations.js";
import { resolvePointer } from "../../../src/core/pointer.js";

/** A difference as far as two validators have to agree on it. */
export interface Difference {
  readonly kind: string;
  readonly pointer: string;
  readonly expected: string;
}

/** What JSON Schema alone does not say, or says of one place in several errors. */
interface Rule {
  readonly fits: (value: unknown) => boolean;
  readonly expected: (value: unknown) => string;
  /** The enumeration of which an unknown text is none. */
  readonly values?: readonly unknown[];
}

/**
 * What a well-kept validator finds in a response: ajv on the contract's own schema, unknown fields refused
 * everywhere, enumerations that are referred to taken with their null.
 */
export function ajvOracle(contract: Contract, name: string): (body: unknown) => Difference[] {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, verbose: true });
  ajv.addKeyword({ keyword: "x-rule", validate: ({ fits }: Rule, value: unknown) => fits(value) });
  const validate = ajv.compile(closed(contract, { $ref: `#/components/schemas/${name}` }));
  return (body) => (validate(body) ? [] : (validate.errors ?? []).map((error) => difference(error, body)));
}

/** A schema with its references put in their place. */
function closed(contract: Contract, schema: Schema): object {
  if (schema.$ref !== undefined) {
    return closed(contract, resolvePointer(contract, schema.$ref.slice(1)) as Schema);
  }
  const rule = ruleOf(schema);
  if (rule !== undefined) return { "x-rule": rule };
  const values = documentedValues(schema) ?? schema;
  if (values.enum !== undefined) return { enum: values.enum };
  if (schema.anyOf !== undefined) return closedChoice(contract, schema.anyOf);
  const { type, pattern, required, items, properties } = schema;
  return {
    type,
    ...(pattern !== undefined && { pattern }),
    ...(required !== undefined && { required }),
    ...(items !== undefined && { items: closed(contract, items) }),
    ...(type === "object" && { additionalProperties: false }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, closed(contract, value)]),
      ),
    }),
  };
}

/** The bounds of a scalar, and the form of a time. */
function ruleOf({ type, format, minLength, minimum, maximum }: Schema): Rule | undefined {
  const from = minimum === undefined ? "" : ` from ${minimum}`;
  if (format === "int64") {
    const fits = (value: unknown) =>
      (Number.isSafeInteger(value) || typeof value === "bigint") &&
      Number(value) >= (minimum ?? -(2 ** 63)) &&
      Number(value) < 2 ** 63;
    return { fits, expected: () => `an integer${from}` };
  }
  if (format === "date-time") return { fits: isTime, expected: textual("an RFC 3339 time with its zone") };
  if (minLength !== undefined) {
    const fits = (value: unknown) => typeof value === "string" && value.length >= minLength;
    return { fits, expected: textual("a text that is not empty") };
  }
  if (type !== "integer" || (minimum === undefined && format !== "int32")) return undefined;
  const [low, high] = [minimum ?? -(2 ** 31), maximum ?? (format === "int32" ? 2 ** 31 - 1 : Infinity)];
  const fits = (value: unknown) => Number.isInteger(value) && Number(value) >= low && Number(value) <= high;
  return { fits, expected: () => `an integer from ${low}${high === Infinity ? "" : ` to ${high}`}` };
}

/** A text that is wrong is told its form, anything else that it is no text. */
const textual = (form: string) => (value: unknown) => (typeof value === "string" ? form : "string");

/** RFC 3339, section 5.6, read part by part. */
function isTime(value: unknown): boolean {
  const form = /^\d{4}-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:Z|[+-](\d\d):(\d\d))$/i;
  const parts =
    typeof value === "string"
      ? form
          .exec(value)
          ?.slice(1)
          .map((part = "0") => Number(part))
      : undefined;
  const [month = 0, day = 0, hour = 24, minute = 0, second = 0, zone = 0, rest = 0] = parts ?? [];
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    hour < 24 &&
    minute < 60 &&
    second <= 60 &&
    zone < 24 &&
    rest < 60
  );
}

function closedChoice(contract: Contract, alternatives: readonly Schema[]): object {
  const all = alternatives.map((member) => closed(contract, member));
  const isEnumeration = (member: object) => "enum" in member || Reflect.get(member, "type") === "null";
  if (all.every(isEnumeration)) {
    return { enum: all.flatMap((member) => Reflect.get(member, "enum") ?? [null]) };
  }
  const listed: unknown[] = all.flatMap((member) => Reflect.get(member, "enum") ?? []);
  const types: unknown[] = all.flatMap((member) => Reflect.get(member, "type") ?? []);
  // Beside an enumeration null is one of its values.
  const values = listed.length > 0 && types.includes("null") ? [...listed, null] : listed;
  const others = types.filter((type) => !values.includes(null) || type !== "null");
  const rule: Rule = {
    values,
    fits: (value) =>
      values.includes(value) ||
      types.includes(Array.isArray(value) ? "array" : value === null ? "null" : typeof value),
    expected: () => [...values.map(String), ...others].join(", "),
  };
  // What is said of an object's fields holds for an object alone.
  const { type: _, ...fields }: { type?: unknown } =
    all.find((member) => Reflect.get(member, "type") === "object") ?? {};
  return { ...fields, "x-rule": rule };
}

function difference({ instancePath, keyword, params, parentSchema }: ErrorObject, body: unknown): Difference {
  const field = params["additionalProperty"] ?? params["missingProperty"];
  const pointer =
    field === undefined
      ? instancePath
      : `${instancePath}/${String(field).replaceAll("~", "~0").replaceAll("/", "~1")}`;
  if (keyword === "required") return { kind: "missing-field", pointer, expected: "a value" };
  if (keyword === "additionalProperties")
    return { kind: "unknown-field", pointer, expected: "no such field" };
  const value = resolvePointer(body, pointer);
  const rule: Rule | undefined = parentSchema?.["x-rule"];
  if (keyword === "x-rule" && rule !== undefined) {
    return rule.values !== undefined && rule.values.length > 0 && typeof value === "string"
      ? { kind: "unknown-value", pointer, expected: `one of ${rule.values.map(String).join(", ")}` }
      : { kind: "unexpected-type", pointer, expected: rule.expected(value) };
  }
  const values: unknown = params["allowedValues"] ?? params["type"] ?? params["pattern"];
  const expected = Array.isArray(values) ? values.map(String).join(", ") : String(values);
  if (keyword === "enum" && typeof value === "string")
    return { kind: "unknown-value", pointer, expected: `one of ${expected}` };
  return { kind: "unexpected-type", pointer, expected };
}
