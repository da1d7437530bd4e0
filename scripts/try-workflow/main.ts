import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { type Contexts, holds, interpolate } from "./expression.js";
import { runSteps } from "./runner.js";
import { type Job, readWorkflow } from "./workflow.js";

const usage = `usage: npx tsx scripts/try-workflow.ts [options] <workflow file> [job …]

  job                       name of a job; default: all jobs in the order of the file
  --event <name>            pull_request or push; default: pull_request
  --set <place>=<value>     output of a job that is not run, e.g. needs.version.outputs.pending=false
  --keep                    keep the temporary folder, and print its path

The clone has the last commit, without uncommitted changes. npm publish is a dry run, and gh prints its arguments.`;

/** Tries jobs and returns the exit code: 0 each step that can be tried succeeds · 1 one fails · 2 usage. */
export async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file, ...named] = positionals;
  if (values.help || file === undefined) return say(usage, values.help ? 0 : 2);
  const { jobs } = readWorkflow(file);
  const unknown = named.filter((name) => !Object.hasOwn(jobs, name));
  if (unknown.length > 0) return say(`${file} has no job ${unknown}; it has ${Object.keys(jobs)}`, 2);

  const folder = mkdtempSync(join(tmpdir(), "try-workflow-"));
  const artifacts = join(folder, "artifacts");
  const needs = readNeeds(values.set ?? []);
  const unsuccessful = new Set<string>();
  let failed = false;
  try {
    for (const [name, job] of Object.entries(jobs)) {
      if (named.length > 0 && !named.includes(name)) continue;
      const github = describeEvent(values.event);
      const contexts = {
        github,
        needs,
        matrix: firstOf(job),
        runner: { temp: join(folder, name) },
        secrets: {},
      };
      if (!holds(job.if, contexts, { failed: needsOf(job).some((need) => unsuccessful.has(need)) })) {
        say(`\n${name}: its condition does not hold, or a job that it needs did not succeed`, 0);
        unsuccessful.add(name);
        continue;
      }
      say(`\n${name}`, 0);
      const outcome = runJob(name, job, contexts, folder, artifacts);
      needs[name] = { outputs: outcome.outputs, ...needs[name] };
      if (outcome.failed) {
        unsuccessful.add(name);
        failed = true;
      }
    }
    return failed ? 1 : 0;
  } finally {
    if (values.keep) say(`kept ${folder}`, 0);
    else rmSync(folder, { recursive: true, force: true });
  }
}

const options = {
  help: { type: "boolean", short: "h" },
  event: { type: "string", default: "pull_request" },
  set: { type: "string", multiple: true },
  keep: { type: "boolean" },
} as const;

function runJob(name: string, job: Job, contexts: Contexts, folder: string, artifacts: string) {
  const temp = join(folder, name);
  const workspace = join(folder, `${name}-workspace`);
  mkdirSync(temp);
  const steps = job.steps ?? [];
  if (steps.some(({ uses }) => uses?.startsWith("actions/checkout@"))) {
    execFileSync("git", ["clone", "--quiet", "--local", resolve("."), workspace]);
  } else {
    mkdirSync(workspace);
  }
  const env = environment(contexts, temp, job);
  const outcome = runSteps(
    steps,
    { ...contexts, env },
    { workspace, temp, artifacts, env, say: (line) => say(line, 0) },
  );
  const summary = join(temp, "summary.md");
  if (existsSync(summary)) say(`--- summary ---\n${readFileSync(summary, "utf8").trimEnd()}\n---`, 0);
  if (outcome.untried.length > 0) say(`only GitHub can run: ${outcome.untried.join(", ")}`, 0);
  const seen = { ...contexts, steps: outcome.steps };
  const outputs = Object.fromEntries(
    Object.entries(job.outputs ?? {}).map(([key, value]) => [key, interpolate(value, seen)]),
  );
  return { failed: outcome.failed, outputs };
}

/** The environment that GitHub sets, with stand-ins for npm and gh first on the PATH, so that a trial publishes nothing. */
function environment(contexts: Contexts, temp: string, job: Job): Record<string, string> {
  const stand = join(temp, "stand-ins");
  mkdirSync(stand);
  const { PATH = "" } = process.env;
  const npm = execFileSync("which", ["npm"], { encoding: "utf8" }).trim();
  writeFileSync(
    join(stand, "npm"),
    `#!/bin/sh\n[ "$1" = publish ] || exec "${npm}" "$@"\nshift\nfor arg; do shift; [ "$arg" = --provenance ] || set -- "$@" "$arg"; done\nexec "${npm}" publish --dry-run "$@"\n`,
    { mode: 0o755 },
  );
  writeFileSync(join(stand, "gh"), '#!/bin/sh\necho "would run: gh $*"\n', { mode: 0o755 });
  // Without the variables of the npm that started this script.
  const own = Object.entries(process.env).filter(([key]) => !key.startsWith("npm_"));
  const texts = Object.entries(job.env ?? {}).map(([key, value]) => [
    key,
    interpolate(String(value), contexts),
  ]);
  return {
    ...Object.fromEntries(own.filter(([, value]) => value !== undefined)),
    ...Object.fromEntries(texts),
    PATH: `${stand}${delimiter}${PATH}`,
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_REPOSITORY: "OWNER/backup-records",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: execFileSync("git", ["rev-parse", "HEAD"], { encoding: "utf8" }).trim(),
  };
}

function needsOf({ needs = [] }: Job): readonly string[] {
  return typeof needs === "string" ? [needs] : needs;
}

function describeEvent(event: string): Contexts {
  return { event_name: event, ref: "refs/heads/main", repository: "OWNER/backup-records", token: "" };
}

function firstOf({ strategy }: Job): Contexts {
  return Object.fromEntries(Object.entries(strategy?.matrix ?? {}).map(([key, [first]]) => [key, first]));
}

function readNeeds(settings: readonly string[]): Record<string, { outputs: Record<string, string> }> {
  const needs: Record<string, { outputs: Record<string, string> }> = {};
  for (const setting of settings) {
    const [, job = "", output = "", value = ""] =
      /^needs\.([\w-]+)\.outputs\.([\w-]+)=(.*)$/.exec(setting) ?? [];
    needs[job] = { outputs: { ...needs[job]?.outputs, [output]: value } };
  }
  return needs;
}

function say(text: string, code: number): number {
  console.log(text);
  return code;
}
