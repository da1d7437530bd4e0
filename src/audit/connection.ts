import type { ClientOptions } from "../core/options.js";
import { createDcsClient, type DcsClient } from "../dcs/client.js";
import { createStarRocksClient, type StarRocksClient } from "../starrocks/client.js";
import { createVbsClient, type VbsClient } from "../vbs/client.js";
import type { Target } from "./target.js";

/** How an account asks: what every client takes that is made for its targets. */
export type ConnectionOptions = Pick<
  ClientOptions,
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
 * An account's way to its services: one for each account, for as long as its targets are asked. It keeps one
 * client for each endpoint and project, so that targets share connections, retry budgets and corrected clocks.
 */
export interface Connection {
  /** @throws ConfigurationError where the target does not say where its service is reached */
  dcs(target: Target): DcsClient;
  /** @throws ConfigurationError where the target does not say where its service is reached */
  vbs(target: Target): VbsClient;
  /** @throws ConfigurationError where the target does not say where its service is reached */
  starrocks(target: Target): StarRocksClient;
}

/** Makes an account's connection; nothing is sent, and a client is made when its first target is asked. */
export function createConnection(options: ConnectionOptions): Connection {
  const base: ClientOptions = { ...options, validate: options.onDrift === undefined ? "off" : "report" };
  return {
    dcs: remember((target) =>
      createDcsClient({ ...base, ...placeOf(target), cloud: cloudOf(target, "huaweicloud", "otc") }),
    ),
    vbs: remember((target) =>
      createVbsClient({ ...base, ...placeOf(target), cloud: cloudOf(target, "otc") }),
    ),
    starrocks: remember((target) =>
      createStarRocksClient({ ...base, ...placeOf(target), cloud: cloudOf(target, "alibabacloud") }),
    ),
  };
}

/** One client for all targets that are reached in the same way. */
function remember<Client>(create: (target: Target) => Client): (target: Target) => Client {
  const clients = new Map<string, Client>();
  return (target) => {
    const key = JSON.stringify([target.cloud, target.region, target.baseUrl, target.projectId]);
    const client = clients.get(key) ?? create(target);
    clients.set(key, client);
    return client;
  };
}

function placeOf({ region, baseUrl, projectId }: Target) {
  return { region: region ?? undefined, baseUrl: baseUrl ?? undefined, projectId: projectId ?? "" };
}

/** The target's cloud where the service is there; otherwise the client says what it misses. */
function cloudOf<Cloud extends string>({ cloud }: Target, ...known: readonly Cloud[]): Cloud | undefined {
  return known.find((name) => name === cloud);
}
