import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { BuiltCommand } from "../../cli/support/command.js";

/** A worker as it is shipped, in a process of its own. */
export interface WorkerProcess {
  readonly child: ChildProcess;
  /** What it said so far. */
  said(): string;
  /** Resolves once it has said something that matches. */
  saw(pattern: RegExp): Promise<void>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

/** Starts `backup-records worker`. */
export function startWorker(
  command: BuiltCommand,
  queue: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): WorkerProcess {
  const child = spawn(process.execPath, [command.file, "worker", "--queue", queue, ...args], {
    cwd: command.work,
    env: { PATH: "/usr/bin:/bin", HOME: command.work, TOKEN_OF_MAIN: "fake", TOKEN_OF_OTHER: "fake", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let text = "";
  const waiting = new Set<() => void>();
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    for (const look of waiting) look();
  });
  return {
    child,
    said: () => text,
    saw: (pattern) =>
      new Promise((done) => {
        const look = () => {
          if (!pattern.test(text)) return;
          waiting.delete(look);
          done();
        };
        waiting.add(look);
        look();
      }),
    ended: once(child, "exit").then(([code, signal]) => code ?? signal),
  };
}
