import { findProjectId } from "../core/auth.js";
import { loadService } from "../load-service.js";
import type { BackupSource, ServiceClientOptions } from "../records/service.js";
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
   * The listing of a target's backups.
   * @throws ConfigurationError if the target does not say how its service is reached
   */
  source(target: Target): Promise<BackupSource>;
}

/** Makes an account's client set. Sends nothing; a client is made when its first target is checked. */
export function createClientSet(options: ClientSetOptions): ClientSet {
  const clientOptions: ServiceClientOptions = {
    ...options,
    validate: options.onDrift === undefined ? "off" : "report",
  };
  const sources = new Map<string, Promise<BackupSource>>();
  return {
    source(target) {
      const { service, api, cloud, region, baseUrl, projectId } = target;
      const key = JSON.stringify([service, api, cloud, region, baseUrl, projectId]);
      const source = sources.get(key) ?? open(target, clientOptions);
      sources.set(key, source);
      return source;
    },
  };
}

async function open(target: Target, options: ServiceClientOptions): Promise<BackupSource> {
  const { cloud, region, baseUrl, api } = target;
  const service = await loadService(target.service);
  const { auth, fetch } = options;
  const place = { service: target.service, cloud: cloud ?? undefined, region: region ?? undefined, fetch };
  const projectId = target.projectId ?? (service.needsProject ? await findProjectId(auth, place) : undefined);
  return service.open(
    {
      cloud: cloud ?? undefined,
      region: region ?? undefined,
      baseUrl: baseUrl ?? undefined,
      projectId,
      api: api ?? undefined,
    },
    options,
  );
}
