import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type Change, countOf } from "../contract-diff/change.js";
import { compareContracts } from "../contract-diff/compare.js";
import { readContract } from "../contract-diff/read-contract.js";
import { ContractDiffError } from "../contract-diff/redocly-cli.js";
import { renderGithub, renderMarkdown, renderText } from "../contract-diff/render.js";
import { lineAt } from "../contract-diff/source-line.js";
import { exitCodes } from "../exit.js";
import { fileProblem, Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";

/** The options of `diff`, as they were given. */
export interface DiffOptions {
  readonly format: "text" | "json" | "markdown" | "github";
}

/** Runs `diff` and answers its exit code. */
export async function runDiff(
  older: string,
  newer: string,
  { format }: DiffOptions,
  terminal: Terminal,
): Promise<number> {
  const { out, say } = terminal;
  const [, text] = await Promise.all([read(older, terminal), read(newer, terminal)]);
  const changes = await compare(older, newer);
  const contracts = [{ contract: newer, changes }];
  const breaking = countOf("breaking", contracts);
  const verdict =
    breaking === 0 ? "No breaking change." : `${breaking} breaking change${breaking === 1 ? "" : "s"}.`;
  const renderers: Readonly<Record<DiffOptions["format"], () => string>> = {
    text: () => renderText(contracts),
    json: () => `${JSON.stringify(changes)}\n`,
    markdown: () => renderMarkdown(contracts, verdict),
    github: () => renderGithub(contracts, (file, pointer) => ({ file, line: lineAt(text, pointer) })),
  };
  await out.write(renderers[format]());
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

async function compare(older: string, newer: string): Promise<Change[]> {
  try {
    const [before, after] = await Promise.all([readContract(older), readContract(newer)]);
    return await compareContracts(before, after);
  } catch (error) {
    if (error instanceof ContractDiffError) throw new Problem(error.message, undefined, { cause: error });
    throw error;
  }
}
