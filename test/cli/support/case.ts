import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import type { BuiltCommand } from "./command.js";

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

/** Runs a case and answers what came out, with what differs from run to run replaced. */
export async function runCase(
  { name, folder }: Case,
  command: BuiltCommand,
  services: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const scratch = join(command.work, name);
  mkdirSync(scratch);
  const env = environment(folder, command, scratch, services);
  const child = spawn("/bin/sh", [join(folder, "cmd")], {
    cwd: folder,
    env,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => {});
  child.stdin.end(existsSync(join(folder, "stdin")) ? readFileSync(join(folder, "stdin")) : "");
  const exited = new Promise<number>((done) => child.on("close", (code) => done(code ?? -1)));
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  const plain = (output: string) => normalize(output, { ...services, TMP: scratch, CASE: folder });
  return { stdout: plain(stdout), stderr: plain(stderr), exit };
}

function environment(
  folder: string,
  command: BuiltCommand,
  scratch: string,
  services: Readonly<Record<string, string>>,
): Record<string, string> {
  const file = join(folder, "env");
  const own = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
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
