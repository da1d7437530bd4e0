import { isDeepStrictEqual } from "node:util";
import { isObject, type JsonObject } from "./json.js";
import { maps } from "./places.js";

/** Values that are data or lists of names: what looks like a keyword in them is none. */
export const data = new Set([
  "default",
  "const",
  "enum",
  "example",
  "examples",
  "value",
  "security",
  "mapping",
]);

/** What says nothing of a value, so that it means the same beside a schema and in it. */
const words = new Set([
  ...["title", "summary", "description", "default", "example", "examples", "externalDocs", "$comment"],
  ...["deprecated", "readOnly", "writeOnly"],
]);

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
]);

/** Lists that say nothing if they are empty. An empty `security` does: it takes away the contract's. */
const lists = new Set(["required", "parameters", "tags"]);

/** A contract in which every object is spelt the one way that this comparison takes for its meaning. */
export function respell(contract: JsonObject): JsonObject {
  // OpenAPI 3.0 ignores what stands beside a `$ref`.
  const refersBeside = !/^3\.0/.test(String(contract["openapi"]));
  return fieldsOf(contract, false, (fields) =>
    sorted(stated(wholeBounds(withoutAlternatives(fields, refersBeside)))),
  );
}

/** The fields with each object below them as `write` has it, innermost first. `isMap`: their keys are names. */
function fieldsOf(value: JsonObject, isMap: boolean, write: (fields: JsonObject) => JsonObject): JsonObject {
  const below = (field: unknown, holdsNames: boolean): unknown => {
    if (Array.isArray(field)) return field.map((item: unknown) => below(item, false));
    if (!isObject(field)) return field;
    const fields = fieldsOf(field, holdsNames, write);
    return holdsNames ? fields : write(fields);
  };
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      const isData = !isMap && (isMark(key) || data.has(key));
      return [key, isData ? field : below(field, !isMap && maps.has(key))];
    }),
  );
}

/** A list of one alternative is that alternative, and `null` as the other of two is a type. */
function withoutAlternatives(schema: JsonObject, refersBeside: boolean): JsonObject {
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const { [key]: list, ...others } = schema;
    const members: unknown[] = Array.isArray(list) ? list : [];
    const rest = key === "allOf" ? members : members.filter((member) => !isNull(member));
    const [member] = rest;
    if (rest.length !== 1 || !isObject(member)) continue;
    // A reference demands the same beside the others as above them. What is written out may be for its neighbours.
    const isReference = refersBeside && isDeepStrictEqual(Object.keys(member), ["$ref"]);
    if (isReference && members.length === 1 && !("$ref" in others)) return { ...member, ...others };
    const clash = Object.keys(others).some((name) => name in member || !(words.has(name) || isMark(name)));
    if (clash) continue;
    if (members.length === 1) return { ...member, ...others };
    if (members.length === 2 && isOfTypes(member)) {
      const types = [member["type"], "null"].flat();
      return { ...member, ...others, type: types };
    }
  }
  return schema;
}

/** A contract with the names of headers in the letter case of another: case says nothing in them. */
export function withHeaderCase(contract: JsonObject, other: JsonObject): JsonObject {
  const spellings = new Map<string, string>();
  const collect = (fields: JsonObject) => {
    for (const name of headersIn(fields)) spellings.set(name.toLowerCase(), name);
    return fields;
  };
  fieldsOf(other, false, collect);
  const spelt = (name: string) => spellings.get(name.toLowerCase()) ?? name;
  return fieldsOf(contract, false, (fields) => {
    const { in: place, name, headers } = fields;
    if (place === "header" && typeof name === "string") return { ...fields, name: spelt(name) };
    if (!isObject(headers)) return fields;
    return {
      ...fields,
      headers: Object.fromEntries(Object.entries(headers).map(([key, header]) => [spelt(key), header])),
    };
  });
}

function headersIn({ in: place, name, headers }: JsonObject): string[] {
  if (place === "header" && typeof name === "string") return [name];
  return isObject(headers) ? Object.keys(headers) : [];
}

function isNull(schema: unknown): boolean {
  return isDeepStrictEqual(schema, { type: "null" });
}

function isMark(key: string): boolean {
  return key.startsWith("x-");
}

/** Whether what a schema says beside its types says nothing of `null`. */
function isOfTypes(schema: JsonObject): boolean {
  const types = [schema["type"]].flat();
  const general = [
    "enum",
    "const",
    "not",
    "if",
    "allOf",
    "anyOf",
    "oneOf",
    "$ref",
    "$dynamicRef",
    "nullable",
  ];
  return types[0] !== undefined && !types.includes("null") && !general.some((key) => key in schema);
}

/** The bounds of an integer as the least and the largest one: above 0 is from 1. */
function wholeBounds(schema: JsonObject): JsonObject {
  const types = [schema["type"]].flat().filter((type) => type !== "null");
  if (types.length !== 1 || types[0] !== "integer") return schema;
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below, ...others } = schema;
  const known = [minimum, maximum].every((bound) => bound === undefined || typeof bound === "number");
  if (!known) return schema;
  // OpenAPI 3.0 has a number and whether it is excluded.
  const from = [minimum, above === true ? minimum : above].map((bound, at) =>
    typeof bound === "number" ? (at === 0 ? Math.ceil(bound) : Math.floor(bound) + 1) : -Infinity,
  );
  const to = [maximum, below === true ? maximum : below].map((bound, at) =>
    typeof bound === "number" ? (at === 0 ? Math.floor(bound) : Math.ceil(bound) - 1) : Infinity,
  );
  const [least, largest] = [Math.max(...from), Math.min(...to)];
  return {
    ...others,
    ...(least === -Infinity ? {} : { minimum: least }),
    ...(largest === Infinity ? {} : { maximum: largest }),
  };
}

/** Without the fields that say what holds anyway. */
function stated(value: JsonObject): JsonObject {
  const { in: place, style } = value;
  const usual = place === "query" || place === "cookie" ? "form" : "simple";
  const holds = (key: string, field: unknown) => {
    if (place !== undefined && key === "style") return field === usual;
    if (place !== undefined && key === "explode") return field === ((style ?? usual) === "form");
    if (Array.isArray(field)) return field.length === 0 && lists.has(key);
    return implied.has(key) && implied.get(key) === field;
  };
  return Object.fromEntries(Object.entries(value).filter(([key, field]) => !holds(key, field)));
}

/** Lists whose order says nothing in one order; one value as an enumeration of it, one type as that type. */
function sorted(value: JsonObject): JsonObject {
  const { type, const: only, ...others } = value;
  const list = (items: unknown) =>
    Array.isArray(items) ? [...items].sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))) : items;
  const types = Array.isArray(type) && type.length === 1 ? type[0] : list(type);
  return {
    ...others,
    ...("type" in value ? { type: types } : {}),
    ...("required" in others ? { required: list(others["required"]) } : {}),
    ...("enum" in others ? { enum: list(others["enum"]) } : {}),
    ...("const" in value ? ("enum" in others ? { const: only } : { enum: [only] }) : {}),
    ...(isDeepStrictEqual(others["additionalProperties"], {}) ? { additionalProperties: true } : {}),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
