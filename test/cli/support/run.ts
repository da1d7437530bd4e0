import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import type { BuiltCommand } from "./command.js";
import type { Outcome } from "./transcript.js";

/** Runs the command with these arguments. Its environment is `env` and a path, a home and a time zone. */
export async function run(
  command: BuiltCommand,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [command.file, ...args], {
    cwd: command.work,
    env: { PATH: "/usr/bin:/bin", HOME: command.work, TZ: "UTC", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<number>((done) => child.on("close", (code) => done(code ?? -1)));
  const [stdout, stderr, exit] = await Promise.all([text(child.stdout), text(child.stderr), exited]);
  return { stdout, stderr, exit };
}
