import type { Auth, AuthFor } from "./auth.js";
import type { CallSettings } from "./context.js";
import { type Clock, systemClock } from "./deadline.js";
import type { Drift } from "./drift.js";
import { ConfigurationError } from "./errors.js";
import type { ClientEvent } from "./events.js";

/** What a client does with a response that differs from its contract. */
export type ValidationMode = "report" | "throw" | "off";

/** How often and how soon a call is retried. */
export interface RetrySettings {
  /** Attempts in all, the first included; 1 never retries. @default 3 */
  readonly attempts: number;
  /** Whether a plain 500 is retried. @default false */
  readonly on500: boolean;
  /** Bound of the first wait if the server names none, in milliseconds; it doubles. @default 200 */
  readonly baseDelayMs: number;
  /**
   * The longest wait, in milliseconds. If a server asks for a longer one, the call ends at once with the error
   * in hand: an attempt before the time that it named would be refused again.
   * @default 60_000
   */
  readonly maxDelayMs: number;
}

/** How failed attempts are retried, each option with a default of its own. */
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
  /** How often a call is attempted, and the waits between. All calls only read. @default 3 attempts */
  readonly retry?: RetryOptions | undefined;
  /**
   * Awaited before every attempt, retries included: lets several clients share one rate limit. The attempt's
   * timeout does not count it; `totalTimeout` and the call's signal, which it receives, end it. A rejection ends
   * the call with its reason. @default no waiting
   */
  readonly rateLimit?: ((signal?: AbortSignal) => PromiseLike<unknown>) | undefined;
  /**
   * Sends the requests, and the logins.
   * @default On Node, Node's own HTTP client with kept connections, unless `globalThis.fetch` was replaced after
   * this package was loaded. Elsewhere the platform's `fetch`.
   */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /**
   * Headers for every request. Those of the authentication win. Those of HTTP's framing, and `host`, are refused. On Node,
   * `user-agent` is `backup-records/<version>` unless it stands here.
   */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Receives the events of all calls, such as attempts, waits and pages. Errors that it throws are ignored. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
  /** Receives each difference between a usable response and its contract. Errors that it throws are ignored. */
  readonly onDrift?: ((drift: Drift) => void) | undefined;
  /**
   * `report` passes differences to `onDrift`, `throw` makes a `ContractError` of them, `off` does not look.
   * A response without its list of records is a `ContractError` in every mode.
   * @default "report"
   */
  readonly validate?: ValidationMode | undefined;
  /** Largest response that is read, in bytes after decompression. @default 8 MiB */
  readonly maxResponseBytes?: number | undefined;
  /**
   * When a response of status 200 counts as a failure: as the `contract` says, always if its `flag` says so,
   * or never (`off`). Matters for StarRocks alone.
   * @default "contract"
   */
  readonly failure?: "contract" | "flag" | "off" | undefined;
  /** Dates requests, and measures timeouts and waits. @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** Uniform in [0, 1), for jitter. @default Math.random */
  readonly random?: (() => number) | undefined;
  /** A fresh single-use value per attempt, for signatures. @default crypto.randomUUID */
  readonly nonce?: (() => string) | undefined;
}

/** The options that `withOptions` of a client changes: those that say neither who calls nor where and how. */
export type OptionChanges = Omit<
  ClientOptions,
  "auth" | "region" | "baseUrl" | "fetch" | "clock" | "random" | "nonce"
>;

/** Options of a client that calls a cloud's own endpoint of a region. */
export interface RegionOptions<Cloud extends string, Region extends string> extends ClientOptions {
  /** How to authenticate, with credentials of the cloud. */
  readonly auth: AuthFor<Cloud>;
  /** Region, e.g. `eu-de`. Chooses the endpoint, and is part of what some schemes sign. */
  readonly region: Region;
}

/** Options of a client that calls another endpoint, such as a mock or a gateway. */
export interface EndpointOptions<Region extends string> extends ClientOptions {
  /** Endpoint; https, or http on loopback. A path prefix is kept. */
  readonly baseUrl: string;
  /** Region, e.g. `eu-de`: part of what some schemes sign. */
  readonly region?: Region | undefined;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call, or the whole listing; its reason is rethrown untouched. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt, body included; 0 for no limit. @default the client's `timeout` */
  readonly timeout?: number | undefined;
  /** How often the call is attempted. @default each option of the client's `retry` */
  readonly retry?: RetryOptions | undefined;
  /** Added to the client's. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Resumes a listing: the `cursor` of the last page that was read. */
  readonly cursor?: string | undefined;
  /** Maximum number of pages in flight while a listing is iterated; their order is kept. @default 1 */
  readonly concurrency?: number | undefined;
  /** Receives this call's events, after the client's own. Errors that it throws are ignored. */
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
}

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

type Kind = "function" | "number" | "string" | "boolean" | "object";

/** Each option that can be changed and what it must be; the values of `validate` and `failure` are checked apart. */
export const changeableOptions: Readonly<Record<keyof OptionChanges, Kind | undefined>> = {
  timeout: "number",
  totalTimeout: "number",
  retry: "object",
  rateLimit: "function",
  headers: "object",
  onEvent: "function",
  onDrift: "function",
  validate: undefined,
  maxResponseBytes: "number",
  failure: undefined,
};

/** Each option and what it must be; the values of `auth`, too, are checked apart. */
const clientOptions: Readonly<
  Record<keyof ClientOptions | "cloud" | "projectId" | "projectName" | "source", Kind | undefined>
> = {
  auth: undefined,
  // Comes along if the credentials that `fromEnvironment` found are spread into the options.
  source: undefined,
  projectName: undefined,
  cloud: undefined,
  projectId: undefined,
  region: "string",
  baseUrl: "string",
  fetch: "function",
  ...changeableOptions,
  clock: "object",
  random: "function",
  nonce: "function",
};

const callOptions: Readonly<Record<keyof CallOptions, Kind>> = {
  signal: "object",
  timeout: "number",
  retry: "object",
  headers: "object",
  cursor: "string",
  concurrency: "number",
  onEvent: "function",
};

/** Names that other packages use, and what they are called here. */
const elsewhere: Readonly<Record<string, string>> = {
  accesskey: "auth",
  apikey: "auth",
  credentials: "auth",
  domain: "domainName",
  endpoint: "baseUrl",
  host: "baseUrl",
  maxretries: "retry.attempts",
  project: "projectId",
  retries: "retry.attempts",
  retryoptions: "retry",
  timeoutms: "timeout",
  token: "auth",
  user: "username",
};

/**
 * The options of a call, checked.
 * @throws the error that `refusal` makes of the first problem
 */
export function checkCallOptions(options: CallOptions, refusal: (problem: string) => Error): void {
  checkOptions(options, callOptions, "call option", refusal);
  const { signal } = options;
  if (signal !== undefined && typeof signal.throwIfAborted !== "function")
    throw refusal("signal must be an AbortSignal");
}

/**
 * Checks names and types of options.
 * @throws the error that `refusal` makes of the first problem
 */
export function checkOptions(
  options: object,
  known: Readonly<Record<string, Kind | undefined>>,
  what: string,
  refusal: (problem: string) => Error,
): void {
  if (typeof options !== "object" || options === null) throw refusal(`${what}s must be an object`);
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(known, name)) throw refusal(`there is no ${what} ${name}${suggestion(name, known)}`);
    const wanted = known[name];
    if (value !== undefined && wanted !== undefined && (typeof value !== wanted || value === null))
      throw refusal(`${name} must be ${wanted === "object" ? "an" : "a"} ${wanted}, not ${kindOf(value)}`);
  }
}

function suggestion(name: string, known: Readonly<Record<string, unknown>>): string {
  const plain = (text: string) => text.replaceAll(/[_-]/g, "").toLowerCase();
  const same = Object.keys(known).find((option) => plain(option) === plain(name));
  const other = Object.hasOwn(elsewhere, plain(name)) ? elsewhere[plain(name)] : undefined;
  const meant = same ?? (Object.hasOwn(known, other?.split(".")[0] ?? "") ? other : undefined);
  return meant === undefined ? `; there are ${Object.keys(known).join(", ")}` : `; did you mean ${meant}?`;
}

function kindOf(value: unknown): string {
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/**
 * A client's options, checked and with their defaults.
 * @throws ConfigurationError if an option cannot work
 */
export function resolveSettings(
  options: ClientOptions,
  endpoint: Endpoint,
): Omit<CallSettings, "transport" | "budget" | "skew"> {
  checkOptions(options, clientOptions, "client option", (problem) => new ConfigurationError(problem));
  const { auth, clock = systemClock } = options;
  if (typeof auth?.authorize !== "function") {
    throw new ConfigurationError("auth is missing; pass token(…), iamPassword(…) or an access key");
  }
  for (const name of auth.requires ?? []) {
    if (endpoint[name] === undefined)
      throw new ConfigurationError(`${auth.scheme} needs ${name}; pass it to the client`);
  }
  checkClock(clock);
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
    fetch: options.fetch ?? platformFetch,
    timeout: checkNumber("timeout", options.timeout ?? 30_000),
    totalTimeout: checkNumber("totalTimeout", options.totalTimeout ?? 0),
    retry: resolveRetry(defaultRetry, options.retry),
    rateLimit: options.rateLimit,
    maxResponseBytes: checkNumber("maxResponseBytes", options.maxResponseBytes ?? 8 * 2 ** 20),
    onEvent: options.onEvent,
    cloud: endpoint.cloud,
    region: endpoint.region,
    projectId: endpoint.projectId,
  };
}

/**
 * Checks a clock of the caller's.
 * @throws ConfigurationError if it lacks a function
 */
export function checkClock({ now, after, elapsed = now }: Clock): void {
  if ([now, after, elapsed].some((part) => typeof part !== "function"))
    throw new ConfigurationError("clock must have the functions now and after, and can have elapsed");
}

/** Retry settings with the options that are set put over `base`. */
export function resolveRetry(base: RetrySettings, options: RetryOptions | undefined): RetrySettings {
  if (options === undefined) return base;
  const known = {
    attempts: "number",
    on500: "boolean",
    baseDelayMs: "number",
    maxDelayMs: "number",
  } as const;
  checkOptions(options, known, "retry option", (problem) => new ConfigurationError(problem));
  const retry = { ...base, ...withoutUndefined(options) };
  if (!Number.isSafeInteger(retry.attempts) || retry.attempts < 1) {
    throw new ConfigurationError(`retry.attempts must be an integer of at least 1, not ${retry.attempts}`);
  }
  checkNumber("retry.baseDelayMs", retry.baseDelayMs);
  checkNumber("retry.maxDelayMs", retry.maxDelayMs);
  return retry;
}

/** The options that are set. */
export function withoutUndefined<Options extends object>(options: Options): Defined<Options> {
  const set = Object.entries(options).filter(([, value]) => value !== undefined);
  // Every property that stays has the type that it had.
  return Object.fromEntries(set) as Defined<Options>;
}

type Defined<Options> = { [Name in keyof Options]?: Exclude<Options[Name], undefined> };

/**
 * Checks a duration or a size.
 * @throws ConfigurationError if it is not a number of at least 0
 */
export function checkNumber(name: string, value: number): number {
  if (typeof value === "number" && value >= 0) return value;
  throw new ConfigurationError(`${name} must be a number of at least 0, not ${String(value)}`);
}

/** Looks `fetch` up for every call: a page may replace it, and a test's interceptor may be installed late. */
export const platformFetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init);
