import createOpenapiClient from "openapi-fetch";
import type { RawClient } from "../raw-client.js";

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
