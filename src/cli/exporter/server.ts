import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { ListenAddress } from "../values.js";

/** What the exporter's server tells. */
export interface Told {
  /** The metrics, and the type of that text. */
  metrics(): Promise<string>;
  readonly contentType: string;
  /** Whether all targets have been asked once. */
  ready(): boolean;
}

/** A server that is up. */
export interface ExporterServer {
  /** e.g. `http://127.0.0.1:9464` */
  readonly url: string;
  /** Lets answers that are under way end; takes no more. */
  close(): Promise<void>;
}

/** Serves `/metrics`, `/healthz` and `/readyz`; rejects where it cannot listen. */
export async function serve({ host, port }: ListenAddress, told: Told): Promise<ExporterServer> {
  const server = createServer((request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return say(response, 405, "use GET\n");
    switch (request.url?.replace(/\?.*$/, "")) {
      case "/metrics":
        told.metrics().then(
          (text) => say(response, 200, text, told.contentType),
          () => say(response, 500, "the metrics cannot be written\n"),
        );
        return;
      case "/healthz":
        return say(response, 200, "ok\n");
      case "/readyz":
        return told.ready()
          ? say(response, 200, "ok\n")
          : say(response, 503, "not all targets have been asked yet\n");
      case "/":
        return say(response, 200, index, "text/html; charset=utf-8");
      default:
        return say(response, 404, "/metrics, /healthz or /readyz\n");
    }
  });
  // A connection that is kept has nothing to wait for once the server closes.
  server.on("request", (_, response) =>
    response.on("close", () => server.listening || server.closeIdleConnections()),
  );
  await once(server.listen(port, host), "listening");
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}`,
    async close() {
      const closed = once(server.close(), "close");
      server.closeIdleConnections();
      await closed;
    },
  };
}

const index = `<!doctype html><html lang="en"><title>backup-records exporter</title>
<h1>backup-records exporter</h1><p><a href="/metrics">Metrics</a></p></html>\n`;

function say(
  response: ServerResponse,
  status: number,
  text: string,
  type = "text/plain; charset=utf-8",
): void {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(text) });
  // Ended once it has left: a server that closes cuts off answers that were ended, whether they have left or not.
  response.write(text, () => response.end());
}
