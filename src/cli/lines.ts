import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** The lines of a stream as they come, trimmed, without empty ones and without `#` comments. */
export async function* meaningfulLines(input: Readable): AsyncGenerator<string, void, undefined> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const text = line.replace(/^\uFEFF/, "").trim();
    if (text !== "" && !text.startsWith("#")) yield text;
  }
}
