import { type Contract, operationsOf, type Parameter, resolve, type Schema } from "../generate/contract.js";
import type { Language } from "./layout.js";

const WORDS = {
  en: { errata: "Errata", beyond: "Beyond the source pages:", ledger: "In the ledger" },
  "zh-CN": { errata: "勘误", beyond: "文档未载：", ledger: "文档对照" },
};

interface Described {
  description?: string;
  "x-errata"?: readonly string[];
  "x-beyond-documents"?: string;
}

/**
 * Returns a copy of a contract for its page. Extensions of parameters, fields, responses and schemas become part of
 * the description, with links to the errata and to the ledger.
 */
export function annotate(contract: Contract, service: string, language: Language): Contract {
  const copy = structuredClone(contract);
  const note = (node: Described, anchor: string | undefined, fallback = "") => {
    const own = notes(node, language, anchor && `../ledger/${service}.html#${anchor}`);
    const description = node.description ?? fallback;
    node.description = [description.trimEnd(), ...own].filter((part) => part !== "").join("\n\n");
  };
  const seen = new Set<object>();
  const once = (node: Described, anchor: string | undefined) => {
    if (seen.has(node)) return;
    seen.add(node);
    note(node, anchor);
  };
  for (const { operation, parameters } of operationsOf(copy)) {
    const name = operation.operationId;
    note(operation as Described, name);
    for (const parameter of parameters) once(withSchemaReason(parameter), `${name}.${parameter.name}`);
    for (const [status, response] of Object.entries(operation.responses)) {
      once(resolve(copy, response), `${name}.${status}`);
    }
  }
  for (const [name, schema] of Object.entries(copy.components?.schemas ?? {})) {
    note(schema as Described, name);
    annotateProperties(copy, schema, name, note);
  }
  return copy;
}

function annotateProperties(
  contract: Contract,
  schema: Schema,
  way: string,
  note: (node: Described, anchor: string, fallback: string) => void,
): void {
  for (const [property, value] of Object.entries(schema.properties ?? {})) {
    const anchor = `${way}.${property}`;
    // A description beside a reference hides the description of its target, with all links.
    const target = value.$ref === undefined ? undefined : (resolve(contract, value) as Described);
    note(value as Described, anchor, target?.description ?? "");
    annotateProperties(contract, value, anchor, note);
  }
}

function withSchemaReason(parameter: Parameter): Described {
  const reason = parameter.schema["x-beyond-documents"];
  const node = parameter as Parameter & Described;
  if (typeof reason === "string") node["x-beyond-documents"] ??= reason;
  return node;
}

function notes(node: Described, language: Language, ledger: string | undefined): string[] {
  const words = WORDS[language];
  const { "x-errata": errata = [], "x-beyond-documents": beyond } = node;
  // The ledger has no row for a place that no source page mentions.
  const undocumented = beyond !== undefined && errata.length === 0;
  const links = [
    ...(errata.length === 0
      ? []
      : [`${words.errata} ${errata.map((id) => `[${id}](../errata.html#${id})`).join(", ")}`]),
    ...(ledger === undefined || undocumented ? [] : [`[${words.ledger}](${ledger})`]),
  ];
  return [
    ...(beyond === undefined ? [] : [`**${words.beyond}** ${beyond.trim()}`]),
    ...(links.length === 0 ? [] : [links.join(" · ")]),
  ];
}
