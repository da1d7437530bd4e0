import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/** The text of a file, or why there is none, as the end of a sentence. */
export type FileText = { readonly text: string } | { readonly problem: string; readonly missing: boolean };

/**
 * Reads a regular file or a pipe of at most `maxBytes` as UTF-8. Anything else is refused: a device such as
 * /dev/zero has no end.
 */
export function readTextFile(path: string, maxBytes: number): FileText {
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const stats = fstatSync(file);
    if (!stats.isFile() && !stats.isFIFO()) {
      return {
        problem: `is ${stats.isDirectory() ? "a directory" : "neither a file nor a pipe"}`,
        missing: false,
      };
    }
    const chunks: Buffer[] = [];
    let size = 0;
    // One byte more than allowed shows that there is more.
    while (size <= maxBytes) {
      const chunk = Buffer.allocUnsafe(
        Math.min(maxBytes + 1 - size, Math.max(stats.size - size, 0) + 65_536),
      );
      const count = readSync(file, chunk);
      if (count === 0) return { text: Buffer.concat(chunks, size).toString("utf8") };
      chunks.push(chunk.subarray(0, count));
      size += count;
    }
    return { problem: `is larger than ${maxBytes / 2 ** 20} MiB, the maximum`, missing: false };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const missing = code === "ENOENT" || code === "ENOTDIR";
    return { problem: missing ? "does not exist" : `cannot be read (${code})`, missing };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
