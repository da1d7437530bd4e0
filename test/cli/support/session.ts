import { spawn } from "@lydell/node-pty";
import type { BuiltCommand } from "./command.js";

/** A command that runs in a terminal of its own. */
export interface Session {
  /** Everything that was written so far, with escape sequences. */
  readonly drawn: () => string;
  /** Resolves once the text so far matches. */
  saw(pattern: Pick<RegExp, "test">): Promise<void>;
  type(text: string): void;
  readonly ended: Promise<number>;
  /** Takes the terminal away, which ends the command whatever it does. */
  hangUp(): void;
}

/** Runs a script for sh in a pseudo-terminal of 80 columns. */
export function startSession(
  script: string,
  command: BuiltCommand,
  env: Readonly<Record<string, string>> = {},
): Session {
  let text = "";
  const waiting = new Set<() => void>();
  const terminal = spawn("/bin/sh", ["-c", script], {
    name: "xterm-256color",
    cols: 80,
    rows: 30,
    cwd: command.work,
    env: {
      PATH: `${command.bin}:/usr/bin:/bin`,
      HOME: command.work,
      LANG: "C.UTF-8",
      TZ: "UTC",
      TERM: "xterm-256color",
      ...env,
    },
  });
  terminal.onData((data) => {
    text += data;
    for (const look of waiting) look();
  });
  return {
    drawn: () => text,
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
    type: (keys) => terminal.write(keys),
    hangUp: () => terminal.kill("SIGKILL"),
    ended: new Promise((done) => terminal.onExit(({ exitCode }) => done(exitCode))),
  };
}

/** The text without colours and cursor movements. */
export function plain(drawn: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with it.
  return drawn.replaceAll(/\u001b(?:\[[0-9;?]*[A-Za-z]|[78])/g, "").replaceAll("\r", "");
}
