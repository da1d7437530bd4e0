import {
  type Contract,
  operationsOf,
  type Response,
  resolve,
  type Schema,
} from "../../../scripts/generate/contract.js";
import { type Entry, entriesOf, type Ledger, type Source } from "./ledger.js";
import { isBeyond, schemasOf, shapeOf } from "./shape.js";

/**
 * What the contract states although no row does and no `x-beyond-documents` says why: operations, parameters,
 * statuses, properties and enumerated values. A mark covers everything within the object that carries it.
 */
export function surplusFindings(contract: Contract, ledger: Ledger, sources: readonly Source[]): string[] {
  const entries = entriesOf(ledger);
  const values = documentedValues(contract, entries);
  return [
    ...operationFindings(contract, entries, sources),
    ...Object.entries(schemasOf(contract)).flatMap(([name, schema]) =>
      isBeyond(schema)
        ? []
        : [...propertyFindings(name, schema, entries), ...valueFindings(name, schema, values)],
    ),
  ];
}

function operationFindings(contract: Contract, entries: Entry[], sources: readonly Source[]): string[] {
  const findings: string[] = [];
  for (const { method, path, operation, parameters } of operationsOf(contract)) {
    const described = sources.some(({ call }) => call === `${method} ${path}`);
    // The mark of a call that a document describes is about what is said beside its rows.
    if (isBeyond(operation) && !described) continue;
    const id = operation.operationId;
    const own = entries.filter(({ target }) => target === id);
    const rows = (kind: Entry["kind"], name: string) =>
      own.filter((entry) => entry.kind === kind && entry.row.name === name);
    if (!described) {
      findings.push(`operation ${id}: no source page describes ${method} ${path}`);
    }
    for (const parameter of parameters) {
      if (isBeyond(parameter)) continue;
      const documented = rows("operation", parameter.name);
      const where = `parameter ${id}.${parameter.name}`;
      if (documented.length === 0) findings.push(`${where}: no source page has it`);
      // An enumeration of its own; one that is a component is looked at as such.
      for (const value of parameter.schema.enum ?? []) {
        if (!documented.some(({ row }) => row.values?.includes(String(value)))) {
          findings.push(`${where}: no source page has the value ${value}`);
        }
      }
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      if (isBeyond(response) || isBeyond(resolve<Response>(contract, response))) continue;
      if (rows("responses", status).length === 0)
        findings.push(`status ${id}.${status}: no source page has it`);
    }
  }
  return findings;
}

function propertyFindings(name: string, schema: Schema, entries: Entry[]): string[] {
  const own = entries.filter(({ kind, target }) => kind === "schema" && target === name);
  const documented = new Set(own.map(({ row }) => row.name));
  return Object.entries(schema.properties ?? {}).flatMap(([property, node]) => {
    if (isBeyond(node)) return [];
    const where = `property ${name}.${property}`;
    const nested = [node, node.items ?? {}].some((part) => part.properties !== undefined);
    return [
      ...(documented.has(property) ? [] : [`${where}: no source page has it`]),
      ...(nested ? [`${where}: an object of its own must be a component, for rows to name it`] : []),
    ];
  });
}

function valueFindings(
  name: string,
  schema: Schema,
  documented: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  return (schema.enum ?? [])
    .map(String)
    .filter((value) => !documented.get(name)?.has(value))
    .map((value) => `value ${name}.${value}: no source page has it`);
}

/** The values that rows state, by the schema that they are of. */
function documentedValues(contract: Contract, entries: Entry[]): Map<string, Set<string>> {
  const operations = new Map(operationsOf(contract).map((entry) => [entry.operation.operationId, entry]));
  const nodeOf = ({ kind, target, row }: Entry): Schema | undefined =>
    kind === "schema"
      ? schemasOf(contract)[target]?.properties?.[row.name]
      : operations.get(target)?.parameters.find(({ name }) => name === row.name)?.schema;
  const found = new Map<string, Set<string>>();
  const add = (name: string, values: readonly string[]) =>
    found.set(name, new Set([...(found.get(name) ?? []), ...values]));
  for (const entry of entries) {
    const { kind, target, row } = entry;
    if (kind === "values") add(target, [row.name]);
    const node = kind === "values" || row.values === undefined ? undefined : nodeOf(entry);
    if (node !== undefined) for (const name of shapeOf(contract, node).names) add(name, row.values ?? []);
  }
  return found;
}
