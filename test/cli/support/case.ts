import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { run } from "../../../src/cli/run.js";
import type { BuiltCommand } from "./command.js";
import { textTerminal } from "./text-terminal.js";
import { expand, readScript } from "./words.js";

/** What a command gave. */
export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}

/**
 * A case is a folder: `cmd`, a script for sh; `stdin`; `env`, further variables, a line each; the expected
 * `stdout`, `stderr` and `exit` (nothing and 0 where there is no such file). It runs in its folder, with
 * nothing in the environment but what is written there, the services, and `$TMP`, an empty folder.
 */
export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly cmd: string;
  readonly expected: Outcome;
}

const root = resolve("test/cli/cases");
const { version }: { version: string } = JSON.parse(readFileSync("package.json", "utf8"));

export function readCases(): Case[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const folder = join(root, name);
      const read = (file: string) =>
        existsSync(join(folder, file)) ? readFileSync(join(folder, file), "utf8") : "";
      const expected = { stdout: read("stdout"), stderr: read("stderr"), exit: Number(read("exit") || 0) };
      return { name, folder, cmd: read("cmd"), expected };
    });
}

/** What a process alone has: what Node is started with, and a zone of its own. */
const OF_A_PROCESS = /^(?:NODE_OPTIONS|TZ)=/m;

/**
 * The names of the cases that need no process to themselves: those of one command each, but for the first of
 * every command and exit code, which are run as whoever installed the command would run it.
 */
export function casesWithoutProcess(cases: readonly Case[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const plain = cases.filter(({ folder, cmd, expected }) => {
    const script = readScript(cmd);
    if (script === null || OF_A_PROCESS.test(variablesOf(folder))) return false;
    const kind = `${script.words.find((word) => !word.startsWith("-"))} ${expected.exit}`;
    const first = !seen.has(kind);
    seen.add(kind);
    return !first;
  });
  return new Set(plain.map(({ name }) => name));
}

/**
 * Runs the command of a case within this process, in the case's folder, and answers what came out as `runCase`
 * does. Only one can be there at a time.
 */
export async function runCaseHere(
  { name, folder, cmd }: Case,
  command: BuiltCommand,
  services: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const { scratch, env } = prepare(name, folder, command, services);
  const script = readScript(cmd);
  if (script === null) throw new Error(`${name} is more than one command`);
  const { before, words, after } = script;
  const cwd = before === "" ? folder : (await shell(["-c", `${before}\npwd`], folder, env)).stdout.trim();
  const { terminal, stdout, stderr } = textTerminal(env, cwd, stdinOf(folder));
  const home = process.cwd();
  process.chdir(cwd);
  const exit = await run(
    words.map((word) => expand(word, env)),
    terminal,
  ).finally(() => process.chdir(home));
  const own = { stdout: stdout(), stderr: stderr(), exit };
  const read = after === "" ? own : await shell(["-c", after], cwd, env, Buffer.from(own.stdout));
  const plain = (output: string) => normalize(output, { ...services, TMP: scratch, CASE: folder });
  // A pipe ends as its last command does; a redirection is none.
  const code = after.startsWith("cat >") ? exit : read.exit;
  return { stdout: plain(read.stdout), stderr: plain(own.stderr), exit: code };
}

/** Runs a case and answers what came out, with what differs from run to run replaced. */
export async function runCase(
  { name, folder }: Case,
  command: BuiltCommand,
  services: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const { scratch, env } = prepare(name, folder, command, services);
  const { stdout, stderr, exit } = await shell([join(folder, "cmd")], folder, env, stdinOf(folder));
  const plain = (output: string) => normalize(output, { ...services, TMP: scratch, CASE: folder });
  return { stdout: plain(stdout), stderr: plain(stderr), exit };
}

async function shell(
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
  stdin: Buffer = Buffer.alloc(0),
): Promise<Outcome> {
  const child = spawn("/bin/sh", args, { cwd, env, stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  const exited = new Promise<number>((done) => child.on("close", (code) => done(code ?? -1)));
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { stdout, stderr, exit };
}

function prepare(
  name: string,
  folder: string,
  command: BuiltCommand,
  services: Readonly<Record<string, string>>,
) {
  const scratch = join(command.work, name);
  mkdirSync(scratch);
  return { scratch, env: environment(folder, command, scratch, services) };
}

function stdinOf(folder: string): Buffer {
  const file = join(folder, "stdin");
  return existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
}

function variablesOf(folder: string): string {
  const file = join(folder, "env");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function environment(
  folder: string,
  command: BuiltCommand,
  scratch: string,
  services: Readonly<Record<string, string>>,
): Record<string, string> {
  const own = variablesOf(folder).split("\n").filter(Boolean);
  return {
    PATH: `${command.bin}:/usr/bin:/bin`,
    HOME: scratch,
    TMP: scratch,
    LANG: "C.UTF-8",
    TZ: "UTC",
    ...services,
    ...Object.fromEntries(own.map((line) => [line.replace(/=.*/s, ""), line.replace(/^[^=]*=/, "")])),
  };
}

function normalize(output: string, variables: Readonly<Record<string, string>>): string {
  const named = Object.entries(variables).reduce(
    (rest, [name, value]) => rest.replaceAll(value, `$${name}`),
    output,
  );
  return named
    .replaceAll(/\b(127\.0\.0\.1|0\.0\.0\.0):\d+/g, "$1:PORT")
    .replaceAll(/\bport \d{4,}/g, "port PORT")
    .replaceAll(`backup-records ${version}`, "backup-records VERSION")
    .replaceAll(/\(request [0-9a-f]{8}-[0-9a-f-]{27}\)/g, "(request ID)")
    .replaceAll(/--resume [A-Z]\w+\.\S+/g, "--resume CURSOR")
    .replaceAll(/\b\d+ ms\b/g, "N ms");
}

/** Writes what came out as what is expected from now on. */
export function record({ folder }: Case, { stdout, stderr, exit }: Outcome): void {
  const write = (file: string, content: string) => {
    if (content === "") rmSync(join(folder, file), { force: true });
    else writeFileSync(join(folder, file), content);
  };
  write("stdout", stdout);
  write("stderr", stderr);
  write("exit", exit === 0 ? "" : `${exit}\n`);
}
