import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type Contexts, holds, interpolate } from "./expression.js";
import { readAction, type Step } from "./workflow.js";

/** A machine that runs steps: a clone of the repository, and a folder for other files. */
export interface Machine {
  readonly workspace: string;
  readonly temp: string;
  /** The folder of artifacts. */
  readonly artifacts: string;
  readonly env: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
}

/** The outcome of a list of steps. */
export interface Outcome {
  readonly failed: boolean;
  /** By id of the step. */
  readonly steps: Readonly<Record<string, { readonly outputs: Readonly<Record<string, string>> }>>;
  /** Steps that only GitHub can run. */
  readonly untried: readonly string[];
}

/** Runs steps one after the other, as a job or a composite action does. */
export function runSteps(list: readonly Step[], contexts: Contexts, machine: Machine): Outcome {
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const untried: string[] = [];
  let failed = false;
  for (const step of list) {
    const seen = { ...contexts, steps };
    const title = step.name ?? step.run?.trim().split("\n", 1)[0] ?? step.uses ?? "";
    if (!holds(step.if, seen, { failed })) {
      machine.say(`skip  ${title}`);
      continue;
    }
    const start = performance.now();
    const { code, outputs, left } =
      step.run === undefined ? use(step, seen, machine) : runShell(step, seen, machine);
    untried.push(...left);
    if (step.id !== undefined) steps[step.id] = { outputs };
    const mark = left.length > 0 ? "left " : code === 0 ? "ok   " : "FAIL ";
    machine.say(`${mark} ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
    failed ||= code !== 0;
  }
  return { failed, steps, untried };
}

interface Done {
  readonly code: number;
  readonly outputs: Record<string, string>;
  readonly left: readonly string[];
}

const done: Done = { code: 0, outputs: {}, left: [] };

function runShell(step: Step, contexts: Contexts, machine: Machine): Done {
  const script = join(machine.temp, "step.sh");
  const output = join(machine.temp, "output.txt");
  writeFileSync(script, interpolate(step.run ?? "", contexts));
  writeFileSync(output, "");
  // A step that names no shell does not fail in the middle of a pipe.
  const flags = step.shell === "bash" ? ["--noprofile", "--norc", "-eo", "pipefail"] : ["-e"];
  const { status } = spawnSync("bash", [...flags, script], {
    cwd: resolve(machine.workspace, step["working-directory"] ?? "."),
    env: { ...machine.env, ...textsOf(step.env, contexts), ...machineEnv(machine), GITHUB_OUTPUT: output },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return { code: status ?? 1, outputs: readOutputs(output), left: [] };
}

function machineEnv({ temp, workspace }: Machine): Record<string, string> {
  return { RUNNER_TEMP: temp, GITHUB_WORKSPACE: workspace, GITHUB_STEP_SUMMARY: join(temp, "summary.md") };
}

function use(step: Step, contexts: Contexts, machine: Machine): Done {
  const { uses = "" } = step;
  const given = textsOf(step.with, contexts);
  if (uses.startsWith("./")) return useLocal(resolve(machine.workspace, uses), given, contexts, machine);
  const [action = ""] = uses.split("@");
  // The clone and the installed Node replace these two.
  if (action === "actions/checkout" || action === "actions/setup-node") return done;
  if (/^actions\/upload-(?:pages-)?artifact$/.test(action)) return upload(given, machine);
  if (action === "actions/download-artifact") return download(given, machine);
  return { ...done, left: [uses] };
}

function useLocal(
  folder: string,
  given: Readonly<Record<string, string>>,
  contexts: Contexts,
  machine: Machine,
): Done {
  const { inputs: declared = {}, outputs: named = {}, runs } = readAction(join(folder, "action.yml"));
  const missing = Object.entries(declared).filter(([name, { required }]) => required && !(name in given));
  const unknown = Object.keys(given).filter((name) => !(name in declared));
  if (missing.length > 0 || unknown.length > 0) {
    machine.say(`the action lacks the inputs ${missing.map(([name]) => name)}, or has no inputs ${unknown}`);
    return { ...done, code: 1 };
  }
  const defaults = Object.fromEntries(Object.entries(declared).map(([name, input]) => [name, input.default]));
  const inputs = { ...textsOf(defaults, contexts), ...given };
  const env = { ...machine.env, GITHUB_ACTION_PATH: folder };
  const inner = { ...contexts, inputs };
  const { failed, steps, untried } = runSteps(runs.steps ?? [], inner, { ...machine, env });
  const values = Object.fromEntries(Object.entries(named).map(([name, { value }]) => [name, value]));
  return { code: failed ? 1 : 0, outputs: textsOf(values, { ...inner, steps }), left: untried };
}

function upload({ name = "artifact", path = "" }: Readonly<Record<string, string>>, machine: Machine): Done {
  const from = resolve(machine.workspace, path);
  if (!existsSync(from) || readdirSync(from).length === 0) {
    machine.say(`${path} is empty or missing`);
    return { ...done, code: 1 };
  }
  mkdirSync(machine.artifacts, { recursive: true });
  cpSync(from, join(machine.artifacts, name), { recursive: true });
  return done;
}

function download(
  { name = "artifact", path = "." }: Readonly<Record<string, string>>,
  machine: Machine,
): Done {
  cpSync(join(machine.artifacts, name), resolve(machine.workspace, path), { recursive: true });
  return done;
}

function textsOf(values: Readonly<Record<string, unknown>> = {}, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, interpolate(String(value ?? ""), contexts)]),
  );
}

function readOutputs(file: string): Record<string, string> {
  const lines = readFileSync(file, "utf8").split("\n");
  return Object.fromEntries(
    lines
      .filter((line) => line.includes("="))
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );
}
