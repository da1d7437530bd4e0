import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { isLoopback } from "../../core/endpoint.js";
import type { ListenAddress } from "../values.js";

/** What the exporter's server serves. */
export interface Served {
  /** The metrics in pieces, and the type of that text. */
  metrics(): AsyncIterable<string>;
  readonly contentType: string;
  /** Whether every target has been checked once. */
  ready(): boolean;
}

/** A server that is up. */
export interface ExporterServer {
  /** e.g. `http://127.0.0.1:9464` */
  readonly url: string;
  /** Stops listening. Responses under way are sent whole; every other connection is closed at once. */
  close(): Promise<void>;
}

/** Time for responses under way on shutdown: a scraper that reads no more must not keep the process. */
const SHUTDOWN_TIMEOUT_MS = 10_000;

/** Serves `/metrics`, `/healthz` and `/readyz`; rejects if it cannot listen. */
export async function serve({ host, port }: ListenAddress, served: Served): Promise<ExporterServer> {
  const name = host.includes(":") ? `[${host}]` : host;
  const open = new Set<Socket>();
  const responding = new Set<Socket>();
  const server = createServer((request, response) => {
    const { socket } = request;
    responding.add(socket);
    response.on("close", () => {
      responding.delete(socket);
      if (!server.listening) socket.destroy();
    });
    // In the middle of a response, only its missing end shows a failure.
    send(response, contentFor(request, name, served)).catch(() => socket.destroy());
  });
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  await once(server.listen(port, host), "listening");
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${name}:${bound}`,
    async close() {
      const closed = once(server.close(), "close");
      // One that has sent nothing, or half a request, would be waited for as long as its peer likes.
      for (const socket of open) if (!responding.has(socket)) socket.destroy();
      const timer = setTimeout(() => server.closeAllConnections(), SHUTDOWN_TIMEOUT_MS);
      await closed;
      clearTimeout(timer);
    },
  };
}

type Content = readonly [status: number, text: string | AsyncIterable<string>, type?: string];

function contentFor(request: IncomingMessage, host: string, served: Served): Content {
  if (isLoopback(host) && !isLoopback(hostOf(request))) {
    return [403, "served on this machine alone: ask for localhost or 127.0.0.1\n"];
  }
  if (request.method !== "GET" && request.method !== "HEAD") return [405, "use GET\n"];
  switch (request.url?.replace(/\?.*$/, "")) {
    case "/metrics":
      return [200, served.metrics(), served.contentType];
    case "/healthz":
      return [200, "ok\n"];
    case "/readyz":
      return served.ready() ? [200, "ok\n"] : [503, "not all targets have been checked yet\n"];
    case "/":
      return [200, index, "text/html; charset=utf-8"];
    default:
      return [404, "/metrics, /healthz or /readyz\n"];
  }
}

/** The host that a request names. If it is not the server's own, a web page asks (DNS rebinding). */
function hostOf({ headers }: IncomingMessage): string {
  return headers.host?.replace(/:\d*$/, "").toLowerCase() ?? "localhost";
}

const index = `<!doctype html><html lang="en"><title>backup-records exporter</title>
<h1>backup-records exporter</h1><p><a href="/metrics">Metrics</a></p></html>\n`;

async function send(
  response: ServerResponse,
  [status, text, type = "text/plain; charset=utf-8"]: Content,
): Promise<void> {
  const length = typeof text === "string" ? { "content-length": Buffer.byteLength(text) } : {};
  response.writeHead(status, { "content-type": type, ...length });
  for await (const piece of typeof text === "string" ? [text] : text) {
    // Waits until the scraper has taken it: it may be slower than the text is made, or go away.
    if (!response.write(piece) && !response.destroyed) {
      await Promise.race([once(response, "drain"), once(response, "close")]);
    }
    if (response.destroyed) return;
  }
  // Ended once it has left: a server that closes cuts off responses that were ended, whether they have left or not.
  response.write("", () => response.end());
}
