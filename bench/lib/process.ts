import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { join } from "node:path";

/** Where the bench's programs are compiled to, and where the files stand that they read. */
export const workFolder = join(process.cwd(), "bench", ".work");

/** Path of a compiled program of the bench, by its path without extension. */
export function programFile(program: string): string {
  return join(workFolder, "js", `${program}.js`);
}

/** Sends the process that started this one the address of a server, or the outcome of a row. */
export function ready(message: object): void {
  // If that process has ended, nobody else would stop this one.
  process.once("disconnect", () => process.exit());
  process.send?.(message);
}

/** A program of the bench in a process of its own. */
export interface Running<Message> {
  readonly message: Message;
  stop(): Promise<void>;
}

/** What a program is started with. */
export interface StartOptions {
  /** A program reads them as JSON from `process.argv`. */
  readonly args?: readonly object[];
  readonly env?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
}

/**
 * Starts a program of the bench and waits for its first message.
 * @throws Error if it ends before it has sent one
 */
export async function start<Message>(program: string, options: StartOptions = {}): Promise<Running<Message>> {
  const { args = [], env = {}, execArgv = [] } = options;
  const child = fork(
    programFile(program),
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
    async stop() {
      // A process that ends by itself writes its profile, if one was asked for.
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

/** Runs a scenario and returns its only message. */
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

/**
 * Runs a command to its end and returns its standard output.
 * @throws Error if its exit code is not 0
 */
export function runCommand(command: readonly string[], cwd?: string): string {
  const [file = "", ...args] = command;
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}: ${stderr}`);
  return stdout;
}

/** Milliseconds that whole commands take from start to end, in turns. */
export function timeCommands(
  commands: Readonly<Record<string, readonly string[]>>,
  rounds: number,
  warmUp: number,
): Map<string, number[]> {
  const taken = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, command] of Object.entries(commands)) {
      const begun = performance.now();
      runCommand(command);
      if (round >= 0) taken.get(name)?.push(performance.now() - begun);
    }
  }
  return taken;
}
