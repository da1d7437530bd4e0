import createOpenapiClient from "openapi-fetch";
import type { Answer } from "./answer.js";
import { type QueryValues, queryString } from "./parameters.js";
import type { RawClient } from "./raw-client.js";

/** Sends one request of a URL and headers; what comes back is read to its end. */
export type Deliver = (request: { readonly url: string; readonly headers: Headers }) => Promise<Answer>;

/** The part of a request that a call decides. */
export interface Target {
  readonly method: string;
  /** Already filled in and percent-encoded. */
  readonly path: string;
  readonly query: QueryValues;
  readonly headers: Readonly<Record<string, string>>;
}

/** Builds the request of a typed method and hands it to `deliver`. */
export type Sender = (target: Target, deliver: Deliver) => Promise<Answer>;

/**
 * openapi-fetch as the typed methods use it: it composes URL and headers. Reading and judging the answer is
 * left to the caller, because openapi-fetch rounds int64 and throws a bare SyntaxError at broken JSON.
 */
export function createSender(baseUrl: string): Sender {
  const client = createOpenapiClient<Record<string, Record<string, never>>>({
    baseUrl,
    Request: PlainRequest as unknown as typeof Request,
    querySerializer: (query) => queryString(query as QueryValues),
  });
  return ({ method, path, query, headers }, deliver) =>
    new Promise((resolve, reject) => {
      const fetch = async (request: PlainRequest) => {
        resolve(await deliver(request));
        return UNREAD;
      };
      const init = { params: { query }, headers, parseAs: "stream", fetch };
      // A path known only at run time has no type in openapi-fetch.
      client.request(method.toLowerCase() as never, path as never, init as never).catch(reject);
    });
}

/** openapi-fetch as generated, with the given `fetch`. Paths are filled by `fillPath`, so that ids are checked. */
export function createRaw<Paths extends object>(
  baseUrl: string,
  fetch: (request: Request) => Promise<Response>,
  fillPath: (template: string, values: Record<string, unknown>) => string,
): RawClient<Paths> {
  const client = createOpenapiClient<Paths>({
    baseUrl,
    fetch,
    pathSerializer: fillPath,
    redirect: "manual",
    Request: RequestOfSignal,
  });
  // The same methods; see RawClient for what differs in their types.
  return client as unknown as RawClient<Paths>;
}

/** A request that hands on its caller's signal itself: a copy would leave a listener on it. */
class RequestOfSignal extends Request {
  readonly #signal: AbortSignal | null | undefined;

  constructor(url: RequestInfo | URL, init?: RequestInit) {
    const { signal, ...rest } = { ...init };
    super(url, rest);
    this.#signal = signal;
  }

  override get signal(): AbortSignal {
    return this.#signal ?? super.signal;
  }
}

/** All that openapi-fetch wants of a request; a real `Request` costs half of a call. */
class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;

  constructor(url: string, init: { method: string; headers: Headers }) {
    this.url = url;
    this.method = init.method;
    this.headers = init.headers;
  }
}

/** What openapi-fetch is told of an answer that somebody else has read. */
const UNREAD = { ok: true, status: 204, headers: { get: () => null } };
