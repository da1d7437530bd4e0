import type { Shared } from "./wire.js";

/** What sends the requests: the `fetch` that was passed, or Node's own client. */
export const transports = ["fetch", "node"] as const;
export type TransportName = (typeof transports)[number];

/** The options that choose a transport. */
export function transportOptions(name: TransportName): Shared {
  return name === "fetch" ? { fetch: globalThis.fetch } : {};
}
