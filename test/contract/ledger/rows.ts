import {
  type Contract,
  operationsOf,
  type Parameter,
  resolve,
  type Schema,
} from "../../../scripts/generate/contract.js";
import { type Entry, entriesOf, type Ledger, type Row, type Source } from "./ledger.js";
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
};

/** What a document states and the contract does not, row by row. Empty where every row is in the contract. */
export function rowFindings(contract: Contract, ledger: Ledger): string[] {
  return entriesOf(ledger).flatMap((entry) =>
    entryFindings(contract, entry).map((text) => `${entry.where}: ${text}`),
  );
}

/** The documented calls that the contract lacks. */
export function callFindings(contract: Contract, sources: readonly Source[]): string[] {
  const calls = operationsOf(contract).map(({ method, path }) => `${method} ${path}`);
  return sources
    .filter(({ call }) => !calls.includes(call))
    .map(({ id, call }) => `${id}: the contract has no ${call}`);
}

function entryFindings(contract: Contract, { kind, target, row }: Entry): string[] {
  if (kind === "schema") return propertyFindings(contract, target, row);
  if (kind === "values") {
    const values = schemasOf(contract)[target]?.enum ?? [];
    return values.includes(row.name) ? [] : [`${target} has no such value`];
  }
  const operation = operationsOf(contract).find((entry) => entry.operation.operationId === target);
  if (operation === undefined) return [`there is no operation ${target}`];
  if (kind === "responses") {
    return row.name in operation.operation.responses ? [] : [`${target} has no such status`];
  }
  const parameter = operation.parameters.find(({ name }) => name === row.name);
  return parameter === undefined
    ? [`${target} has no such parameter`]
    : parameterFindings(contract, parameter, row);
}

function parameterFindings(contract: Contract, parameter: Parameter, row: Row): string[] {
  const schema = resolve<Schema>(contract, parameter.schema);
  const findings = stateFindings(contract, parameter.schema, row, parameter.description ?? "");
  if (row.mandatory !== undefined && row.mandatory !== (parameter.required ?? false)) {
    findings.push(`is ${row.mandatory ? "mandatory" : "optional"} in the document`);
  }
  const reasoned = isBeyond(parameter) || isBeyond(schema);
  for (const key of ["default", "minimum"] as const) {
    if (schema[key] !== row[key] && !(row[key] === undefined && reasoned)) {
      findings.push(`${key} is ${row[key] ?? "unstated"} in the document, ${schema[key] ?? "unstated"} here`);
    }
  }
  if (schema.maximum !== undefined && !reasoned) findings.push("no maximum is documented");
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
  return stateFindings(contract, property, row, property.description ?? "");
}

/** What holds for parameters and properties alike: type, values, unit and the example's type. */
function stateFindings(contract: Contract, schema: Schema, row: Row, description: string): string[] {
  const findings: string[] = [];
  const shape = shapeOf(contract, schema);
  if (row.type !== undefined) {
    const word = row.type.toLowerCase();
    const type = jsonTypes[word];
    if (type === undefined) findings.push(`the type ${row.type} is not known here`);
    else if (shape.types.join() !== type) findings.push(`is ${shape.types.join(" or ")}, not ${row.type}`);
    if (word === "long" && !shape.formats.includes("int64")) findings.push("is Long but not int64");
  }
  for (const value of row.values ?? []) {
    if (!shape.values?.includes(value)) findings.push(`lacks the value ${value}`);
  }
  if (row.unit !== undefined && !description.toLowerCase().includes(row.unit.toLowerCase())) {
    findings.push(`the description does not name the unit ${row.unit}`);
  }
  if (row.example !== undefined && !shape.types.includes(jsonTypeOf(row.example))) {
    findings.push(`the documented example is of type ${jsonTypeOf(row.example)}`);
  }
  return findings;
}

function jsonTypeOf(value: unknown): string {
  return Number.isInteger(value) ? "integer" : typeof value;
}
