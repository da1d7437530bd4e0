import {
  type Contract,
  type OperationEntry,
  operationsOf,
  type Parameter,
  resolve,
  type Schema,
} from "../../../scripts/generate/contract.js";
import type { Entry, Row, Source } from "./ledger.js";
import { isBeyond, schemasOf, shapeOf, timeFormat } from "./shape.js";

/** What the source pages' words for types are in JSON. */
const jsonTypes: Readonly<Record<string, string>> = {
  string: "string",
  integer: "integer",
  long: "integer",
  boolean: "boolean",
  object: "object",
  array: "array",
  "array<object>": "array",
  "list<dict>": "array",
  "list<string>": "array",
  int32: "integer",
  int64: "integer",
  dict: "object",
};

/** The JSON type of a document's word, `Array of strings`, `X object` and `integer(int32)` included. */
function jsonTypeFor(word: string): string | undefined {
  const lower = word.toLowerCase();
  if (lower.startsWith("array of ")) return "array";
  return lower.endsWith(" object") ? "object" : jsonTypes[lower.replace(/\(int(32|64)\)$/, "")];
}

/**
 * What a document states and the contract does not, row by row. Empty where every row is in the contract.
 *
 * @param all every row of the service's documents, if `entries` are only some of them
 */
export function rowFindings(
  contract: Contract,
  entries: readonly Entry[],
  all: readonly Entry[] = entries,
): string[] {
  const operations = new Map(operationsOf(contract).map((found) => [found.operation.operationId, found]));
  return entries.flatMap((entry) =>
    entryFindings(contract, operations, entry, all).map((text) => `${entry.where}: ${text}`),
  );
}

/** The documented calls that the contract lacks. */
export function callFindings(contract: Contract, sources: readonly Source[]): string[] {
  const calls = operationsOf(contract).map(({ method, path }) => `${method} ${path}`);
  return sources
    .filter(({ call }) => !calls.includes(call))
    .map(({ id, call }) => `${id}: the contract has no ${call}`);
}

function entryFindings(
  contract: Contract,
  operations: ReadonlyMap<string, OperationEntry>,
  { kind, target, row }: Entry,
  entries: readonly Entry[],
): string[] {
  if (kind === "schema") return propertyFindings(contract, target, row);
  if (kind === "values") {
    const values = schemasOf(contract)[target]?.enum ?? [];
    return values.includes(row.name) ? [] : [`${target} has no such value`];
  }
  const operation = operations.get(target);
  if (operation === undefined) return [`there is no operation ${target}`];
  if (kind === "responses") {
    return row.name in operation.operation.responses ? [] : [`${target} has no such status`];
  }
  const parameter = operation.parameters.find(({ name }) => name === row.name);
  return parameter === undefined
    ? [`${target} has no such parameter`]
    : parameterFindings(
        contract,
        parameter,
        row,
        entries
          .filter((other) => other.kind === kind && other.target === target && other.row.name === row.name)
          .map((other) => other.row),
      );
}

/** @param rows those of all documents for the parameter: what one of them states, another may leave open */
function parameterFindings(
  contract: Contract,
  parameter: Parameter,
  row: Row,
  rows: readonly Row[],
): string[] {
  const schema = resolve<Schema>(contract, parameter.schema);
  const findings = stateFindings(contract, parameter.schema, row, parameter);
  if (row.mandatory !== undefined && row.mandatory !== (parameter.required ?? false)) {
    findings.push(`is ${row.mandatory ? "mandatory" : "optional"} in the document`);
  }
  const reasoned = isBeyond(parameter) || isBeyond(schema);
  for (const key of ["default", "minimum"] as const) {
    const elsewhere = rows.some((other) => other[key] === schema[key]);
    const disputed = reasoned && "x-errata" in parameter;
    if (schema[key] !== row[key] && !disputed && !(row[key] === undefined && (reasoned || elsewhere))) {
      findings.push(`${key} is ${row[key] ?? "unstated"} in the document, ${schema[key] ?? "unstated"} here`);
    }
  }
  if (row.maximum !== undefined && schema.maximum !== row.maximum) {
    findings.push(`maximum is ${row.maximum} in the document, ${schema.maximum ?? "unstated"} here`);
  }
  if (schema.maximum !== undefined && !reasoned && rows.every(({ maximum }) => maximum === undefined)) {
    findings.push("no maximum is documented");
  }
  if (row.format !== undefined) {
    const format = timeFormat(schema["x-time"]) ?? timeFormat(parameter["x-time"]);
    if (format !== row.format) findings.push(`x-time is not ${row.format}`);
    if (row.format === "yyyyMMddHHmmss" && schema.pattern !== "^[0-9]{14}$") {
      findings.push("the pattern is not that of 14 digits");
    }
  }
  return findings;
}

function propertyFindings(contract: Contract, target: string, row: Row): string[] {
  const schema = schemasOf(contract)[target];
  if (schema === undefined) return [`there is no schema ${target}`];
  const property = schema.properties?.[row.name];
  if (property === undefined) return [`${target} has no such property`];
  const disputed = "x-errata" in property;
  const optional = row.mandatory === true && !disputed && !(schema.required?.includes(row.name) ?? false);
  return [
    ...(optional ? ["is required in the document"] : []),
    ...stateFindings(contract, property, row, property),
  ];
}

/**
 * What holds for parameters and properties alike: type, values, unit and the example's type. An erratum can be the
 * reason for a type beside the document's, and for an example of another type.
 */
function stateFindings(contract: Contract, schema: Schema, row: Row, node: Parameter | Schema): string[] {
  const findings: string[] = [];
  const shape = shapeOf(contract, schema);
  const disputed = "x-errata" in node;
  const description = node.description ?? "";
  if (row.type === "AnyType") {
    if (shape.types.length < 2) findings.push(`is ${shape.types.join()}, not ${row.type}`);
  } else if (row.type !== undefined) {
    const type = jsonTypeFor(row.type);
    if (type === undefined) findings.push(`the type ${row.type} is not known here`);
    else if (shape.types.join() !== type && !(disputed && shape.types.includes(type)))
      findings.push(`is ${shape.types.join(" or ")}, not ${row.type}`);
    const items = itemTypeOf(row.type);
    // A text that holds JSON is documented as what it holds.
    const { items: stated } = schema.contentSchema ?? schema;
    const found = stated === undefined ? [] : shapeOf(contract, stated).types;
    if (items !== undefined && found.join() !== items && !(disputed && found.includes(items)))
      findings.push(`has items of ${found.join(" or ")}, not ${row.type}`);
    const format = integerFormatOf(row.type);
    if (format !== undefined && !shape.formats.includes(format))
      findings.push(`is ${row.type} but not ${format}`);
  }
  for (const value of row.values ?? []) {
    if (!shape.values?.includes(value)) findings.push(`lacks the value ${value}`);
  }
  if (row.unit !== undefined && !description.toLowerCase().includes(row.unit.toLowerCase())) {
    findings.push(`the description does not name the unit ${row.unit}`);
  }
  if (row.example !== undefined && !disputed && !shape.types.includes(jsonTypeOf(row.example))) {
    findings.push(`the documented example is of type ${jsonTypeOf(row.example)}`);
  }
  return findings;
}

/** The format that a word for an integer names; `integer(int32)` is every integer of Huawei Cloud. */
function integerFormatOf(word: string): string | undefined {
  if (/^(long|int64|integer\(int64\))$/i.test(word)) return "int64";
  return /^int32$/i.test(word) ? "int32" : undefined;
}

/** The JSON type of the items of `Array of strings`, `array of integer(int32)` or `Array of X objects`. */
function itemTypeOf(word: string): string | undefined {
  const items = /^array of (.+?)s?$/i.exec(word)?.[1];
  return items === undefined ? undefined : jsonTypeFor(items);
}

function jsonTypeOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}
