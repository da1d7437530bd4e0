import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { exitCodes } from "../exit.js";
import { fileProblem, Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { type HistoryLine, looksLikeLine, readLine, statedHash } from "./line.js";

/** What is known of a history that was read to its end. */
export interface HistoryEnd {
  /** Whole lines. */
  readonly lines: number;
  /** The hash of the last line, which stands for all of them; empty if there is none. */
  readonly hash: string;
  /** Whether the last line was cut off while it was written. */
  readonly torn: boolean;
}

/**
 * Reads a history, and checks each line.
 * @throws Problem that names the first line that was altered, or stands behind one that was removed or added; another
 * one if no line is one of a history
 */
export async function readHistory(
  path: string,
  { cwd }: Pick<Terminal, "cwd">,
  take: (line: HistoryLine) => void,
): Promise<HistoryEnd> {
  const stream = createReadStream(resolve(cwd, path));
  let endsWhole = true;
  stream.on("data", (chunk) => {
    endsWhole = Buffer.from(chunk).at(-1) === 10;
  });
  let [lines, hash] = [0, ""];
  // Each line is checked once the next one is there, or the end: only the last one may be cut off.
  let waiting: string | undefined;
  // Of a file whose first line is nothing like one, only a later line tells whether it is a history that was altered.
  let foreign = false;
  const check = (text: string) => {
    const read = readLine(text, hash);
    if (read === null && lines === 0 && !looksLikeLine(text)) foreign = true;
    if (foreign && statedHash(text) === null) return;
    if (foreign || read === null) {
      throw new Problem(
        `${path}: line ${lines + 1} is not as it was written: it was altered, or a line before it was removed or added`,
        exitCodes.findings,
      );
    }
    lines += 1;
    hash = read.hash;
    take(read.line);
  };
  try {
    for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (waiting !== undefined) check(waiting);
      waiting = text;
    }
  } catch (error) {
    throw error instanceof Problem ? error : fileProblem(path, error);
  } finally {
    stream.destroy();
  }
  if (waiting !== undefined && endsWhole) check(waiting);
  if (foreign || (waiting !== undefined && lines === 0 && !looksLikeLine(waiting))) {
    throw new Problem(`${path}: is not a history; name the file that audit --history writes`);
  }
  return { lines, hash, torn: !endsWhole };
}
