import { exitCodes } from "../exit.js";
import type { FormatOf } from "../formats.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { orList } from "../values.js";
import { loadEntries } from "./entries.js";
import { find } from "./find.js";
import { renderers } from "./render.js";

/** The options of `explain`, as they were given. */
export interface ExplainOptions {
  readonly format: FormatOf<"explain">;
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
  await out.write(renderers[format](found.entries, { all: code === undefined, width, style: out.style }));
  return exitCodes.fine;
}
