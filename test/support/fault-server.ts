import { createServer, type Socket } from "node:net";

/** One request as its bytes arrived. */
export interface RawRequest {
  readonly method: string;
  /** Path and query, undecoded. */
  readonly target: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The head, byte for byte. */
  readonly head: string;
}

/** What the server does with a request. */
export type Act = (socket: Socket, request: RawRequest) => void;

export interface FaultServer {
  readonly url: string;
  readonly port: number;
  readonly requests: readonly RawRequest[];
  /** Connections accepted so far. */
  readonly accepted: number;
  /** Connections that have carried a request and are still open. */
  readonly busy: number;
  /** Resolves once no connection is busy. A client may keep further connections that it never used. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** The act for each request: in order, the last one repeated, or chosen by a function. */
export type Script = readonly Act[] | ((request: RawRequest, count: number) => Act);

export interface FaultServerOptions {
  /** Runs on every connection before a byte is read; returns true if it has handled the connection. */
  readonly onConnection?: ((socket: Socket, count: number) => boolean) | undefined;
}

/**
 * A TCP server that reads HTTP/1.1 requests. The next act of the script handles each request and may write any
 * bytes; the last act repeats. Listens on a free port of 127.0.0.1.
 */
export async function startFaultServer(
  script: Script,
  options: FaultServerOptions = {},
): Promise<FaultServer> {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  const busy = new Set<Socket>();
  let waiting: (() => void)[] = [];
  let accepted = 0;
  const server = createServer((socket) => {
    // Only the client may keep the process alive while a test runs.
    socket.unref();
    accepted += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => {
      sockets.delete(socket);
      busy.delete(socket);
      if (busy.size > 0) return;
      for (const resume of waiting) resume();
      waiting = [];
    });
    if (options.onConnection?.(socket, accepted)) return;
    let received = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => {
      received += String(chunk);
      const request = parse(received);
      if (!request) return;
      received = "";
      requests.push(request);
      busy.add(socket);
      const act =
        typeof script === "function"
          ? script(request, requests.length)
          : script[Math.min(requests.length, script.length) - 1];
      act?.(socket, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    requests,
    get accepted() {
      return accepted;
    },
    get busy() {
      return busy.size;
    },
    idle: () =>
      new Promise((resolve) => {
        if (busy.size === 0) resolve();
        else waiting.push(resolve);
      }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/**
 * A URL on which nothing listens. A port that was free a moment ago may be another test's by now; no system hands this
 * one out, and fetch does not refuse it by itself.
 */
export const DEAD_URL = "http://127.0.0.1:2";

function parse(received: string): RawRequest | undefined {
  const end = received.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const head = received.slice(0, end);
  const [line = "", ...fields] = head.split("\r\n");
  const [method = "", target = ""] = line.split(" ");
  const headers: Record<string, string> = {};
  for (const field of fields) {
    const colon = field.indexOf(":");
    headers[field.slice(0, colon).toLowerCase()] = field.slice(colon + 1).trim();
  }
  const body = received.slice(end + 4);
  return body.length < Number(headers["content-length"] ?? 0)
    ? undefined
    : { method, target, headers, body, head };
}

export type Headers = Readonly<Record<string, string>>;

/** A complete response as bytes; `headers` override the computed `content-length` and `connection: close`. */
export function responseBytes(status: number, body: string | Uint8Array = "", headers: Headers = {}): Buffer {
  const bytes = Buffer.from(body);
  const fields = {
    "content-type": "application/json",
    "content-length": String(bytes.length),
    connection: "close",
    ...headers,
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} -\r\n${lines.join("")}\r\n`, "latin1"), bytes]);
}

/** Responds, and closes the connection unless the headers keep it. */
export function reply(status: number, body?: string | Uint8Array, headers: Headers = {}): Act {
  return (socket) => {
    const bytes = responseBytes(status, body, headers);
    if ((headers["connection"] ?? "close") === "close") socket.end(bytes);
    else socket.write(bytes);
  };
}

/** Sends these bytes, then closes the connection in order: what the bytes lack never arrives. */
export function sendAndEnd(bytes: string | Uint8Array): Act {
  return (socket) => {
    socket.end(bytes);
  };
}

/** Sends these bytes, then nothing more, and leaves the connection open. */
export function sendAndStall(bytes: string | Uint8Array = ""): Act {
  return (socket) => {
    if (bytes.length > 0) socket.write(bytes);
  };
}

/** Sends these bytes, then resets the connection. */
export function sendAndReset(bytes: string | Uint8Array = ""): Act {
  return (socket) => {
    if (bytes.length === 0) socket.resetAndDestroy();
    else socket.write(bytes, () => setImmediate(() => socket.resetAndDestroy()));
  };
}

/** Sends `size` bytes every `everyMs` until all are sent, so that every pause is short. */
export function drip(bytes: string | Uint8Array, everyMs: number, size = 1): Act {
  return (socket) => {
    const all = Buffer.from(bytes);
    let sent = 0;
    const timer = setInterval(() => {
      if (sent >= all.length) {
        clearInterval(timer);
        socket.end();
        return;
      }
      socket.write(all.subarray(sent, sent + size));
      sent += size;
    }, everyMs).unref();
    socket.on("close", () => clearInterval(timer));
  };
}

/** The body in chunked encoding, without the chunk that ends it. */
export function openChunks(...chunks: readonly string[]): Buffer {
  const framed = chunks.map((chunk) => `${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`);
  return Buffer.from(
    `HTTP/1.1 200 -\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${framed.join("")}`,
  );
}
