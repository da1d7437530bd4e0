import type { ServerResponse } from "node:http";
import type { Clock } from "../core/deadline.js";
import type { MockContract } from "./contract.js";
import { corsHeaders } from "./cors.js";
import type { Fault } from "./faults.js";
import type { Answerer, MockReply, MockRequest } from "./message.js";
import { documentedError, refuse, retryAfterHeader } from "./refusal.js";

/** What delivering an answer takes. */
export interface Delivering {
  readonly clock: Clock;
  /** Answers that wait for their latency, to be called off when the mock stops. */
  readonly waiting: Set<() => void>;
}

/** Answers as far as the faults let it; null where nothing was sent. */
export async function deliver(
  delivering: Delivering,
  { contract, answer }: { readonly contract: MockContract; readonly answer: Answerer },
  request: MockRequest,
  faults: readonly Fault[],
  outgoing: ServerResponse,
): Promise<MockReply | null> {
  const late = faults.reduce((sum, fault) => sum + ("latencyMs" in fault ? fault.latencyMs : 0), 0);
  if (late > 0 && !(await wait(delivering, late))) return null;
  if (faults.some((fault) => "stall" in fault)) return null;
  if (faults.some((fault) => "reset" in fault)) {
    outgoing.socket?.resetAndDestroy();
    return null;
  }
  const reply = errorOf(contract, request, faults) ?? (await answer(request));
  if (!faults.some((fault) => "truncate" in fault)) {
    send(delivering.clock, outgoing, reply);
    return reply;
  }
  const bytes = Buffer.from(reply.body);
  const half = bytes.subarray(0, Math.floor(bytes.length / 2));
  outgoing.writeHead(reply.status, {
    ...allHeaders(delivering.clock, reply),
    "content-length": bytes.length,
  });
  outgoing.write(half, () => outgoing.socket?.end());
  return { ...reply, body: half.toString("utf8") };
}

/** The answer that a fault puts in place of the service's own. */
function errorOf(
  contract: MockContract,
  { method, requestId }: MockRequest,
  faults: readonly Fault[],
): MockReply | undefined {
  const fault = faults.find((candidate) => "status" in candidate || "throttle" in candidate);
  const operation = contract.operations.find((known) => known.method === method) ?? contract.operations[0];
  if (fault === undefined || operation === undefined || !("status" in fault || "throttle" in fault)) {
    return undefined;
  }
  const reply =
    "throttle" in fault
      ? refuse(contract, operation, "throttled", requestId)
      : documentedError(contract, operation, fault.status, requestId);
  if (fault.retryAfterMs === undefined) return reply;
  return {
    ...reply,
    headers: { ...reply.headers, ...retryAfterHeader(contract.service, fault.retryAfterMs) },
  };
}

/** False where the mock stops before the time is over. */
function wait({ clock, waiting }: Delivering, milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (whole: boolean) => {
      waiting.delete(drop);
      resolve(whole);
    };
    const cancel = clock.after(milliseconds, () => done(true));
    const drop = () => {
      cancel();
      done(false);
    };
    waiting.add(drop);
  });
}

/** Sends an answer with what every answer of a mock has: the CORS headers, and the date by its clock. */
export function send(clock: Clock, outgoing: ServerResponse, reply: MockReply): void {
  const { status, body } = reply;
  const headers = allHeaders(clock, reply);
  if (status !== 204) headers["content-length"] = String(Buffer.byteLength(body));
  outgoing.writeHead(status, headers).end(status === 204 ? undefined : body);
}

function allHeaders(clock: Clock, { headers }: MockReply): Record<string, string> {
  return { ...corsHeaders, date: new Date(clock.now()).toUTCString(), ...headers };
}
