import { type Contract, componentName, resolve, type Schema } from "./contract.js";

/** The words in the order in which a validator takes them: that of `WORDS` in `src/core/schema.ts`. */
const WORDS =
  "object, either, part, list, text, textOrNull, typed, int64, oneOf, match, several, filled, dateTime, integer";

/** Keywords that are told in words, or that say nothing about values. */
const TOLD = new Set(
  "$ref type enum const properties required items anyOf oneOf title description example examples default deprecated".split(
    " ",
  ),
);

/**
 * An answer's schema as a function over the words: all that it refers to stands inside of it, and an object
 * is the sum of its required and of its optional fields. `closed` also refuses fields that it does not have.
 * @throws where a schema says what no word can say
 */
export function tellSchema(contract: Contract, answer: Schema, variant: "open" | "closed"): string {
  const definitions = new Map<string, string>();
  const unfinished = new Set<string>();
  const root = objectOf(answer, "answer");
  const lines = [...definitions].map(([name, code]) => `  const ${name} = ${code};\n`);
  return `(${WORDS}) => {\n${lines.join("")}  return ${root};\n}`;

  function objectOf(given: Schema, where: string): string {
    const schema = resolve<Schema>(contract, given);
    const alternatives = schema.anyOf ?? schema.oneOf;
    if (alternatives !== undefined) {
      const names = alternatives.map((member, index) => define(member, `${where}_${index}`));
      return `(o) => either(o, ${names.join(", ")})`;
    }
    refuseUntold(schema, where);
    if (isEmptyObject(schema)) return "(o) => object(o, 0, 0, 0)";
    if (schema.type !== "object" || schema.properties === undefined)
      throw new Error(`${where} is no object that has properties`);
    const fields = Object.entries(schema.properties);
    const required = fields.filter(([name]) => schema.required?.includes(name));
    if (required.length < (schema.required?.length ?? 0))
      throw new Error(`${where} requires a field that it does not have`);
    const sum = (members: [string, Schema][]) =>
      members
        .map(([name, field]) => {
          const [word, ...rules] = demand(field, `${where}_${name}`);
          return `${word}(${[`o${property(name)}`, ...rules].join(", ")})`;
        })
        .join(" + ") || "0";
    const sums = [required, fields.filter((field) => !required.includes(field))].map(sum);
    return `(o) => object(o, ${required.length}, ${sums.join(", ")}${variant === "open" ? ", true" : ""})`;
  }

  /** What is asked of a value: a word, and what that word has to know. */
  function demand(given: Schema, where: string): string[] {
    const values = enumeration(contract, given);
    if (values !== undefined) {
      const code = JSON.stringify(values.filter((value) => value !== null));
      return ["oneOf", constant(given, where, code), ...(values.includes(null) ? ["true"] : [])];
    }
    const schema = resolve<Schema>(contract, given);
    const { type } = schema;
    const types = [type ?? []].flat();
    if (types[0] === "string" && types.every((name) => name === "string" || name === "null"))
      return textDemand(given, schema, where);
    if (types[0] === "integer" && (schema.format !== undefined || types.length === 1))
      return integerDemand(schema, where);
    refuseUntold(schema, where);
    if (schema.anyOf !== undefined || schema.oneOf !== undefined) {
      if (isAnyText(contract, schema)) return ["text"];
      const kinds = (schema.anyOf ?? schema.oneOf ?? []).map((member, index) =>
        demand(member, `${where}_${index}`),
      );
      return oneKindOf(kinds, where);
    }
    if (type === "array" && schema.items !== undefined) {
      const item = demand(schema.items, `${where}_item`);
      if (item[0] === "list" || item.length > 2)
        throw new Error(`${where} is a list of lists, or of values that may be null`);
      return ["list", ...item];
    }
    if (String(type) === "array,null" && schema.items !== undefined)
      return oneKindOf([demand({ ...schema, type: "array" }, where), ["typed", '"null"']], where);
    if (schema.properties !== undefined || isEmptyObject(schema)) return ["part", define(given, where)];
    if (types.length === 0) throw new Error(`${where} has no type`);
    return ["typed", JSON.stringify(types.join(", "))];
  }

  function textDemand(given: Schema, schema: Schema, where: string): string[] {
    const { pattern, format, minLength } = schema;
    const orNull = schema.type !== "string";
    if (pattern !== undefined && !orNull) {
      refuseUntold(schema, where, "pattern");
      return ["match", constant(given, where, String(new RegExp(withoutCaptures(pattern), "u")))];
    }
    if (format === "date-time" && !orNull) {
      refuseUntold(schema, where, "format");
      return ["dateTime"];
    }
    if (minLength === 1 && !orNull) {
      refuseUntold(schema, where, "minLength");
      return ["filled"];
    }
    refuseUntold(schema, where);
    return [orNull ? "textOrNull" : "text"];
  }

  function integerDemand(schema: Schema, where: string): string[] {
    const { format, minimum, maximum } = schema;
    const orNull = schema.type !== "integer";
    if (format === "int64") {
      refuseUntold(schema, where, "format", "minimum");
      const bounds = minimum === undefined ? [] : [String(minimum)];
      return ["int64", ...(orNull || bounds.length > 0 ? [String(orNull)] : []), ...bounds];
    }
    if (orNull || (format !== undefined && format !== "int32")) refuseUntold(schema, where);
    refuseUntold(schema, where, "format", "minimum", "maximum");
    const [least, most] = format === "int32" ? [-(2 ** 31), 2 ** 31 - 1] : [-Infinity, Infinity];
    const bounds = `[${minimum ?? least}, ${maximum ?? most}]`;
    return bounds === "[-Infinity, Infinity]"
      ? ["typed", '"integer"']
      : ["integer", constant({}, where, bounds)];
  }

  function oneKindOf(all: string[][], where: string): string[] {
    // Null beside an enumeration is one of its values: it is the commonest one, and a word for it costs time.
    const isNull = ([word, rule]: string[]) => word === "typed" && rule === '"null"';
    const hasNull = all.some(isNull) && all.some(([word]) => word === "oneOf");
    const kinds = hasNull
      ? all
          .filter((kind) => !isNull(kind))
          .map((kind) => (kind[0] === "oneOf" ? [...kind.slice(0, 2), "true"] : kind))
      : all;
    const list = `[${kinds.map((kind) => `[${kind.join(", ")}]`).join(", ")}]`;
    return ["several", constant({}, where, list)];
  }

  function define(given: Schema, where: string): string {
    const name = given.$ref === undefined ? identifier(where) : componentName(given.$ref);
    if (definitions.has(name)) return name;
    if (unfinished.has(name)) throw new Error(`${name} holds itself`);
    unfinished.add(name);
    definitions.set(name, objectOf(given, name));
    return name;
  }

  /** What is the same is written once. */
  function constant(given: Schema, where: string, code: string): string {
    for (const [name, other] of definitions) if (other === code) return name;
    const name = given.$ref === undefined ? identifier(where) : componentName(given.$ref);
    definitions.set(name, code);
    return name;
  }
}

/** An object that is to have no field at all. */
function isEmptyObject({ type, properties, additionalProperties }: Schema): boolean {
  return type === "object" && properties === undefined && additionalProperties === false;
}

/** @param told further keywords that a word of this place tells */
function refuseUntold(schema: Schema, where: string, ...told: string[]): void {
  const untold = Object.keys(schema).find(
    (key) =>
      !TOLD.has(key) &&
      !told.includes(key) &&
      !key.startsWith("x-") &&
      !(key === "additionalProperties" && isEmptyObject(schema)),
  );
  if (untold !== undefined) throw new Error(`${where}: validators have no word for ${untold}`);
}

/** The values of an enumeration, whether it stands here, is referred to or is one of two beside null. */
function enumeration(contract: Contract, given: Schema): unknown[] | undefined {
  const schema = resolve<Schema>(contract, given);
  if (schema.enum !== undefined) return schema.enum;
  if (schema.const !== undefined) return [schema.const];
  const [first, second, ...others] = schema.anyOf ?? schema.oneOf ?? [];
  if (first === undefined || second?.type !== "null" || others.length > 0) return undefined;
  const values = enumeration(contract, first);
  return values === undefined ? undefined : [...values, null];
}

/** Known texts beside any other: as a whole any text. */
function isAnyText(contract: Contract, schema: Schema): boolean {
  const members = (schema.anyOf ?? []).map((member) => resolve<Schema>(contract, member));
  const any = members.some((member) => member.type === "string" && member.enum === undefined);
  return any && members.every((member) => member.type === "string");
}

/** Nobody asks which part of a text matched which part of a pattern, and to remember it takes time. */
function withoutCaptures(pattern: string): string {
  return /\\\d|\\k|\[[^\]]*\(/.test(pattern) ? pattern : pattern.replace(/(?<!\\)\((?!\?)/g, "(?:");
}

function identifier(where: string): string {
  return where.replace(/\W/g, "_");
}

function property(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
