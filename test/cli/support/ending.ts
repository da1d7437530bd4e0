import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { expect, type TestContext } from "vitest";
import type { BuiltCommand } from "./command.js";

/** How a command comes to its end. */
export const endings = ["by itself", "SIGINT", "SIGTERM"] as const;
export type Ending = (typeof endings)[number];

/** From the signal to the end: less than the time after which a command gives up what it still writes or serves. */
const PROMPT_MS = 8_000;

/** A running command, the leader of a process group of its own. */
export interface Running {
  readonly child: ChildProcess;
  said(): string;
  /** Resolves once it has said something that matches, with the match. */
  saw(pattern: RegExp): Promise<RegExpExecArray>;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<unknown>;
}

/** Of tests that run at the same time, each knows only by its context when it has finished. */
export type Context = Pick<TestContext, "onTestFinished">;

/** Starts the command; what is left of it and its children is killed when the test has finished. */
export function startCommand(
  command: BuiltCommand,
  { onTestFinished }: Context,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, [command.file, ...args], {
    cwd: command.work,
    env: { PATH: "/usr/bin:/bin", HOME: command.work, TZ: "UTC", OS_TOKEN: "fake-token", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  onTestFinished(() => {
    if (hasGroup(child)) process.kill(-Number(child.pid), "SIGKILL");
  });
  let text = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
      for (const look of waiting) look();
    });
  }
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);
  return {
    child,
    said: () => text,
    saw: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(text);
          if (match === null) return;
          waiting.delete(look);
          resolve(match);
        };
        waiting.add(look);
        look();
        ended.then(() => reject(new Error(`it ended without ${pattern}: ${text}`)), reject);
      }),
    ended,
  };
}

/**
 * Sends the signal, if there is one, and checks how the command ends: with this exit code (130 is 143 after SIGTERM), at once after a signal,
 * without a stack trace and without a child.
 */
export async function checkEnd({ child, said, ended }: Running, ending: Ending, code: number): Promise<void> {
  const from = performance.now();
  if (ending !== "by itself") child.kill(ending);
  const expected = ending === "SIGTERM" && code === 130 ? 143 : code;
  expect({ code: await ended, said: said() }).toEqual({ code: expected, said: said() });
  if (ending !== "by itself") expect(performance.now() - from).toBeLessThan(PROMPT_MS);
  expect(said()).not.toMatch(/^\s+at .*:\d+|internal error in backup-records/m);
  expect(hasGroup(child), "a child is left").toBe(false);
}

/** Whether the command or a child of it is still there. */
function hasGroup({ pid }: ChildProcess): boolean {
  try {
    return process.kill(-Number(pid), 0);
  } catch {
    return false;
  }
}
