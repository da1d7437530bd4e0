import { describe, expect, it } from "vitest";
import { operationsOf, resolve, type Schema } from "../../scripts/generate/contract.js";
import { sampleOf } from "../support/round.js";
import {
  changeLeaf,
  copyOf,
  leavesOf,
  parameterIn,
  removeTarget,
  schemaIn,
  withoutRow,
} from "./ledger/change.js";
import { digestFindings, examplesOf, presenceFindings } from "./ledger/examples.js";
import { entriesOf, formFindings } from "./ledger/ledger.js";
import { loadSubject, type Subject, servicesOf } from "./ledger/load.js";
import { proseFindings, requiredFindings } from "./ledger/marks.js";
import { callFindings, rowFindings } from "./ledger/rows.js";
import { isBeyond } from "./ledger/shape.js";
import { surplusFindings } from "./ledger/surplus.js";

const services = await servicesOf();
const subjects = await Promise.all(services.map(loadSubject));

/** Everything that the ledger checks find; empty for a contract that says what its documents say. */
function findingsOf({ contract, ledger, sources }: Subject): string[] {
  return [
    ...formFindings(ledger, sources),
    ...callFindings(contract, sources),
    ...rowFindings(contract, entriesOf(ledger)),
    ...surplusFindings(contract, ledger, sources),
    ...digestFindings(examplesOf(contract), sources),
    ...presenceFindings(contract, sources),
    ...requiredFindings(contract, ledger, sources),
    ...proseFindings(contract),
  ];
}

it("covers every service", () => {
  expect(services).toEqual(["cbr", "dcs", "starrocks", "vbs"]);
});

describe.each(subjects)("the contract of $service", ({ contract, ledger, sources }) => {
  it("has a well-formed ledger of known sources", () => {
    expect(formFindings(ledger, sources)).toEqual([]);
  });

  it("has tables of every document", () => {
    const entered = new Set(ledger.tables.map(({ source }) => source));
    expect([...entered].sort()).toEqual(sources.map(({ id }) => id).sort());
  });

  it("has every documented call", () => {
    expect(callFindings(contract, sources)).toEqual([]);
  });

  it("states every row as its document does", () => {
    expect(rowFindings(contract, entriesOf(ledger))).toEqual([]);
  });

  it("states nothing else without saying why", () => {
    expect(surplusFindings(contract, ledger, sources)).toEqual([]);
  });

  it("has the documented examples, value for value", () => {
    expect(digestFindings(examplesOf(contract), sources)).toEqual([]);
  });

  it("requires what every documented record has, and allows null where one is", () => {
    expect(presenceFindings(contract, sources)).toEqual([]);
  });

  it("requires nothing that neither a row nor two records show without saying why", () => {
    expect(requiredFindings(contract, ledger, sources)).toEqual([]);
  });

  it("marks what its texts call inferred, and what is deprecated", () => {
    expect(proseFindings(contract)).toEqual([]);
  });
});

/** Each row of each table is spoiled in turn: `npm run test:whole` has the time for all, and a tenth shows that it works. */

describe.each(subjects)("a spoiled copy of $service is found out", (subject) => {
  const all = entriesOf(subject.ledger);
  const entries = sampleOf(all, 25);

  it.each(entries)("without what stands in $where", (entry) => {
    const copy = copyOf(subject);
    removeTarget(copy, entry);
    expect(rowFindings(copy.contract, [entry], all).join("\n")).toContain(`${entry.where}: `);
  });

  it("without any one row of the ledger", () => {
    // Rows that say the same go together.
    const different = new Map(
      entries.map((entry) => [`${entry.kind} ${entry.target} ${entry.row.name}`, entry]),
    );
    const unnoticed = [...different.values()].filter((entry) => {
      const schema = entry.kind === "values" ? schemaIn(subject, entry.target) : undefined;
      if (schema !== undefined && isBeyond(schema)) return false;
      // A mark at the place itself: what it says is more than the row, which it excuses as well.
      const place =
        entry.kind === "schema" ? schemaIn(subject, entry.target).properties?.[entry.row.name] : {};
      if (isBeyond(place ?? {})) return false;
      const ledger = withoutRow(subject.ledger, entry);
      return surplusFindings(subject.contract, ledger, subject.sources).length === 0;
    });
    expect(unnoticed.map(({ where }) => where)).toEqual([]);
  });

  it("with any one leaf of a documented example changed", () => {
    for (const [id] of subject.sources.flatMap((source) => Object.entries(source.examples))) {
      const leaves = leavesOf(examplesOf(subject.contract)[id]);
      expect(leaves.length).toBeGreaterThan(1);
      for (const way of sampleOf(leaves, 25)) {
        const examples = structuredClone(examplesOf(subject.contract));
        changeLeaf(examples[id], way);
        expect(digestFindings(examples, subject.sources)).toEqual([
          `example ${id}: a value is not the document's`,
        ]);
      }
    }
  });

  it("with another type for any documented parameter or property", () => {
    const copy = copyOf(subject);
    const wrong = { type: "number", description: "byte GiB" };
    for (const entry of entries) {
      const { row, target } = entry;
      if (row.type === undefined) continue;
      const [holder, key] =
        entry.kind === "operation"
          ? [parameterIn(copy, target, row.name), "schema"]
          : [schemaIn(copy, target).properties ?? {}, row.name];
      const right: unknown = Reflect.get(holder, key);
      Reflect.set(holder, key, wrong);
      expect(rowFindings(copy.contract, [entry], all).join("\n")).toContain(`${entry.where}: is number, not`);
      Reflect.set(holder, key, right);
    }
    expect(copy).toEqual(subject);
  });
});

describe("a spoiled copy of DCS is found out", () => {
  const dcs = subjects[services.indexOf("dcs")];
  if (dcs === undefined) throw new Error("there is no contract of DCS");
  const operation = "ListBackupRecordsV1";

  it.each<[string, (copy: Subject) => void, string]>([
    [
      "a renamed property",
      (copy) => {
        const { size = {}, ...rest } = schemaIn(copy, "DcsBackupRecord").properties ?? {};
        schemaIn(copy, "DcsBackupRecord").properties = { ...rest, bytes: size };
      },
      "property DcsBackupRecord.bytes: no source page has it",
    ],
    [
      "a changed default",
      (copy) => set(copy, "limit", { default: 20 }),
      "default is 10 in the document, 20 here",
    ],
    [
      "a changed minimum",
      (copy) => set(copy, "limit", { minimum: 0 }),
      "minimum is 1 in the document, 0 here",
    ],
    [
      "an invented minimum",
      (copy) => set(copy, "start", { minimum: 1 }),
      "minimum is unstated in the document",
    ],
    ["an invented maximum", (copy) => set(copy, "limit", { maximum: 100 }), "no maximum is documented"],
    [
      "another pattern",
      (copy) => set(copy, "beginTime", { pattern: "^.*$" }),
      "the pattern is not that of 14 digits",
    ],
    [
      "another unit of time",
      (copy) => set(copy, "endTime", { "x-time": { format: "ms" } }),
      "x-time is not yyyy",
    ],
    [
      "a mandatory filter",
      (copy) => Object.assign(parameterIn(copy, operation, "limit"), { required: true }),
      "limit: is optional in the document",
    ],
    [
      "an invented parameter",
      (copy) => {
        const { parameters } = operationIn(copy);
        parameters?.push({ name: "sort", in: "query", schema: { type: "string" } });
      },
      `parameter ${operation}.sort: no source page has it`,
    ],
    [
      "an invented status",
      (copy) => Object.assign(operationIn(copy).responses, { "202": { description: "Accepted." } }),
      `status ${operation}.202: no source page has it`,
    ],
    [
      "an invented value",
      (copy) => schemaIn(copy, "DcsBackupStatus").enum?.push("paused"),
      "value DcsBackupStatus.paused: no source page has it",
    ],
    [
      "an invented property",
      (copy) =>
        Object.assign(schemaIn(copy, "DcsBackupRecord").properties ?? {}, { owner: { type: "string" } }),
      "property DcsBackupRecord.owner: no source page has it",
    ],
    [
      "an unreasoned operation",
      (copy) => {
        // The first one has a mark.
        const [, known] = Object.values(copy.contract.paths);
        copy.contract.paths["/v9/backups"] = { ...known };
      },
      "no source page describes GET /v9/backups",
    ],
    [
      "a size that is no int64",
      (copy) =>
        Object.assign(schemaIn(copy, "DcsBackupRecord").properties?.["size"] ?? {}, { format: "int32" }),
      "size: is Long but not int64",
    ],
    [
      "a size without its unit",
      (copy) =>
        Object.assign(schemaIn(copy, "DcsBackupRecord").properties?.["size"] ?? {}, { description: "Size." }),
      "the description does not name the unit byte",
    ],
    [
      "a required field made optional",
      (copy) => rewriteRequired(copy, (keys) => keys.filter((key) => key !== "backup_id")),
      "DcsBackupRecord.backup_id: optional, but every documented record has it",
    ],
    [
      "an optional field made required",
      (copy) => rewriteRequired(copy, (keys) => [...keys, "execution_at"]),
      "DcsBackupRecord.execution_at: required, but an example lacks it",
    ],
    [
      "a null that is not allowed",
      (copy) =>
        Object.assign(schemaIn(copy, "DcsBackupRecord").properties?.["remark"] ?? {}, { type: "string" }),
      "DcsBackupRecord.remark: null in an example, but not nullable",
    ],
    [
      "a null that nothing shows",
      (copy) =>
        Object.assign(schemaIn(copy, "DcsBackupRecord").properties?.["backup_id"] ?? {}, {
          type: ["string", "null"],
        }),
      "DcsBackupRecord.backup_id: nullable without a reason",
    ],
    [
      "a required field without a record",
      (copy) => {
        const body = schemaIn(copy, "DcsFlatErrorBody");
        body.required = [...(body.required ?? []), "error_ext_msg"];
        delete (body as { "x-beyond-documents"?: string })["x-beyond-documents"];
        Object.assign(body.properties ?? {}, { error_ext_msg: { type: "string" } });
      },
      "DcsFlatErrorBody.error_ext_msg: required, but neither a row nor two records show it",
    ],
    [
      "a text that calls something inferred",
      (copy) =>
        Object.assign(schemaIn(copy, "DcsBackupRecord").properties?.["backup_id"] ?? {}, {
          description: "The id of the backup. That it is unique is inferred.",
        }),
      "/components/schemas/DcsBackupRecord/properties/backup_id/description: inferred, without a mark",
    ],
    [
      "an operation that is deprecated without a reason",
      (copy) => Reflect.deleteProperty(operationIn(copy), "x-beyond-documents"),
      "/get: deprecated, without a mark",
    ],
    [
      "an unknown source",
      (copy) => Object.assign(copy.ledger.tables[0] ?? {}, { source: "dcs-hwc-fr" }),
      "dcs-hwc-fr, Table 1: sources.yaml has no such source",
    ],
    [
      "a misspelt key of a row",
      (copy) => Object.assign(copy.ledger.tables[0]?.rows[0] ?? {}, { requred: true }),
      "project_id: unknown key requred",
    ],
  ])("%s", (_, spoilCopy, expected) => {
    const copy = copyOf(dcs);
    spoilCopy(copy);
    expect(findingsOf(copy).join("\n")).toContain(expected);
  });

  function set(copy: Subject, name: string, change: Partial<Schema>): void {
    Object.assign(resolve<Schema>(copy.contract, parameterIn(copy, operation, name).schema), change);
  }

  function operationIn(copy: Subject) {
    const entry = operationsOf(copy.contract).find((known) => known.operation.operationId === operation);
    if (entry === undefined) throw new Error(`no operation ${operation}`);
    return entry.operation;
  }

  function rewriteRequired(copy: Subject, change: (keys: string[]) => string[]): void {
    const record = schemaIn(copy, "DcsBackupRecord");
    record.required = change(record.required ?? []);
  }
});
