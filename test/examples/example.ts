import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";

/** The exit code and the output of a program. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Each process has its own folder: another one may write while a program is read. */
const FOLDER = `.tmp/examples/${process.pid}`;

/** Removes the types of a program. tsx does it too, but its start takes longer than the program itself. */
function compile(name: string): string {
  const file = join(FOLDER, name.replace(/\.ts$/, ".js"));
  mkdirSync(FOLDER, { recursive: true });
  const source = readFileSync(join("examples", name), "utf8");
  writeFileSync(file, transformSync(source, { loader: "ts", target: "node20" }).code);
  return file;
}

/**
 * Runs a program of `examples/` as a user would, with only `env` in its environment. The program imports the package
 * by its own name, which leads to `dist`.
 */
export function runExample(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [compile(name), ...args], {
    env: { PATH: process.env["PATH"], TMPDIR: process.env["TMPDIR"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done({ code, out, err }));
  });
}
