import type { Auth } from "./authorization.js";
import type { Clock } from "./clock.js";
import type { Drift } from "./drift.js";
import type { RetrySettings } from "./engine/retry.js";
import type { ClientEvent } from "./events.js";

/** What a client does with an answer that differs from its contract. */
export type ValidationMode = "report" | "throw" | "off";

/** How failed attempts are repeated, each option with a default of its own. */
export type RetryOptions = { readonly [Option in keyof RetrySettings]?: RetrySettings[Option] | undefined };

/** Options of every client. */
export interface ClientOptions {
  /** How to authenticate: made by `token`, `iamPassword`, `huaweiAccessKey`, `otcAccessKey` or `alibabaAccessKey`. */
  readonly auth: Auth;
  /** Region, e.g. `eu-de`. Chooses the endpoint, and is part of what some schemes sign. */
  readonly region?: string | undefined;
  /** Endpoint instead of the vendor's own; https, or http on loopback. A path prefix is kept. */
  readonly baseUrl?: string | undefined;
  /** Milliseconds for one attempt, body included; 0 for no limit. @default 30_000 */
  readonly timeout?: number | undefined;
  /** Milliseconds for a call over all its attempts and waits; of a listing, for each page. @default no limit */
  readonly totalTimeout?: number | undefined;
  readonly retry?: RetryOptions | undefined;
  /**
   * Waited for before every attempt, retries included and outside their timeout: where several clients share
   * one rate limit. Gets the call's signal; a rejection ends the call with its reason. @default no waiting
   */
  readonly rateLimit?: ((signal?: AbortSignal) => PromiseLike<unknown>) | undefined;
  /**
   * Sends the requests, and the logins.
   * @default the platform's; on Node, requests go over kept connections of undici's own client where undici is
   * installed, or else of Node's
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Headers for every request. Those of the authentication win. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Told of attempts, waits, refreshes and pages. What it throws is ignored. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
  /** Told where an answer differs from its contract although it can be used. What it throws is ignored. */
  readonly onDrift?: ((drift: Drift) => void) | undefined;
  /**
   * `report` tells `onDrift` of differences, `throw` makes a `ContractError` of them, `off` does not look.
   * An answer without its list of records is a `ContractError` in every mode.
   * @default "report"
   */
  readonly validate?: ValidationMode | undefined;
  /** Largest answer that is read, in bytes after decompression. @default 32 MiB */
  readonly maxResponseBytes?: number | undefined;
  /**
   * When an answer of status 200 counts as a failure: as the `contract` says, whenever its `flag` says so,
   * or never (`off`). Matters for StarRocks alone.
   * @default "contract"
   */
  readonly failure?: "contract" | "flag" | "off" | undefined;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** Uniform in [0, 1), for jitter. @default Math.random */
  readonly random?: (() => number) | undefined;
  /** A fresh single-use value per attempt, for signatures. @default crypto.randomUUID */
  readonly nonce?: (() => string) | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call, or the whole listing; its reason is rethrown untouched. */
  readonly signal?: AbortSignal | undefined;
  /** Instead of the client's. */
  readonly timeout?: number | undefined;
  /** Instead of the client's, option by option. */
  readonly retry?: RetryOptions | undefined;
  /** Added to the client's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Where to resume a listing: the `cursor` of the last page that was read. */
  readonly cursor?: string | undefined;
  /** Most pages in flight while a listing is iterated; their order is kept. @default 1 */
  readonly concurrency?: number | undefined;
  /** Told of this call's attempts, waits and refreshes, after the client's own. What it throws is ignored. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}
