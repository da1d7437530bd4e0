import type { InvalidRequestError } from "../errors.js";
import type { OperationDescriptor } from "../operation.js";
import type { fillPath } from "../path.js";
import type { RawClient } from "../raw-client.js";
import type { attempt } from "./attempts.js";
import type { CallEnvironment } from "./call.js";
import { createRaw } from "./openapi-fetch.js";
import type { IncomingAnswer } from "./transport.js";

/**
 * What `raw` takes of the core. It is handed over, so that a bundler need not cut the core in two to share it
 * with this part, which is loaded apart.
 */
export interface Core {
  readonly attempt: typeof attempt;
  readonly fillPath: typeof fillPath;
  readonly InvalidRequestError: typeof InvalidRequestError;
}

/**
 * openapi-fetch over the client's transport: the same attempts, limits and authentication, and nothing
 * else. An error answer is returned, not thrown, and an int64 beyond 2^53-1 is rounded.
 */
export function rawClient<Paths extends object>(
  { baseUrl, definition, settings }: CallEnvironment,
  { attempt, fillPath, InvalidRequestError }: Core,
): RawClient<Paths> {
  const operations = Object.values(definition.operations);
  const { origin, pathname } = new URL(baseUrl);
  const prefix = pathname.replace(/\/$/, "");
  return createRaw<Paths>(
    baseUrl,
    async (request) => {
      const url = new URL(request.url);
      if (url.origin !== origin) {
        throw new InvalidRequestError(`raw: ${url.origin} is not the client's ${origin}`, {
          parameter: "baseUrl",
        });
      }
      const operation = operationAt(operations, request.method, url.pathname.slice(prefix.length));
      let headers: IncomingAnswer["headers"] = [];
      const answer = await attempt(
        {
          context: {
            service: definition.service,
            operation: operation?.operationId ?? `${request.method} ${url.pathname}`,
          },
          signing: operation?.signing ?? { service: definition.service },
          request: {
            method: request.method,
            url,
            headers: { accept: "application/json", ...Object.fromEntries(request.headers) },
            body: await request.text(),
          },
          signal: request.signal,
        },
        {
          ...settings,
          transport: async (outgoing, signal) => {
            const incoming = await settings.transport(outgoing, signal);
            headers = incoming.headers;
            return incoming;
          },
        },
      );
      return toResponse(answer.status, answer.text, headers);
    },
    (template, values) => fillPath(template, values, template),
  );
}

function operationAt(
  operations: OperationDescriptor[],
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

// The body has been decoded, so these headers would describe something else.
const OF_THE_WIRE = new Set(["content-encoding", "content-length", "transfer-encoding"]);

function toResponse(status: number, text: string, received: IncomingAnswer["headers"]): Response {
  const headers = new Headers();
  for (const [name, value] of received) {
    if (!OF_THE_WIRE.has(name.toLowerCase())) headers.append(name, value);
  }
  const empty = status === 204 || status === 205 || status === 304;
  return new Response(empty ? null : text, { status, headers });
}
