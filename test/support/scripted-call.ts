import type { OutgoingRequest } from "../../src/core/auth.js";
import type { CallSettings } from "../../src/core/context.js";
import { isRetryable, toApiError } from "../../src/core/error-response.js";
import { ServiceFailureError } from "../../src/core/errors.js";
import type { ClientEvent } from "../../src/core/events.js";
import { defaultRetry } from "../../src/core/options.js";
import { createRetryBudget, type RetriedCall } from "../../src/core/retry.js";
import { fetchTransport, type Transport } from "../../src/core/transport.js";
import { fakeClock } from "./fake-clock.js";

/** What a scripted `fetch` does with a request: a response, or an error, now or later. */
export type Step = (request: OutgoingRequest, signal: AbortSignal | null) => Response | Promise<Response>;

/** A response with a body of one chunk. */
export function respond(status: number, text = "", headers: Readonly<Record<string, string>> = {}): Step {
  return () => response(status, text === "" ? null : chunks(text), headers);
}

/** A response with any status, also of those that `Response` refuses. */
export function response(
  status: number,
  body: ReadableStream<Uint8Array> | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const made = new Response(body, { headers });
  Object.defineProperty(made, "status", { value: status });
  return made;
}

/** A body that ends after its chunks. */
export function chunks(...texts: string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const text of texts) controller.enqueue(encoder.encode(text));
      controller.close();
    },
  });
}

/** Rejects with the given value, as a failing network does. */
export function failing(thrown: unknown): Step {
  return () => Promise.reject(thrown);
}

/** Never responds and ignores its signal. */
export const unresponsive: Step = () => new Promise(() => {});

/** Never responds, and rejects when its signal aborts, as `fetch` does. */
export const silent: Step = (_request, signal) =>
  new Promise((_resolve, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

/** One call of a scripted client: everything that a test may look at, and settings that it may replace. */
export function scriptedCall(steps: readonly Step[], overrides: Partial<CallSettings> = {}) {
  const clock = fakeClock();
  const events: ClientEvent[] = [];
  const requests: OutgoingRequest[] = [];
  let nonces = 0;
  const transport: Transport = (request, limits) => {
    requests.push(request);
    const step = steps[requests.length - 1] ?? failing(new Error("the script is over"));
    const fetch = (async (_url, init) =>
      step(request, init?.signal ?? null)) satisfies typeof globalThis.fetch;
    return fetchTransport(fetch)(request, limits);
  };
  const settings: CallSettings = {
    auth: { scheme: "test", authorize: () => ({ "x-auth-token": `fake-token-${requests.length + 1}` }) },
    transport,
    clock,
    random: () => 0.5,
    nonce: () => `nonce-${++nonces}`,
    fetch: () => Promise.reject(new Error("no login expected")),
    timeout: 1_000,
    totalTimeout: 0,
    retry: defaultRetry,
    budget: createRetryBudget(),
    skew: { offsetMs: 0 },
    maxResponseBytes: 1_000_000,
    onEvent: (event) => events.push(event),
    ...overrides,
  };
  const context = { service: "dcs", operation: "ListBackupRecords" };
  const call: RetriedCall = {
    context,
    callId: 7,
    signing: { service: "dcs" },
    request: {
      method: "GET",
      url: new URL("https://dcs.example.test/v2/p/instances/i/backups?limit=1"),
      headers: { accept: "application/json" },
      body: "",
    },
    read: (response) => ({
      body: undefined,
      error: response.status < 400 ? null : toApiError(response, context, clock.now()),
    }),
  };
  return { call, settings, clock, events, requests };
}

/** Reads a response whose text, if there is any, is the code of a failure in spite of its status. */
export function failureInText(context: RetriedCall["context"]): RetriedCall["read"] {
  return (response) => {
    const code = response.text;
    const details = { ...context, status: response.status, code, message: "", requestId: null, body: null };
    const error =
      code === "" ? null : new ServiceFailureError({ ...details, retryable: isRetryable(200, code) });
    return { body: undefined, error };
  };
}
