import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { refuseEnding } from "../ending.js";
import { exitCodes } from "../exit.js";
import type { FormatOf } from "../formats.js";
import { openSinks } from "../output-path.js";
import { packageFacts } from "../package.js";
import { fileProblem, Problem } from "../problem.js";
import { reasonOf, runRedocly } from "../redocly.js";
import type { Terminal } from "../terminal.js";
import { readBaseline, writeBaseline } from "./baseline.js";
import { type LintProblem, readReports } from "./problems.js";
import { listed, renderers, summaryOf } from "./render.js";
import { apiFiles, refuseOtherFormats } from "./version.js";

/** The options of `lint`, as they were given. */
export interface LintOptions {
  readonly config?: string;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly format: FormatOf<"lint">;
  readonly remoteRefs?: boolean;
}

/** Runs `lint` and returns its exit code. */
export async function runLint(
  files: readonly string[],
  { config, baseline, updateBaseline = false, format, remoteRefs }: LintOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd, out, note } = terminal;
  if (updateBaseline && baseline === undefined) {
    throw new Problem("--update-baseline needs the file to write: --baseline lint-baseline.yaml");
  }
  if (baseline !== undefined) refuseEnding("--baseline", baseline, "yaml");
  const read = (file: string) =>
    readFile(resolve(cwd, file), "utf8").catch((error: unknown) => {
      throw fileProblem(file, error);
    });
  for (const file of files) refuseOtherFormats(file, await read(file));
  const own = config ?? ownRules(cwd);
  if (own === undefined && files.length === 0) {
    throw new Problem("which file? Name one, as in `backup-records lint openapi.yaml`");
  }
  const rules = own ?? houseRules();
  const settings = await read(rules);
  const found = config === undefined && files.length > 0 ? own : undefined;
  if (found !== undefined && !settings.includes("backup-records")) {
    note(
      `${own} has none of the house rules: extend ./node_modules/backup-records/spec/lint/redocly.yaml in it`,
    );
  }
  const apis =
    files.length === 0
      ? apiFiles(settings).map((api) => (isAbsolute(api) ? api : join(dirname(rules), api)))
      : [];
  for (const api of apis) {
    // Redocly reports a file that is missing or not local.
    refuseOtherFormats(api, await readFile(resolve(cwd, api), "utf8").catch(() => ""));
  }
  const known =
    baseline === undefined || updateBaseline ? undefined : readBaseline(baseline, await read(baseline), cwd);
  const subject = files.join(", ") || rules;
  const all = await findAll(files, rules, subject, { cwd, remoteRefs });
  if (updateBaseline && baseline !== undefined) {
    await save(baseline, writeBaseline(baseline, all, cwd), [...files, ...apis, rules], terminal);
    note(`${subject}: findings written to ${baseline}: ${all.length}`);
    return exitCodes.fine;
  }
  const problems = known === undefined ? all : all.filter((problem) => !known.has(problem));
  await out.write(renderers[format](listed(problems), out.style));
  note(summaryOf(problems, subject, all.length - problems.length));
  const gone = known?.gone(all, [...files, ...apis]) ?? 0;
  if (gone > 0) {
    note(`${baseline}: places without a finding now: ${gone}; --update-baseline removes them`);
  }
  return problems.some(({ severity }) => severity === "error") ? exitCodes.findings : exitCodes.fine;
}

/** What the rules find in these files, or in those of the configuration. @throws Problem if a file cannot be linted */
async function findAll(
  files: readonly string[],
  rules: string,
  subject: string,
  options: { readonly cwd: string; readonly remoteRefs: boolean | undefined },
): Promise<LintProblem[]> {
  // Redocly lists a hundred findings unless it is told a number.
  const all = `--max-problems=${Number.MAX_SAFE_INTEGER}`;
  const args = ["lint", ...files, `--config=${rules}`, "--format=json", all];
  const { code, out, talk } = await runRedocly(args, { ...options, purpose: "linting" });
  const reports = readReports(out);
  const problems = reports?.flat() ?? [];
  const unread = reports === undefined || reports.length < files.length;
  if (unread || (code !== 0 && problems.length === 0)) {
    const others = files.length > 1 ? "; no file was linted" : "";
    throw new Problem(`${subject}: it cannot be linted: ${reasonOf(talk)}${others}`);
  }
  return problems;
}

/** Writes a baseline in place of the former one. None of what was read may be overwritten. */
async function save(path: string, text: string, read: readonly string[], terminal: Terminal): Promise<void> {
  const inputs = read.map((file) => ({ what: "the file", path: file }));
  for (const sink of await openSinks([{ option: "--baseline", path, regular: true }], inputs, terminal)) {
    try {
      await sink.write(text);
      await sink.commit();
    } catch (error) {
      await sink.discard();
      throw error;
    }
  }
}

/** The configuration in the folder, by the names that Redocly looks for. */
function ownRules(cwd: string): string | undefined {
  return ["redocly.yaml", "redocly.yml"].find((name) => existsSync(join(cwd, name)));
}

function houseRules(): string {
  const file = join(packageFacts().root, "spec/lint/redocly.yaml");
  if (existsSync(file)) return file;
  throw new Problem(`${file} is missing: install backup-records again`);
}
