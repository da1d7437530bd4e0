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
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  ajv.addKeyword({
    keyword: "x-int64",
    validate: (_: unknown, value: unknown) => typeof value === "bigint" || Number.isSafeInteger(value),
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
  if (schema.anyOf !== undefined) {
    return {
      enum: schema.anyOf.flatMap((member) => Reflect.get(closed(contract, member), "enum") ?? [null]),
    };
  }
  const { type, pattern, required, items, properties } = schema;
  return {
    type,
    ...(pattern !== undefined && { pattern }),
    ...(required !== undefined && { required }),
    ...(items !== undefined && { items: closed(contract, items) }),
    ...(properties !== undefined && {
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, closed(contract, value)]),
      ),
    }),
  };
}

function difference({ instancePath, keyword, params }: ErrorObject, body: unknown): Difference {
  const field = params["additionalProperty"] ?? params["missingProperty"];
  const pointer =
    field === undefined
      ? instancePath
      : `${instancePath}/${String(field).replaceAll("~", "~0").replaceAll("/", "~1")}`;
  if (keyword === "required") return { kind: "missing-field", pointer, expected: "a value" };
  if (keyword === "additionalProperties")
    return { kind: "unknown-field", pointer, expected: "no such field" };
  if (keyword === "x-int64") return { kind: "unexpected-type", pointer, expected: "an integer" };
  const values: unknown = params["allowedValues"] ?? params["type"] ?? params["pattern"];
  const expected = Array.isArray(values) ? values.map(String).join(", ") : String(values);
  if (keyword === "enum" && typeof resolvePointer(body, pointer) === "string")
    return { kind: "unknown-value", pointer, expected: `one of ${expected}` };
  return { kind: "unexpected-type", pointer, expected };
}
