import { type FileHandle, open, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { withFileLock } from "../file-lock.js";
import { fileProblem, Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { chainLine, type HistoryLine, looksLikeLine, statedHash } from "./line.js";

/** A history that lines can be appended to. */
export interface History {
  /**
   * Appends lines, all or none if the disk is full. What a killed process left of a line is removed first, and told.
   * Returns the hash of the last line, which stands for all of them.
   * @throws Problem if the file cannot be written, or does not end as a history does
   */
  append(lines: readonly HistoryLine[]): Promise<string>;
}

const NEWLINE = 10;
const CHUNK = 65_536;
/** Longer than any line: names and reasons are short. */
const MAX_LINE = 2 ** 20;

/**
 * The history at a path, which is made if there is none.
 * @throws Problem if it is not a regular file, cannot be written, does not end as a history does, or is the file that
 * `input` names
 */
export async function openHistory(
  path: string,
  input: string | null,
  { cwd, say }: Pick<Terminal, "cwd" | "say">,
): Promise<History> {
  if (path === "") throw new Problem("--history is empty: write the path of a file");
  const full = resolve(cwd, path);
  const there = await stat(full).catch(() => null);
  if (path === "-" || (there !== null && !there.isFile())) {
    throw new Problem(`--history ${path}: is not a regular file, and it is read as well as written`);
  }
  const other = input === null || there === null ? null : await stat(resolve(cwd, input)).catch(() => null);
  if (other !== null && other.dev === there?.dev && other.ino === there.ino) {
    throw new Problem(
      `--history ${path} is the same as the targets file ${input}: give each a path of its own`,
    );
  }
  // An audit that could not be written down would have been for nothing.
  const opened = await openFile(full, path);
  try {
    await readEnd(opened, path);
  } catch (error) {
    throw error instanceof Problem ? error : fileProblem(path, error);
  } finally {
    await opened.close();
  }
  return {
    append: (lines) => withFileLock(full, () => appendTo(lines)),
  };

  async function appendTo(lines: readonly HistoryLine[]): Promise<string> {
    const handle = await openFile(full, path);
    try {
      const { size, former, torn } = await readEnd(handle, path);
      if (torn > 0) {
        await handle.truncate(size);
        say(`${path}: the last line was cut off while it was written; its ${torn} bytes were removed`);
      }
      const { text, hash } = chain(lines, former);
      await write(handle, text, size);
      return hash;
    } catch (error) {
      throw error instanceof Problem ? error : fileProblem(path, error);
    } finally {
      await handle.close();
    }
  }
}

async function openFile(full: string, path: string): Promise<FileHandle> {
  try {
    return await open(full, "a+");
  } catch (error) {
    throw fileProblem(path, error);
  }
}

function chain(lines: readonly HistoryLine[], former: string): { text: string; hash: string } {
  let hash = former;
  const texts = lines.map((line) => {
    const chained = chainLine(line, hash);
    hash = chained.hash;
    return `${chained.text}\n`;
  });
  return { text: texts.join(""), hash };
}

async function write(handle: FileHandle, text: string, size: number): Promise<void> {
  try {
    await handle.appendFile(text);
    await handle.datasync();
  } catch (error) {
    // As it was: a part of a run would look like all of it.
    await handle.truncate(size).catch(() => {});
    throw error;
  }
}

/** Where the last whole line ends, its hash, and how many bytes stand behind it. */
async function readEnd(handle: FileHandle, path: string) {
  const { size } = await handle.stat();
  let end = Buffer.alloc(0);
  // Up to the newline before the last line that is whole.
  while (end.length < size && countNewlines(end) < 2 && end.length < 2 * MAX_LINE) {
    const length = Math.min(CHUNK, size - end.length);
    const chunk = Buffer.alloc(length);
    await handle.read(chunk, 0, length, size - end.length - length);
    end = Buffer.concat([chunk, end]);
  }
  const last = end.lastIndexOf(NEWLINE);
  const torn = end.length - last - 1;
  if (last === -1) {
    // The first line of all, which was cut off.
    if (end.length === size && (size === 0 || looksLikeLine(end.toString()))) {
      return { size: 0, former: "", torn };
    }
  } else {
    const line = end.subarray(end.lastIndexOf(NEWLINE, last - 1) + 1, last).toString();
    const former = statedHash(line);
    if (former !== null) return { size: size - torn, former, torn };
  }
  throw new Problem(`${path}: does not end with a line of a history; name another file with --history`);
}

function countNewlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
