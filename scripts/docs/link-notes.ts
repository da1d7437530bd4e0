import { type Contract, operationsOf, resolve, type Schema } from "../generate/contract.js";
import { documentedValues } from "../generate/enumerations.js";
import type { Language } from "./layout.js";
import type { Source } from "./register.js";

const LEDGER = { en: "What the source pages state", "zh-CN": "来源文档的说法" };
const VENDORS = { en: "The vendors' pages: ", "zh-CN": "云厂商页面：" };
const CODES = { en: "Cause and remedy of each code", "zh-CN": "各错误码的原因和处理办法" };
const CAUSE = { en: "cause and remedy", "zh-CN": "原因和处理办法" };

interface Described {
  description?: string;
  "x-errata"?: readonly string[];
  "x-beyond-documents"?: string;
}

/**
 * Returns a copy of a published contract for its page: the errata in its descriptions are links to their page, and
 * each place that source pages describe is linked to the ledger, each operation to the vendors' pages of its call, and
 * each error code to its cause and remedy.
 */
export function linkNotes(
  contract: Contract,
  service: string,
  language: Language,
  sources: readonly Source[] = [],
): Contract {
  const copy: Contract = JSON.parse(JSON.stringify(contract), (key, value) =>
    key === "description" && typeof value === "string"
      ? value.replaceAll(/\*\*((?:Erratum |勘误)(E\d+))([:：])\*\*/g, "**[$1](../errata.html#$2)$3**")
      : value,
  );
  const seen = new Set<object>();
  const link = (node: Described, anchor: string, fallback = "") => {
    // The ledger has no row for a place that no source page mentions.
    const documented = node["x-beyond-documents"] === undefined || node["x-errata"] !== undefined;
    if (seen.has(node) || !documented) return;
    seen.add(node);
    const description = node.description ?? fallback;
    const target = `[${LEDGER[language]}](../ledger/${service}.html#${anchor})`;
    node.description = [description.trimEnd(), target].filter((part) => part !== "").join("\n\n");
  };
  const linkProperties = (schema: Schema, way: string) => {
    for (const [property, value] of Object.entries(schema.properties ?? {})) {
      const anchor = `${way}.${property}`;
      // A description beside a reference hides the description of its target, with all its notes.
      const target: Described =
        value.$ref === undefined ? value : resolve<Schema>(copy, { $ref: value.$ref });
      link(value, anchor, target.description);
      linkProperties(value, anchor);
    }
  };
  for (const { method, path, operation, parameters } of operationsOf(copy)) {
    const name = operation.operationId;
    link(operation, name);
    const pages = sources.filter(({ call }) => call === `${method} ${path}`);
    if (pages.length > 0) operation.description += `\n\n${vendorPages(pages, language)}`;
    for (const parameter of parameters) {
      const { "x-beyond-documents": beyond }: Described = parameter.schema;
      if (beyond === undefined || Object.hasOwn(parameter, "x-errata"))
        link(parameter, `${name}.${parameter.name}`);
    }
    for (const [status, response] of Object.entries(operation.responses)) {
      link(resolve(copy, response), `${name}.${status}`);
    }
  }
  for (const [name, schema] of Object.entries(copy.components?.schemas ?? {})) {
    link(schema, name);
    linkProperties(schema, name);
    if (name.endsWith("ErrorCode")) linkCodes(schema, name, language);
  }
  return copy;
}

/** The vendors' own pages of a call. */
function vendorPages(pages: readonly Source[], language: Language): string {
  const links = pages.map(({ publisher, title, address }) => `[${publisher}: ${title}](${address})`);
  return `${VENDORS[language]}${links.join(" · ")}`;
}

/** Links an enumeration of error codes, and each of its codes, to their causes and remedies. */
function linkCodes(schema: Schema, name: string, language: Language): void {
  schema.description = `${schema.description ?? ""}\n\n[${CODES[language]}](../errors.html#${name})`;
  const meanings = documentedValues(schema)?.["x-enumDescriptions"] as Record<string, string> | undefined;
  for (const [code, meaning] of Object.entries(meanings ?? {})) {
    if (meanings !== undefined) meanings[code] = `${meaning} [${CAUSE[language]}](../errors.html#${code})`;
  }
}
