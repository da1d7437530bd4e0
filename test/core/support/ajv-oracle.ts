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

/**
 * What a well-kept validator finds in a response: ajv on the contract's own schema, unknown fields refused
 * everywhere, enumerations that are referred to taken with their null. Formats are not checked.
 */
export function ajvOracle(contract: Contract, name: string): (body: unknown) => Difference[] {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, verbose: true });
  ajv.addKeyword({
    keyword: "x-int64",
    validate: (_: unknown, value: unknown) => typeof value === "bigint" || Number.isSafeInteger(value),
  });
  ajv.addKeyword({
    keyword: "x-choice",
    validate: ({ values, types }: Choice, value: unknown) =>
      values.includes(value) ||
      types.includes(Array.isArray(value) ? "array" : value === null ? "null" : typeof value),
  });
  const validate = ajv.compile(closed(contract, { $ref: `#/components/schemas/${name}` }));
  return (body) => (validate(body) ? [] : (validate.errors ?? []).map((error) => difference(error, body)));
}

/** A schema with its references put in their place. */
function closed(contract: Contract, schema: Schema): object {
  if (schema.$ref !== undefined) {
    return closed(contract, resolvePointer(contract, schema.$ref.slice(1)) as Schema);
  }
  if (schema.format === "int64") return { "x-int64": true };
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

/** A value is one of some values or of some types. */
interface Choice {
  readonly values: readonly unknown[];
  readonly types: readonly unknown[];
  /** All that is allowed, as a report says it. */
  readonly expected: string;
}

function closedChoice(contract: Contract, alternatives: readonly Schema[]): object {
  const all = alternatives.map((member) => closed(contract, member));
  const isEnumeration = (member: object) => "enum" in member || Reflect.get(member, "type") === "null";
  if (all.every(isEnumeration)) {
    return { enum: all.flatMap((member) => Reflect.get(member, "enum") ?? [null]) };
  }
  const told = all.flatMap((member) => Reflect.get(member, "enum") ?? Reflect.get(member, "type"));
  const choice: Choice = {
    values: all.flatMap((member) => Reflect.get(member, "enum") ?? []),
    types: all.flatMap((member) => Reflect.get(member, "type") ?? []),
    expected: told.join(", "),
  };
  // What is said of an object's fields holds for an object alone.
  const { type: _, ...fields }: { type?: unknown } =
    all.find((member) => Reflect.get(member, "type") === "object") ?? {};
  return { ...fields, "x-choice": choice };
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
  if (keyword === "x-int64") return { kind: "unexpected-type", pointer, expected: "an integer" };
  const choice: Choice | undefined = parentSchema?.["x-choice"];
  if (keyword === "x-choice" && choice !== undefined) {
    const { values, expected } = choice;
    return values.length > 0 && typeof resolvePointer(body, pointer) === "string"
      ? { kind: "unknown-value", pointer, expected: `one of ${values.join(", ")}` }
      : { kind: "unexpected-type", pointer, expected };
  }
  const values: unknown = params["allowedValues"] ?? params["type"] ?? params["pattern"];
  const expected = Array.isArray(values) ? values.map(String).join(", ") : String(values);
  if (keyword === "enum" && typeof resolvePointer(body, pointer) === "string")
    return { kind: "unknown-value", pointer, expected: `one of ${expected}` };
  return { kind: "unexpected-type", pointer, expected };
}
