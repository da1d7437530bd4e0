import type { Agent, ClientRequest, IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { OutgoingRequest } from "../../core/authorization.js";
import type { IncomingAnswer, Transport } from "../../core/engine/transport.js";
import { headerList, isReset, markStale } from "./connections.js";
import type { Zlib } from "./decoders.js";
import { agentOptions, keepConnections } from "./http-agent.js";
import { Inflow } from "./inflow.js";

type Http = Pick<typeof import("node:http"), "Agent" | "request">;
type Https = Pick<typeof import("node:https"), "Agent"> & {
  request(options: import("node:https").RequestOptions): ClientRequest;
};

/**
 * The transport over Node's own client, with connections that are kept open between calls. It has no timeout
 * of its own: an attempt has one.
 */
export function httpTransport(http: Http, https: Https, zlib: Zlib): Transport {
  let plain: Agent | undefined;
  let secure: Agent | undefined;
  const open = (request: OutgoingRequest): ClientRequest => {
    if (request.url.protocol === "https:") {
      secure ??= keepConnections(new https.Agent(agentOptions));
      return https.request(optionsOf(request, secure));
    }
    plain ??= keepConnections(new http.Agent(agentOptions));
    return http.request(optionsOf(request, plain));
  };
  return (request, cancellation) =>
    new Promise((resolve, reject) => {
      let answer: HttpAnswer | undefined;
      const sent = open(request);
      const stop = () => {
        sent.destroy();
      };
      // A variable first, which dies young: see `Surroundings`.
      cancellation.onCancel = stop;
      sent.on("response", (message) => {
        // Node takes a 101 for the answer where it names no protocol.
        if (message.statusCode === 101) return refuse(message.socket);
        answer = new HttpAnswer(sent, message, zlib);
        resolve(answer);
      });
      const refuse = (socket: Duplex) => {
        socket.destroy();
        reject(Object.assign(new Error("the server switches to another protocol"), { code: "EPROTO" }));
      };
      sent.on("upgrade", (_message, socket) => refuse(socket));
      sent.on("error", (error) => {
        if (answer !== undefined) answer.breakOff(error);
        else reject(sent.reusedSocket && isReset(error) ? markStale(error) : error);
      });
      if (request.body === "") sent.end();
      else sent.end(request.body);
    });
}

function optionsOf({ url, method, headers, body }: OutgoingRequest, agent: Agent) {
  const { hostname } = url;
  return {
    agent,
    protocol: url.protocol,
    hostname: hostname.startsWith("[") ? hostname.slice(1, -1) : hostname,
    port: url.port,
    method,
    path: url.pathname + url.search,
    headers: listOf(headers, url.host, method, body),
  };
}

/** Node sends a list as it is, so that it must be complete. */
function listOf(
  headers: Readonly<Record<string, string>>,
  host: string,
  method: string,
  body: string,
): string[] {
  const list = headerList(headers, "host" in headers ? [] : ["host", host]);
  if (body !== "" || method === "POST") list.push("content-length", String(Buffer.byteLength(body)));
  return list;
}

/** An answer that reads its headers from the list in which they came: Node's own object of them costs more. */
class HttpAnswer extends Inflow implements IncomingAnswer {
  readonly status: number;
  readonly #sent: ClientRequest;
  readonly #message: IncomingMessage;

  constructor(sent: ClientRequest, message: IncomingMessage, zlib: Zlib) {
    super(headerIn(message.rawHeaders, "content-encoding"), zlib);
    this.status = message.statusCode ?? 0;
    this.#sent = sent;
    this.#message = message;
    message.on("data", (chunk) => this.push(chunk));
    message.on("end", () => this.end());
    message.on("error", (error) => this.breakOff(error));
  }

  get body(): Inflow {
    return this;
  }

  header(name: string): string | null {
    return headerIn(this.#message.rawHeaders, name.toLowerCase());
  }

  get headers(): Iterable<readonly [string, string]> {
    return pairs(this.#message.rawHeaders);
  }

  /** Node tells of wrong bytes behind a whole answer, too; they do not make it less whole. */
  breakOff(error: unknown): void {
    if (!this.#message.complete) this.fail(error);
  }

  pause(): void {
    this.#message.pause();
  }

  resume(): void {
    this.#message.resume();
  }

  close(): void {
    this.#sent.destroy();
  }
}

/** From names and values in turn, all values of a name in one; null where there is none. */
function headerIn(raw: readonly string[], name: string): string | null {
  let found: string | null = null;
  for (let at = 0; at < raw.length; at += 2) {
    const key = raw[at] ?? "";
    if (key.length !== name.length || (key !== name && key.toLowerCase() !== name)) continue;
    const value = raw[at + 1] ?? "";
    found = found === null ? value : `${found}, ${value}`;
  }
  return found;
}

function* pairs(raw: readonly string[]): Generator<readonly [string, string]> {
  for (let at = 0; at < raw.length; at += 2) yield [raw[at] ?? "", raw[at + 1] ?? ""];
}
