import type { Transport } from "./transport.js";

/**
 * The transport of a client that was given no `fetch`: here, wherever JavaScript runs, the platform's own
 * fetch. Node gets the module of the same name in `src/node/transport`: package.json tells them apart, under
 * `imports`, so that neither comes into a bundle for the other.
 */
export function platformTransport(fetching: Transport): Transport {
  return fetching;
}
