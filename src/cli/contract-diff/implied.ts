import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject } from "./json.js";

/** What a field says that says nothing: the same holds without it. */
const implied: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...[
    "required",
    "deprecated",
    "readOnly",
    "writeOnly",
    "nullable",
    "uniqueItems",
    "allowEmptyValue",
    "allowReserved",
    "exclusiveMinimum",
    "exclusiveMaximum",
  ].map((key) => [key, false] as const),
  ...["minLength", "minItems", "minProperties"].map((key) => [key, 0] as const),
  ["minContains", 1],
]);

/** Lists that say nothing if they are empty. An empty `security` does: it takes away the contract's. */
const lists = new Set(["required", "parameters", "tags"]);

/** Maps that say nothing if they are empty. An empty schema of a property says as little, but names it. */
const maps = new Set([
  ...["properties", "patternProperties", "dependentRequired", "dependentSchemas", "$defs"],
  ...["headers", "links", "callbacks", "encoding", "variables", "examples"],
]);

/** Schemas that say nothing if they are empty. */
const schemas = new Set([
  "items",
  "propertyNames",
  "additionalProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
]);

/**
 * An object without the fields that say what holds anyway. `isAsked`: a schema of the contract asks what others have not
 * evaluated, and what an empty schema allows is evaluated.
 */
export function stated(value: JsonObject, isAsked: boolean): JsonObject {
  const { in: place, style } = value;
  const isHeader = place === undefined && ("schema" in value || "content" in value);
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const holds = (key: string, field: unknown) => {
    if (place !== undefined || isHeader) {
      if (key === "style") return field === usual;
      if (key === "explode") return field === ((style ?? usual) === "form");
    }
    if (Array.isArray(field)) return field.length === 0 && lists.has(key);
    if (isObject(field))
      return Object.keys(field).length === 0 && (maps.has(key) || (schemas.has(key) && !isAsked));
    return implied.has(key) && implied.get(key) === field;
  };
  return Object.fromEntries(Object.entries(value).filter(([key, field]) => !holds(key, field)));
}

/** A contract without the empty parts that say nothing. Without servers, it is served from where it was read. */
export function statedByContract(contract: JsonObject): JsonObject {
  const { components } = contract;
  const isEmpty = (value: unknown) => isDeepStrictEqual(value, {}) || isDeepStrictEqual(value, []);
  const holds = (key: string, value: unknown) =>
    (["webhooks", "tags", "security", "servers", "components"].includes(key) && isEmpty(value)) ||
    (key === "servers" && isDeepStrictEqual(value, [{ url: "/" }]));
  const parts = isObject(components)
    ? { components: Object.fromEntries(Object.entries(components).filter(([, part]) => !isEmpty(part))) }
    : {};
  return Object.fromEntries(
    Object.entries({ ...contract, ...parts }).filter(([key, value]) => !holds(key, value)),
  );
}
