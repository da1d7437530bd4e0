import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { text } from "node:stream/consumers";
import { fileProblem, Problem } from "./problem.js";
import type { Terminal } from "./terminal.js";

/** A text, and what to call the place that it came from. */
export interface Input {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads a file, or standard input where it is `-` or not given.
 * @throws Problem if it cannot be read, or a person would have to type it
 */
export async function readInput(file: string | undefined, terminal: Terminal): Promise<Input> {
  if (file === undefined || file === "-") {
    if (file === undefined && terminal.stdinIsTerminal) {
      throw new Problem("there is nothing to read: name a file, or - to type it in");
    }
    return { name: "standard input", text: await text(terminal.stdin) };
  }
  try {
    return { name: file, text: await readFile(resolve(terminal.cwd, file), "utf8") };
  } catch (error) {
    throw fileProblem(file, error);
  }
}
