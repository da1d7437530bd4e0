import createOpenapiClient from "openapi-fetch";
import type { ClientContext } from "./context.js";
import { toApiError } from "./error-response.js";
import { InvalidRequestError } from "./errors.js";
import { nextId, observe } from "./observe.js";
import type { OperationDescriptor } from "./operation.js";
import type { RawClient } from "./raw-client.js";
import { fillPath } from "./request.js";
import { callWithRetries } from "./retry.js";
import type { ServiceResponse } from "./send.js";

/**
 * openapi-fetch over the client's transport: the same attempts, limits and authentication, and nothing
 * else. An error response is returned, not thrown, and an int64 beyond 2^53-1 is rounded.
 */
export function createRawClient<Paths extends object>(client: ClientContext): RawClient<Paths> {
  const { baseUrl } = client;
  const { origin, pathname } = new URL(baseUrl);
  const prefix = pathname.replace(/\/$/, "");
  const raw = createOpenapiClient<Paths>({
    baseUrl,
    fetch: (request: Request) => sendRequest(client, request, origin, prefix),
    // Checks ids, which openapi-fetch only encodes.
    pathSerializer: (template, values) => fillPath(template, values, template),
    redirect: "manual",
    Request: RequestOfSignal,
  });
  // The same methods; see RawClient for how their types differ.
  return raw as unknown as RawClient<Paths>;
}

async function sendRequest(
  { tables, settings, headers }: ClientContext,
  request: Request,
  origin: string,
  prefix: string,
): Promise<Response> {
  const url = new URL(request.url);
  if (url.origin !== origin) {
    throw new InvalidRequestError(`raw: ${url.origin} is not the client's ${origin}`, {
      parameter: "baseUrl",
    });
  }
  const operations = Object.values(tables.operations);
  const operation = operationAt(operations, request.method, url.pathname.slice(prefix.length));
  const context = {
    service: tables.service,
    operation: operation?.operationId ?? `${request.method} ${url.pathname}`,
  };
  const callId = nextId();
  const body = await request.text();
  const call = {
    context,
    callId,
    signing: operation?.signing ?? { service: tables.service },
    request: {
      method: request.method,
      url,
      headers: { ...headers, ...Object.fromEntries(request.headers) },
      body,
    },
    signal: request.signal,
    read: (candidate: ServiceResponse) => ({
      body: undefined,
      error: candidate.status < 400 ? null : toApiError(candidate, context, settings.clock.now()),
    }),
  };
  const subject = () => ({ listingId: null, resource: null });
  return observe({ context, callId, url, subject }, settings, request.signal, async () => {
    const { response, error } = await callWithRetries(call, settings);
    if (response === null) throw error;
    return toResponse(response);
  });
}

function operationAt(
  operations: readonly OperationDescriptor[],
  method: string,
  path: string,
): OperationDescriptor | undefined {
  return operations.find((operation) => operation.method === method && matches(operation.path, path));
}

function matches(template: string, path: string): boolean {
  const wanted = template.split("/");
  const found = path.split("/");
  return (
    wanted.length === found.length && wanted.every((part, i) => part.startsWith("{") || part === found[i])
  );
}

/** Headers that describe the body as it was sent, which is decoded by now. */
const ofEncodedBody = new Set(["content-encoding", "content-length", "transfer-encoding"]);

function toResponse({ status, text, headers: received, redact }: ServiceResponse): Response {
  const headers = new Headers();
  for (const [name, value] of received()) {
    if (!ofEncodedBody.has(name.toLowerCase())) headers.append(name, value);
  }
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : status < 400 ? text : redact(text), { status, headers });
}

/** A request that passes on its caller's signal itself: a copy would leave a listener on it. */
class RequestOfSignal extends Request {
  readonly #signal: AbortSignal | null | undefined;

  constructor(url: RequestInfo | URL, init?: RequestInit) {
    const { signal, ...rest } = { ...init };
    super(url, rest);
    this.#signal = signal;
  }

  override get signal(): AbortSignal {
    return this.#signal ?? super.signal;
  }
}
