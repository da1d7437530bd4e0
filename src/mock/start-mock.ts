import { type Clock, systemClock } from "../core/deadline.js";
import { loadContract, type MockContract } from "./contract.js";
import { credentialVariables, type KnownCredentials, knownCredentials, urlVariable } from "./credentials.js";
import { readFaults } from "./faults.js";
import { createTokenStore, login, type TokenStore } from "./iam.js";
import {
  checkMockOptions,
  type GivenBackups,
  type Mock,
  type MockCall,
  type MockExchange,
  type MockOptions,
} from "./options.js";
import { createExamplePlayer } from "./prism.js";
import {
  createRequestListener,
  type FindService,
  type Listener,
  listen,
  type MockService,
  type ServerContext,
} from "./server.js";
import type { MockServiceDefinition } from "./service-definition.js";
import { type MockServiceName, mockServices } from "./services.js";
import { createSimulator } from "./simulate/simulator.js";
import { createVerify } from "./verify/verify.js";

/**
 * Starts a mock of the services on 127.0.0.1, in this process. Responses carry CORS headers in both modes.
 * @throws ConfigurationError if an option cannot work, a port is in use, or the mode `examples` lacks its
 * optional peer
 * @example
 * const mock = await startMock({ services: ["dcs"], backups: { dcs: [dcsBackup({ state: "failed" })] } });
 * const dcs = createDcsClient({ baseUrl: mock.urls.dcs, projectId: "p", auth: token("fake-token") });
 * await mock.stop();
 */
export function startMock<Service extends MockServiceName = MockServiceName>(
  options: MockOptions<Service> = {},
): Promise<Mock<Service>> {
  return startMockServices(mockServices, options);
}

/** How many requests are kept. */
const KEPT = 1000;

/** `startMock` with services of the caller's own. */
export async function startMockServices<Service extends string>(
  definitions: readonly MockServiceDefinition[],
  options: MockOptions<Service>,
): Promise<Mock<Service>> {
  const known = definitions.map(({ name }) => name);
  const names = checkMockOptions(options, known);
  const { clock = systemClock, seed = 1, port = 0, prefixes = false, auth } = options;
  const requests: MockCall[] = [];
  const onRequest = (exchange: MockExchange) => {
    // Bodies of a thousand pages would fill the memory.
    const { responseHeaders: _, responseBody: __, ...call } = exchange;
    requests.push(call);
    if (requests.length > KEPT) requests.shift();
    options.onRequest?.(exchange);
  };
  const credentials = knownCredentials(options.credentials);
  const tokens = createTokenStore(credentials.tokens, clock, options.tokenLifetimeMs ?? 24 * 3_600_000);
  const context: ServerContext = {
    clock,
    seed,
    faults: readFaults(options.faults ?? [], known),
    login: (body) => login(body, tokens, credentials, auth === "verify"),
    onRequest,
    delayed: new Set(),
    logins: 0,
  };

  const services: MockService[] = [];
  const listeners: Listener[] = [];
  const stop = async () => {
    for (const cancel of context.delayed) cancel();
    await Promise.all(listeners.splice(0).map((listener) => listener.close()));
    await Promise.all(services.splice(0).map((service) => service.close()));
  };
  const open = async (at: number, find: FindService) => {
    const listener = await listen(at, createRequestListener(context, find));
    listeners.push(listener);
    return listener.url;
  };
  try {
    const chosen = names.flatMap((name) => definitions.filter((one) => one.name === name));
    const contracts = await Promise.all(chosen.map(loadContract));
    for (const contract of contracts) {
      services.push(await startService(contract, options, { clock, credentials, tokens }));
    }
    const env: Record<string, string> = {};
    const urls: Record<string, string> = {};
    const resources: Record<string, string> = {};
    const shared = prefixes ? await open(port, byPrefix([...services])) : undefined;
    for (const [index, service] of services.entries()) {
      const { name } = service.contract.definition;
      const at = port === 0 ? 0 : port + index;
      const url = shared ? `${shared}/${name}` : await open(at, (path) => ({ service, path }));
      urls[name] = url;
      resources[name] = service.resource;
      env[urlVariable(name)] = url;
    }
    const iamUrl = listeners[0]?.url ?? "";
    Object.assign(env, credentialVariables(contracts, iamUrl, credentials));
    return {
      urls: forAll<Service>(urls),
      resources: forAll<Service>(resources),
      iamUrl,
      env,
      requests,
      stop,
      [Symbol.asyncDispose]: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startService(
  contract: MockContract,
  options: MockOptions<string>,
  shared: { readonly clock: Clock; readonly credentials: KnownCredentials; readonly tokens: TokenStore },
): Promise<MockService> {
  const { clock, credentials, tokens } = shared;
  const verify = options.auth === "verify" ? createVerify(contract, credentials, tokens, clock) : undefined;
  const simulatorOptions = {
    seed: options.seed ?? 1,
    start: clock.now(),
    records: options.records ?? 25,
    bigSizes: options.bigSizes ?? false,
    noContent: options.noContent ?? false,
    gaps: Number(options.gaps ?? 0),
    healthy: options.healthy ?? 0,
    given: givenBackups(options.backups?.[contract.definition.name]),
    unknown: options.unknown ?? [],
    maxPageSize: options.maxPageSize ?? 1000,
  };
  const { respond, resource } = createSimulator(contract, simulatorOptions, clock, verify);
  if (options.mode !== "examples") return { contract, respond, resource, requests: 0, close: async () => {} };
  // Prism plays its examples for every id, so the simulator's is as good as any.
  const player = await createExamplePlayer(contract, options.log ?? (() => {}));
  return { contract, ...player, resource, requests: 0 };
}

function givenBackups(given: GivenBackups | undefined) {
  return typeof given === "object" ? () => given : given;
}

function byPrefix(services: readonly MockService[]): FindService {
  return (path) => {
    for (const service of services) {
      const prefix = `/${service.contract.definition.name}`;
      if (path.startsWith(`${prefix}/`)) return { service, path: path.slice(prefix.length) };
    }
    return null;
  };
}

/** Every service of the options has a value by now, which no type can follow. */
function forAll<Service extends string>(values: Record<string, string>): Record<Service, string> {
  return values as Record<Service, string>;
}
