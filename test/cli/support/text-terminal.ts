import { Readable, Writable } from "node:stream";
import { createStyle } from "../../../src/cli/style.js";
import { type Environment, type Output, type Terminal, talkOn } from "../../../src/cli/terminal.js";

/** The streams of a process that is not on a terminal; what is written can be read afterwards. */
export interface TextTerminal {
  readonly terminal: Terminal;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** Thrown instead of ending the process. */
export class Exited extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`the process would have ended with ${code}`);
    this.code = code;
  }
}

/** Returns the streams of a process with this standard input. */
export function textTerminal(env: Environment, cwd: string, stdin: Buffer): TextTerminal {
  const [out, err] = [pipe(), pipe()];
  const terminal: Terminal = {
    env,
    cwd,
    stdin: Readable.from([stdin]),
    stdinIsTerminal: false,
    out: out.output,
    err: err.output,
    now: () => Date.now(),
    say: talkOn(err.output),
    note: talkOn(err.output),
    quiet: false,
    onInterrupt: () => () => {},
    onHangup: () => () => {},
    exit: (code) => {
      throw new Exited(code);
    },
  };
  return { terminal, stdout: out.text, stderr: err.text };
}

function pipe(): { output: Output; text: () => string } {
  const written: Buffer[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      written.push(Buffer.from(chunk));
      done();
    },
  });
  const output: Output = {
    isTerminal: false,
    columns: undefined,
    style: createStyle(false),
    write: async (text) => void stream.write(text),
    stream,
  };
  return { output, text: () => Buffer.concat(written).toString() };
}
