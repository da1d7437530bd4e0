import { afterAll, beforeAll, vi } from "vitest";
import type { Shared } from "./wire.js";

/** What sends the requests: the `fetch` that was passed, undici's own client, or Node's. */
export const transports = ["fetch", "undici", "node"] as const;
export type TransportName = (typeof transports)[number];

/**
 * Sets the stage for a transport, and answers the options that choose it. undici lies beside the package here;
 * for Node's own client it is made to look as though it did not.
 */
export function useTransport(name: TransportName): Shared {
  if (name === "fetch") return { fetch: globalThis.fetch };
  if (name === "node") {
    beforeAll(() => {
      vi.doMock("undici", () => {
        throw new Error("undici is not installed");
      });
    });
    afterAll(() => {
      vi.doUnmock("undici");
    });
  }
  return {};
}
