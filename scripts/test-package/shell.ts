import { spawn } from "node:child_process";
import { Failure } from "./check.js";

/** The exit code and the output of a program. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The folder, environment and time limit of a program. */
export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds until the program is killed. @default 300_000 */
  readonly timeout?: number;
}

/** Runs a program to its end, without a shell. */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<Ended> {
  const { cwd, env, timeout = 300_000 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      timeout,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/**
 * Runs a program that must succeed and returns its standard output.
 * @throws Failure with the last lines of its output
 */
export async function mustRun(
  command: string,
  args: readonly string[],
  options: RunOptions,
): Promise<string> {
  const { code, stdout, stderr } = await run(command, args, options);
  if (code === 0) return stdout;
  const output = `${stdout}\n${stderr}`.trim().split("\n").slice(-40).join("\n");
  throw new Failure(`${[command, ...args].join(" ")} ended with ${code}:\n${output}`);
}

/** Runs npm without notices; npm prefers its cache. */
export function npm(args: readonly string[], cwd: string): Promise<string> {
  return mustRun("npm", [...args, "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"], {
    cwd,
  });
}
