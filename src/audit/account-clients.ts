import { ConfigurationError } from "../core/errors.js";
import { checkOptions } from "../core/options.js";
import { loadService } from "../load-service.js";
import { type CloudChoice, chooseCloud } from "../node/choose-cloud.js";
import type { FoundCredentials } from "../node/credentials.js";
import type { Environment } from "../node/environment.js";
import { findCredentials } from "../node/find-credentials.js";
import { proxiedFetch } from "../node/proxied-fetch.js";
import { proxyFor } from "../node/proxy.js";
import type { Service } from "../records/service.js";
import {
  type ClientSet,
  type ClientSetOptions,
  clientSetOptionTypes,
  createClientSet,
} from "./client-set.js";
import { accountRateLimiters, type RateLimiter } from "./rate-limiter.js";
import type { ClientsOf } from "./run.js";
import type { Account, Target } from "./target.js";
import { accountEnvironment, type CredentialsNeed } from "./targets/accounts.js";

/** Options of `createAccountClients`. */
export interface AccountClientsOptions {
  /** By name. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** The variables that accounts name, and those of a proxy. */
  readonly env: Environment;
  /** Ends all waiting for a rate limit at once. */
  readonly signal?: AbortSignal | undefined;
  /** The rate limiter of an account. @default its rate limit, within this process */
  readonly rateLimiters?: ((account: Account) => RateLimiter | undefined) | undefined;
  /** Of every client, e.g. `timeout` and `onEvent`. */
  readonly client?: Partial<Omit<ClientSetOptions, "auth" | "rateLimit">> | undefined;
}

const optionTypes = {
  accounts: "object",
  env: "object",
  signal: "object",
  rateLimiters: "function",
  client: "object",
} as const;

/**
 * The client sets of accounts, each made when its first target is checked: credentials from the variables that the
 * account names, the proxy of the environment, the account's rate limit before every attempt. A service on this
 * machine gets a placeholder if no credentials are set. Needs Node.
 * @throws ConfigurationError if there is no such option, or it has another type
 * @throws (when a target is checked) ConfigurationError that names account and variables, never values
 */
export function createAccountClients(options: AccountClientsOptions): ClientsOf {
  const refusal = (problem: string) => new ConfigurationError(problem);
  checkOptions(options, optionTypes, "createAccountClients option", refusal);
  checkOptions(options.client ?? {}, clientSetOptionTypes, "client option", refusal);
  const { accounts, signal, rateLimiters = accountRateLimiters(signal) } = options;
  const known = new Map<string, Promise<ClientSet>>();
  return (target) => {
    const { service, cloud, baseUrl } = target;
    const key = [target.account, service, cloud, baseUrl].join("\n");
    const clients =
      known.get(key) ?? open(target, accounts.get(target.account), { ...options, rateLimiters });
    known.set(key, clients);
    return clients;
  };
}

async function open(
  target: Target,
  account: Account | undefined,
  { env, client, rateLimiters }: AccountClientsOptions,
): Promise<ClientSet> {
  if (account === undefined) throw new ConfigurationError(`there is no account ${target.account}`);
  const { service, cloud, region, baseUrl } = target;
  try {
    const need = { account, service, cloud, region, baseUrl };
    const { auth } = findAccountCredentials(need, await loadService(service), env);
    // Says before anything is sent what is wrong with the variables of a proxy.
    proxyFor(new URL(baseUrl ?? `https://${service}.invalid`), env);
    const fetch = client?.fetch ?? proxiedFetch(env);
    const limiter = rateLimiters?.(account);
    const rateLimit = limiter && ((signal?: AbortSignal) => limiter.acquire(signal));
    return createClientSet({ ...client, auth, fetch, rateLimit });
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new ConfigurationError(`account ${account.name}: ${error.message}`);
  }
}

/**
 * The credentials of an account, from the variables that it names, and why it is those of two that are there.
 * @throws ConfigurationError that says what to set
 */
export function findAccountCredentials(
  { account, ...need }: CredentialsNeed,
  service: Service,
  env: Environment,
): FoundCredentials & Pick<CloudChoice, "note"> {
  const own = accountEnvironment(account, env);
  const baseUrl = need.baseUrl ?? undefined;
  const place = { cloud: need.cloud ?? undefined, region: need.region ?? undefined, baseUrl };
  const { cloud, note } = chooseCloud({ service, ...place, env: own });
  const found = findCredentials({
    service: service.name,
    cloud,
    baseUrl,
    env: own,
    // A clouds.yaml that nobody named belongs to no account but the one that names no variables.
    cloudsYaml: Object.keys(account.environment).length === 0,
  });
  return { ...found, ...(note !== undefined && { note }) };
}
