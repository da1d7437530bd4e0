import { Transform, type TransformCallback } from "node:stream";

const NEWLINE = 10;

/**
 * Passes whole lines on. Of a line of more than `most` bytes nothing is passed on and kept, and `tooLong` is called once.
 * What the input ends with counts as a line.
 */
export function boundLines(most: number, tooLong: () => void): Transform {
  let parts: Buffer[] = [];
  let size = 0;
  const take = (part: Buffer) => {
    if (part.length === 0) return;
    const before = size;
    size += part.length;
    if (size <= most) parts.push(part);
    else {
      parts = [];
      if (before <= most) tooLong();
    }
  };
  const end = (stream: Transform) => {
    if (parts.length > 0) stream.push(Buffer.concat([...parts, Buffer.of(NEWLINE)]));
    parts = [];
    size = 0;
  };
  return new Transform({
    transform(chunk: Buffer, _, done: TransformCallback) {
      let from = 0;
      for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
        take(chunk.subarray(from, to));
        end(this);
        from = to + 1;
      }
      take(chunk.subarray(from));
      done();
    },
    flush(done) {
      end(this);
      done();
    },
  });
}
