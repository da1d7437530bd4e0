import type { OutgoingRequest } from "../authorization.js";
import type { Cancellation } from "./cancellation.js";

/** An answer whose body has not been read yet. */
export interface IncomingAnswer {
  readonly status: number;
  /** Case-insensitive look-up; null where the header is absent. */
  header(name: string): string | null;
  /** The decoded body; null where there is none. Must be read or discarded. */
  readonly body: IncomingBody | null;
  /** Every header, for whoever hands on a whole response. */
  readonly headers: Iterable<readonly [string, string]>;
}

/** A body on its way. */
export interface IncomingBody {
  /**
   * Hands out every chunk, decompressed, and resolves at the end. What `take` throws ends the reading and
   * is what it rejects with; so does a broken connection, and a cancellation of the attempt.
   */
  read(take: (chunk: Uint8Array) => void): Promise<void>;
  /** Lets go of it, so that its connection is freed. Never fails. */
  discard(): void;
}

/**
 * Sends one request once. No redirect is followed; no answer is interpreted. Once the attempt is cancelled,
 * nothing of it is left open.
 */
export type Transport = (request: OutgoingRequest, cancellation: Cancellation) => Promise<IncomingAnswer>;

/**
 * Marks a failure, as its property `stale`: a connection that had served before was closed by the other side
 * before a byte of this answer came, so that the request was most likely never seen.
 */
export function isStale(thrown: unknown): boolean {
  return thrown instanceof Error && "stale" in thrown && thrown.stale === true;
}

/**
 * The transport over any `fetch`. Redirects come back as they are (`manual`), so that credentials
 * never follow one to another origin.
 */
export function fetchTransport(fetch: typeof globalThis.fetch): Transport {
  return async (request, cancellation) => {
    const response = await fetch(request.url.href, {
      method: request.method,
      headers: request.headers,
      redirect: "manual",
      signal: cancellation.possible ? cancellation.signal : null,
      ...(request.body === "" ? {} : { body: request.body }),
    });
    return {
      // A browser hides a redirect that was not followed behind status 0; another fetch may follow it all the same.
      status: response.type === "opaqueredirect" || response.redirected ? 302 : response.status,
      header: (name) => response.headers.get(name),
      // A fetch without streams leaves it undefined.
      body: response.body ? streamedBody(response.body, cancellation) : null,
      headers: response.headers,
    };
  };
}

/** A body that comes as a web stream. Abandoned, whatever the reason, it is cancelled. */
export function streamedBody(stream: ReadableStream<Uint8Array>, cancellation: Cancellation): IncomingBody {
  return {
    async read(take) {
      const reader = stream.getReader();
      const cancel = () => {
        reader.cancel().catch(() => {});
      };
      cancellation.onCancel = cancel;
      try {
        for (;;) {
          cancellation.throwIfCancelled();
          const { done, value } = await reader.read();
          // A cancelled stream ends as if it were complete.
          cancellation.throwIfCancelled();
          if (done) return;
          take(value);
        }
      } finally {
        cancellation.onCancel = undefined;
        cancel();
      }
    },
    discard() {
      stream.cancel().catch(() => {});
    },
  };
}
