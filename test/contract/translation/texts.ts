import type { Contract } from "../../../scripts/generate/contract.js";

/** One text of a contract in both languages. */
export interface Text {
  /** Where it stands, as in the glossary: `dcs/schemas/DcsBackupRecord/size`. */
  readonly place: string;
  readonly en: string;
  readonly zh: string;
}

type Way = readonly string[];

const prose = new Set(["title", "summary", "description", "x-beyond-documents"]);
// What is sent or answered is no text, whatever it says.
const data = new Set(["default", "enum", "const", "example", "required", "security", "value", "x-cloud"]);
const named = new Set(
  "properties x-enumDescriptions schemas parameters responses examples headers securitySchemes".split(" "),
);

/**
 * Every text that a person reads in a contract, beside its counterpart in a translation; an absent counterpart is
 * an empty string. Texts are whatever OpenAPI shows to readers, and any other string that reads like words.
 */
export function textsOf(service: string, english: Contract, chinese: Contract): Text[] {
  const texts: Text[] = [];
  mapTexts(english, (en, way) => {
    const zh = way.reduce<unknown>((node, key) => (isObject(node) ? node[key] : undefined), chinese);
    texts.push({ place: placeOf(service, english, way), en, zh: typeof zh === "string" ? zh : "" });
    return en;
  });
  return texts;
}

/** A copy of a contract with every text replaced. */
export function mapTexts(node: unknown, replace: (text: string, way: Way) => string, way: Way = []): unknown {
  if (typeof node === "string") return isText(way, node) ? replace(node, way) : node;
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([key, child]): [string, unknown] => [
    key,
    isData(way, key, child) ? child : mapTexts(child, replace, [...way, key]),
  ]);
  return Array.isArray(node) ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

/** A text less its code, which is the same in every language; a mark keeps what was beside it apart. */
export const withoutCode = (text: string): string => text.replaceAll(/`[^`]+`/g, "`");

function isData(way: Way, key: string, child: unknown): boolean {
  const keyIsName = named.has(way.at(-1) ?? "") && !(way.at(-1) === "examples" && way.at(-2) === "schema");
  return !keyIsName && (data.has(key) || (key === "examples" && Array.isArray(child)));
}

function isText(way: Way, text: string): boolean {
  const [parent, key = ""] = way.slice(-2);
  if (parent === "x-enumDescriptions" || (parent === "tags" && /^\d+$/.test(key))) return true;
  if (way[0] === "tags" && key === "name") return true;
  return prose.has(key) || /[a-z]{2,}\s+[a-z]{2,}/i.test(text);
}

/** Whether names follow this key; CBR has a property of the name `properties`. */
const isStructure = (key: string) => key === "properties" || key === "x-enumDescriptions";

function placeOf(service: string, contract: Contract, way: Way): string {
  const [head, path = "", method = ""] = way;
  let rest = head === "components" ? way.slice(1) : way;
  if (head === "paths") {
    const operation = contract.paths[path]?.[method === "post" ? "post" : "get"];
    rest = ["operations", operation?.operationId ?? path, ...way.slice(3)];
  }
  const keys = rest.filter((key, at) => !isStructure(key) || isStructure(rest[at - 1] ?? ""));
  return [service, ...(keys.at(-1) === "description" ? keys.slice(0, -1) : keys)].join("/");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
