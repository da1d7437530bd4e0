import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { BackupService } from "../records/record.js";
import type { MockContract } from "./contract.js";
import { preflightHeaders } from "./cors.js";
import { type Delivering, deliver, send } from "./deliver.js";
import { safeHeaders } from "./exchange.js";
import { formatFault } from "./fault-syntax.js";
import { type Fault, faultsFor } from "./faults.js";
import { TOKENS_PATH } from "./iam.js";
import type { Answerer, MockReply, MockRequest } from "./message.js";
import type { MockExchange } from "./options.js";
import { keyOf, mix, uuid } from "./random.js";

/** One service behind a port or a prefix. */
export interface Served {
  readonly contract: MockContract;
  readonly answer: Answerer;
  /** Requests so far. */
  count: number;
}

/** What every port of a mock shares. */
export interface Handling extends Delivering {
  readonly seed: number;
  readonly faults: readonly Fault[];
  /** IAM's answer to the body of a login. */
  readonly login: (body: string) => MockReply;
  readonly onRequest: ((exchange: MockExchange) => void) | undefined;
  logins: number;
}

/** Finds the service of a request, and its path there; null for an address of no service. */
export type Locate = (path: string) => { readonly served: Served; readonly path: string } | null;

/** Serves requests: CORS, logins, faults, and the answers of the services. */
export function createHandler(handling: Handling, locate: Locate): RequestListener {
  return (incoming, outgoing) => {
    outgoing.on("error", () => {});
    void serve(handling, locate, incoming, outgoing).catch((error: unknown) => {
      if (outgoing.headersSent) outgoing.destroy();
      else
        send(handling.clock, outgoing, { status: 500, headers: TEXT, body: `The mock failed: ${error}\n` });
    });
  };
}

const TEXT = { "content-type": "text/plain; charset=utf-8" };
const MAX_BODY = 1_000_000;

async function serve(
  handling: Handling,
  locate: Locate,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const { clock } = handling;
  const { method = "GET", url: target = "/" } = incoming;
  const mark = target.indexOf("?");
  const [path, query] = mark < 0 ? [target, ""] : [target.slice(0, mark), target.slice(mark + 1)];
  const body = await readBody(incoming);
  if (method === "OPTIONS") {
    outgoing.writeHead(204, preflightHeaders(incoming.headers)).end();
    return;
  }
  const record = recorder(handling, incoming, method, target);
  if (method === "POST" && path === TOKENS_PATH) {
    const reply = handling.login(body);
    handling.logins += 1;
    send(clock, outgoing, reply);
    record("iam", handling.logins, { ...reply, body: "" }, []);
    return;
  }
  const found = locate(path);
  if (found === null) {
    send(clock, outgoing, { status: 404, headers: TEXT, body: `The mock has nothing at ${path}\n` });
    return;
  }
  const { served } = found;
  const { service } = served.contract;
  served.count += 1;
  const number = served.count;
  const key = keyOf(handling.seed, service);
  const requestId = uuid(mix(key, number, 7), key, number);
  const headers = plainHeaders(incoming);
  const request: MockRequest = { service, method, target, path: found.path, query, headers, body, requestId };
  const faults = faultsFor(handling.faults, service, number, handling.seed);
  const sent = await deliver(handling, served, request, faults, outgoing);
  record(service, number, sent, faults);
}

function recorder({ onRequest }: Handling, incoming: IncomingMessage, method: string, url: string) {
  return (
    service: BackupService | "iam",
    number: number,
    reply: MockReply | null,
    faults: readonly Fault[],
  ) => {
    try {
      onRequest?.({
        service,
        number,
        method,
        url,
        headers: safeHeaders(incoming.headers),
        status: reply?.status ?? null,
        answerHeaders: safeHeaders(reply?.headers ?? {}),
        answer: reply?.body ?? "",
        faults: faults.map(formatFault),
      });
    } catch {
      // The listener's trouble is its own.
    }
  };
}

function plainHeaders({ headers }: IncomingMessage): Record<string, string> {
  const plain: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) plain[name] = String(value);
  return plain;
}

async function readBody(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BODY) throw new RangeError("the request's body is larger than 1 MB");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}
