import { findProjectId } from "../core/auth.js";
import { systemClock } from "../core/deadline.js";
import { ConfigurationError } from "../core/errors.js";
import { checkOptions } from "../core/options.js";
import { SingleFlight } from "../core/single-flight.js";
import { loadService } from "../load-service.js";
import type { BackupSource, ServiceClientOptions } from "../records/service.js";
import { shareListing } from "./shared-listing.js";
import type { Target } from "./target.js";

/** The options of every client that an account makes for its targets. */
export type ClientSetOptions = Pick<
  ServiceClientOptions,
  | "auth"
  | "rateLimit"
  | "fetch"
  | "retry"
  | "timeout"
  | "totalTimeout"
  | "headers"
  | "onEvent"
  | "onDrift"
  | "clock"
  | "random"
>;

/**
 * An account's API clients, kept while its targets are checked: one client for each endpoint and project, so that
 * targets share connections, retry budgets and corrected clocks.
 */
export interface ClientSet {
  /**
   * The listing of a target's backups. Logs in first if only a login can tell the target's project; after a failure
   * the next target tries again. `signal` ends the waiting, and the login if no other target waits for it.
   * @throws ConfigurationError if the target does not say how its service is reached
   * @throws the errors of the login
   */
  source(target: Target, signal?: AbortSignal): Promise<BackupSource>;
}

/** Each option and what it must be. A client checks the values. */
export const clientSetOptionTypes = {
  auth: "object",
  rateLimit: "function",
  fetch: "function",
  retry: "object",
  timeout: "number",
  totalTimeout: "number",
  headers: "object",
  onEvent: "function",
  onDrift: "function",
  clock: "object",
  random: "function",
} as const;

/** Come along if the credentials that `fromEnvironment` found are passed on; each target says where it is. */
const found = {
  source: "string",
  cloud: "string",
  region: "string",
  projectId: "string",
  projectName: "string",
} as const;

/**
 * Makes an account's client set. Sends nothing; a client is made when its first target is checked.
 * @throws ConfigurationError if there is no such option, or it has another type
 */
export function createClientSet(options: ClientSetOptions): ClientSet {
  const known = { ...clientSetOptionTypes, ...found };
  checkOptions(options, known, "createClientSet option", (problem) => new ConfigurationError(problem));
  const clientOptions: ServiceClientOptions = {
    ...options,
    validate: options.onDrift === undefined ? "off" : "report",
  };
  const sources = new Map<string, BackupSource>();
  const flights = new Map<string, SingleFlight<BackupSource>>();
  return {
    async source(target, signal) {
      const { service, api, cloud, region, baseUrl, projectId } = target;
      const key = JSON.stringify([service, api, cloud, region, baseUrl, projectId]);
      const known = sources.get(key);
      if (known !== undefined) return known;
      const flight = flights.get(key) ?? new SingleFlight<BackupSource>();
      flights.set(key, flight);
      const source = await flight.join((inner) => open(target, clientOptions, inner), signal);
      sources.set(key, source);
      flights.delete(key);
      return source;
    },
  };
}

async function open(
  { service: name, cloud, region, baseUrl, projectId, api }: Target,
  options: ServiceClientOptions,
  signal: AbortSignal,
): Promise<BackupSource> {
  const service = await loadService(name);
  const { auth, fetch, timeout, clock } = options;
  const place = { cloud: cloud ?? undefined, region: region ?? undefined };
  const login = { ...place, service: name, fetch, timeout, clock, signal };
  const project = projectId ?? (service.needsProject ? await findProjectId(auth, login) : undefined);
  const source = service.open(
    { ...place, baseUrl: baseUrl ?? undefined, projectId: project, api: api ?? undefined },
    options,
  );
  return service.sharesListing ? shareListing(source, clock ?? systemClock) : source;
}
