import type { OutgoingRequest } from "./authorization.js";

/** An answer whose body has not been read yet. */
export interface IncomingAnswer {
  readonly status: number;
  /** Case-insensitive look-up; null where the header is absent. */
  header(name: string): string | null;
  /** Chunks of the decoded body; null where there is none. */
  readonly body: ReadableStream<Uint8Array> | null;
  /** Every header, for whoever hands on a whole response. */
  readonly headers: Iterable<readonly [string, string]>;
}

/** Sends one request once. No redirect is followed; no answer is interpreted. */
export type Transport = (request: OutgoingRequest, signal: AbortSignal) => Promise<IncomingAnswer>;

/**
 * The transport over any `fetch`. Redirects come back as they are (`manual`), so that credentials
 * never follow one to another origin.
 */
export function fetchTransport(fetch: typeof globalThis.fetch): Transport {
  return async (request, signal) => {
    const response = await fetch(request.url.href, {
      method: request.method,
      headers: request.headers,
      redirect: "manual",
      signal,
      ...(request.body === "" ? {} : { body: request.body }),
    });
    return {
      // A browser hides a redirect that was not followed behind status 0; another fetch may follow it all the same.
      status: response.type === "opaqueredirect" || response.redirected ? 302 : response.status,
      header: (name) => response.headers.get(name),
      body: response.body,
      headers: response.headers,
    };
  };
}
