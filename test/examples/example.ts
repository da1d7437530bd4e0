import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, buildSync } from "esbuild";

/** The exit code and the output of a program. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

type Environment = Readonly<Record<string, string>>;

/** Each process has its own folder: another one may write while a program is read. */
const FOLDER = `.tmp/examples/${process.pid}`;

/**
 * Removes the types of a program of `examples/`, and returns the path of the result. tsx does it too, but its start takes
 * longer than the program itself. The program imports the package by its own name, which leads to `dist`.
 */
export function compileExample(name: string, options: BuildOptions = {}): string {
  const outfile = join(FOLDER, name.replace(/\.ts$/, ".js"));
  mkdirSync(FOLDER, { recursive: true });
  const entryPoints = [join("examples", name)];
  buildSync({ entryPoints, format: "esm", target: "node20", outfile, logLevel: "error", ...options });
  return outfile;
}

/** Runs a program of `examples/` as a user would, with only `env` in its environment. */
export function runExample(name: string, args: readonly string[], env: Environment = {}): Promise<Ended> {
  return ended(start([compileExample(name), ...args], env));
}

/** Runs `script`, a module, as a program of its own. */
export function runScript(script: string, env: Environment): Promise<Ended> {
  return ended(start(["--input-type=module", "--eval", script], env));
}

/** A server of `examples/` that is listening. */
export interface Served {
  readonly url: string;
  stop(): Promise<unknown>;
}

/**
 * Starts a server of `examples/` on a port that is free, and waits until it prints its address.
 * @throws Error with what the program says if it ends before
 */
export async function serveExample(name: string, args: readonly string[], env: Environment): Promise<Served> {
  const child = start([compileExample(name), ...args], { ...env, PORT: "0" });
  const end = ended(child);
  const url = await new Promise<string>((found, fail) => {
    child.stdout?.on("data", (text: string) => found(text.trim()));
    end.then(({ code, err }) => fail(new Error(`${name} ended with ${code}: ${err}`)), fail);
  });
  return {
    url,
    stop() {
      child.kill();
      return end;
    },
  };
}

function start(args: readonly string[], env: Environment): ChildProcess {
  return spawn(process.execPath, args, {
    env: { PATH: process.env["PATH"], TMPDIR: process.env["TMPDIR"], ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

function ended(child: ChildProcess): Promise<Ended> {
  let [out, err] = ["", ""];
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done({ code, out, err }));
  });
}
