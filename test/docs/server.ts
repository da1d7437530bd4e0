import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** A site on loopback, compressed as every host of static pages does. */
export interface SiteServer {
  /** With a slash at its end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves a folder, with `404.html` for what it does not have. */
export async function serveSite(folder: string): Promise<SiteServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = normalize(decodeURIComponent(pathname.endsWith("/") ? `${pathname}index.html` : pathname));
    const [status, file] = read(path) === undefined ? [404, "/404.html"] : [200, path];
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(status, { "content-type": type, "content-encoding": "gzip" });
    response.end(gzipSync(read(file) ?? ""));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}/`, close: () => close(server) };

  function read(path: string): Buffer | undefined {
    try {
      return readFileSync(join(folder, path));
    } catch {
      return undefined;
    }
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
