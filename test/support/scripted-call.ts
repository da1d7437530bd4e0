import type { OutgoingRequest } from "../../src/core/authorization.js";
import type { Attempted, AttemptSettings } from "../../src/core/engine/attempts.js";
import { createRetryBudget } from "../../src/core/engine/budget.js";
import { Cancellation } from "../../src/core/engine/cancellation.js";
import { createSkew } from "../../src/core/engine/skew.js";
import { type IncomingAnswer, streamedBody, type Transport } from "../../src/core/engine/transport.js";
import type { ClientEvent } from "../../src/core/events.js";
import { defaultRetry } from "../../src/core/settings.js";
import { fakeClock } from "./fake-clock.js";

/** What a scripted transport does with a request: an answer, or something to throw, now or later. */
export type Step = (
  request: OutgoingRequest,
  signal: AbortSignal,
  cancellation: Cancellation,
) => IncomingAnswer | Promise<IncomingAnswer>;

/** An answer with a body of one chunk. Header names in lower case. */
export function answer(status: number, text = "", headers: Readonly<Record<string, string>> = {}): Step {
  return () => incoming(status, text === "" ? null : chunks(text), headers);
}

export function incoming(
  status: number,
  body: ReadableStream<Uint8Array> | null,
  headers: Readonly<Record<string, string>> = {},
  cancellation = new Cancellation(),
): IncomingAnswer {
  return {
    status,
    header: (name) => headers[name.toLowerCase()] ?? null,
    body: body && streamedBody(body, cancellation),
    headers: Object.entries(headers),
  };
}

/** A body that ends after its chunks; `cancelled` is told when it is let go before. */
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

/** Never answers and heeds no signal. */
export const deaf: Step = () => new Promise(() => {});

/** Never answers, and rejects when told to stop, as `fetch` does. */
export const silent: Step = (_request, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason)));

/** One call of a scripted client: everything that a test may look at, and settings that it may replace. */
export function scriptedCall(steps: readonly Step[], overrides: Partial<AttemptSettings> = {}) {
  const clock = fakeClock();
  const events: ClientEvent[] = [];
  const requests: OutgoingRequest[] = [];
  let nonces = 0;
  const transport: Transport = async (request, cancellation) => {
    requests.push(request);
    const step = steps[requests.length - 1] ?? failing(new Error("the script is over"));
    return step(request, cancellation.signal, cancellation);
  };
  const settings: AttemptSettings = {
    auth: { scheme: "test", authorize: () => ({ "x-auth-token": `fake-token-${requests.length + 1}` }) },
    transport,
    clock,
    random: () => 0.5,
    nonce: () => `nonce-${++nonces}`,
    fetch: () => Promise.reject(new Error("no login expected")),
    timeout: 1_000,
    totalTimeout: null,
    retry: defaultRetry,
    budget: createRetryBudget(),
    skew: createSkew(),
    maxResponseBytes: 1_000_000,
    onEvent: (event) => events.push(event),
    ...overrides,
  };
  const call: Attempted = {
    context: { service: "dcs", operation: "ListBackupRecords" },
    signing: { service: "dcs" },
    request: {
      method: "GET",
      url: new URL("https://dcs.example.test/v2/p/instances/i/backups?limit=1"),
      headers: { accept: "application/json" },
      body: "",
    },
  };
  return { call, settings, clock, events, requests };
}
