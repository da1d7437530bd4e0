import type { Readable, Writable } from "node:stream";
import { exitCodes } from "./exit.js";
import { createStyle, type Style, styled, styledLines, type Word, wantsColour } from "./style.js";
import type { ColourChoice, TalkOptions } from "./talk.js";

/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Standard output or standard error. */
export interface Output {
  readonly isTerminal: boolean;
  /** Width of the terminal; undefined if there is none. */
  readonly columns: number | undefined;
  readonly style: Style;
  /** Resolves once the reader can take more, so that nothing piles up in memory. */
  write(text: string): Promise<void>;
  /** For libraries that draw by themselves. */
  readonly stream: Writable;
}

/** All that a command touches outside of itself. */
export interface Terminal {
  readonly env: Environment;
  readonly cwd: string;
  readonly stdin: Readable;
  /** Whether a person would have to type the input. */
  readonly stdinIsTerminal: boolean;
  /** Data. */
  readonly out: Output;
  /** Talk. */
  readonly err: Output;
  /** Epoch milliseconds. */
  now(): number;
  /** Writes one line of talk: the one place where it leaves, and where it is escaped. */
  readonly say: (...words: readonly Word[]) => void;
  /** Says what a reader can do without: nothing with `--quiet`. */
  readonly note: Terminal["say"];
  /** Whether to draw no progress. */
  readonly quiet: boolean;
  /**
   * Has Ctrl-C (and SIGTERM) run `listener` once; a second Ctrl-C ends the process in any case. What ends as
   * interrupted after SIGTERM has its exit code.
   * Returns how to take that back.
   */
  onInterrupt(listener: () => void): () => void;
  /** Has SIGHUP run `listener` each time, instead of ending the process. Returns how to take that back. */
  onHangup(listener: () => void): () => void;
  /** Ends the process without waiting for anything. */
  exit(code: number): never;
}

/** The terminal of a real process. The reader of its output may go away: then it ends quietly. */
export function processTerminal(
  process: NodeJS.Process,
  { colour, quiet }: TalkOptions = { colour: "auto", quiet: false },
): Terminal {
  const { env } = process;
  const [out, err] = [output(process.stdout, env, colour), output(process.stderr, env, colour)];
  const say = talkOn(err);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.fine);
    say(`backup-records: cannot write the output: ${error.message}`);
    process.exit(exitCodes.usage);
  });
  process.stderr.on("error", () => {});
  let terminated = false;
  process.on("exit", (code) => {
    if (terminated && code === exitCodes.interrupted) process.exitCode = exitCodes.terminated;
  });
  return {
    env,
    cwd: process.cwd(),
    // Standard input is opened by looking at it, so not before it is needed.
    get stdin() {
      return process.stdin;
    },
    get stdinIsTerminal() {
      return process.stdin.isTTY === true;
    },
    out,
    err,
    now: () => Date.now(),
    say,
    note: quiet ? () => {} : say,
    quiet,
    onInterrupt(listener) {
      const once = (signal: NodeJS.Signals) => {
        take();
        terminated = signal === "SIGTERM";
        listener();
      };
      const take = () => {
        process.off("SIGINT", once);
        process.off("SIGTERM", once);
      };
      process.on("SIGINT", once);
      process.on("SIGTERM", once);
      return take;
    },
    onHangup(listener) {
      process.on("SIGHUP", listener);
      return () => process.off("SIGHUP", listener);
    },
    exit: (code) => process.exit(code),
  };
}

/** Says lines on an output. On a terminal, a line that is wider goes on in the next, broken between words. */
export function talkOn(output: Output): Terminal["say"] {
  const { stream, style } = output;
  return (...words) => {
    // Asked each time: a person may change the width.
    const { columns } = output;
    const lines = columns === undefined ? [styled(words, style)] : styledLines(words, style, columns);
    stream.write(`${lines.join("\n")}\n`);
  };
}

function output(stream: NodeJS.WriteStream, env: Environment, colour: ColourChoice): Output {
  const isTerminal = stream.isTTY === true;
  return {
    isTerminal,
    get columns() {
      // A terminal that does not know its width says 0.
      return isTerminal ? stream.columns || undefined : undefined;
    },
    style: createStyle(wantsColour(isTerminal, env, colour)),
    write: (text) =>
      new Promise((done) => {
        if (stream.write(text)) done();
        else stream.once("drain", done);
      }),
    stream,
  };
}
