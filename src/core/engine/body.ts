import type { IncomingBody } from "./transport.js";
import { UnreadableAnswer } from "./unreadable.js";

/**
 * Reads a body to its end as UTF-8, without a byte-order mark; bytes that are no UTF-8 become U+FFFD,
 * so that one bad character does not cost the whole page. What the body itself fails with passes through.
 * @throws UnreadableAnswer past `maxBytes`, counted after decompression
 */
export async function readBody(
  body: IncomingBody | null,
  options: {
    readonly maxBytes: number;
    /** Answer what has come where the rest cannot be had, instead of failing. @default false */
    readonly partial?: boolean;
  },
): Promise<string> {
  const { maxBytes, partial = false } = options;
  if (body === null) return "";
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    await body.read((chunk) => {
      chunks.push(bytes + chunk.byteLength > maxBytes ? chunk.subarray(0, maxBytes - bytes) : chunk);
      bytes += chunk.byteLength;
      if (bytes > maxBytes) throw new UnreadableAnswer(`the body is larger than ${maxBytes} bytes`);
    });
  } catch (error) {
    if (!partial) throw error;
  }
  return decode(chunks);
}

let utf8: TextDecoder | undefined;

/** In one go: decoding piece by piece is many times slower, and most bodies come in one piece. */
function decode(chunks: readonly Uint8Array[]): string {
  const [first] = chunks;
  if (first === undefined) return "";
  utf8 ??= new TextDecoder();
  if (chunks.length === 1) return utf8.decode(first);
  const whole = new Uint8Array(chunks.reduce((bytes, chunk) => bytes + chunk.byteLength, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return utf8.decode(whole);
}
