import type { BackupRecord } from "../records/record.js";
import type { Auth } from "./auth.js";
import type { Clock } from "./deadline.js";
import type { reportDrift } from "./drift.js";
import type { ClientEvent } from "./events.js";
import type { OperationDescriptor } from "./operation.js";
import type { ClientOptions, RetrySettings } from "./options.js";
import type { HeaderValues, QueryValues } from "./request.js";
import type { RetryBudget } from "./retry.js";
import type { Validator } from "./schema.js";
import type { ClockSkew } from "./skew.js";
import type { Transport } from "./transport.js";

/** What an event or an error says about its call. */
export interface CallContext {
  /** e.g. `dcs` */
  readonly service: string;
  /** The contract's operationId. */
  readonly operation: string;
}

/** What a service brings to its client: its generated tables, and what no contract can say. */
export interface ServiceTables {
  /** e.g. `dcs` */
  readonly service: string;
  /** Method name to operation. */
  readonly operations: Readonly<Record<string, OperationDescriptor>>;
  /** Method name to what makes a unified record of a listed item: for each operation that lists backups. */
  readonly records: Readonly<Record<string, (item: never) => BackupRecord | null>>;
  /** Loads operationId to the validator of a successful response: only if responses are checked. */
  readonly validators: () => Promise<Readonly<Record<string, Validator>>>;
  /** What to do about a vendor's error code, in one sentence; undefined for an unknown one. */
  readonly advice: (code: string) => string | undefined;
}

/** How a client makes its calls: resolved options, and the state that its calls share. */
export interface CallSettings {
  readonly auth: Auth;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** A fresh single-use value for every attempt. */
  readonly nonce: () => string;
  /** Given to the authentication, for its logins. */
  readonly fetch: typeof globalThis.fetch;
  /** Milliseconds for one attempt: authentication, headers and body. 0 or Infinity: no limit. */
  readonly timeout: number;
  /** Milliseconds over all attempts and waits. 0 or Infinity: no limit. */
  readonly totalTimeout: number;
  readonly retry: RetrySettings;
  /** Awaited before every attempt, outside its timeout. */
  readonly rateLimit?: ((signal?: AbortSignal) => PromiseLike<unknown>) | undefined;
  readonly budget: RetryBudget;
  readonly skew: ClockSkew;
  /** Largest body that is read, in bytes after decompression. */
  readonly maxResponseBytes: number;
  readonly onEvent?: ((event: ClientEvent) => void) | undefined;
  readonly cloud?: string | undefined;
  readonly region?: string | undefined;
  readonly projectId?: string | undefined;
}

/** What compares responses with their contract. */
export interface DriftCheck {
  readonly reportDrift: typeof reportDrift;
  readonly validators: Readonly<Record<string, Validator>>;
}

/** The fixed part of a client, checked, and shared by its calls. */
export interface ClientContext {
  readonly tables: ServiceTables;
  readonly options: ClientOptions;
  readonly settings: CallSettings;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** For every request, checked. */
  readonly headers: HeaderValues;
  /** Undefined until the first response is checked. */
  driftCheck?: DriftCheck;
}

/** One call, checked and ready. */
export interface PreparedCall {
  readonly operation: OperationDescriptor;
  /** Filled in and percent-encoded. */
  readonly path: string;
  readonly query: QueryValues;
  /** The client's, with what the call's own options change. */
  readonly headers: HeaderValues;
  readonly settings: CallSettings;
}
