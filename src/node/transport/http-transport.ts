import type { Agent, ClientRequest, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { IncomingAnswer, Transport } from "../../core/transport.js";
import { idleTimeout, isReset, markStale, maxConnections, usualHeaders } from "./connections.js";
import type { Zlib } from "./decoders.js";
import { Inflow } from "./inflow.js";

type Http = Pick<typeof import("node:http"), "Agent" | "request">;
type Https = Pick<typeof import("node:https"), "Agent" | "request">;

const agentOptions = { keepAlive: true, maxSockets: maxConnections, timeout: idleTimeout };

/**
 * The transport over Node's own client, with connections that are kept open between calls. An idle one does
 * not keep the process alive, and a wait for the caller's patience is the caller's: no timeout of its own.
 */
export function httpTransport(http: Http, https: Https, zlib: Zlib): Transport {
  let plain: Agent | undefined;
  let secure: Agent | undefined;
  /** How many bytes a connection had received when its last answer ended: more by its next use were not asked for. */
  const received = new WeakMap<Socket, number>();
  const agentFor = (protocol: string) => {
    if (protocol === "https:") {
      secure ??= watched(new https.Agent(agentOptions), received);
      return secure;
    }
    plain ??= watched(new http.Agent(agentOptions), received);
    return plain;
  };
  return (request, cancellation) =>
    new Promise((resolve, reject) => {
      const { url, method, body } = request;
      let answer: IncomingMessage | undefined;
      let inflow: Inflow | undefined;
      const sent: ClientRequest = (url.protocol === "https:" ? https : http).request({
        agent: agentFor(url.protocol),
        protocol: url.protocol,
        hostname: url.hostname.replace(/^\[|\]$/g, ""),
        port: url.port,
        method,
        path: url.pathname + url.search,
        headers: headersOf(request.headers, url.host, method, body),
      });
      cancellation.onCancel = () => {
        sent.destroy();
      };
      sent.on("response", (message: IncomingMessage) => {
        const { socket } = message;
        const into = new Inflow(
          {
            pause: () => message.pause(),
            resume: () => message.resume(),
            close: () => sent.destroy(),
          },
          message.headers["content-encoding"] ?? null,
          zlib,
        );
        answer = message;
        inflow = into;
        message.on("data", (chunk) => into.push(chunk));
        message.on("end", () => {
          received.set(socket, socket.bytesRead);
          into.end();
        });
        message.on("error", (error) => into.fail(error));
        resolve(answerOf(message, into));
      });
      sent.on("upgrade", (_message, socket) => {
        socket.destroy();
        reject(Object.assign(new Error("the server switches to another protocol"), { code: "EPROTO" }));
      });
      sent.on("error", (error: Error) => {
        // What is wrong with bytes behind a whole answer does not make it less whole.
        if (answer?.complete) return;
        if (inflow !== undefined) inflow.fail(error);
        else reject(sent.reusedSocket && isReset(error) ? markStale(error) : error);
      });
      if (body === "") sent.end();
      else sent.end(body);
    });
}

/** A kept connection on which bytes came that nobody asked for would answer the next request with them. */
function watched(agent: Agent, received: WeakMap<Socket, number>): Agent {
  const reuse = agent.reuseSocket;
  agent.reuseSocket = function reuseSocket(socket: Socket, request: ClientRequest) {
    if (socket.bytesRead !== received.get(socket)) socket.destroy();
    reuse.call(this, socket, request);
  };
  return agent;
}

/** As a list, which Node sends as it is, instead of looking at every one first. */
function headersOf(
  headers: Readonly<Record<string, string>>,
  host: string,
  method: string,
  body: string,
): string[] {
  const list = ["host", host];
  for (const name in headers) list.push(name, headers[name] ?? "");
  for (const [name, value] of Object.entries(usualHeaders)) {
    if (!(name in headers)) list.push(name, value);
  }
  if (body !== "" || method === "POST") list.push("content-length", String(Buffer.byteLength(body)));
  return list;
}

function answerOf(message: IncomingMessage, body: Inflow): IncomingAnswer {
  return {
    status: message.statusCode ?? 0,
    header(name) {
      const value = message.headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(", ") : (value ?? null);
    },
    body,
    get headers() {
      return pairs(message.rawHeaders);
    },
  };
}

/** Names and values from the list in which they alternate. */
function* pairs(raw: readonly string[]): Generator<readonly [string, string]> {
  for (let at = 0; at + 1 < raw.length; at += 2) yield [raw[at] ?? "", raw[at + 1] ?? ""];
}
