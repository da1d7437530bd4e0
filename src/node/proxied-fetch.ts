import http from "node:http";
import https from "node:https";
import { Readable } from "node:stream";
import type { Environment } from "./environment.js";
import { connectThroughProxies } from "./proxy.js";
import { agentOptions, requestFailure, USER_AGENT } from "./transport.js";

type Fetch = typeof globalThis.fetch;

/**
 * A `fetch` over the proxies that HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY of an environment name; undefined,
 * for the client's own transport, if they name none. It follows no redirect. A request rejects with a
 * ConfigurationError if the variable for its host cannot be read; `proxyFor` tells that before.
 */
export function proxiedFetch(environment: Environment): Fetch | undefined {
  if (!Object.entries(environment).some(([name, value]) => /^(https?|all)_proxy$/i.test(name) && value))
    return undefined;
  const agents = {
    http: connectThroughProxies(new http.Agent(agentOptions), environment),
    https: connectThroughProxies(new https.Agent(agentOptions), environment),
  };
  return async (input, init) => {
    const request = new Request(input, init);
    const body = await request.text();
    const message = await send(request, body, agents);
    return toResponse(message);
  };
}

function send(
  { url, method, headers, signal }: Request,
  body: string,
  agents: { readonly http: http.Agent; readonly https: https.Agent },
): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const secure = target.protocol === "https:";
    const options = {
      method,
      headers: {
        "accept-encoding": "gzip, deflate",
        "user-agent": USER_AGENT,
        ...Object.fromEntries(headers),
      },
      agent: secure ? agents.https : agents.http,
      signal,
    };
    const sent = secure ? https.request(target, options) : http.request(target, options);
    sent.on("response", resolve);
    sent.on("error", (error) => reject(requestFailure(sent, error)));
    sent.end(body);
  });
}

function toResponse(message: http.IncomingMessage): Response {
  const status = message.statusCode ?? 0;
  const headers = new Headers();
  for (const [name, value = []] of Object.entries(message.headers)) {
    for (const one of [value].flat()) headers.append(name, one);
  }
  if ([204, 205, 304].includes(status)) {
    message.resume();
    return new Response(null, { status, headers });
  }
  // The platform's own types of web streams are Node's; both are the same standard's.
  let body = Readable.toWeb(message) as ReadableStream<Uint8Array<ArrayBuffer>>;
  const coding = headers.get("content-encoding")?.trim().toLowerCase();
  if (coding === "gzip" || coding === "deflate") {
    body = body.pipeThrough(new DecompressionStream(coding));
    headers.delete("content-encoding");
    headers.delete("content-length");
  }
  return new Response(body, { status, headers });
}
