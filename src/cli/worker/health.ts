import { once } from "node:events";
import { createServer } from "node:http";
import { Problem } from "../problem.js";
import type { ListenAddress } from "../values.js";

/** Serves the health of a worker. */
export interface HealthServer {
  readonly port: number;
  close(): void;
}

/**
 * Responds to `/healthz` with 200, and to `/readyz` with 200 while Redis can be used and 503 while it cannot. A lost
 * Redis is no reason to restart a worker: it waits.
 * @throws Problem if it cannot listen
 */
export async function startHealth(
  { host, port }: ListenAddress,
  isReady: () => boolean,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    const path = request.url?.replace(/\?.*$/, "");
    const known = path === "/healthz" || path === "/readyz";
    const fine = path === "/healthz" || isReady();
    response.writeHead(known ? (fine ? 200 : 503) : 404, { "content-type": "text/plain; charset=utf-8" });
    response.end(known ? (fine ? "ok\n" : "Redis cannot be used\n") : "/healthz or /readyz\n");
  });
  try {
    await once(server.listen(port, host), "listening");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(`--health: cannot listen: ${reason}`, undefined, { cause: error });
  }
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
