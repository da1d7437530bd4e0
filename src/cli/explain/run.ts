import { exitCodes } from "../exit.js";
import { toJson } from "../json.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { orList } from "../values.js";
import { loadEntries } from "./entries.js";
import { find } from "./find.js";
import { renderEntry, renderList } from "./render.js";

/** The options of `explain`, as they were given. */
export interface ExplainOptions {
  readonly format: "text" | "json";
}

/** Runs `explain` and answers its exit code. */
export async function runExplain(
  code: string | undefined,
  { format }: ExplainOptions,
  { out }: Terminal,
): Promise<number> {
  const entries = await loadEntries();
  const found = code === undefined ? { entries, nearest: [] } : find(code, entries);
  if (found.entries.length === 0) {
    const hint = found.nearest.length === 0 ? "" : ` Did you mean ${orList(found.nearest)}?`;
    throw new Problem(`${code} is not known.${hint || " `backup-records explain` lists every code"}`);
  }
  const width = Math.min(out.columns ?? 100, 110);
  if (format === "json") {
    await out.write(`${toJson(code === undefined ? entries : found.entries)}\n`);
  } else if (code === undefined) {
    await out.write(renderList(entries, width, out.style));
  } else {
    await out.write(found.entries.map((entry) => renderEntry(entry, width, out.style)).join("\n"));
  }
  return exitCodes.fine;
}
