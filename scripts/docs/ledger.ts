import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { withoutNotes } from "../../src/cli/notes.js";
import { type Contract, operationsOf, resolve, type Schema } from "../generate/contract.js";
import { documentedValues } from "../generate/enumerations.js";
import { type Facts, parameterFacts, propertyFacts } from "./facts.js";

/** One row of a table of a source page, as `documented.yaml` restates it. */
export interface DocumentedRow {
  readonly name: string;
  readonly contract?: string;
  readonly type?: string;
  readonly mandatory?: boolean;
  readonly default?: unknown;
  readonly minimum?: number;
  readonly values?: readonly unknown[];
  readonly format?: string;
  readonly unit?: string;
  readonly example?: unknown;
}

export interface DocumentedTable {
  readonly source: string;
  readonly place: string;
  readonly contract: string;
  readonly rows: readonly DocumentedRow[];
}

/** The statement of a source page about one item, and its place there. */
export interface Statement {
  readonly source: string;
  readonly place: string;
  readonly row: DocumentedRow;
}

/** One item of a contract, with the statement of each source page about it. */
export interface LedgerRow {
  /** Anchor on the ledger's page. */
  readonly id: string;
  readonly name: string;
  /** The contract's facts about a parameter or a property; undefined for a status and a value. */
  readonly facts: Facts | undefined;
  readonly description: string;
  readonly statements: readonly Statement[];
  /** Whether the source pages that describe this place differ, or one of them omits the item. */
  readonly differs: boolean;
  readonly errata: readonly string[];
  /** Why it is in the contract although no source page states it. */
  readonly beyond: string | undefined;
}

export interface LedgerSection {
  readonly id: string;
  readonly kind: "operation" | "responses" | "schema" | "values";
  readonly name: string;
  readonly description: string;
  readonly errata: readonly string[];
  readonly beyond: string | undefined;
  /** The source pages that describe this place. */
  readonly sources: readonly string[];
  readonly rows: readonly LedgerRow[];
}

/** Reads the tables of a service's source pages. */
export async function loadLedger(service: string, spec = "spec"): Promise<DocumentedTable[]> {
  const text = await readFile(`${spec}/${service}/documented.yaml`, "utf8");
  return (parse(text) as { tables: DocumentedTable[] }).tables;
}

/** Compares every operation, status, schema and value of a contract with the statements of the source pages. */
export function compareLedger(contract: Contract, tables: readonly DocumentedTable[]): LedgerSection[] {
  return placesOf(contract).map((place) => {
    const statements = tables.flatMap(({ source, place: table, contract: target, rows }) =>
      rows
        .filter((row) => (row.contract ?? target) === `${place.kind} ${place.name}`)
        .map((row) => ({ source, place: table, row })),
    );
    const sources = [...new Set(statements.map(({ source }) => source))];
    return {
      ...place,
      sources,
      rows: place.rows.map((row) => {
        const own = statements.filter((statement) => statement.row.name === row.name);
        return { ...row, statements: own, differs: own.length > 0 && disagree(own, sources) };
      }),
    };
  });
}

/** Examples are expected to differ; only the statements of a table are compared. */
function disagree(statements: readonly Statement[], sources: readonly string[]): boolean {
  const claims = statements.map(({ row: { example: _, contract: __, ...claim } }) => JSON.stringify(claim));
  return statements.length < sources.length || new Set(claims).size > 1;
}

type Place = Omit<LedgerSection, "sources" | "rows"> & {
  readonly rows: readonly Omit<LedgerRow, "statements" | "differs">[];
};

interface Marked {
  readonly description?: string;
  readonly "x-errata"?: readonly string[];
  readonly "x-beyond-documents"?: string;
}

function placesOf(contract: Contract): Place[] {
  const operations = operationsOf(contract).flatMap(({ operation, parameters }): Place[] => {
    const name = operation.operationId;
    return [
      {
        ...marks(operation),
        id: name,
        kind: "operation",
        name,
        rows: parameters.map((parameter) => ({
          ...marks({ ...beyond(parameter.schema), ...parameter }),
          id: `${name}.${parameter.name}`,
          name: parameter.name,
          facts: parameterFacts(parameter),
        })),
      },
      {
        ...marks({}),
        id: `${name}.responses`,
        kind: "responses",
        name,
        rows: Object.entries(operation.responses).map(([status, response]) => ({
          ...marks(resolve(contract, response)),
          id: `${name}.${status}`,
          name: status,
          facts: undefined,
        })),
      },
    ];
  });
  const schemas = Object.entries(contract.components?.schemas ?? {}).map(([name, schema]): Place => {
    const head = { ...marks(schema), id: name, name };
    const values = documentedValues(schema);
    if (values !== undefined) return { ...head, kind: "values", rows: valueRows(name, values) };
    return { ...head, kind: "schema", rows: propertyRows(name, schema) };
  });
  return [...operations, ...schemas];
}

function valueRows(name: string, schema: Schema): Place["rows"] {
  const meanings = (schema["x-enumDescriptions"] ?? {}) as Record<string, string>;
  return (schema.enum ?? []).map((value) => ({
    ...marks({ description: meanings[String(value)] }),
    id: `${name}.${value}`,
    name: String(value),
    facts: undefined,
  }));
}

/** An object without a schema of its own is named by its path: `error.code`. */
function propertyRows(name: string, schema: Schema, way = ""): Place["rows"] {
  return Object.entries(schema.properties ?? {}).flatMap(([property, value]) => [
    {
      ...marks(value),
      id: `${name}.${way}${property}`,
      name: way + property,
      facts: propertyFacts(value, schema.required?.includes(property) === true),
    },
    ...propertyRows(name, value, `${way}${property}.`),
  ]);
}

function marks(node: object): Pick<Place, "description" | "errata" | "beyond"> {
  const { description, "x-errata": errata, "x-beyond-documents": beyond } = node as Marked;
  return { description: withoutNotes(description ?? ""), errata: errata ?? [], beyond };
}

function beyond({ "x-beyond-documents": reason }: Schema): object {
  return reason === undefined ? {} : { "x-beyond-documents": reason };
}
