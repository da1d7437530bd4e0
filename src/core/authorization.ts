import type { SigningDescriptor } from "./operation.js";

/** The request exactly as it is about to be sent: what a signer signs. */
export interface OutgoingRequest {
  readonly method: string;
  /** Absolute URL; its path and query are already percent-encoded and are sent as they stand. */
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact body; the empty string where there is none. */
  readonly body: string;
}

/** What surrounds a request while it is authorised. All of it is injected; a signer reads no global. */
export interface AuthorizationContext {
  /** The service's idea of the current time in epoch milliseconds: the clock, corrected for skew. */
  readonly now: () => number;
  /** Uniform random number in [0, 1), for spreading; never for secrets. */
  readonly random: () => number;
  /** A fresh single-use value for every attempt. */
  readonly nonce: () => string;
  /** For requests that the authentication itself makes, e.g. a login. Same limits as the client's. */
  readonly fetch: typeof globalThis.fetch;
  readonly signal?: AbortSignal | undefined;
  readonly signing: SigningDescriptor;
  readonly cloud?: string | undefined;
  readonly region?: string | undefined;
  readonly projectId?: string | undefined;
  /** Tells of a login or a refresh, for `onEvent`. Carries no secret. */
  readonly onRefresh?: ((reason: RefreshReason) => void) | undefined;
}

export type RefreshReason = "first" | "expiring" | "rejected";

/**
 * A way to authenticate: made by `token`, `iamPassword`, `huaweiAccessKey`, `otcAccessKey` or
 * `alibabaAccessKey`. Called once for every attempt, so that no signature is ever sent twice.
 */
export interface Auth {
  /** A name that is safe to print, e.g. `token` or `huawei-access-key`. */
  readonly scheme: string;
  /**
   * Headers to add to the request (lower-case names). They override what the request has.
   * @throws ConfigurationError where the credentials are missing or malformed.
   */
  authorize(
    request: OutgoingRequest,
    context: AuthorizationContext,
  ): Promise<Record<string, string>> | Record<string, string>;
  /**
   * The service refused the credentials that `authorize` last gave out. Answers whether another
   * attempt with new ones makes sense: true once per rejected credential where one can be fetched anew.
   */
  rejected?(headers: Readonly<Record<string, string>>): boolean;
  /** Whether the region's or the project's absence makes this scheme unusable, said before sending. */
  readonly requires?: readonly ("region" | "projectId")[];
}
