import { loadEntries } from "../explain/entries.js";
import type { Entry } from "../explain/entry.js";
import { find } from "../explain/find.js";
import { unknownCode } from "../explain/run.js";
import { Problem } from "../problem.js";
import { integer, text } from "./fields.js";
import { defineTool, MAX_ITEMS, type Tool, USUAL_ITEMS } from "./tool.js";

const fields = {
  code: text("An error code, HTTP status, backup status or erratum, as `dcs.08.0002`, `429` or `E27`."),
  search: text("Words that an entry must have, each of them anywhere in it. Instead of code."),
  limit: integer(MAX_ITEMS, USUAL_ITEMS, "Most entries in the result."),
  cursor: text("The `next` of an earlier result of the same code or search."),
};

/** `explain`: what a code means. Sends nothing. */
export function explainTool(): Tool {
  let loading: Promise<Entry[]> | undefined;
  return defineTool(
    {
      name: "explain",
      title: "What does this code mean?",
      description:
        "Explains an error code, a backup status, an HTTP status or an erratum: its meaning, its cause, what to do about it, " +
        "and which source page says so. inferred is true if cause and remedy are of no source page. Without code and " +
        "search it lists all entries.",
      openWorld: false,
    },
    fields,
    {},
    async ({ code, search, limit, cursor = "0" }) => {
      if (code !== undefined && search !== undefined) throw new Problem("give code or search, not both");
      if (!/^\d{1,9}$/.test(cursor))
        throw new Problem("cursor is wrong: expected the `next` of an earlier result");
      loading ??= loadEntries();
      const entries = await loading;
      const matching = code === undefined ? containing(search ?? "", entries) : found(code, entries);
      const end = Number(cursor) + limit;
      return {
        matching: matching.length,
        entries: matching.slice(Number(cursor), end),
        next: end < matching.length ? String(end) : null,
      };
    },
  );
}

function found(code: string, entries: readonly Entry[]): readonly Entry[] {
  const result = find(code, entries);
  if (result.entries.length === 0)
    throw unknownCode(code, result, "Call explain with search, or without arguments for the list.");
  return result.entries;
}

function containing(search: string, entries: readonly Entry[]): readonly Entry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter((entry) => {
    const all = [entry.code, entry.kind, ...entry.meaning, entry.cause, entry.remedy]
      .join("\n")
      .toLowerCase();
    return words.every((word) => all.includes(word));
  });
}
