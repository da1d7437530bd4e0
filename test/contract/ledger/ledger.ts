/** `documented.yaml`: a service's documents, table by table, as data. */
export interface Ledger {
  readonly tables: readonly Table[];
}

export interface Table {
  /** Id in `sources.yaml`. */
  readonly source: string;
  /** Where in the document, e.g. `Table 3`. */
  readonly place: string;
  /** Where in the contract its rows stand: a kind of target and a name, e.g. `schema DcsBackupRecord`. */
  readonly contract: string;
  readonly rows: readonly Row[];
}

/** One row, with no more than its document states. */
export interface Row {
  readonly name: string;
  /** The document's own word, e.g. `Long` or `list<dict>`. */
  readonly type?: string;
  readonly mandatory?: boolean;
  readonly default?: string | number | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly values?: readonly string[];
  /** Format of a time, as in `x-time`. */
  readonly format?: string;
  readonly unit?: string;
  readonly example?: unknown;
  /** Overrides that of the table. */
  readonly contract?: string;
}

/** An entry of `sources.yaml`. */
export interface Source {
  readonly id: string;
  readonly publisher: string;
  readonly language: string;
  readonly title: string;
  /** Method and path, e.g. `GET /v1.0/{project_id}/…`. */
  readonly call: string;
  readonly place: string;
  readonly revision: string;
  /** Example id to the SHA-256 of its JSON text without white space. */
  readonly examples: Readonly<Record<string, string>>;
}

export const targetKinds = ["operation", "schema", "values", "responses"] as const;
export type TargetKind = (typeof targetKinds)[number];

/** A row together with the place in the contract that must state it. */
export interface Entry {
  readonly kind: TargetKind;
  /** An operationId or the name of a schema. */
  readonly target: string;
  readonly row: Row;
  /** For messages: source, place and row. */
  readonly where: string;
}

const rowKeys = "name type mandatory default minimum maximum values format unit example contract".split(" ");
const tableKeys = "source place contract rows".split(" ");

/** All rows of a ledger, in document order. Rows whose target is malformed are left to `formFindings`. */
export function entriesOf(ledger: Ledger): Entry[] {
  return ledger.tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const [word = "", target = ""] = (row.contract ?? table.contract).split(" ");
      const kind = targetKinds.find((known) => known === word);
      const where = `${table.source}, ${table.place}, ${row.name}`;
      return kind === undefined || target === "" ? [] : [{ kind, target, row, where }];
    }),
  );
}

/** What is wrong with the ledger itself: unknown sources, keys and targets, and rows that occur twice. */
export function formFindings(ledger: Ledger, sources: readonly Source[]): string[] {
  const findings: string[] = [];
  const known = new Set(sources.map(({ id }) => id));
  const seen = new Set<string>();
  for (const table of ledger.tables) {
    const place = `${table.source}, ${table.place}`;
    if (!known.has(table.source)) findings.push(`${place}: sources.yaml has no such source`);
    for (const key of Object.keys(table)) {
      if (!tableKeys.includes(key)) findings.push(`${place}: unknown key ${key}`);
    }
    for (const row of table.rows) {
      for (const key of Object.keys(row)) {
        if (!rowKeys.includes(key)) findings.push(`${place}, ${row.name}: unknown key ${key}`);
      }
      const contract = row.contract ?? table.contract;
      if (!new RegExp(`^(${targetKinds.join("|")}) \\w+$`).test(contract)) {
        findings.push(`${place}, ${row.name}: cannot read the target "${contract}"`);
      }
      const id = `${place}, ${contract}, ${row.name}`;
      if (seen.has(id)) findings.push(`${id}: entered twice`);
      seen.add(id);
    }
  }
  return findings;
}
