import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { exitCodes } from "../exit.js";
import type { FormatOf } from "../formats.js";
import { packageFacts } from "../package.js";
import { fileProblem, Problem } from "../problem.js";
import { reasonOf, runRedocly } from "../redocly.js";
import type { Terminal } from "../terminal.js";
import { readReports, together } from "./problems.js";
import { renderers, summaryOf } from "./render.js";
import { apiFiles, refuseOtherFormats } from "./version.js";

/** How many findings of a file are listed. */
const MAX_LISTED = 10_000;

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
  const read = (file: string) =>
    readFile(resolve(cwd, file), "utf8").catch((error: unknown) => {
      throw fileProblem(file, error);
    });
  for (const file of files) refuseOtherFormats(file, await read(file));
  const rules = config ?? (files.length === 0 ? ownRules(cwd) : houseRules());
  const settings = await read(rules);
  for (const api of files.length === 0 ? apiFiles(settings) : []) {
    // Redocly reports a file that is missing or not local.
    const text = await readFile(resolve(cwd, dirname(rules), api), "utf8").catch(() => "");
    refuseOtherFormats(api, text);
  }
  const args = ["lint", ...files, `--config=${rules}`, "--format=json", `--max-problems=${MAX_LISTED}`];
  const { code, out: report, talk } = await runRedocly(args, { cwd, purpose: "linting", remoteRefs });
  const reports = readReports(report);
  const found = together(reports ?? []);
  const unread = reports === undefined || reports.length < files.length;
  if (unread || (code !== 0 && found.problems.length === 0)) {
    throw new Problem(`${files.join(", ") || rules}: it cannot be linted: ${reasonOf(talk)}`);
  }
  await out.write(renderers[format](found.problems, out.style));
  terminal.note(summaryOf(found, files.length === 0 ? rules : files.join(", ")));
  return found.errors > 0 ? exitCodes.findings : exitCodes.fine;
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
