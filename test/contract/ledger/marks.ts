import type { Contract } from "../../../scripts/generate/contract.js";
import { documentedRecords } from "./examples.js";
import { type Entry, entriesOf, type Ledger, type Source } from "./ledger.js";
import { isBeyond, schemasOf } from "./shape.js";

/**
 * Required fields that neither a mandatory row nor two documented records show, and that no mark or erratum of the field
 * or of its schema gives a reason for.
 */
export function requiredFindings(contract: Contract, ledger: Ledger, sources: readonly Source[]): string[] {
  const records = documentedRecords(contract, sources);
  const mandatory = new Set(
    entriesOf(ledger)
      .filter(isMandatory)
      .map(({ target, row }) => `${target}.${row.name}`),
  );
  return Object.entries(schemasOf(contract)).flatMap(([name, schema]) => {
    if (isReasoned(schema)) return [];
    const shown = records.get(name) ?? [];
    return (schema.required ?? [])
      .filter((key) => !isReasoned(schema.properties?.[key] ?? {}))
      .filter((key) => !mandatory.has(`${name}.${key}`))
      .filter((key) => shown.filter((record) => key in record).length < 2)
      .map((key) => `${name}.${key}: required, but neither a row nor two records show it`);
  });
}

function isMandatory({ kind, row }: Entry): boolean {
  return kind === "schema" && row.mandatory === true;
}

function isReasoned(node: object): boolean {
  return isBeyond(node) || "x-errata" in node;
}

/** Words with which a description says that something is inferred. */
const UNSURE =
  /\b(?:inferred|presumably|probably|likely|seem(?:s|ingly)?|apparently|assumed|(?:is|are) taken (?:to|for)|(?:is|are) expected to)\b/i;

/** Keywords whose values are no part of the contract's own text. */
const DATA = new Set(["value", "example", "examples", "default", "const", "enum"]);

/**
 * Descriptions that say that something is inferred, where no mark or erratum stands beside or above them, and the same of what
 * is deprecated.
 */
export function proseFindings(contract: Contract): string[] {
  const findings: string[] = [];
  const visit = (node: unknown, place: string, reasoned: boolean): void => {
    if (typeof node !== "object" || node === null) return;
    const known = reasoned || isReasoned(node);
    // The errata of an operation are about other things.
    if ("deprecated" in node && !("operationId" in node ? isBeyond(node) : known))
      findings.push(`${place}: deprecated, without a mark`);
    for (const [key, child] of Object.entries(node)) {
      const where = `${place}/${key}`;
      if (key === "description" && typeof child === "string") {
        const word = UNSURE.exec(child)?.[0];
        if (word !== undefined && !known) findings.push(`${where}: ${word}, without a mark`);
      } else if (!DATA.has(key)) visit(child, where, known);
    }
  };
  visit(contract, "", false);
  return findings;
}
