import { exitCodes } from "../exit.js";
import type { FormatOf } from "../formats.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { orList } from "../values.js";
import { loadEntries } from "./entries.js";
import { type Found, find } from "./find.js";
import { renderers } from "./render.js";

/** The options of `explain`, as they were given. */
export interface ExplainOptions {
  readonly format: FormatOf<"explain">;
}

/** Runs `explain` and returns its exit code. */
export async function runExplain(
  code: string | undefined,
  { format }: ExplainOptions,
  { out }: Terminal,
): Promise<number> {
  const entries = await loadEntries();
  const found = code === undefined ? { entries, nearest: [] } : find(code, entries);
  if (found.entries.length === 0) throw unknownCode(code, found, "`backup-records explain` lists every code");
  const width = Math.min(out.columns ?? 100, 110);
  await out.write(renderers[format](found.entries, { all: code === undefined, width, style: out.style }));
  return exitCodes.fine;
}

/** The problem of a code that is not known; without a similar one, `otherwise` says where to look. */
export function unknownCode(code: string | undefined, { nearest }: Found, otherwise: string): Problem {
  const hint = nearest.length === 0 ? otherwise : `Did you mean ${orList(nearest)}?`;
  return new Problem(`${code} is not known. ${hint}`);
}
