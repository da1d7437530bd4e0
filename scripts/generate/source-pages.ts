import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import type { Language } from "../../src/cli/contracts.js";
import type { Contract } from "./contract.js";

/** A page of a vendor that a contract restates (`spec/sources.yaml`). */
export interface SourcePage {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly address: string;
  /** The day on which it was read. */
  readonly read: string;
}

const words = {
  en: "**Source pages** that this contract restates, with the day on which each was read:",
  "zh-CN": "**来源文档**，括号内为阅读日期：",
};

/** The source pages of a service. */
export async function loadSourcePages(spec: string, service: string): Promise<SourcePage[]> {
  const sources = parse(await readFile(join(spec, "sources.yaml"), "utf8")) as readonly SourcePage[];
  return sources.filter(({ id }) => id.startsWith(`${service}-`));
}

/** A copy of a contract whose introduction ends with links to its source pages, those of a publisher in one line. */
export function addSourcePages(
  contract: Contract,
  sources: readonly SourcePage[],
  language: Language,
): Contract {
  const publishers = [...new Set(sources.map(({ publisher }) => publisher))];
  const lines = publishers.map((publisher) => {
    const own = sources.filter((source) => source.publisher === publisher);
    return `- ${publisher}: ${own.map(({ title, address, read }) => `[${title}](${address}) (${read})`).join(", ")}`;
  });
  if (lines.length === 0) return contract;
  const { description = "" } = contract.info;
  const introduction = [description.trimEnd(), words[language], lines.join("\n")].join("\n\n");
  return { ...contract, info: { ...contract.info, description: introduction } };
}
