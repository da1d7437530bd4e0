import { Readable, Writable } from "node:stream";
import { createStyle } from "../../../src/cli/style.js";
import { type Environment, type Output, type Terminal, talkOn } from "../../../src/cli/terminal.js";

/** A terminal that nobody sits at: pipes, whose text can be read in the end. */
export interface TextTerminal {
  readonly terminal: Terminal;
  readonly stdout: () => string;
  readonly stderr: () => string;
}

/** What is said where a command ends its process. */
export class Exited extends Error {
  readonly code: number;
  constructor(code: number) {
    super(`the process would have ended with ${code}`);
    this.code = code;
  }
}

/** Makes the terminal of a process whose input is this text. */
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
    onInterrupt: () => () => {},
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
