import { plainLine, terminalText, toJson } from "../escape.js";
import type { FormatOf } from "../formats.js";
import { plainTable } from "../plain-table.js";
import type { Style } from "../style.js";
import { cut } from "../width.js";
import { wrap } from "../wrap.js";
import type { Entry } from "./entry.js";

const label = 12;

/** What entries are rendered with. */
export interface RenderContext {
  /** Whether they are all that there are: then a person gets a list. */
  readonly all: boolean;
  readonly width: number;
  readonly style: Style;
}

/** Renders entries in a format. */
export const renderers: Readonly<
  Record<FormatOf<"explain">, (entries: readonly Entry[], context: RenderContext) => string>
> = {
  text(entries, { all, width, style }) {
    const plain = entries.map(plainEntry);
    return all
      ? renderList(plain, width, style)
      : plain.map((entry) => renderEntry(entry, width, style)).join("\n");
  },
  json: (entries) => `${toJson(entries)}\n`,
};

function plainEntry({ inferred, ...entry }: Entry): Entry {
  const { code, kind, cause, remedy } = entry;
  return {
    code: plainLine(code),
    kind: plainLine(kind),
    cause: plainLine(cause),
    remedy: plainLine(remedy),
    meaning: entry.meaning.map(plainLine),
    documents: entry.documents.map(plainLine),
    inferred,
  };
}

/** An explanation as a person reads it. */
function renderEntry(
  { code, kind, meaning, cause, remedy, documents, inferred }: Entry,
  width: number,
  style: Style,
): string {
  const part = (name: string, texts: readonly string[]) =>
    texts
      .flatMap((text) => wrap(text, width - label - 2))
      .map((line, at) => `  ${style.dim((at === 0 ? name : "").padEnd(label))}${terminalText(line)}`);
  return `${[
    `${style.bold(code)}  ${kind}`,
    ...part("Meaning", meaning),
    ...part("Cause", [cause]),
    ...part("What to do", [remedy]),
    ...part("Source", documents),
    ...(inferred ? part("Inferred", ["the cause and what to do are on no source page"]) : []),
  ].join("\n")}\n`;
}

/** All codes with their meaning, a line each, below a heading for each kind. */
function renderList(entries: readonly Entry[], width: number, style: Style): string {
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
