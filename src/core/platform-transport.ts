import type { Tracing } from "./tracing.js";
import type { Transport } from "./transport.js";

/** Everywhere but on Node, the platform's `fetch` sends the requests. Chosen by package.json's `imports`. */
export function createTransport(overFetch: Transport): Transport {
  return overFetch;
}

/** Other platforms have no tracing channels. */
export const tracing: Tracing | undefined = undefined;
