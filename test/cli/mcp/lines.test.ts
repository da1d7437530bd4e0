import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { boundLines } from "../../../src/cli/mcp/lines.js";

/** What is passed on of a text that comes in chunks of this size, and how many lines were too long. */
async function passed(input: string, most: number, chunk: number) {
  let long = 0;
  const bytes = Buffer.from(input);
  const chunks = Array.from({ length: Math.ceil(bytes.length / chunk) }, (_, at) =>
    bytes.subarray(at * chunk, (at + 1) * chunk),
  );
  const lines = Readable.from(chunks).pipe(
    boundLines(most, () => {
      long += 1;
    }),
  );
  return { out: await text(lines), long };
}

test.each([1, 2, 3, 5, 100])(
  "passes lines on that come in chunks of %i bytes, but none too long",
  async (chunk) => {
    expect(await passed("abc\nabcd\nabcde\n\nä\nabcdefghijkl\nxy\n", 4, chunk)).toEqual({
      out: "abc\nabcd\nä\nxy\n",
      long: 2,
    });
    expect(await passed("ab\ncd", 4, chunk)).toEqual({ out: "ab\ncd\n", long: 0 });
    expect(await passed("ab\nabcde", 4, chunk)).toEqual({ out: "ab\n", long: 1 });
  },
);
