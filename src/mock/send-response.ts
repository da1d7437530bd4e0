import type { IncomingHttpHeaders, ServerResponse } from "node:http";
import type { Clock } from "../core/deadline.js";
import type { MockContract } from "./contract.js";
import type { Fault } from "./faults.js";
import type { MockRequest, MockResponse, Responder } from "./messages.js";
import { documentedResponse, refuse } from "./refusals.js";

/** What sending a response needs. */
export interface SendContext {
  readonly clock: Clock;
  /** Cancels each response that waits for its latency. */
  readonly delayed: Set<() => void>;
}

/**
 * Responds as far as the faults allow.
 * @returns what was sent; null if nothing was
 */
export async function sendWithFaults(
  context: SendContext,
  { contract, respond }: { readonly contract: MockContract; readonly respond: Responder },
  request: MockRequest,
  faults: readonly Fault<string>[],
  outgoing: ServerResponse,
): Promise<MockResponse | null> {
  const delay = faults.reduce((sum, fault) => sum + ("latencyMs" in fault ? fault.latencyMs : 0), 0);
  if (delay > 0 && !(await wait(context, delay))) return null;
  if (faults.some((fault) => "stall" in fault)) return null;
  if (faults.some((fault) => "reset" in fault)) {
    outgoing.socket?.resetAndDestroy();
    return null;
  }
  const response = errorOf(contract, request, faults) ?? (await respond(request));
  if (!faults.some((fault) => "truncate" in fault)) {
    send(context.clock, outgoing, response);
    return response;
  }
  const bytes = Buffer.from(response.body);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  outgoing.writeHead(response.status, {
    ...allHeaders(context.clock, response),
    "content-length": bytes.length,
  });
  outgoing.write(half, () => outgoing.socket?.end());
  return { ...response, body: half.toString("utf8") };
}

/** The response that a fault puts in place of the service's own. */
function errorOf(
  contract: MockContract,
  { method, requestId }: MockRequest,
  faults: readonly Fault<string>[],
): MockResponse | undefined {
  const fault = faults.find((candidate) => "status" in candidate || "throttle" in candidate);
  const operation = contract.operations.find((known) => known.method === method) ?? contract.operations[0];
  if (fault === undefined || operation === undefined || !("status" in fault || "throttle" in fault)) {
    return undefined;
  }
  const response =
    "throttle" in fault
      ? refuse(contract, operation, "throttled", requestId)
      : documentedResponse(contract, operation, fault.status, requestId);
  if (fault.retryAfterMs === undefined) return response;
  const { header, unitMs } = contract.definition.format.retryAfter;
  const wait = String(Math.ceil(fault.retryAfterMs / unitMs));
  return { ...response, headers: { ...response.headers, [header]: wait } };
}

/** Waits for a latency; false if the mock stops before. */
function wait({ clock, delayed }: SendContext, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (elapsed: boolean) => {
      delayed.delete(drop);
      resolve(elapsed);
    };
    const cancel = clock.after(milliseconds, () => finish(true));
    const drop = () => {
      cancel();
      finish(false);
    };
    delayed.add(drop);
  });
}

/** Sends a response with the headers of every response: CORS, and the date by the mock's clock. */
export function send(clock: Clock, outgoing: ServerResponse, response: MockResponse): void {
  const { status, body } = response;
  const headers = allHeaders(clock, response);
  if (status !== 204) headers["content-length"] = String(Buffer.byteLength(body));
  outgoing.writeHead(status, headers).end(status === 204 ? undefined : body);
}

function allHeaders(clock: Clock, { headers }: MockResponse): Record<string, string> {
  return { ...corsHeaders, date: new Date(clock.now()).toUTCString(), ...headers };
}

/** Lets a page of any origin read a response. No cookie is involved, so none is allowed. */
const corsHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers":
    "date, retry-after, sl-violations, x-acs-request-id, x-acs-retry-after, x-request-id, x-subject-token",
};

/** The response to a browser's preflight request. */
export function preflightResponse(requestHeaders: IncomingHttpHeaders): MockResponse {
  const headers = {
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-allow-headers": requestHeaders["access-control-request-headers"] ?? "*",
    "access-control-max-age": "600",
    // Chromium sends this before a public page may reach loopback.
    ...(requestHeaders["access-control-request-private-network"] && {
      "access-control-allow-private-network": "true",
    }),
  };
  return { status: 204, headers, body: "" };
}
