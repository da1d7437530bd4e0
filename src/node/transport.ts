import http from "node:http";
import https from "node:https";
import type { Duplex } from "node:stream";
import { promisify } from "node:util";
import zlib from "node:zlib";
import manifest from "../../package.json" with { type: "json" };
import type { OutgoingRequest } from "../core/auth.js";
import { BrokenResponse } from "../core/errors.js";
import {
  BodyChunks,
  decodeText,
  hasBody,
  markStale,
  type Transport,
  type TransportLimits,
  type TransportResponse,
  tooLarge,
} from "../core/transport.js";

/**
 * Connections are kept between calls. A client opens at most 256 to one host; further requests wait for one, within
 * their timeout. An idle one is closed after 15 seconds: gateways keep theirs for a minute and more.
 */
export const agentOptions = { keepAlive: true, maxSockets: 256, timeout: 15_000 };

/** How requests name this package, unless the caller names another. */
export const USER_AGENT = `backup-records/${manifest.version}`;

export { tracing } from "./tracing.js";

/** The platform's fetch. If another one is there later, somebody replaced it and means every request. */
const originalFetch = globalThis.fetch;

/**
 * The transport of a client on Node that was given no `fetch`: Node's own HTTP client with connections of the
 * client's own. If `globalThis.fetch` was replaced after this package was loaded, requests go over that.
 */
export function createTransport(overFetch: Transport): Transport {
  const direct = createNodeTransport();
  return (request, limits) =>
    globalThis.fetch === originalFetch ? direct(request, limits) : overFetch(request, limits);
}

/** The agents of a client. Their idle connections do not keep the process alive. */
interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

function createAgents(): Agents {
  return { http: new http.Agent(agentOptions), https: new https.Agent(agentOptions) };
}

/** Sends requests over Node's own HTTP client. It has no timeout of its own: an attempt has one. */
export function createNodeTransport(): Transport {
  let agents: Agents | undefined;
  return (request, limits) => {
    agents ??= createAgents();
    return sendOver(agents, request, limits);
  };
}

function sendOver(
  agents: Agents,
  request: OutgoingRequest,
  limits: TransportLimits,
): Promise<TransportResponse> {
  return new Promise((resolve, reject) => {
    const { url, method, headers, body } = request;
    const secure = url.protocol === "https:";
    const options = {
      agent: secure ? agents.https : agents.http,
      method,
      // In parts: Node takes longer to read a URL than to be told.
      hostname: url.hostname.replace(/^\[|\]$/g, ""),
      port: url.port,
      path: url.pathname + url.search,
      // As fetch adds them on Node. Each gives way to one of the request's own.
      headers: {
        "accept-encoding": "gzip, deflate, br",
        "user-agent": USER_AGENT,
        ...headers,
        ...lengthOf(method, body),
      },
    };
    const sent = secure ? https.request(options) : http.request(options);
    limits.signal?.addEventListener("abort", () => sent.destroy(), { once: true });
    if (limits.signal?.aborted) sent.destroy();
    let received: http.IncomingMessage | undefined;
    const refuseUpgrade = (socket: Duplex) => {
      socket.destroy();
      reject(
        Object.assign(new Error("the server switches to another protocol"), { code: "upgrade_refused" }),
      );
    };
    sent.on("response", (message) => {
      // Node passes on a 101 as the response if it names no protocol.
      if (message.statusCode === 101) return refuseUpgrade(message.socket);
      received = message;
      // A message that is not read still reports that its connection was closed.
      message.on("error", () => {});
      readMessage(message, limits).then(resolve, reject);
      if (!isRead(message)) sent.destroy();
    });
    sent.on("upgrade", (_message, socket) => refuseUpgrade(socket));
    sent.on("error", (error) => {
      // After the response has begun, `readMessage` sees the failure.
      if (received !== undefined) return;
      reject(requestFailure(sent, error));
    });
    sent.end(body);
  });
}

function lengthOf(method: string, body: string): Record<string, string> {
  return body !== "" || method === "POST" ? { "content-length": String(Buffer.byteLength(body)) } : {};
}

/** The error of a request that got no response, with what its sender has to know of it. */
export function requestFailure(sent: http.ClientRequest, error: Error): Error {
  return sent.reusedSocket && isReset(error) ? markStale(error) : nameTlsError(error);
}

/** Whether the other side closed the connection. */
function isReset(error: Error): boolean {
  return "code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE");
}

/** Gives the error for a port that does not speak TLS the code that fetch gives it. */
function nameTlsError(error: Error): Error {
  return error.message.includes(":wrong version number:")
    ? Object.assign(error, { code: "ERR_SSL_WRONG_VERSION_NUMBER" })
    : error;
}

/** Whether to read the body. A 204 has none, even if it states a length; Node 20.19.0 would wait for it. */
function isRead({ statusCode = 0, headers }: http.IncomingMessage): boolean {
  return hasBody(statusCode) && !(statusCode === 204 && Number(headers["content-length"]) > 0);
}

async function readMessage(
  message: http.IncomingMessage,
  limits: TransportLimits,
): Promise<TransportResponse> {
  const status = message.statusCode ?? 0;
  const { maxBytes } = limits;
  let body: Uint8Array = new Uint8Array();
  if (isRead(message)) {
    const chunks = new BodyChunks(maxBytes);
    // What there is of an error is worth more than nothing.
    const partial = status >= 400;
    try {
      try {
        await collect(message, chunks);
      } catch (error) {
        message.destroy();
        if (!partial) throw error;
      }
      body = chunks.concat();
      const codings = message.headers["content-encoding"];
      if (codings !== undefined) body = await decompress(body, codings, maxBytes, partial);
    } catch (cause) {
      if (!partial) throw new BrokenResponse(status, cause);
    }
  }
  return {
    status,
    header: (name) => headerIn(message, name.toLowerCase()),
    headers: () => pairsOf(message.rawHeaders),
    text: decodeText(body),
  };
}

function collect(message: http.IncomingMessage, chunks: BodyChunks): Promise<void> {
  return new Promise((resolve, reject) => {
    message.on("data", (chunk: Uint8Array) => {
      try {
        chunks.add(chunk);
      } catch (error) {
        reject(error);
      }
    });
    message.on("end", resolve);
    message.on("error", reject);
    // Node reports wrong bytes behind a complete response, too: `end` has come by then.
    message.on("close", () => {
      if (!message.readableEnded) reject(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
    });
  });
}

const gunzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip);
const inflate = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate);
const inflateRaw = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw);
const brotliDecompress = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress);

/** More than any server has a reason for; each costs memory. */
const maxCodings = 5;

/**
 * Undoes the codings of `content-encoding`, the last one first: gzip, deflate, br. A body with any other coding
 * stays as it is, as fetch leaves it. With `partial`, of a body that was cut off as much as can be had.
 */
async function decompress(
  body: Uint8Array,
  contentEncoding: string,
  maxBytes: number,
  partial: boolean,
): Promise<Uint8Array> {
  const codings = contentEncoding.toLowerCase().split(",").reverse();
  const known = codings.every((coding) => /^\s*((x-)?gzip|deflate|br)\s*$/.test(coding));
  if (!known || codings.length > maxCodings || body.byteLength === 0) return body;
  const maxOutputLength = Math.max(1, Math.min(maxBytes, 2 ** 31 - 1));
  const zlibOptions = {
    maxOutputLength,
    finishFlush: partial ? zlib.constants.Z_SYNC_FLUSH : zlib.constants.Z_FINISH,
  };
  const brotliOptions = {
    maxOutputLength,
    finishFlush: partial ? zlib.constants.BROTLI_OPERATION_FLUSH : zlib.constants.BROTLI_OPERATION_FINISH,
  };
  let decoded = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  try {
    for (const coding of codings.map((name) => name.trim())) {
      if (coding === "br") decoded = await brotliDecompress(decoded, brotliOptions);
      else if (coding !== "deflate") decoded = await gunzip(decoded, zlibOptions);
      // Some servers leave out the zlib header (RFC 9110, 8.4.1.2).
      else if ((Number(decoded[0]) & 0x0f) === 8) decoded = await inflate(decoded, zlibOptions);
      else decoded = await inflateRaw(decoded, zlibOptions);
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE")
      throw tooLarge(maxBytes);
    throw error;
  }
  return decoded;
}

/** All values of a header in one; null if there is none. Node's own object leaves some repeated ones out. */
function headerIn({ rawHeaders }: http.IncomingMessage, name: string): string | null {
  let found: string | null = null;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const value = rawHeaders[at + 1] ?? "";
    if (rawHeaders[at]?.toLowerCase() === name) found = found === null ? value : `${found}, ${value}`;
  }
  return found;
}

function pairsOf(raw: readonly string[]): [string, string][] {
  return raw.flatMap((name, at) =>
    at % 2 === 0 ? [[name, raw[at + 1] ?? ""] satisfies [string, string]] : [],
  );
}
