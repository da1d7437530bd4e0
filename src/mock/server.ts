import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import { ConfigurationError } from "../core/errors.js";
import type { MockContract } from "./contract.js";
import { type Fault, faultsFor, formatFault } from "./faults.js";
import { TOKENS_PATH } from "./iam.js";
import type { MockRequest, MockResponse, Responder } from "./messages.js";
import type { MockExchange } from "./options.js";
import { keyOf, mix, uuid } from "./random.js";
import { preflightResponse, type SendContext, send, sendWithFaults } from "./send-response.js";

/** A service of a running mock. */
export interface MockService {
  readonly contract: MockContract;
  readonly respond: Responder;
  /** An id that has records. */
  readonly resource: string;
  /** Requests so far. */
  requests: number;
  close(): Promise<void>;
}

/** What all servers of a mock share. */
export interface ServerContext extends SendContext {
  readonly seed: number;
  readonly faults: readonly Fault<string>[];
  /** IAM's response to the body of a login. */
  readonly login: (body: string) => MockResponse;
  readonly onRequest: (exchange: MockExchange) => void;
  logins: number;
}

/** Finds the service of a request, and its path there; null for the address of no service. */
export type FindService = (path: string) => { readonly service: MockService; readonly path: string } | null;

/** A server that listens on 127.0.0.1. */
export interface Listener {
  readonly url: string;
  /** Stops listening and closes every connection, idle or not. */
  close(): Promise<void>;
}

/**
 * Listens on a port of 127.0.0.1, or on a free one for port 0.
 * @throws ConfigurationError if the port cannot be used
 */
export async function listen(port: number, listener: RequestListener): Promise<Listener> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(unavailable(port, error)));
    server.listen(port, "127.0.0.1", resolve);
  });
  return { url: `http://127.0.0.1:${portOf(server, port)}`, close: () => close(server) };
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

/** Serves requests: CORS, logins, faults, and the responses of the services. */
export function createRequestListener(context: ServerContext, find: FindService): RequestListener {
  return (incoming, outgoing) => {
    outgoing.on("error", () => {});
    void serve(context, find, incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent) outgoing.destroy();
      else send(context.clock, outgoing, plainText(500, `The mock failed: ${error}`));
    });
  };
}

async function serve(
  context: ServerContext,
  find: FindService,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { clock, seed } = context;
  const { method = "GET", url: target = "/" } = incoming;
  const queryAt = target.indexOf("?");
  const [path, query] = queryAt < 0 ? [target, ""] : [target.slice(0, queryAt), target.slice(queryAt + 1)];
  const body = await readBody(incoming);
  if (body === null) return send(clock, outgoing, plainText(413, "The request body is larger than 1 MB"));
  if (method === "OPTIONS") return send(clock, outgoing, preflightResponse(incoming.headers));
  const record = recorder(context, incoming, method, target);
  if (method === "POST" && path === TOKENS_PATH) {
    const response = context.login(body);
    context.logins += 1;
    send(clock, outgoing, response);
    record("iam", context.logins, { ...response, body: "" }, []);
    return;
  }
  const found = find(path);
  if (found === null) return send(clock, outgoing, plainText(404, `The mock has nothing at ${path}`));
  const { service } = found;
  const { name } = service.contract.definition;
  service.requests += 1;
  const number = service.requests;
  const key = keyOf(seed, name);
  const requestId = uuid(mix(key, number, 7), key, number);
  const headers = plainHeaders(incoming.headers);
  const request: MockRequest = { method, target, path: found.path, query, headers, body, requestId };
  const faults = faultsFor(context.faults, name, number, seed);
  record(name, number, await sendWithFaults(context, service, request, faults, outgoing), faults);
}

function plainText(status: number, text: string): MockResponse {
  return { status, headers: { "content-type": "text/plain; charset=utf-8" }, body: `${text}\n` };
}

const MAX_BODY_BYTES = 1_000_000;

/**
 * The body of a request; null as soon as it is too large. The rest is then read and dropped, because a client
 * whose connection is closed while it sends does not see the response.
 */
function readBody(incoming: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= MAX_BODY_BYTES) chunks.push(chunk);
      else resolve(null);
    });
    incoming.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")));
    incoming.on("error", reject);
  });
}

function recorder({ onRequest }: ServerContext, incoming: IncomingMessage, method: string, url: string) {
  return (
    service: string,
    number: number,
    response: MockResponse | null,
    faults: readonly Fault<string>[],
  ): void => {
    try {
      onRequest({
        service,
        number,
        method,
        url,
        headers: redactHeaders(plainHeaders(incoming.headers)),
        status: response?.status ?? null,
        responseHeaders: redactHeaders(response?.headers ?? {}),
        responseBody: response?.body ?? "",
        faults: faults.map(formatFault),
      });
    } catch {
      // An error of the listener does not concern the client.
    }
  };
}

const REDACTED = "[redacted]";
const SECRET = /auth|token|cookie|signature|accesskey/i;

/** Replaces the values of all headers that authenticate somebody. */
function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, SECRET.test(name) ? REDACTED : value]),
  );
}

function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) plain[name] = String(value);
  return plain;
}
