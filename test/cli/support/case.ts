import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { run } from "../../../src/cli/run.js";
import type { BuiltCommand } from "./command.js";
import { textTerminal } from "./text-terminal.js";
import { type Case, type Outcome, parseTranscript, type Transcript } from "./transcript.js";

type Environment = Readonly<Record<string, string>>;

const folder = "test/cli/cases";
/** Every case starts in the folder of the input files. */
const inputs = resolve(folder, "files");
const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));

/** Reads every transcript; no two cases may have the same name. */
export function readTranscripts(): Transcript[] {
  const transcripts = readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .map((name) => join(folder, name))
    .map((file) => parseTranscript(readFileSync(file, "utf8"), file));
  const places = new Map<string, string>();
  for (const { name, place } of transcripts.flatMap(({ cases }) => cases)) {
    const other = places.get(name);
    if (other !== undefined) throw new Error(`${place}: the name ${name} is taken by ${other}`);
    places.set(name, place);
  }
  return transcripts;
}

/** A script whose last line can run without a shell: words without quotes, and perhaps a reader of its output. */
interface PlainScript {
  /** The lines before, for sh. */
  readonly setup: string;
  readonly words: readonly string[];
  readonly discarded: boolean;
  readonly reader: string;
}

const PLAIN_COMMAND = /^backup-records((?: (?:[\w./:,=+%-]|\$\w)+)*)( > \/dev\/null)?(?: \| (.+))?$/;

function readPlainScript(script: string): PlainScript | null {
  const lines = script.split("\n");
  const [match, args = "", discard, reader = ""] = PLAIN_COMMAND.exec(lines.pop() ?? "") ?? [];
  const setup = lines.join("\n");
  // Only a new process reads NODE_OPTIONS and TZ.
  if (match === undefined || /backup-records|\b(?:NODE_OPTIONS|TZ)=/.test(setup)) return null;
  return { setup, words: args.split(" ").slice(1), discarded: discard !== undefined, reader };
}

/**
 * The names of the cases that run within the test's process, which is ten times as fast. The first case of every exit
 * code runs as users run it, in a process of its own, and so does every script that is not plain.
 */
export function casesInProcess(cases: readonly Case[]): ReadonlySet<string> {
  const seen = new Set<number>();
  const rest = cases.filter(({ script, expected }) => {
    if (readPlainScript(script) === null) return false;
    const first = !seen.has(expected.exit);
    seen.add(expected.exit);
    return !first;
  });
  return new Set(rest.map(({ name }) => name));
}

/** Runs a plain case within this process, as `runCase` does otherwise. It changes the working directory. */
export async function runCaseInProcess(
  { name, script, stdin }: Case,
  command: BuiltCommand,
  services: Environment,
): Promise<Outcome> {
  const plain = readPlainScript(script);
  if (plain === null) throw new Error(`${name} needs a shell`);
  const prepared = prepare(name, command, services);
  const { cwd, env } = await afterSetup(plain.setup, prepared);
  const { terminal, stdout, stderr } = textTerminal(env, cwd, Buffer.from(stdin));
  const words = plain.words.map((word) =>
    word.replaceAll(/\$(\w+)/g, (_, variable: string) => env[variable] ?? ""),
  );
  const home = process.cwd();
  process.chdir(cwd);
  const exit = await run(words, terminal).finally(() => process.chdir(home));
  const printed = plain.discarded ? "" : stdout();
  const own = { stdout: printed, stderr: stderr(), exit };
  // A pipe ends with the exit code of its last command.
  const read = plain.reader === "" ? own : await shell(plain.reader, cwd, env, printed);
  return normalize({ ...own, stdout: read.stdout, exit: read.exit }, prepared, services);
}

/** Runs a case and returns its outcome; what differs from run to run is replaced. */
export async function runCase(
  { name, script, stdin }: Case,
  command: BuiltCommand,
  services: Environment,
): Promise<Outcome> {
  const env = prepare(name, command, services);
  return normalize(await shell(script, inputs, env, stdin), env, services);
}

/** Working directory and environment after these lines. */
async function afterSetup(setup: string, env: Environment): Promise<{ cwd: string; env: Environment }> {
  if (setup === "") return { cwd: inputs, env };
  const { stdout } = await shell(`${setup}\npwd\nenv -0`, inputs, env);
  const [cwd = "", variables = ""] = stdout.split(/\n(.*)/s);
  const entries = variables.matchAll(/([^=\0]+)=([^\0]*)/g);
  return { cwd, env: Object.fromEntries(Array.from(entries, ([, name = "", value = ""]) => [name, value])) };
}

async function shell(script: string, cwd: string, env: Environment, stdin = ""): Promise<Outcome> {
  const child = spawn("/bin/sh", ["-c", script], { cwd, env, stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const exited = new Promise<number>((done) => child.on("close", (code) => done(code ?? -1)));
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { stdout, stderr, exit };
}

/** Makes the case's empty folder, `$TMP`, and returns its environment: these variables and no others. */
function prepare(name: string, command: BuiltCommand, services: Environment) {
  const scratch = join(command.work, name);
  mkdirSync(scratch);
  return {
    PATH: `${command.bin}:/usr/bin:/bin`,
    HOME: scratch,
    TMP: scratch,
    LANG: "C.UTF-8",
    TZ: "UTC",
    ...services,
  };
}

function normalize(
  { stdout, stderr, exit }: Outcome,
  { TMP }: { readonly TMP: string },
  services: Environment,
): Outcome {
  const plain = (output: string) =>
    Object.entries({ ...services, TMP })
      .reduce((rest, [name, value]) => rest.replaceAll(value, `$${name}`), output)
      .replaceAll(/\b(127\.0\.0\.1|0\.0\.0\.0):\d+/g, "$1:PORT")
      .replaceAll(/\bport \d{4,}/g, "port PORT")
      .replaceAll(`backup-records ${version}`, "backup-records VERSION")
      .replaceAll(`"version":"${version}"`, `"version":"VERSION"`)
      .replaceAll(/\(request [0-9a-f]{8}-[0-9a-f-]{27}\)/g, "(request ID)")
      .replaceAll(/--resume [A-Z]\w+\.\S+/g, "--resume CURSOR")
      .replaceAll(/\b\d+ ms\b/g, "N ms");
  return { stdout: plain(stdout), stderr: plain(stderr), exit };
}
