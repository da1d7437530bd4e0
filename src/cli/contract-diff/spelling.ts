import { isDeepStrictEqual } from "node:util";
import { stated, statedByContract } from "./implied.js";
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

/** A contract in which every object is spelt the one way that this comparison takes for its meaning. */
export function respell(contract: JsonObject): JsonObject {
  // OpenAPI 3.0 ignores what stands beside a `$ref`.
  const refersBeside = !/^3\.0/.test(String(contract["openapi"]));
  // What a schema allows by a word of its own is evaluated: others may ask for that.
  const isAsked = JSON.stringify(contract).includes('"unevaluated');
  const written = fieldsOf(contract, false, (fields) =>
    sorted(
      stated(wholeBounds(withValues(merged(withoutAlternatives(asSchemas(fields), refersBeside)))), isAsked),
    ),
  );
  return statedByContract(written);
}

/** The fields with each object below them as `write` has it, innermost first. `isMap`: their keys are names. */
export function fieldsOf(
  value: JsonObject,
  isMap: boolean,
  write: (fields: JsonObject) => JsonObject,
): JsonObject {
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

/** Keywords whose value is a schema, a list of schemas, or a map of them. */
const schemaKeywords = new Set([
  ...["items", "contains", "propertyNames", "not", "if", "then", "else", "schema"],
  ...["additionalProperties", "unevaluatedProperties", "unevaluatedItems"],
  ...["allOf", "anyOf", "oneOf", "prefixItems"],
  ...["properties", "patternProperties", "dependentSchemas", "schemas", "$defs"],
]);

/** Keywords for which tools know `false` better than the schema that allows nothing. */
const closed = new Set(["additionalProperties", "unevaluatedProperties", "unevaluatedItems"]);

/** `true` as the schema that allows anything, and `false` as the one that allows nothing. */
function asSchemas(fields: JsonObject): JsonObject {
  const nothing = { not: {} };
  const asSchema = (value: unknown): unknown => (value === true ? {} : value === false ? nothing : value);
  const write = (key: string, value: unknown): unknown => {
    if (closed.has(key)) return value === true ? {} : isDeepStrictEqual(value, nothing) ? false : value;
    if (Array.isArray(value)) return value.map(asSchema);
    if (!isObject(value) || !maps.has(key)) return asSchema(value);
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, asSchema(field)]));
  };
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, schemaKeywords.has(key) ? write(key, field) : field]),
  );
}

/** A list of one alternative is that alternative, and `null` as the other of two is a type. */
function withoutAlternatives(schema: JsonObject, refersBeside: boolean): JsonObject {
  for (const key of ["allOf", "anyOf", "oneOf"]) {
    const { [key]: list, ...others } = schema;
    const members = key === "allOf" ? demands(list) : Array.isArray(list) ? (list as unknown[]) : [];
    const types = key === "allOf" || "type" in others ? undefined : typesOf(members, key === "oneOf");
    if (types !== undefined) return { ...others, type: types };
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
      const { enum: values } = member;
      const known = Array.isArray(values) ? { enum: [...values, null] } : {};
      return { ...member, ...others, ...known, type: [member["type"], "null"].flat() };
    }
  }
  return schema;
}

/** Keywords that look at what stands beside them, or that name a place. */
const bound = new Set([
  ...["additionalProperties", "patternProperties", "unevaluatedProperties", "unevaluatedItems"],
  ...["items", "prefixItems", "contains", "minContains", "maxContains", "if", "then", "else"],
  ...["$ref", "$dynamicRef", "$defs", "$id", "$anchor", "$dynamicAnchor", "$schema", "nullable"],
  ...["allOf", "anyOf", "oneOf", "not", "discriminator"],
]);

/** Demands that are written out as one schema, unless one of them could mean less or more beside the others. */
function merged(schema: JsonObject): JsonObject {
  const { allOf: members, ...others } = schema;
  if (!Array.isArray(members) || members.length < 2) return schema;
  const whole: Record<string, unknown> = {};
  for (const part of [others, ...(members as unknown[])]) {
    if (!isObject(part)) return schema;
    for (const [key, value] of Object.entries(part)) {
      const { [key]: known } = whole;
      if (bound.has(key) || (part !== others && (words.has(key) || isMark(key)))) return schema;
      if (!(key in whole) || isDeepStrictEqual(known, value)) whole[key] = value;
      else if (key === "required" && Array.isArray(known) && Array.isArray(value))
        whole[key] = [...new Set([...(known as unknown[]), ...(value as unknown[])])];
      else if (key === "properties" && isObject(known) && isObject(value)) {
        if (Object.keys(value).some((name) => name in known)) return schema;
        whole[key] = { ...known, ...value };
      } else return schema;
    }
  }
  return whole;
}

/** The members of an `allOf` without those that demand nothing, or the same once more. */
function demands(list: unknown): unknown[] {
  const members: unknown[] = Array.isArray(list) ? list : [];
  const different = members.filter(
    (member, at) => members.findIndex((other) => isDeepStrictEqual(other, member)) === at,
  );
  const demanding = different.filter((member) => !isDeepStrictEqual(member, {}));
  return demanding.length > 0 ? demanding : different.slice(0, 1);
}

/** The types of alternatives that say nothing but their types. */
function typesOf(members: readonly unknown[], exclusive: boolean): unknown[] | undefined {
  if (
    members.length < 2 ||
    !members.every((member) => isObject(member) && Object.keys(member).join() === "type")
  )
    return undefined;
  const types = members.flatMap((member) => (isObject(member) ? member["type"] : []));
  // A value of two of the types matches both alternatives.
  const overlap =
    new Set(types).size < types.length || (types.includes("integer") && types.includes("number"));
  return exclusive && overlap ? undefined : [...new Set(types)];
}

/** A constant as an enumeration of one value, and the type of values that are all texts. */
function withValues(schema: JsonObject): JsonObject {
  const { const: only, ...others } = schema;
  const written = "const" in schema && !("enum" in others) ? { ...others, enum: [only] } : schema;
  const { enum: values, type } = written;
  const isText =
    Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === "string");
  return isText && type === undefined && !("$ref" in written) ? { ...written, type: "string" } : written;
}

function isNull(schema: unknown): boolean {
  return isDeepStrictEqual(schema, { type: "null" });
}

export function isMark(key: string): boolean {
  return key.startsWith("x-");
}

/** Whether what a schema says beside its types says nothing of `null`. */
function isOfTypes(schema: JsonObject): boolean {
  const types = [schema["type"]].flat();
  if (Array.isArray(schema["enum"]) && schema["enum"].includes(null)) return false;
  const general = ["not", "if", "allOf", "anyOf", "oneOf", "$ref", "$dynamicRef", "nullable"];
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

/** Lists whose order says nothing in one order; one value as an enumeration of it, one type as that type. */
function sorted(value: JsonObject): JsonObject {
  const { type, parameters: all, ...others } = value;
  const asked = Array.isArray(all) ? all.filter((one) => !isIgnored(one)) : all;
  const parameters = Array.isArray(asked) && asked.length === 0 ? undefined : asked;
  const list = (items: unknown) =>
    Array.isArray(items) ? [...items].sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b))) : items;
  // Every integer is a number.
  const apart =
    Array.isArray(type) && type.includes("number") ? type.filter((name) => name !== "integer") : type;
  const types = Array.isArray(apart) && apart.length === 1 ? apart[0] : list(apart);
  return {
    ...others,
    ...("type" in value ? { type: types } : {}),
    ...("required" in others ? { required: list(others["required"]) } : {}),
    ...("enum" in others ? { enum: list(others["enum"]) } : {}),
    ...(Array.isArray(others["security"]) ? { security: waysOf(others["security"]) } : {}),
    ...(parameters === undefined ? {} : { parameters }),
  };
}

/** The ways to authenticate. One that demands nothing, alone, is none. */
function waysOf(ways: readonly unknown[]): unknown[] {
  return isDeepStrictEqual(ways, [{}]) ? [] : ways.map(withSortedScopes);
}

/** Whether OpenAPI ignores a parameter: these headers are described elsewhere. */
function isIgnored(parameter: unknown): boolean {
  if (!isObject(parameter) || parameter["in"] !== "header") return false;
  return /^(accept|content-type|authorization)$/i.test(String(parameter["name"]));
}

/** One of the ways to authenticate, with the scopes of each scheme in one order. */
function withSortedScopes(way: unknown): unknown {
  if (!isObject(way)) return way;
  return Object.fromEntries(
    Object.entries(way).map(([scheme, scopes]) => [
      scheme,
      Array.isArray(scopes) ? scopes.map(String).sort(compare) : scopes,
    ]),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
