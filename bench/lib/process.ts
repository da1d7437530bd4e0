import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";

/** Where the bench's own programs are compiled to, and where what they read stands. */
export const workFolder = join(process.cwd(), "bench", ".work");

/** Says to the process that started this one what it needs to know, or what was found. */
export function ready(message: object): void {
  // Whoever started this has ended: nobody is left to stop it.
  process.once("disconnect", () => process.exit());
  process.send?.(message);
}

/** A program of the bench in a process of its own, until it is ended. */
export interface Running<Message> {
  readonly message: Message;
  readonly pid: number | undefined;
  stop(): Promise<void>;
}

/** What a program may be started with. */
export interface StartOptions {
  readonly args?: readonly object[];
  readonly env?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
}

/**
 * Starts a program of the bench, by its path without extension, and waits for what it says first.
 * @throws Error where it ends before it has said anything
 */
export async function start<Message>(program: string, options: StartOptions = {}): Promise<Running<Message>> {
  const { args = [], env = {}, execArgv = [] } = options;
  const child = fork(
    join(workFolder, "js", `${program}.js`),
    args.map((arg) => JSON.stringify(arg)),
    {
      env: { ...process.env, HOME: workFolder, NODE_ENV: "production", ...env },
      execArgv: [...execArgv],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    },
  );
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  const message = await firstMessage<Message>(child, program);
  return {
    message,
    pid: child.pid,
    async stop() {
      // Ending by itself it still writes the profile that it may have been asked for.
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** Runs a scenario to its first message, which is all that it has to say. */
export async function run<Message>(program: string, options: StartOptions = {}): Promise<Message> {
  const { message, stop } = await start<Message>(program, options);
  await stop();
  return message;
}

function firstMessage<Message>(child: ChildProcess, program: string): Promise<Message> {
  return new Promise((resolve, reject) => {
    child.once("message", (message) => resolve(message as Message));
    child.once("exit", (code, signal) => reject(new Error(`${program} ended with ${signal ?? code}`)));
    child.once("error", reject);
  });
}
