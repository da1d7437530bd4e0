import type { BackupRecord } from "../records/record.js";
import type { ClientEnvironment, ServiceDefinition } from "./environment.js";
import { ConfigurationError } from "./errors.js";
import { checkHeaders } from "./headers.js";
import { lateEngine } from "./late-engine.js";
import { lazy } from "./lazy.js";
import { createListing, type Listing } from "./listing.js";
import type { OperationDescriptor } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { encodeParameters, type ParameterValues } from "./parameters.js";
import { partOf } from "./part.js";
import { fillPath } from "./path.js";
import { planListing } from "./plan.js";
import { lazyRawClient, type RawClient } from "./raw-client.js";
import { type Endpoint, resolveSettings } from "./settings.js";

/** The types of one method, as the generated table states them. */
interface MethodTypes {
  params: object;
  body: unknown;
  item?: unknown;
}

/** A call's parameters are optional where the contract requires none. */
type Parameters<Params> = object extends Params
  ? [params?: Params, options?: CallOptions]
  : [params: Params, options?: CallOptions];

/** A listing where the contract pages, otherwise the promise of the answer's body. */
type Result<Types extends MethodTypes> = Types extends { item: infer Item }
  ? Listing<Item, Types["body"]>
  : Promise<Types["body"]>;

/** A client: one method per operation of the contract, and openapi-fetch beside them. */
export type ServiceClient<Methods extends { [M in keyof Methods]: MethodTypes }, Paths extends object> = {
  readonly [M in keyof Methods]: (...args: Parameters<Methods[M]["params"]>) => Result<Methods[M]>;
} & {
  /**
   * openapi-fetch as generated, over the same transport and authentication. It returns errors instead of
   * throwing them, does not page, does not check an answer, and rounds integers beyond 2^53-1.
   */
  readonly raw: RawClient<Paths>;
};

/**
 * Makes a client of a service's generated table: every row becomes a method.
 * @throws ConfigurationError where an option cannot work
 */
export function createClient<Methods extends { [M in keyof Methods]: MethodTypes }, Paths extends object>(
  definition: ServiceDefinition,
  given: ClientOptions,
  endpoint: Endpoint,
): ServiceClient<Methods, Paths> {
  // What a caller changes later must not reach into a client that exists.
  const options: ClientOptions = { ...given, headers: { ...given.headers } };
  const scoped = Object.values(definition.operations).some(({ path }) => path.includes("{project_id}"));
  if (scoped && (typeof endpoint.projectId !== "string" || endpoint.projectId.trim() === "")) {
    throw new ConfigurationError(
      "projectId is missing; pass the id of the project whose backups are asked about",
    );
  }
  const environment: ClientEnvironment = {
    definition,
    options,
    settings: resolveSettings(options, endpoint),
    baseUrl: endpoint.baseUrl,
    headers: {
      accept: "application/json",
      ...checkHeaders(given.headers, (problem) => new ConfigurationError(problem)),
    },
  };
  const engine = lateEngine(environment);
  // The table names the list of the very records that the service's own mapping is written for.
  const mapping = lazy(definition.toRecord as () => Promise<(item: unknown) => BackupRecord>);
  // A mistake in a call shows at once; all the rest is the engine's.
  const run = (operation: OperationDescriptor, values: ParameterValues, options: CallOptions) => {
    const { operationId, paging } = operation;
    if (paging !== undefined) {
      const plan = planListing(environment, operation, paging, values, options);
      const pages = { all: () => engine.all(plan), first: () => engine.first(plan) };
      return createListing(pages, () => partOf(environment, operationId, options, mapping()));
    }
    const path = fillPath(operation.path, values, operationId, environment.settings.projectId);
    return engine.call({ operation, path, query: encodeParameters(operation, values), options });
  };
  const methods = Object.entries(definition.operations).map(([name, operation]) => [
    name,
    (values: ParameterValues = {}, callOptions: CallOptions = {}) => run(operation, values, callOptions),
  ]);
  const raw = lazyRawClient((signal) => engine.raw<Paths>(signal));
  // What the table says at run time is what Methods says to the compiler: both come from one contract.
  return Object.assign(Object.fromEntries(methods), { raw }) as ServiceClient<Methods, Paths>;
}
