import { operationsOf, type Parameter, type Schema } from "../../../scripts/generate/contract.js";
import type { Entry, Ledger, Row } from "./ledger.js";
import type { Subject } from "./load.js";
import { schemasOf } from "./shape.js";

/** A copy of a subject that a test may change. */
export const copyOf = (subject: Subject): Subject => structuredClone(subject);

/** A schema component, for a test to change in place. */
export function schemaIn({ contract }: Subject, name: string): Schema {
  const schema = schemasOf(contract)[name];
  if (schema === undefined) throw new Error(`no schema ${name}`);
  return schema;
}

/** A parameter of an operation, for a test to change in place. */
export function parameterIn(subject: Subject, id: string, name: string): Parameter {
  const operation = operationsOf(subject.contract).find((entry) => entry.operation.operationId === id);
  const parameter = operation?.parameters.find((entry) => entry.name === name);
  if (parameter === undefined) throw new Error(`no parameter ${id}.${name}`);
  return parameter;
}

/** Takes what a row stands for out of the contract. */
export function removeTarget(subject: Subject, { kind, target, row }: Entry): void {
  const operation = operationsOf(subject.contract).find((entry) => entry.operation.operationId === target);
  if (kind === "operation") parameterIn(subject, target, row.name).name += "_renamed";
  if (kind === "schema") delete schemaIn(subject, target).properties?.[row.name];
  if (kind === "values") {
    const schema = schemaIn(subject, target);
    schema.enum = (schema.enum ?? []).filter((value) => value !== row.name);
  }
  if (kind === "responses") delete operation?.operation.responses[row.name];
}

/** The ledger without any row that says the same as `entry`, and without values that restate it. */
export function withoutRow(ledger: Ledger, { kind, target, row }: Entry): Ledger {
  const same = (contract: string, other: Row) => contract === `${kind} ${target}` && other.name === row.name;
  const restates = (other: Row): other is Row & { values: string[] } =>
    kind === "values" && other.values !== undefined;
  return {
    tables: ledger.tables.map((table) => ({
      ...table,
      rows: table.rows
        .filter((other) => !same(other.contract ?? table.contract, other))
        .map((other) =>
          restates(other) ? { ...other, values: other.values.filter((value) => value !== row.name) } : other,
        ),
    })),
  };
}

/** The way to every scalar in a value. */
export function leavesOf(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [way];
  return Object.entries(value).flatMap(([key, child]) => leavesOf(child, [...way, key]));
}

/** Changes one scalar a little: a digit, a letter, a truth value or a null. */
export function changeLeaf(value: unknown, [key = "", ...way]: string[]): void {
  if (typeof value !== "object" || value === null) return;
  const child: unknown = Reflect.get(value, key);
  if (way.length > 0) {
    changeLeaf(child, way);
    return;
  }
  const changed = typeof child === "number" ? child + 1 : typeof child === "boolean" ? !child : `${child} `;
  Reflect.set(value, key, changed);
}
