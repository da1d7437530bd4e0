import { plainTable } from "../plain-table.js";
import type { Style } from "../style.js";
import { cut } from "../width.js";
import { wrap } from "../wrap.js";
import type { Entry } from "./entry.js";

const label = 12;

/** An explanation as a person reads it. */
export function renderEntry(
  { code, kind, meaning, cause, remedy, documents, inferred }: Entry,
  width: number,
  style: Style,
): string {
  const part = (name: string, texts: readonly string[]) =>
    texts
      .flatMap((text) => wrap(text, width - label - 2))
      .map((line, at) => `  ${style.dim((at === 0 ? name : "").padEnd(label))}${line}`);
  return `${[
    `${style.bold(code)}  ${kind}`,
    ...part("Meaning", meaning),
    ...part("Cause", [cause]),
    ...part("What to do", [remedy]),
    ...part("Documents", documents),
    ...(inferred ? part("Inferred", ["the cause and what to do, which no document gives"]) : []),
  ].join("\n")}\n`;
}

/** All codes with their meaning, a line each, below a heading for each kind. */
export function renderList(entries: readonly Entry[], width: number, style: Style): string {
  const kinds = new Map<string, Entry[]>();
  for (const entry of entries) {
    const [kind = ""] = entry.kind.split(/[:,]/);
    kinds.set(kind, [...(kinds.get(kind) ?? []), entry]);
  }
  const code = Math.max(...entries.map((entry) => entry.code.length));
  return [...kinds]
    .map(([kind, list]) => {
      const rows = list.map((entry) => [`  ${entry.code}`, cut(summaryOf(entry), width - code - 4)]);
      return `${style.bold(kind)}\n${plainTable([{ width: code + 2 }, { width: undefined }], rows)}\n`;
    })
    .join("\n");
}

function summaryOf({ meaning }: Entry): string {
  const [first = ""] = meaning;
  return meaning.length === 1 ? first : first.replace(/^\w+ \w+: /, "");
}
