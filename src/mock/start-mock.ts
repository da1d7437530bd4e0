import { type Clock, systemClock } from "../core/deadline.js";
import type { BackupService } from "../records/record.js";
import { checkOptions, SERVICES } from "./check-options.js";
import { loadContract, type MockContract } from "./contract.js";
import { type KnownCredentials, knownCredentials } from "./credentials.js";
import { mockEnvironment } from "./environment.js";
import { createPlayer } from "./examples/player.js";
import { readFaults } from "./fault-syntax.js";
import { createHandler, type Handling, type Locate, type Served } from "./handle.js";
import { login } from "./iam.js";
import { type Listener, listen } from "./listen.js";
import type { Mock, MockOptions } from "./options.js";
import { createSimulator } from "./simulate/simulator.js";
import { createTokenStore, type TokenStore } from "./verify/tokens.js";
import { createVerify } from "./verify/verify.js";

/**
 * Starts a mock of the services on 127.0.0.1, in this process. Answers carry CORS headers in both modes.
 * @throws ConfigurationError where an option cannot work, a port is taken, or the mode `examples` lacks its
 * optional peer
 * @example
 * const mock = await startMock({ services: ["dcs"], mode: "simulate" });
 * const dcs = createDcsClient({ baseUrl: mock.urls.dcs, projectId: "p", auth: token("fake-token") });
 * await mock.stop();
 */
export async function startMock<Service extends BackupService = BackupService>(
  options: MockOptions<Service> = {},
): Promise<Mock<Service>> {
  const services: readonly BackupService[] = [...new Set(options.services ?? SERVICES)];
  checkOptions(options, services);
  const { clock = systemClock, seed = 1, port = 0, prefixes = false, auth, onRequest } = options;
  const credentials = knownCredentials(options.credentials);
  const tokens = createTokenStore(credentials.tokens, clock, options.tokenLifetimeMs ?? 24 * 3_600_000);
  const handling: Handling = {
    clock,
    seed,
    faults: readFaults(options.faults ?? []),
    login: (body) => login(body, tokens, credentials, auth === "verify"),
    onRequest,
    waiting: new Set(),
    logins: 0,
  };

  const rooms: Room[] = [];
  const listeners: Listener[] = [];
  const stop = async () => {
    for (const drop of handling.waiting) drop();
    await Promise.all(listeners.splice(0).map((listener) => listener.close()));
    await Promise.all(rooms.splice(0).map((room) => room.close()));
  };
  const open = async (at: number, locate: Locate) => {
    const listener = await listen(at, createHandler(handling, locate));
    listeners.push(listener);
    return `http://127.0.0.1:${listener.port}`;
  };
  try {
    const contracts = await Promise.all(services.map(loadContract));
    for (const contract of contracts) {
      rooms.push(await openRoom(contract, options, { clock, credentials, tokens }));
    }
    const urls: Partial<Record<BackupService, string>> = {};
    const resources: Partial<Record<BackupService, string>> = {};
    const shared = prefixes ? await open(port, byPrefix([...rooms])) : undefined;
    for (const [index, { served, resource }] of rooms.entries()) {
      const { service } = served.contract;
      const at = port === 0 ? 0 : port + index;
      urls[service] = shared ? `${shared}/${service}` : await open(at, (path) => ({ served, path }));
      resources[service] = resource;
    }
    const iamUrl = `http://127.0.0.1:${listeners[0]?.port}`;
    const env = mockEnvironment(urls, iamUrl, credentials);
    return { urls: whole<Service>(urls), resources: whole<Service>(resources), iamUrl, env, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A service ready to be served. */
interface Room {
  readonly served: Served;
  readonly resource: string;
  close(): Promise<void>;
}

async function openRoom(
  contract: MockContract,
  options: MockOptions,
  shared: { readonly clock: Clock; readonly credentials: KnownCredentials; readonly tokens: TokenStore },
): Promise<Room> {
  const { clock, credentials, tokens } = shared;
  const { seed = 1, records = 25, bigSizes = false, noContent = false } = options;
  const simulator = createSimulator(contract, {
    clock,
    seed,
    records,
    bigSizes,
    noContent,
    start: clock.now(),
    unknown: options.unknown ?? [],
    maxPageSize: options.maxPageSize ?? 1000,
    verify: options.auth === "verify" ? createVerify(contract, credentials, tokens, clock) : undefined,
  });
  const { resource } = simulator;
  if (options.mode === "simulate") {
    return { served: { contract, answer: simulator.answer, count: 0 }, resource, close: async () => {} };
  }
  // Prism plays its examples whatever id is asked for.
  const player = await createPlayer(contract, options.log ?? (() => {}));
  return { served: { contract, answer: player.answer, count: 0 }, resource, close: player.close };
}

function byPrefix(rooms: readonly Room[]): Locate {
  return (path) => {
    for (const { served } of rooms) {
      const prefix = `/${served.contract.service}`;
      if (path.startsWith(`${prefix}/`)) return { served, path: path.slice(prefix.length) };
    }
    return null;
  };
}

/** Every service that was asked for has been given a value by now, which no type can follow. */
function whole<Service extends BackupService>(
  values: Partial<Record<BackupService, string>>,
): Record<Service, string> {
  return values as Record<Service, string>;
}
