import type { OutgoingRequest } from "./auth.js";
import { onAborted } from "./deadline.js";
import { BrokenResponse, UnreadableResponse } from "./errors.js";

/** A response that was read to its end. */
export interface TransportResponse {
  readonly status: number;
  /** Case-insensitive look-up; null if the header is absent. */
  header(name: string): string | null;
  /** Every header, for building a standard `Response`. */
  headers(): Iterable<readonly [string, string]>;
  /** The body, decompressed and decoded as UTF-8 without a byte-order mark; empty if there is none. */
  readonly text: string;
}

/** The bounds of one request. */
export interface TransportLimits {
  /** Largest body, in bytes after decompression. */
  readonly maxBytes: number;
  /** Ends the request: nothing of it stays open. Undefined if nothing can end it. */
  readonly signal: AbortSignal | undefined;
}

/**
 * Sends one request once. Follows no redirect and does not read its body. Of an error (status 400 and above) it
 * returns as much of the body as it could read; every other body that cannot be read whole is a failure.
 * @throws BrokenResponse if something failed after the status had come, with the cause; UnreadableResponse is the
 * cause for a body over the limit
 */
export type Transport = (request: OutgoingRequest, limits: TransportLimits) => Promise<TransportResponse>;

/** Whether to read the body of a response: that of a redirect says nothing that may be used. */
export function hasBody(status: number): boolean {
  return status < 300 || status >= 400;
}

/** Collects a body up to its limit. */
export class BodyChunks {
  readonly #chunks: Uint8Array[] = [];
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** @throws UnreadableResponse beyond the limit, after taking what fits */
  add(chunk: Uint8Array): void {
    const left = this.#maxBytes - this.#bytes;
    const fits = chunk.byteLength <= left;
    this.#chunks.push(fits ? chunk : chunk.subarray(0, left));
    this.#bytes += chunk.byteLength;
    if (!fits) throw tooLarge(this.#maxBytes);
  }

  /** The chunks as one. */
  concat(): Uint8Array {
    const [first] = this.#chunks;
    if (first !== undefined && this.#chunks.length === 1) return first;
    const whole = new Uint8Array(this.#chunks.reduce((bytes, chunk) => bytes + chunk.byteLength, 0));
    let at = 0;
    for (const chunk of this.#chunks) {
      whole.set(chunk, at);
      at += chunk.byteLength;
    }
    return whole;
  }
}

export function tooLarge(maxBytes: number): UnreadableResponse {
  return new UnreadableResponse(`the body is larger than ${maxBytes} bytes`);
}

const utf8 = /* @__PURE__ */ new TextDecoder();

/** A body as text. Bytes that are not UTF-8 become U+FFFD, so that one bad character does not cost the page. */
export function decodeText(body: Uint8Array): string {
  return utf8.decode(body);
}

/** The transport over any `fetch`: on platforms other than Node, and if the caller passes one. */
export function fetchTransport(fetch: typeof globalThis.fetch): Transport {
  return async ({ method, url, headers, body }, limits) => {
    const response = await fetch(url.href, {
      method,
      headers,
      // Credentials must not follow to another origin.
      redirect: "manual",
      signal: limits.signal ?? null,
      ...(body === "" ? {} : { body }),
    });
    // A browser hides a redirect that was not followed behind status 0; another fetch may follow it all the same.
    const redirected = response.type === "opaqueredirect" || response.redirected;
    const status = redirected ? 302 : response.status;
    return {
      status,
      header: (name) => response.headers.get(name),
      headers: () => response.headers,
      text: await readText(response, status, limits),
    };
  };
}

async function readText(
  { body }: Response,
  status: number,
  { maxBytes, signal }: TransportLimits,
): Promise<string> {
  // A fetch without streams leaves it undefined.
  if (!body) return "";
  const reader = body.getReader();
  const cancel = () => {
    reader.cancel().catch(() => {});
  };
  const unsubscribe = signal && onAborted(signal, cancel);
  const chunks = new BodyChunks(maxBytes);
  try {
    for (;;) {
      // A cancelled stream ends as if it were complete, and a fetch may ignore its signal.
      signal?.throwIfAborted();
      const { done, value } = hasBody(status) ? await reader.read() : { done: true, value: undefined };
      signal?.throwIfAborted();
      if (done || value === undefined) break;
      chunks.add(value);
    }
  } catch (cause) {
    if (status < 400 || signal?.aborted) throw new BrokenResponse(status, cause);
  } finally {
    unsubscribe?.();
    cancel();
  }
  return decodeText(chunks.concat());
}

/**
 * Marks a failure that is worth sending the request again at once: the other side had closed a kept connection
 * before a byte of this response came, so that the request was most likely never seen.
 */
export function markStale(error: Error): Error {
  return Object.assign(error, { stale: true });
}

export function isStale(thrown: unknown): boolean {
  return thrown instanceof Error && "stale" in thrown && thrown.stale === true;
}
