import { createServer, type RequestListener, type Server } from "node:http";
import { ConfigurationError } from "../core/errors.js";

/** A server that listens on 127.0.0.1. */
export interface Listener {
  readonly port: number;
  /** Stops listening and breaks every connection, idle or not. */
  close(): Promise<void>;
}

/**
 * Listens on a port of 127.0.0.1, or on a free one for port 0.
 * @throws ConfigurationError where the port cannot be had
 */
export async function listen(port: number, answer: RequestListener): Promise<Listener> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(unavailable(port, error)));
    server.listen(port, "127.0.0.1", resolve);
  });
  return { port: portOf(server, port), close: () => close(server) };
}

function unavailable(port: number, error: NodeJS.ErrnoException): ConfigurationError {
  const why =
    error.code === "EADDRINUSE"
      ? `port ${port} is in use: stop what listens there`
      : error.code === "EACCES"
        ? `port ${port} may not be used: ports below 1024 belong to the system`
        : `cannot listen on port ${port} (${error.code ?? error.message})`;
  return new ConfigurationError(`${why}, or pass another port; 0 takes a free one`, { cause: error });
}

function portOf(server: Server, port: number): number {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
