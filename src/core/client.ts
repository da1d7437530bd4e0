import { createTransport } from "#transport";
import type { BackupRecord } from "../records/record.js";
import type { Auth } from "./auth.js";
import { executeCall, prepareCall } from "./call.js";
import type { ClientContext, ServiceTables } from "./context.js";
import { isLoopback } from "./endpoint.js";
import { ConfigurationError } from "./errors.js";
import { type BackupListing, type Listing, PagedBackupListing, PagedListing } from "./listing.js";
import type { OperationDescriptor } from "./operation.js";
import {
  type CallOptions,
  type ClientOptions,
  changeableOptions,
  checkOptions,
  type Endpoint,
  type OptionChanges,
  resolveSettings,
  withoutUndefined,
} from "./options.js";
import { planListing, readFirstPage, readPages } from "./pages.js";
import { loadedByFirstCall, type RawClient } from "./raw-client.js";
import { checkHeaders, type ParameterValues } from "./request.js";
import { createRetryBudget } from "./retry.js";
import { fetchTransport } from "./transport.js";

/** The types of one method, as the generated table states them. */
interface MethodTypes {
  params: object;
  body: unknown;
  item?: unknown;
  /** Kind of the listed items (`x-record`). */
  kind?: string;
}

/** A call's parameters are optional if the contract requires none. */
type Parameters<Params> = object extends Params
  ? [params?: Params, options?: CallOptions]
  : [params: Params, options?: CallOptions];

/** A listing if the operation has pages, otherwise the promise of the response's body. */
type Result<Types extends MethodTypes> = Types extends { item: infer Item }
  ? Types extends { kind: "backup" }
    ? BackupListing<Item, Types["body"]>
    : Listing<Item, Types["body"]>
  : Promise<Types["body"]>;

/** A client: one method per operation of the contract, and openapi-fetch as `raw`. */
export type ServiceClient<Methods extends { [M in keyof Methods]: MethodTypes }, Paths extends object> = {
  readonly [M in keyof Methods]: (...args: Parameters<Methods[M]["params"]>) => Result<Methods[M]>;
} & {
  /**
   * openapi-fetch as generated, over the same transport and authentication. It returns errors instead of
   * throwing them, does not page, does not compare a response with its contract, and rounds integers beyond 2^53-1.
   */
  readonly raw: RawClient<Paths>;
  /**
   * A client with some options changed. It shares this one's connections, credentials, retry budget and corrected clock.
   * `headers` and `retry` are changed one by one, every other option is replaced; undefined changes nothing. Another
   * endpoint, cloud, project or credential needs a client of its own.
   * @throws ConfigurationError if an option cannot work
   */
  withOptions(changes: OptionChanges): ServiceClient<Methods, Paths>;
};

/** A service's tables, with exactly one mapping to unified records for each method that lists backups. */
export interface TypedServiceTables<Methods extends { [M in keyof Methods]: MethodTypes }>
  extends ServiceTables {
  readonly records: {
    readonly [M in keyof Methods as Methods[M] extends { kind: "backup" } ? M : never]: (
      item: Methods[M] extends { item: infer Item } ? Item : never,
    ) => BackupRecord | null;
  };
}

/**
 * Makes a client of a service's generated tables: every row of the operation table becomes a method.
 * @throws ConfigurationError if an option cannot work
 */
export function createClient<Methods extends { [M in keyof Methods]: MethodTypes }, Paths extends object>(
  tables: TypedServiceTables<Methods>,
  given: ClientOptions,
  endpoint: Endpoint,
): ServiceClient<Methods, Paths> {
  const settings = resolveSettings(given, endpoint);
  refuseForeignCredentials(settings.auth, endpoint);
  // Later changes by the caller must not reach into a client that exists.
  const options: ClientOptions = { ...given, headers: { ...given.headers } };
  const scoped = Object.values(tables.operations).some(({ path }) => path.includes("{project_id}"));
  if (scoped && (typeof endpoint.projectId !== "string" || endpoint.projectId.trim() === "")) {
    throw new ConfigurationError(
      "projectId is missing; pass the id of the project that the resources belong to",
    );
  }
  const overFetch = fetchTransport(settings.fetch);
  const client: ClientContext = {
    tables,
    options,
    settings: {
      ...settings,
      transport: options.fetch === undefined ? createTransport(overFetch) : overFetch,
      budget: createRetryBudget(),
      skew: { offsetMs: 0 },
    },
    baseUrl: endpoint.baseUrl,
    headers: {
      accept: "application/json",
      ...checkHeaders(given.headers, (problem) => new ConfigurationError(problem)),
    },
  };
  return bindMethods<Methods, Paths>(client);
}

function bindMethods<Methods extends { [M in keyof Methods]: MethodTypes }, Paths extends object>(
  client: ClientContext,
): ServiceClient<Methods, Paths> {
  const { tables } = client;
  const methods = Object.entries(tables.operations).map(([name, operation]) => [
    name,
    (values: ParameterValues = {}, callOptions: CallOptions = {}) =>
      callMethod(client, name, operation, values, callOptions),
  ]);
  const raw = loadedByFirstCall<Paths>(async () => (await import("./raw.js")).createRawClient(client));
  const withOptions = (changes: OptionChanges) =>
    bindMethods<Methods, Paths>({ ...client, ...changedOptions(client, changes) });
  // The operation table and Methods come from one contract: what the one says at run time, the other says in types.
  return Object.assign(Object.fromEntries(methods), { raw, withOptions }) as ServiceClient<Methods, Paths>;
}

/** The client's options with some changed, and what follows from them. */
function changedOptions(
  { options: before, settings, headers, baseUrl }: ClientContext,
  changes: OptionChanges,
): Pick<ClientContext, "options" | "settings" | "headers"> {
  const refusal = (problem: string) => new ConfigurationError(problem);
  checkOptions(changes, changeableOptions, "withOptions option", refusal);
  const added = checkHeaders(changes.headers, refusal);
  const options = {
    ...before,
    ...withoutUndefined(changes),
    retry: { ...before.retry, ...withoutUndefined(changes.retry ?? {}) },
  };
  return {
    options,
    settings: { ...settings, ...resolveSettings(options, { baseUrl, ...settings }) },
    headers: { ...headers, ...added },
  };
}

/** A mock on this machine takes any credentials; a cloud must get none but its own. */
function refuseForeignCredentials({ scheme, clouds }: Auth, { cloud, baseUrl }: Endpoint): void {
  if (clouds === undefined || cloud === undefined || clouds.includes(cloud)) return;
  if (isLoopback(new URL(baseUrl).hostname)) return;
  const own = clouds.join(" and ");
  throw new ConfigurationError(`${scheme} is for ${own}, not for ${cloud}; pass credentials of that cloud`);
}

/**
 * Calls an operation. A listing sends nothing before it is read. A mistake in the call is found before anything is sent,
 * and rejects what is awaited: a caller of a promise looks for errors there.
 */
function callMethod(
  client: ClientContext,
  name: string,
  operation: OperationDescriptor,
  values: ParameterValues,
  options: CallOptions,
): unknown {
  const { paging } = operation;
  if (paging !== undefined) {
    const plan = settled(() => planListing(client, operation, paging, values, options));
    const pages = {
      all: () => readPages(client, plan()),
      first: async () => readFirstPage(client, plan()),
    };
    const toRecord = Object.hasOwn(client.tables.records, name) ? client.tables.records[name] : undefined;
    if (toRecord === undefined) return new PagedListing(operation.operationId, pages);
    // The generated table says that the items of this operation are the ones that the mapping is written for.
    return new PagedBackupListing(
      operation.operationId,
      pages,
      toRecord as (item: unknown) => BackupRecord | null,
    );
  }
  return callOnce(client, operation, values, options);
}

/** An operation without pages; its body. */
async function callOnce(
  client: ClientContext,
  operation: OperationDescriptor,
  values: ParameterValues,
  options: CallOptions,
): Promise<unknown> {
  const call = prepareCall(client, operation, values, options);
  return (await executeCall(client, call, options.signal)).body;
}

/** What `make` returns or throws now, for later: what the caller changes since does not count. */
function settled<Value>(make: () => Value): () => Value {
  try {
    const value = make();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}
