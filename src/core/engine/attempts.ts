import type { Answer, CallContext } from "../answer.js";
import type { Auth, OutgoingRequest } from "../authorization.js";
import type { Clock } from "../clock.js";
import { ConnectionError, RateLimitError, TimeoutError } from "../errors.js";
import type { ClientEvent } from "../events.js";
import type { SigningDescriptor } from "../operation.js";
import type { RetryBudget } from "./budget.js";
import { wait, withDeadline } from "./deadline.js";
import { emit } from "./emit.js";
import { readErrorEnvelope, requestIdOf } from "./error-reader.js";
import { isRetryable, refusesCredentials, retryAfterMs } from "./error-table.js";

import { isRetryableFailure, type RetrySettings, retryDelay } from "./retry.js";
import { type Sent, secretsIn, send } from "./send.js";
import { type Skew, skewFromRefusal } from "./skew.js";
import type { Transport } from "./transport.js";

/** How a client attempts its calls: resolved defaults, and the state that its calls share. */
export interface AttemptSettings {
  readonly auth: Auth;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** A fresh single-use value for every attempt. */
  readonly nonce: () => string;
  /** Handed to the authentication, for its logins. */
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds for one attempt: authentication, headers and body. 0 or Infinity: no limit. */
  readonly timeout: number;
  /** Milliseconds over all attempts and waits. null, 0 or Infinity: no limit. */
  readonly totalTimeout: number | null;
  readonly retry: RetrySettings;
  /** Waited for before every attempt, outside its timeout. */
  readonly rateLimit?: ((signal?: AbortSignal) => PromiseLike<unknown>) | undefined;
  readonly budget: RetryBudget;
  readonly skew: Skew;
  /** Largest decoded body that is read. */
  readonly maxResponseBytes: number;
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
  readonly cloud?: string | undefined;
  readonly region?: string | undefined;
  readonly projectId?: string | undefined;
}

/** One call, which may take several attempts. */
export interface Attempted {
  readonly context: CallContext;
  readonly signing: SigningDescriptor;
  /** Without authorisation: every attempt adds its own. */
  readonly request: OutgoingRequest;
  readonly signal?: AbortSignal | undefined;
  /** The code of an answer whose status says success while its body says failure; null for a success. */
  readonly failureCode?: ((answer: Answer) => string | null) | undefined;
}

/**
 * Attempts a call until it is answered for good: an answer that is not worth another attempt, or the
 * last one allowed, is returned whatever its status. A refused answer comes without the secrets that the
 * request carried, even where the service quotes them.
 * @throws ConnectionError, TimeoutError, ContractError, what the authentication throws, and the caller's
 * own abort reason untouched
 */
export async function attempt(call: Attempted, settings: AttemptSettings): Promise<Answer> {
  const { auth, budget, clock, retry, skew } = settings;
  const { context, signal } = call;
  const ends = clock.now() + (settings.totalTimeout || Number.POSITIVE_INFINITY);
  let retries = 0;
  let corrected = false;
  let renewed = false;
  for (let number = 1; ; number++) {
    signal?.throwIfAborted();
    if (settings.rateLimit) await settings.rateLimit(signal);
    const offset = skew.offsetMs;
    const outcome = await perform(call, settings, number, ends);
    if (!outcome.sent) signal?.throwIfAborted();
    const { sent, code } = outcome;
    const now = clock.now();
    // Neither a corrected clock nor renewed credentials count as a retry: each can help once.
    if (sent && code !== null && now < ends) {
      const found = corrected ? null : skewFromRefusal(sent.answer, code, now, now + offset);
      if (found !== null) {
        corrected = true;
        // Another call may have corrected the clock while this one was under way.
        if (skew.offsetMs === offset) {
          skew.offsetMs = found;
          emit(settings.onEvent, { type: "clock", ...context, skewMs: found });
        }
        continue;
      }
      if (!renewed && refusesCredentials(sent.answer.status, code) && auth.rejected?.(sent.headers)) {
        renewed = true;
        continue;
      }
    }
    const delay =
      outcome.retryable && retries + 1 < retry.attempts
        ? retryDelay(retries + 1, outcome.serverMs, retry, settings.random)
        : null;
    if (!delay || now + delay.delayMs >= ends || !budget.take()) {
      if (!sent) throw outcome.failure;
      if (!outcome.retryable) budget.give(retries > 0);
      return sent.answer;
    }
    retries++;
    emit(settings.onEvent, { type: "wait", ...context, attempt: number + 1, ...delay });
    await wait({ clock, ms: delay.delayMs, signal });
  }
}

/** What an attempt came to. */
interface Outcome {
  /** Null where no answer came; then `failure` is what was thrown. */
  readonly sent: Sent | null;
  readonly failure?: unknown;
  /** Null on success. */
  readonly code: string | null;
  readonly requestId: string | null;
  readonly retryable: boolean;
  /** The wait that the server asks for. */
  readonly serverMs: number | null;
}

/** One attempt within its limits, judged and reported. */
async function perform(
  call: Attempted,
  settings: AttemptSettings,
  number: number,
  ends: number,
): Promise<Outcome> {
  const { context, signal } = call;
  const { clock, onEvent } = settings;
  const began = clock.now();
  const each = settings.timeout || Number.POSITIVE_INFINITY;
  const left = ends - began;
  const expired = () =>
    left < each
      ? timedOut(context, number, Number(settings.totalTimeout), "total")
      : timedOut(context, number, each, "attempt");
  let outcome: Outcome;
  try {
    const sent = await withDeadline({ clock, ms: Math.min(each, left), signal }, expired, (inner) =>
      send(call, settings, number, inner),
    );
    outcome = judge(call, settings, sent);
  } catch (failure) {
    outcome = {
      sent: null,
      failure,
      code: signal?.aborted ? "aborted" : codeOf(failure),
      requestId: null,
      retryable: !signal?.aborted && isRetryableFailure(failure),
      serverMs: failure instanceof RateLimitError ? failure.retryAfterMs : null,
    };
  }
  if (onEvent) {
    emit(onEvent, {
      type: "attempt",
      ...context,
      attempt: number,
      status: outcome.sent?.answer.status ?? null,
      code: outcome.code,
      requestId: outcome.requestId,
      durationMs: clock.now() - began,
    });
  }
  return outcome;
}

function judge(call: Attempted, settings: AttemptSettings, { answer, headers }: Sent): Outcome {
  const { status, text } = answer;
  const header = (name: string) => answer.header(name);
  const error = status < 400 ? null : readErrorEnvelope(text, header, secretsIn(headers));
  const code = error ? error.code : (call.failureCode?.(answer) ?? null);
  const requestId = error ? error.requestId : settings.onEvent ? requestIdOf(null, header) : null;
  if (code === null) return { sent: { answer, headers }, code, requestId, retryable: false, serverMs: null };
  return {
    sent: { answer: { ...answer, text: answer.redact(text) }, headers },
    code,
    requestId,
    retryable: isRetryable(status, code) || (status === 500 && settings.retry.on500),
    serverMs: retryAfterMs(header, settings.clock.now()),
  };
}

function timedOut(context: CallContext, attempt: number, timeoutMs: number, scope: "attempt" | "total") {
  const of = scope === "total" ? "for all attempts " : "";
  return new TimeoutError(`no complete answer within the ${timeoutMs} ms ${of}(attempt ${attempt})`, {
    ...context,
    attempt,
    timeoutMs,
    scope,
  });
}

/** A failure in a word, for events. */
function codeOf(failure: unknown): string {
  if (failure instanceof ConnectionError) return failure.code;
  return failure instanceof Error ? failure.name : "unknown";
}
