import { UnreadableAnswer } from "./unreadable.js";

/**
 * Reads a body to its end as UTF-8, without a byte-order mark; bytes that are no UTF-8 become U+FFFD,
 * so that one bad character does not cost the whole page. A body that is abandoned, past the limit or
 * because `signal` aborted, is cancelled. What the stream itself fails with passes through.
 * @throws UnreadableAnswer past `maxBytes`, counted after decompression
 * @throws the signal's reason
 */
export async function readBody(
  body: ReadableStream<Uint8Array> | null,
  options: {
    readonly maxBytes: number;
    readonly signal?: AbortSignal | undefined;
    /** Answer what has come where the rest cannot be had, instead of failing. @default false */
    readonly partial?: boolean;
  },
): Promise<string> {
  const { maxBytes, signal, partial = false } = options;
  // A fetch without streams leaves it undefined.
  if (!body) return "";
  const reader = body.getReader();
  const cancel = () => {
    reader.cancel().catch(() => {});
  };
  signal?.addEventListener("abort", cancel);
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      // A cancelled stream ends as if it were complete.
      signal?.throwIfAborted();
      if (done) return text + decoder.decode();
      text += decoder.decode(value.subarray(0, maxBytes - bytes), { stream: true });
      bytes += value.byteLength;
      if (bytes > maxBytes) throw new UnreadableAnswer(`the body is larger than ${maxBytes} bytes`);
    }
  } catch (error) {
    if (partial && !signal?.aborted) return text + decoder.decode();
    throw error;
  } finally {
    signal?.removeEventListener("abort", cancel);
    cancel();
  }
}

/** Lets go of a body that nobody will read, so that its connection is freed. Never fails. */
export function discardBody(body: ReadableStream<Uint8Array> | null): void {
  body?.cancel().catch(() => {});
}
