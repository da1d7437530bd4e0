import { tracing } from "#transport";
import type { CallContext, CallSettings } from "./context.js";
import { elapsed, wait, withDeadline } from "./deadline.js";
import { rejectsCredential, requestIdOf } from "./error-response.js";
import { ApiError, ConnectionError, TimeoutError } from "./errors.js";
import { emit } from "./events.js";
import { codeOf } from "./observe.js";
import type { RetrySettings } from "./options.js";
import type { ReadResponse } from "./response.js";
import { type ServiceResponse, send, type UnsignedRequest } from "./send.js";
import { skewFromRefusal } from "./skew.js";
import type { AttemptTrace, Tracing } from "./tracing.js";

/** A call, which may take several attempts. */
export interface RetriedCall extends UnsignedRequest {
  readonly signal?: AbortSignal | undefined;
  /** Reads a response: its body, or the error that it is. */
  read(response: ServiceResponse): ReadResponse;
}

/** How a call, or one attempt of it, ended. */
export interface Outcome {
  /** Null if none came. */
  readonly response: ServiceResponse | null;
  /** The parsed body of a success. */
  readonly body: unknown;
  /** Null on success. */
  readonly error: unknown;
}

/**
 * Attempts a call until it succeeds, an attempt fails in a way that no retry can help, or the last attempt allowed
 * has failed. Corrects the clock once, and renews a rejected credential once.
 * @throws the caller's own abort reason, untouched
 */
export async function callWithRetries(call: RetriedCall, settings: CallSettings): Promise<Outcome> {
  const { auth, budget, clock, retry, skew } = settings;
  const { context, callId, signal } = call;
  const ends = elapsed(clock) + (settings.totalTimeout || Number.POSITIVE_INFINITY);
  let retries = 0;
  let corrected = false;
  let renewed = false;
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    if (settings.rateLimit) {
      const late = await rateLimited(call, settings, attempt, ends);
      if (late) return { response: null, body: undefined, error: late };
    }
    const offset = skew.offsetMs;
    const outcome = await (tracing?.attempt.hasSubscribers
      ? tracedAttempt(tracing.attempt, call, settings, attempt, ends)
      : executeAttempt(call, settings, attempt, ends));
    const { response, error } = outcome;
    if (!response) signal?.throwIfAborted();
    if (error === null) {
      budget.give(retries > 0);
      return outcome;
    }
    // Neither a corrected clock nor a renewed credential counts as a retry: each can help once.
    if (response && error instanceof ApiError && elapsed(clock) < ends) {
      const now = clock.now();
      const found = corrected ? null : skewFromRefusal(response, error.code, now, now + offset);
      if (found !== null) {
        corrected = true;
        // Another call may have corrected the clock meanwhile.
        if (skew.offsetMs === offset) {
          skew.offsetMs = found;
          emit(settings.onEvent, { type: "clock", ...context, callId, skewMs: found });
        }
        continue;
      }
      if (!renewed && rejectsCredential(error.status, error.code) && auth.rejected?.(response.sentHeaders)) {
        renewed = true;
        continue;
      }
    }
    const retryable = isRetryableError(error, retry);
    const delay =
      retryable && retries + 1 < retry.attempts
        ? retryDelay(
            retries + 1,
            error instanceof ApiError ? error.retryAfterMs : null,
            retry,
            settings.random,
          )
        : null;
    if (!delay || elapsed(clock) + delay.delayMs >= ends || !budget.take()) {
      if (response && !retryable) budget.give(retries > 0);
      return outcome;
    }
    retries++;
    emit(settings.onEvent, { type: "wait", ...context, callId, attempt: attempt + 1, ...delay });
    await wait({ clock, ms: delay.delayMs, signal });
  }
}

/** Waits for the caller's rate limit; returns an error if the time for all attempts ends first. */
async function rateLimited(
  { context, signal }: RetriedCall,
  { clock, rateLimit, totalTimeout }: CallSettings,
  attempt: number,
  ends: number,
): Promise<TimeoutError | null> {
  const error = timedOut(context, attempt, totalTimeout, "total");
  try {
    const ms = ends - elapsed(clock);
    await withDeadline(
      { clock, ms, signal },
      () => error,
      async () => rateLimit?.(signal),
    );
    return null;
  } catch (thrown) {
    if (thrown === error) return error;
    throw thrown;
  }
}

/** One attempt, published to those who trace attempts. */
function tracedAttempt(
  channel: Tracing["attempt"],
  call: RetriedCall,
  settings: CallSettings,
  attempt: number,
  ends: number,
): Promise<Outcome> {
  const { context, callId, request } = call;
  const { method, url } = request;
  const message: AttemptTrace = { ...context, callId, host: url.host, attempt, method };
  const work = () => executeAttempt(call, settings, attempt, ends, message);
  return channel.publish(message, work, ({ error }) => error);
}

/** One attempt within its limits, read and reported. */
async function executeAttempt(
  call: RetriedCall,
  settings: CallSettings,
  attempt: number,
  ends: number,
  message?: AttemptTrace,
): Promise<Outcome> {
  const { context, callId, signal } = call;
  const { clock, onEvent } = settings;
  const began = elapsed(clock);
  const each = settings.timeout || Number.POSITIVE_INFINITY;
  const left = ends - began;
  const expired = () =>
    left < each
      ? timedOut(context, attempt, settings.totalTimeout, "total")
      : timedOut(context, attempt, each, "attempt");
  let outcome: Outcome;
  try {
    const response = await withDeadline({ clock, ms: Math.min(each, left), signal }, expired, (inner) =>
      send(call, settings, attempt, inner),
    );
    const { body, error } = call.read(response);
    outcome = { response, body, error };
  } catch (error) {
    outcome = { response: null, body: undefined, error };
  }
  if (onEvent || message) {
    const { response, error, body } = outcome;
    const ended = {
      status: response?.status ?? null,
      code: error === null ? null : signal?.aborted && !response ? "aborted" : codeOf(error),
      requestId:
        response &&
        (error instanceof ApiError ? error.requestId : requestIdOf(body, response.header, response.redact)),
    };
    if (message) Object.assign(message, ended);
    const durationMs = elapsed(clock) - began;
    emit(onEvent, { type: "attempt", ...context, callId, attempt, ...ended, durationMs });
  }
  return outcome;
}

function timedOut(context: CallContext, attempt: number, timeoutMs: number, scope: "attempt" | "total") {
  const of = scope === "total" ? "for all attempts " : "";
  return new TimeoutError(`no complete response within the ${timeoutMs} ms ${of}(attempt ${attempt})`, {
    ...context,
    attempt,
    timeoutMs,
    scope,
  });
}

/**
 * What another attempt cannot help: a redirect, a proxy that refuses (which can lock an account), a certificate that
 * is not trusted, a server that does not speak TLS, and a request that the platform refuses to send.
 */
const NON_RETRYABLE =
  /^(redirect_refused|proxy_refused|CERT_.*|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT.*)|HOSTNAME_MISMATCH|ERR_TLS_CERT_ALTNAME_INVALID|ERR_SSL_WRONG_VERSION_NUMBER|ERR_INVALID_.*|UND_ERR_(INVALID_ARG|NOT_SUPPORTED))$/;

/**
 * Whether a failed attempt is worth another one. Network failures are, and a timeout of one attempt; an error of
 * the service, or of a login, as the error itself says.
 */
export function isRetryableError(error: unknown, { on500 }: Pick<RetrySettings, "on500">): boolean {
  if (error instanceof ConnectionError) return !NON_RETRYABLE.test(error.code);
  if (error instanceof TimeoutError) return error.scope === "attempt";
  return error instanceof ApiError && (error.retryable || (on500 && error.status === 500));
}

/** The wait before another attempt, and who chose it. */
export interface Delay {
  readonly delayMs: number;
  readonly source: "server" | "backoff";
}

/**
 * The wait before retry number `retry` (1 for the first): the server's own (`serverMs`), else full jitter, which is
 * uniform between zero and a doubling bound, so that clients that failed together do not return together. Null if
 * the server asks for more than is allowed.
 */
export function retryDelay(
  retry: number,
  serverMs: number | null,
  settings: RetrySettings,
  random: () => number,
): Delay | null {
  if (serverMs !== null) {
    return serverMs > settings.maxDelayMs ? null : { delayMs: serverMs, source: "server" };
  }
  const bound = Math.min(settings.maxDelayMs, settings.baseDelayMs * 2 ** (retry - 1));
  return { delayMs: random() * bound, source: "backoff" };
}

/**
 * Ends retry storms: a token bucket, one per client. While a service is down, all its calls together
 * send at most `capacity` retries; then each call gets one attempt, until responses refill the bucket.
 */
export interface RetryBudget {
  /** Retries left; fractions add up to the next one. */
  readonly left: number;
  /** Takes one retry; false if none is left. */
  take(): boolean;
  /** The service responded: gives back the retry that was needed, or `refill` if none was. */
  give(retried: boolean): void;
}

/** A full budget. Retries that succeed cost nothing in the end, so steady throttling does not drain it. */
export function createRetryBudget(capacity = 50, refill = 0.2): RetryBudget {
  let left = capacity;
  return {
    get left() {
      return left;
    },
    take() {
      if (left < 1) return false;
      left -= 1;
      return true;
    },
    give(retried) {
      left = Math.min(capacity, left + (retried ? 1 : refill));
    },
  };
}
