import { systemClock } from "./clock.js";
import type { AttemptSettings } from "./engine/attempts.js";
import type { RetrySettings } from "./engine/retry.js";
import { ConfigurationError } from "./errors.js";
import type { ClientOptions, RetryOptions } from "./options.js";

/** How a client attempts its calls, but for what the engine brings: a transport, and the state they share. */
export type ClientSettings = Omit<AttemptSettings, "transport" | "budget" | "skew">;

/** Where a client sends its calls: an endpoint already checked, and what some schemes sign of it. */
export interface Endpoint {
  readonly baseUrl: string;
  readonly cloud?: string | undefined;
  readonly region?: string | undefined;
  readonly projectId?: string | undefined;
}

export const defaultRetry: RetrySettings = {
  attempts: 3,
  on500: false,
  baseDelayMs: 200,
  maxDelayMs: 60_000,
};

/**
 * A client's options, checked and with their defaults.
 * @throws ConfigurationError where an option cannot work
 */
export function resolveSettings(options: ClientOptions, endpoint: Endpoint): ClientSettings {
  const { auth, clock = systemClock, fetch = platformFetch, onEvent } = options;
  if (typeof auth?.authorize !== "function") {
    throw new ConfigurationError("auth is missing; pass token(…), iamPassword(…) or an access key");
  }
  for (const name of auth.requires ?? []) {
    if (endpoint[name] === undefined)
      throw new ConfigurationError(`${auth.scheme} needs ${name}; pass it to the client`);
  }
  if (!["report", "throw", "off", undefined].includes(options.validate)) {
    throw new ConfigurationError(`validate must be report, throw or off, not ${String(options.validate)}`);
  }
  if (!["contract", "flag", "off", undefined].includes(options.failure)) {
    throw new ConfigurationError(`failure must be contract, flag or off, not ${String(options.failure)}`);
  }
  return {
    auth,
    clock,
    random: options.random ?? Math.random,
    nonce: options.nonce ?? (() => crypto.randomUUID()),
    fetch,
    timeout: milliseconds("timeout", options.timeout ?? 30_000),
    totalTimeout: milliseconds("totalTimeout", options.totalTimeout ?? 0),
    retry: resolveRetry(defaultRetry, options.retry),
    rateLimit: options.rateLimit,
    maxResponseBytes: milliseconds("maxResponseBytes", options.maxResponseBytes ?? 32 * 2 ** 20),
    onEvent,
    cloud: endpoint.cloud,
    region: endpoint.region,
    projectId: endpoint.projectId,
  };
}

/** Lays the options that are set over others. */
export function resolveRetry(base: RetrySettings, options: RetryOptions | undefined): RetrySettings {
  if (options === undefined) return base;
  const set = Object.entries(options).filter(([, value]) => value !== undefined);
  const retry = { ...base, ...Object.fromEntries(set) };
  if (!Number.isSafeInteger(retry.attempts) || retry.attempts < 1) {
    throw new ConfigurationError(`retry.attempts must be an integer of at least 1, not ${retry.attempts}`);
  }
  milliseconds("retry.baseDelayMs", retry.baseDelayMs);
  milliseconds("retry.maxDelayMs", retry.maxDelayMs);
  return retry;
}

/** Checks a duration or a size. */
export function milliseconds(name: string, value: number): number {
  if (typeof value === "number" && value >= 0) return value;
  throw new ConfigurationError(`${name} must be a number of at least 0, not ${String(value)}`);
}

// Looked up for every call: a page may replace it, and a test's interceptor may be installed late.
const platformFetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);
