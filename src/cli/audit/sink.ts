import { randomUUID } from "node:crypto";
import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { fileProblem, Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";

/** Where text goes. */
export interface Sink {
  write(text: string): Promise<void>;
  /** Lets it be seen, whole. */
  commit(): Promise<void>;
  /** Leaves what was there before. */
  discard(): Promise<void>;
}

/** Standard output, or a file. */
export function openSink(file: string | undefined, terminal: Terminal): Promise<Sink> {
  if (file !== undefined) return openFile(file, terminal);
  return Promise.resolve({
    write: (text) => terminal.out.write(text),
    commit: async () => {},
    discard: async () => {},
  });
}

/**
 * A file that is written beside itself and renamed at the end, so that nobody reads half of it and a failure
 * leaves the former one.
 * @throws Problem where it cannot be written, before anything else is done
 */
export async function openFile(file: string, { cwd }: Pick<Terminal, "cwd">): Promise<Sink> {
  const path = resolve(cwd, file);
  // Two containers that share a folder may have the same process id.
  const beside = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  const guarded = async <Value>(work: Promise<Value>): Promise<Value> => {
    try {
      return await work;
    } catch (error) {
      throw fileProblem(file, error);
    }
  };
  // Renaming onto a folder would fail only once all the work is done.
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw new Problem(`${file}: is a folder, not a file`);
  const handle: FileHandle = await guarded(open(beside, "wx", 0o644));
  return {
    write: (text) => guarded(handle.appendFile(text)),
    async commit() {
      await guarded(handle.close());
      await guarded(rename(beside, path));
    },
    async discard() {
      await handle.close().catch(() => {});
      await rm(beside, { force: true });
    },
  };
}
