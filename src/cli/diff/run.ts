import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { countOf } from "../contract-diff/change.js";
import { compareContracts } from "../contract-diff/compare.js";
import { readContract } from "../contract-diff/redocly-diff.js";
import { renderers } from "../contract-diff/render.js";
import { lineAt } from "../contract-diff/source-line.js";
import { exitCodes } from "../exit.js";
import type { FormatOf } from "../formats.js";
import { fileProblem } from "../problem.js";
import type { Terminal } from "../terminal.js";

/** The options of `diff`, as they were given. */
export interface DiffOptions {
  readonly format: FormatOf<"diff">;
  readonly remoteRefs?: boolean;
}

/** Runs `diff` and returns its exit code. */
export async function runDiff(
  older: string,
  newer: string,
  { format, remoteRefs }: DiffOptions,
  terminal: Terminal,
): Promise<number> {
  const { out, say } = terminal;
  const [, text] = await Promise.all([read(older, terminal), read(newer, terminal)]);
  const [before, after] = await Promise.all([
    readContract(older, remoteRefs),
    readContract(newer, remoteRefs),
  ]);
  const changes = await compareContracts(before, after);
  const contracts = [{ contract: newer, changes }];
  const breaking = countOf("breaking", contracts);
  const verdict =
    breaking === 0 ? "No breaking change." : `${breaking} breaking change${breaking === 1 ? "" : "s"}.`;
  const locate = (file: string, pointer: string) => ({ file, line: lineAt(text, pointer) });
  await out.write(renderers[format](contracts, { verdict, locate }));
  say(verdict);
  return breaking === 0 ? exitCodes.fine : exitCodes.findings;
}

async function read(file: string, { cwd }: Terminal): Promise<string> {
  try {
    return await readFile(resolve(cwd, file), "utf8");
  } catch (error) {
    throw fileProblem(file, error);
  }
}
