import { type Clock, systemClock, withDeadline } from "./deadline.js";
import { TimeoutError } from "./errors.js";
import type { SigningDescriptor } from "./operation.js";

/** The request exactly as it is about to be sent: what a signer signs. */
export interface OutgoingRequest {
  /** Upper case, e.g. `GET`. */
  readonly method: string;
  /** Absolute URL; its path and query are already percent-encoded and are sent as they stand. */
  readonly url: URL;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** The exact body; the empty string if there is none. */
  readonly body: string;
}

/** The context in which a request is authorised. All of it is injected; a signer reads no global. */
export interface AuthorizationContext {
  /** The service's idea of the current time in epoch milliseconds: the clock, corrected for skew. */
  readonly now: () => number;
  /** Uniform random number in [0, 1), for spreading; never for secrets. */
  readonly random: () => number;
  /** A fresh single-use value for every attempt. */
  readonly nonce: () => string;
  /** Sends requests of the authentication itself, e.g. a login. Same limits as the client's. */
  readonly fetch: typeof globalThis.fetch;
  /** Ends the attempt, and a login that is under way for it. */
  readonly signal?: AbortSignal | undefined;
  /** What the contract says of signing the operation. */
  readonly signing: SigningDescriptor;
  /** The client's cloud; undefined with a `baseUrl` alone. */
  readonly cloud?: string | undefined;
  /** The client's region, if it has one. */
  readonly region?: string | undefined;
  /** The client's project, if it has one. */
  readonly projectId?: string | undefined;
  /** Reports a login or a refresh to `onEvent`. Carries no secret. */
  readonly onRefresh?: ((reason: RefreshReason) => void) | undefined;
}

/** Why a token was fetched: none was there, it was about to expire, or the service had rejected it. */
export type RefreshReason = "first" | "expiring" | "rejected";

/**
 * A way to authenticate: made by `token`, `iamPassword`, `huaweiAccessKey`, `otcAccessKey` or
 * `alibabaAccessKey`, which say for which clouds (`AuthFor`). Called once for every attempt, so that no signature is ever
 * sent twice.
 */
export interface Auth {
  /** A name that is safe to print, e.g. `token` or `huawei-access-key`. */
  readonly scheme: string;
  /**
   * Headers to add to the request (lower-case names). They override what the request has.
   * @throws ConfigurationError if the credentials are missing or malformed
   */
  authorize(
    request: OutgoingRequest,
    context: AuthorizationContext,
  ): Promise<Record<string, string>> | Record<string, string>;
  /**
   * The service rejected the credential in these headers, which `authorize` returned. Returns whether another
   * attempt makes sense: true once per rejected credential if a new one can be fetched.
   */
  rejected?(headers: Readonly<Record<string, string>>): boolean;
  /** Id of the project that the credentials are for, if only a login returns it; undefined if it did not. */
  findProjectId?(context: AuthorizationContext): Promise<string | undefined>;
  /** The clouds that know such credentials: a client of another one refuses them, so that none gets them. @default any */
  readonly clouds?: readonly string[];
  /** What this scheme cannot work without; checked before anything is sent. */
  readonly requires?: readonly ("region" | "projectId")[];
}

/** A way to authenticate at these clouds. A client of another one does not compile with it. */
export interface AuthFor<Cloud extends string> extends Auth {
  /** In types alone: no credentials have it. */
  readonly knownTo?: ((cloud: Cloud) => void) | undefined;
}

/**
 * The id of the project that the credentials are for, if only a login returns it. The login may take as long as one
 * attempt of a request: `timeout`, in milliseconds, 0 for no limit.
 * @throws the errors of the login
 * @throws TimeoutError, the signal's reason
 */
export async function findProjectId(
  auth: Auth,
  place: Pick<AuthorizationContext, "cloud" | "region" | "signal"> & {
    readonly service: string;
    readonly fetch?: typeof globalThis.fetch | undefined;
    readonly timeout?: number | undefined;
    readonly clock?: Clock | undefined;
  },
): Promise<string | undefined> {
  const {
    service,
    fetch = globalThis.fetch,
    timeout = 30_000,
    clock = systemClock,
    signal,
    ...others
  } = place;
  const expired = () =>
    new TimeoutError(`the login did not return the project within ${timeout} ms`, {
      service,
      operation: "findProjectId",
      attempt: 1,
      timeoutMs: timeout,
      scope: "attempt",
    });
  const find = async (inner: AbortSignal | undefined) =>
    auth.findProjectId?.({
      ...others,
      signal: inner,
      fetch,
      signing: { service },
      now: Date.now,
      random: Math.random,
      nonce: () => crypto.randomUUID(),
    });
  return withDeadline({ clock, ms: timeout || Number.POSITIVE_INFINITY, signal }, expired, find);
}
