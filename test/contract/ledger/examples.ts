import { createHash } from "node:crypto";
import {
  type Contract,
  componentName,
  operationsOf,
  type Response,
  resolve,
  type Schema,
} from "../../../scripts/generate/contract.js";
import type { Source } from "./ledger.js";
import { isBeyond, schemasOf, shapeOf } from "./shape.js";

/** Example id to its value. */
export type Examples = Readonly<Record<string, unknown>>;

type Instance = Readonly<Record<string, unknown>>;

/** The examples of a contract's responses, whichever of them it plays them in. */
export function examplesOf(contract: Contract): Examples {
  return Object.fromEntries(playsOf(contract).map(({ id, value }) => [id, value]));
}

/** What differs between the documented examples and the source pages, told by their digests. */
export function digestFindings(examples: Examples, sources: readonly Source[]): string[] {
  const known = new Map(sources.flatMap((source) => Object.entries(source.examples)));
  const findings = Object.entries(examples)
    .filter(([id]) => !id.startsWith("beyond-") && !known.has(id))
    .map(([id]) => `example ${id}: no source page prints it`);
  for (const [id, digest] of known) {
    const value = examples[id];
    if (value === undefined) findings.push(`example ${id}: the contract lacks it`);
    else if (createHash("sha256").update(JSON.stringify(value)).digest("hex") !== digest) {
      findings.push(`example ${id}: a value is not the document's`);
    }
  }
  return findings;
}

/**
 * Whether `required` and `null` are what the documented records show. Required is what every one of at least
 * two records has, optional what one of them lacks, nullable what is null in one; the last two may be reasoned in the
 * errata.
 */
export function presenceFindings(contract: Contract, sources: readonly Source[]): string[] {
  const records = documentedRecords(contract, sources);
  return [...records].flatMap(([name, own]) => recordFindings(contract, name, own));
}

/** The objects in the documented examples, by the schema that they are of. */
export function documentedRecords(
  contract: Contract,
  sources: readonly Source[],
): ReadonlyMap<string, readonly Instance[]> {
  const documented = new Set(sources.flatMap((source) => Object.keys(source.examples)));
  const instances = new Map<string, Instance[]>();
  // An example that several responses play is one piece of evidence, not several.
  const plays = new Map(playsOf(contract).map((play) => [play.id, play]));
  for (const { id, schema, value } of plays.values()) {
    if (documented.has(id)) collect(contract, schema, value, instances);
  }
  return instances;
}

function recordFindings(contract: Contract, name: string, records: readonly Instance[]): string[] {
  const schema = schemasOf(contract)[name] ?? {};
  const findings: string[] = [];
  for (const key of new Set(records.flatMap((record) => Object.keys(record)))) {
    if (schema.properties?.[key] === undefined)
      findings.push(`${name}: an example has ${key}, which is unknown`);
  }
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    const where = `${name}.${key}`;
    const values = records.filter((record) => key in record).map((record) => record[key]);
    const required = schema.required?.includes(key) ?? false;
    if (required && values.length < records.length)
      findings.push(`${where}: required, but an example lacks it`);
    const reasoned = "x-errata" in property || isBeyond(property);
    if (!required && !reasoned && records.length > 1 && values.length === records.length) {
      findings.push(`${where}: optional, but every documented record has it`);
    }
    const shape = shapeOf(contract, property);
    if (values.includes(null) && !shape.nullable)
      findings.push(`${where}: null in an example, but not nullable`);
    if (shape.nullable && !values.includes(null) && !reasoned) {
      findings.push(`${where}: nullable without a reason`);
    }
    for (const value of values) {
      if (value !== null && !shape.types.includes(jsonType(value))) {
        findings.push(`${where}: an example is ${jsonType(value)}, not ${shape.types.join(" or ")}`);
      }
    }
  }
  return findings;
}

/** Finds the objects in an example and files each under the name of its schema component. */
function collect(contract: Contract, schema: Schema, value: unknown, into: Map<string, Instance[]>): void {
  if (schema.$ref !== undefined) {
    const target = resolve<Schema>(contract, { $ref: schema.$ref });
    if (isInstance(value)) {
      const name = componentName(schema.$ref);
      into.set(name, [...(into.get(name) ?? []), value]);
    }
    collect(contract, target, value, into);
    return;
  }
  if (schema.anyOf !== undefined) {
    const fitting = schema.anyOf.find((part) => fits(contract, part, value));
    if (fitting !== undefined) collect(contract, fitting, value, into);
  }
  if (Array.isArray(value) && schema.items !== undefined) {
    for (const item of value) collect(contract, schema.items, item, into);
  }
  if (isInstance(value)) {
    for (const [key, property] of Object.entries(schema.properties ?? {})) {
      if (key in value) collect(contract, property, value[key], into);
    }
  }
}

/** Whether a value has at least all that an alternative requires. */
function fits(contract: Contract, schema: Schema, value: unknown): boolean {
  const { type, required = [] } = resolve<Schema>(contract, schema);
  const isObject = type === undefined || [type].flat().includes("object");
  return isObject && isInstance(value) && required.every((key) => key in value);
}

function playsOf(contract: Contract): { id: string; schema: Schema; value: unknown }[] {
  return operationsOf(contract).flatMap(({ operation }) =>
    Object.values(operation.responses).flatMap((response) =>
      Object.values(resolve<Response>(contract, response).content ?? {}).flatMap((media) => {
        const examples = "examples" in media && isInstance(media.examples) ? media.examples : {};
        return Object.entries(examples).flatMap(([id, example]) =>
          isInstance(example)
            ? [{ id, schema: media.schema ?? {}, value: resolve<Instance>(contract, example)["value"] }]
            : [],
        );
      }),
    ),
  );
}

function isInstance(value: unknown): value is Instance {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
