import { existsSync } from "node:fs";
import { access } from "node:fs/promises";
import { join, resolve } from "node:path";
import { exitCodes } from "../exit.js";
import type { FormatOf } from "../formats.js";
import { packageFacts } from "../package.js";
import { fileProblem, Problem } from "../problem.js";
import { reasonOf, runRedocly } from "../redocly.js";
import type { Terminal } from "../terminal.js";
import { readReports } from "./problems.js";
import { renderers, summaryOf } from "./render.js";

/** The options of `lint`, as they were given. */
export interface LintOptions {
  readonly config?: string;
  readonly format: FormatOf<"lint">;
  readonly remoteRefs?: boolean;
}

/** Runs `lint` and answers its exit code. */
export async function runLint(
  files: readonly string[],
  { config, format, remoteRefs }: LintOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd, out } = terminal;
  for (const file of [...files, ...(config === undefined ? [] : [config])]) {
    await access(resolve(cwd, file)).catch((error: unknown) => {
      throw fileProblem(file, error);
    });
  }
  const rules = config ?? (files.length === 0 ? ownRules(cwd) : houseRules());
  const args = ["lint", ...files, `--config=${rules}`, "--format=json", "--max-problems=10000"];
  const { code, out: report, talk } = await runRedocly(args, { cwd, purpose: "linting", remoteRefs });
  const reports = readReports(report);
  const problems = reports?.flat() ?? [];
  const unread = reports === undefined || reports.length < files.length;
  if (unread || (code !== 0 && problems.length === 0)) {
    throw new Problem(`${files.join(", ") || rules}: it cannot be linted: ${reasonOf(talk)}`);
  }
  await out.write(renderers[format](problems, out.style));
  terminal.note(summaryOf(problems, files.length === 0 ? rules : files.join(", ")));
  return problems.some(({ severity }) => severity === "error") ? exitCodes.findings : exitCodes.fine;
}

/** The configuration in the folder, which has to name the files. */
function ownRules(cwd: string): string {
  const found = ["redocly.yaml", "redocly.yml"].find((name) => existsSync(join(cwd, name)));
  if (found !== undefined) return found;
  throw new Problem("which file? Name one, as in `backup-records lint openapi.yaml`");
}

function houseRules(): string {
  const file = join(packageFacts().root, "spec/lint/redocly.yaml");
  if (existsSync(file)) return file;
  throw new Problem(`${file} is missing: install backup-records anew`);
}
