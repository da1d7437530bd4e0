import { ApiError, ConnectionError, TimeoutError } from "../errors.js";

/** How often and how soon a call is tried again. */
export interface RetrySettings {
  /** Attempts in all, the first included; 1 never retries. @default 3 */
  readonly attempts: number;
  /** Whether a plain 500 is worth another attempt. @default false */
  readonly on500: boolean;
  /** Bound of the first wait without a word from the server, in milliseconds; it doubles. @default 200 */
  readonly baseDelayMs: number;
  /**
   * The longest wait, in milliseconds. Where a server asks for a longer one the call ends at once with the
   * answer in hand: an attempt before the time that it named would be refused like the last.
   * @default 60_000
   */
  readonly maxDelayMs: number;
}

/** The wait before another attempt, and who named it. */
export interface Delay {
  readonly delayMs: number;
  readonly source: "server" | "backoff";
}

/**
 * The wait before retry number `retry` (1 for the first): what the server asked for (`serverMs`), else
 * full jitter, which is uniform between zero and a doubling bound, so that clients that failed together
 * do not return together. Null where the server asks for more than is allowed.
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

/** What a second attempt cannot help: a redirect, and a request that the platform will not send. */
const hopeless = /^(redirect_refused|UND_ERR_(INVALID_ARG|NOT_SUPPORTED))$/;

/**
 * Whether a failure without an answer is worth another attempt: the network's are, and a timeout of one
 * attempt. A login that failed counts as its own error says. A refused redirect is never tried again.
 */
export function isRetryableFailure(failure: unknown): boolean {
  if (failure instanceof ConnectionError) return !hopeless.test(failure.code);
  if (failure instanceof TimeoutError) return failure.scope === "attempt";
  return failure instanceof ApiError && failure.retryable;
}
