import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Language } from "../../src/cli/contracts.js";
import { noteWords } from "../../src/cli/notes.js";
import { type Contract, operationsOf, type Parameter, resolve } from "./contract.js";

/** The title of each erratum in each language. */
export type ErrataTitles = ReadonlyMap<string, Readonly<Record<Language, string>>>;

/** Reads the titles of the errata: those that are not translated yet are English in both languages. */
export async function loadErrataTitles(spec: string): Promise<ErrataTitles> {
  const read = async (file: string): Promise<unknown> => parse(await readFile(join(spec, file), "utf8"));
  const errata = (await read("errata.yaml")) as readonly { readonly id: string; readonly title: string }[];
  const chinese = (await read("errata.zh-CN.yaml")) as Readonly<Record<string, string>>;
  return new Map(errata.map(({ id, title }) => [id, { en: title, "zh-CN": chinese[id] ?? title }]));
}

interface Noted {
  $ref?: string;
  description?: string;
  "x-errata"?: readonly string[];
  "x-beyond-documents"?: string;
}

/** Keywords whose values are data of the API: nothing in them is a part of the contract. */
const data = new Set(["value", "example", "default", "const", "enum", "x-enumDescriptions", "x-codeSamples"]);

/**
 * Returns a copy of a contract in which each `x-beyond-documents` and each `x-errata` is also the end of the
 * description beside it: most renderers show no extensions, and all show descriptions.
 */
export function addNotes(contract: Contract, titles: ErrataTitles, language: Language): Contract {
  const copy = structuredClone(contract);
  const done = new Set<object>();
  const servers = new Set<object>(copy.servers);

  function visit(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    note(value);
    for (const [key, child] of Object.entries(value)) if (!data.has(key)) visit(child);
  }

  function note(node: Noted): void {
    if (done.has(node)) return;
    done.add(node);
    const own = notesOf(node, titles, language);
    if (own.length === 0) return;
    // A description beside a reference hides the description of its target, with all its notes.
    const target = node.$ref === undefined ? node : resolve<Noted>(copy, { $ref: node.$ref });
    note(target);
    const description = node.description ?? target.description ?? "";
    if (servers.has(node)) {
      // Redoc shows this description as it is, without its Markdown.
      node.description = [description, ...own.map((text) => text.replaceAll("**", ""))].join(" ").trim();
      return;
    }
    node.description = [description.trimEnd(), ...own].filter((part) => part !== "").join("\n\n");
  }

  for (const [name, example] of Object.entries<Noted>(Object(copy.components?.["examples"]))) {
    if (name.startsWith("beyond-")) example["x-beyond-documents"] ??= noteWords[language].example;
  }
  // Renderers show the description of a parameter and leave out that of its schema.
  for (const parameter of operationsOf(copy).flatMap(({ parameters }) => parameters)) {
    if (done.has(parameter)) continue;
    const { "x-errata": errata = [], "x-beyond-documents": beyond }: Noted = parameter.schema;
    const noted: Parameter & Noted = parameter;
    const all = [...new Set([...(noted["x-errata"] ?? []), ...errata])];
    const reason = noted["x-beyond-documents"] ?? beyond;
    const together: Noted = {
      description: parameter.description ?? "",
      "x-errata": all,
      ...(reason === undefined ? {} : { "x-beyond-documents": reason }),
    };
    note(together);
    Object.assign(parameter, { description: together.description });
    done.add(parameter).add(parameter.schema);
  }
  visit(copy);
  return copy;
}

function notesOf(node: Noted, titles: ErrataTitles, language: Language): string[] {
  const words = noteWords[language];
  const { "x-errata": errata = [], "x-beyond-documents": beyond } = node;
  const titled = (id: string) => {
    const title = titles.get(id)?.[language];
    if (title === undefined) throw new Error(`spec/errata.yaml has no ${id}, which x-errata names`);
    return `**${words.erratum(id)}** ${title}`;
  };
  return [
    ...(beyond === undefined ? [] : [`**${words.beyond}** ${beyond.trim()}`]),
    ...(errata.length === 0 ? [] : [errata.map(titled).join(" · ")]),
  ];
}
