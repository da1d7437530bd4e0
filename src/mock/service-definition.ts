import type { OperationDescriptor } from "../core/operation.js";
import type { Records } from "./simulate/records.js";

/** What one service brings to the mock. `services.ts` registers it; no other file of the mock names a service. */
export interface MockServiceDefinition<Name extends string = string> {
  /** The key in `urls`, the prefix of the paths and of the faults, e.g. `dcs`. */
  readonly name: Name;
  /** The client's operation table, `generated/<service>/operations.ts`. */
  readonly operations: Readonly<Record<string, OperationDescriptor>>;
  /** The bundled OpenAPI document. @default this package's own, `backup-records/spec/<name>.json` */
  readonly document?: object | undefined;
  readonly format: ApiFormat;
  /** Status and code of each refusal. Its body comes from the contract's examples. */
  readonly errors: Readonly<Record<RefusalReason, ErrorCode>>;
  /** Makes the simulated records; called once for each mock. */
  readonly simulate: (options: SimulatorOptions) => SimulatedService;
}

/** How one vendor's API looks, the same for all services of that vendor. */
export interface ApiFormat {
  /** Name of the response header that carries the request's id. */
  readonly requestIdHeader: string;
  /** The response header that asks the client to wait. Its value counts units of this many milliseconds. */
  readonly retryAfter: { readonly header: string; readonly unitMs: number };
}

/** Why a request is refused. */
export type RefusalReason =
  | "parameter"
  | "empty-project"
  | "empty-resource"
  | "address"
  | "method"
  | "unknown-resource"
  | "forbidden"
  | "throttled"
  | "no-credentials"
  | "token"
  | "expired-token"
  | "other-project"
  | "signature"
  | "access-key"
  | "date"
  | "nonce";

/** HTTP status and the vendor's own code. */
export type ErrorCode = readonly [status: number, code: string];

/** Options of `startMock` that decide which records the simulator has and how it lists them. */
export interface SimulatorOptions {
  readonly seed: number;
  /** When the mock started, epoch milliseconds. */
  readonly start: number;
  /** Records per instance, policy or cluster. */
  readonly records: number;
  readonly bigSizes: boolean;
  readonly noContent: boolean;
  /** How many of each kind of gap are listed. */
  readonly gaps: number;
  /** How many instances, policies or clusters are listed besides, whose backups all ran. */
  readonly healthy: number;
  /** Ids that do not exist. */
  readonly unknown: readonly string[];
  readonly maxPageSize: number;
  /** Records in place of the simulated ones, as the service writes them: of one resource, or of all. */
  readonly given?: ((resource: string | undefined) => readonly object[]) | undefined;
}

/** A service as the simulator sees it. */
export interface SimulatedService {
  /** An id that has records. */
  readonly resource: string;
  /** By operationId: operations that list records page by page. All others respond with their documented example. */
  readonly listings: Readonly<Record<string, SimulatedListing>>;
  /** By operationId: operations without pages. @default none */
  readonly responses?: Readonly<Record<string, SimulatedResponse>> | undefined;
}

/** What the simulator must know of an operation without pages, beyond its contract. */
export interface SimulatedResponse {
  /** Name of the parameter that names the instance or policy. @default none */
  readonly resource?: string | undefined;
  /** The body of the response; undefined if there is no such thing. */
  body(call: SimulatedCall): object | undefined;
}

/** A request to an operation without pages, its parameters checked. */
export interface SimulatedCall {
  /** The instance or policy that the request names. */
  readonly resource: string | undefined;
  /** The value of a query parameter; its default, or undefined, if the request has none. */
  text(parameter: string): string | undefined;
  readonly requestId: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What the simulator must know of an operation that lists records, beyond its contract. */
export interface SimulatedListing {
  readonly parameters: ListingParameters;
  /**
   * The records of one resource; without a resource, all records of the scope.
   * @param text reads a parameter whose meaning is not in `parameters`
   * @param now epoch milliseconds
   */
  records(
    resource: string | undefined,
    scope: string | undefined,
    text: (parameter: string) => string | undefined,
    now: number,
  ): Records;
  /** Makes a listing of records that a test gives. Absent if the operation lists no backups. */
  readonly given?: ((wires: readonly object[]) => Records) | undefined;
  /** Whether a resource that does not exist has an empty listing instead of being refused. @default false */
  readonly emptyIfUnknown?: boolean | undefined;
  /** Members of the response beside the records and their total. @default none */
  readonly envelope?: ((requestId: string) => object) | undefined;
}

/** Names of an operation's parameters by their meaning: the one thing that no contract says. */
export interface ListingParameters {
  /** The instance, policy or cluster. */
  readonly resource?: string;
  readonly from?: string;
  readonly to?: string;
  readonly states?: string;
  /** The id of a single record. */
  readonly id?: string;
  /** `asc` or `desc`; newest first if it is absent, as in the documented examples. */
  readonly direction?: string;
  /** What the records depend on beside the resource: a parameter of the query or of the path. */
  readonly scope?: string;
}
