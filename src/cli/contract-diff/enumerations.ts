import { isObject, type JsonObject } from "./json.js";
import { data } from "./spelling.js";

/**
 * A contract whose named enumerations are written as their values. Each is rated as open (see `rate`), so one that says so
 * means the same as one that does not, and so does a field that says it once more.
 */
export function withPlainEnumerations(contract: JsonObject): JsonObject {
  const { components } = contract;
  if (!isObject(components) || !isObject(components["schemas"])) return contract;
  const schemas = Object.fromEntries(
    Object.entries(components["schemas"]).map(([name, schema]) => [name, plain(schema)]),
  );
  const types = new Map<unknown, unknown>();
  for (const [name, schema] of Object.entries(schemas)) {
    if (isObject(schema) && Array.isArray(schema["enum"]))
      types.set(`#/components/schemas/${name}`, schema["type"]);
  }
  return withoutRepetition({ ...contract, components: { ...components, schemas } }, types);
}

function plain(schema: unknown): unknown {
  const [known, type, others] = valueOrAny(schema);
  if (!Array.isArray(known?.["enum"]) || known["type"] !== type) return schema;
  const { title: _, ...values } = known;
  return { ...others, ...values };
}

/** Of an `anyOf` of some schema and any value of a type: that schema, the type, and what stands beside the `anyOf`. */
function valueOrAny(schema: unknown): readonly [known?: JsonObject, type?: unknown, others?: JsonObject] {
  if (!isObject(schema) || !Array.isArray(schema["anyOf"]) || schema["anyOf"].length !== 2) return [];
  const { anyOf, ...others } = schema;
  const [known, any]: unknown[] = anyOf;
  const isAny = isObject(any) && Object.keys(any).every((key) => key === "title" || key === "type");
  return isAny && isObject(known) ? [known, any["type"], others] : [];
}

/** @param types the type of each named enumeration, by the reference to it */
function withoutRepetition(fields: JsonObject, types: ReadonlyMap<unknown, unknown>): JsonObject {
  const [known, type, beside] = valueOrAny(fields);
  const repeats = known !== undefined && types.has(known["$ref"]) && types.get(known["$ref"]) === type;
  const below = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(below);
    return isObject(value) ? withoutRepetition(value, types) : value;
  };
  return Object.fromEntries(
    Object.entries(repeats ? { ...beside, ...known } : fields).map(([key, value]) => [
      key,
      key.startsWith("x-") || data.has(key) ? value : below(value),
    ]),
  );
}
