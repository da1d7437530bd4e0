import { spawn } from "node:child_process";
import { Failure } from "./check.js";
import type { RunOptions } from "./shell.js";

/** A program that listens. */
export interface Serving {
  /** The part of its output that says where. */
  readonly said: string;
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until its output matches `ready`, of which the first group is `said`.
 * @throws Failure with its output if it ends before, or takes too long
 */
export async function serve(
  command: string,
  args: readonly string[],
  { cwd, env, timeout = 60_000 }: RunOptions,
  ready: RegExp,
): Promise<Serving> {
  // A group of its own: a program that starts others ends with all of them.
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const stop = async () => {
    const running = child.exitCode === null && child.signalCode === null;
    if (child.pid !== undefined && running) process.kill(-child.pid);
    await ended;
  };
  const timer = setTimeout(() => void stop(), timeout);
  const said = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      output += text;
      const found = ready.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.on("error", reject);
    ended.then(() => reject(new Failure(`${[command, ...args].join(" ")} does not listen:\n${output}`)));
  }).finally(() => clearTimeout(timer));
  return { said, stop };
}
