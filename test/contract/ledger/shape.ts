import { type Contract, componentName, resolve, type Schema } from "../../../scripts/generate/contract.js";

/** What a schema comes to once its references and the alternatives of its `anyOf` are followed. */
export interface Shape {
  /** JSON types, `null` left out. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  readonly formats: readonly string[];
  /** Values of its enumeration; undefined where it has none. */
  readonly values: readonly string[] | undefined;
  /** Names of the schema components that it consists of. */
  readonly names: readonly string[];
  /** Format of `x-time`. */
  readonly time: string | undefined;
}

export function shapeOf(contract: Contract, schema: Schema): Shape {
  // A text that holds JSON is documented as what it holds.
  if (schema.contentSchema !== undefined) return shapeOf(contract, schema.contentSchema);
  const parts = partsOf(contract, schema);
  const types = [...new Set(parts.flatMap(({ type }) => type ?? []))];
  const values = parts.flatMap((part) => part.enum ?? []).map(String);
  return {
    types: types.filter((type) => type !== "null"),
    nullable: types.includes("null"),
    formats: parts.flatMap(({ format }) => format ?? []),
    values: values.length > 0 ? values : undefined,
    names: parts.flatMap(({ $ref }) => ($ref === undefined ? [] : [componentName($ref)])),
    time: parts.map((part) => timeFormat(part["x-time"])).find((format) => format !== undefined),
  };
}

/** The format that an `x-time` names, or undefined where there is none. */
export function timeFormat(time: unknown): string | undefined {
  const format = typeof time === "object" && time !== null && "format" in time ? time.format : undefined;
  return typeof format === "string" ? format : undefined;
}

/** The schema itself, what it refers to, and the alternatives that it names. */
function partsOf(contract: Contract, schema: Schema): Schema[] {
  const referred =
    schema.$ref === undefined ? [] : partsOf(contract, resolve<Schema>(contract, { $ref: schema.$ref }));
  const alternatives = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  return [schema, ...referred, ...alternatives.flatMap((part) => partsOf(contract, part))];
}

/** Whether an object of the contract is marked as stated by no source page. */
export function isBeyond(node: object): boolean {
  const reason = "x-beyond-documents" in node ? node["x-beyond-documents"] : undefined;
  return typeof reason === "string" && reason.trim() !== "";
}

/** The schema components of a contract. */
export function schemasOf(contract: Contract): Record<string, Schema> {
  return contract.components?.schemas ?? {};
}
