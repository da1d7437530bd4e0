import type { BackupRecord } from "../records/record.js";
import { attempt } from "./attempts.js";
import { type CallEnvironment, type DriftCheck, perform, type ServiceDefinition } from "./call.js";
import { emit } from "./emit.js";
import { ConfigurationError, ContractError, InvalidRequestError } from "./errors.js";
import { checkHeaders } from "./headers.js";
import { lazy } from "./lazy.js";
import { createListing, type Listing } from "./listing.js";
import type { OperationDescriptor } from "./operation.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { preparePages } from "./pages.js";
import { encodeParameters, type ParameterValues } from "./parameters.js";
import { fillPath } from "./path.js";
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
  const environment: CallEnvironment = {
    definition: { ...definition, toRecord: lazy(definition.toRecord) },
    options,
    settings: resolveSettings(options, endpoint),
    baseUrl: endpoint.baseUrl,
    headers: {
      accept: "application/json",
      ...checkHeaders(given.headers, (problem) => new ConfigurationError(problem)),
    },
    checkDrift: driftCheck(definition, options),
  };
  const raw = lazyRawClient(async () => {
    const { rawClient } = await import("./raw.js");
    return rawClient<Paths>(environment, { attempt, fillPath, InvalidRequestError });
  });
  const methods = Object.entries(definition.operations).map(([name, operation]) => [
    name,
    (values: ParameterValues = {}, callOptions: CallOptions = {}) =>
      run(environment, operation, values, callOptions),
  ]);
  // What the table says at run time is what Methods says to the compiler: both come from one contract.
  return Object.assign(Object.fromEntries(methods), { raw }) as ServiceClient<Methods, Paths>;
}

/** The check of answers, where somebody hears of what it finds. It is loaded with the first answer. */
function driftCheck(definition: ServiceDefinition, options: ClientOptions): DriftCheck | undefined {
  const { validate = "report", onDrift } = options;
  if (validate === "off" || (validate === "report" && onDrift === undefined)) return undefined;
  let ready: DriftCheck | undefined;
  const load = lazy(async () => {
    const [{ checkDrift }, validators] = await Promise.all([
      import("./drift-check.js"),
      definition.validators(),
    ]);
    ready = (answer, body, context) => {
      const validator = validators[context.operation];
      if (validator !== undefined)
        checkDrift(validator, options, answer, body, context, { emit, ContractError });
      return undefined;
    };
    return ready;
  });
  return (answer, body, context) =>
    ready ? ready(answer, body, context) : load().then((check) => check(answer, body, context));
}

function run(
  environment: CallEnvironment,
  operation: OperationDescriptor,
  values: ParameterValues,
  options: CallOptions,
): Listing<unknown> | Promise<unknown> {
  const { definition, settings } = environment;
  if (operation.paging !== undefined) {
    const pages = preparePages<unknown, unknown>(environment, operation, operation.paging, values, options);
    // The table names the list of the very records that the service's own mapping is written for.
    return createListing(pages, definition.toRecord as () => Promise<(item: unknown) => BackupRecord>);
  }
  const path = fillPath(operation.path, values, operation.operationId, settings.projectId);
  const query = encodeParameters(operation, values);
  return perform(environment, { operation, path, query, options }, options.signal).then(({ body }) => body);
}
