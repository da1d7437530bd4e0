import type { Clock } from "../core/deadline.js";
import { ConfigurationError } from "../core/errors.js";
import { checkOptions } from "../core/options.js";
import type { Fault } from "./faults.js";
import type { MockServiceName } from "./services.js";

/** `examples` responds with the contracts' examples, `simulate` with records whose states change over time. */
export type MockMode = "examples" | "simulate";

/** An access key that the mock knows. */
export interface MockAccessKey {
  /** What the signatures of this key are made with. */
  readonly secret: string;
  /** Set for temporary credentials. A request must then carry it. */
  readonly securityToken?: string | undefined;
}

/** The credentials that the mock accepts if it verifies. */
export interface MockCredentials {
  /** Secrets by access key id, for all three schemes. @default the one of `fakeCredentials` */
  readonly keys?: Readonly<Record<string, MockAccessKey>> | undefined;
  /** Tokens that never expire, besides those that the mock's IAM issues. @default the one of `fakeCredentials` */
  readonly tokens?: readonly string[] | undefined;
  /** Passwords by user name, for the mock's IAM. @default the one of `fakeCredentials` */
  readonly users?: Readonly<Record<string, string>> | undefined;
}

/** Backups of a test's own. */
export type GivenBackups = readonly object[] | ((resource: string | undefined) => readonly object[]);

/** Options of `startMock`. */
export interface MockOptions<Service extends string = MockServiceName> {
  /** Services to start. @default all services */
  readonly services?: readonly Service[] | undefined;
  /** `examples` needs the optional peer `@stoplight/prism-cli`. @default "simulate" */
  readonly mode?: MockMode | undefined;
  /** Port of the first service; each further service gets the next port. 0: the system chooses. @default 0 */
  readonly port?: number | undefined;
  /** Serves all services from one port, each under its name: `http://127.0.0.1:PORT/dcs`. @default false */
  readonly prefixes?: boolean | undefined;
  /** `simulate`: records per instance, policy or cluster, at most a million. @default 25 */
  readonly records?: number | undefined;
  /**
   * `simulate`: backups in place of the simulated ones, by service, in the service's own shape; `dcsBackup`, `vbsBackup` and
   * `starRocksBackup` make them. A list is that of every instance, policy or cluster; a function is called with each
   * request, with the id that it names, or undefined. @default none
   */
  readonly backups?: Readonly<Partial<Record<Service, GivenBackups>>> | undefined;
  /** `simulate`: another number gives other records. @default 1 */
  readonly seed?: number | undefined;
  /** `simulate`: sizes beyond 2^53-1, which a double cannot hold. @default false */
  readonly bigSizes?: boolean | undefined;
  /** `simulate`: 204 without a body if there is no record, for operations that document it. @default false */
  readonly noContent?: boolean | undefined;
  /**
   * `simulate`: the services also list instances, clusters and policies whose backups went wrong. Their ids begin with
   * what happened, see `unknown`. A number: so many of each kind, at most 1000. @default false
   */
  readonly gaps?: boolean | number | undefined;
  /**
   * `simulate`: each service also lists so many instances, clusters or policies whose backups all ran, at most 100,000.
   * Their ids begin with `healthy-`. @default 0
   */
  readonly healthy?: number | undefined;
  /** `simulate`: maximum number of records on a page, even if the request asks for more. @default 1000 */
  readonly maxPageSize?: number | undefined;
  /**
   * `simulate`: ids that do not exist, besides all ids that begin with `missing-`. Other prefixes: `forbidden-`
   * the caller has no permission · `empty-` no records · `late-` the last backup is three days older than the
   * mock · `failing-` all backups of these three days failed · `never-` all backups failed · `stuck-` the
   * newest backup has been running for twelve hours and never ends · `missed-` the last two backups that were due did not
   * happen · `hollow-` the newest is empty (dcs) · `manual-` only manual backups are made (dcs, starrocks) · `gone-`
   * does not exist any more a minute after the mock's start · `healthy-` all backups of the last days are good · `off-`
   * the policy is switched off (vbs) · `bare-` the policy has no disks (vbs). Any other id has records.
   */
  readonly unknown?: readonly string[] | undefined;
  /** What goes wrong, and when: as objects or in the text form of `parseFault`. @default nothing */
  readonly faults?: readonly (Fault | string)[] | undefined;
  /** `simulate`: whether signatures and tokens are checked. @default "off" */
  readonly auth?: "off" | "verify" | undefined;
  /** What `auth: "verify"` accepts. @default the fake credentials of `env` */
  readonly credentials?: MockCredentials | undefined;
  /** Lifetime of the tokens of the mock's IAM, in milliseconds. @default 24 hours */
  readonly tokenLifetimeMs?: number | undefined;
  /** Dates records and responses, moves states, and times faults. @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** Called after each request with a service, secrets redacted. Errors that it throws are ignored. */
  readonly onRequest?: ((exchange: MockExchange) => void) | undefined;
  /** `examples`: called with each line that Prism logs. @default no log */
  readonly log?: ((line: string) => void) | undefined;
}

/** A request and its response, without secrets: no token, no signature, no login's body. */
export interface MockExchange {
  /** Name of the service, or `iam`. */
  readonly service: string;
  /** Number of the request among those to this service, from 1. */
  readonly number: number;
  /** e.g. `GET` */
  readonly method: string;
  /** Path and query as they came. */
  readonly url: string;
  /** By lower-case name; values that authenticate are replaced by `[redacted]`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null if no response was sent. */
  readonly status: number | null;
  /** By name, redacted as the request's are. */
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** The body as far as it was sent; empty for a login. */
  readonly responseBody: string;
  /** The faults of this request, in the text form of `parseFault`. */
  readonly faults: readonly string[];
}

/** A request that came, without its response. */
export type MockCall = Omit<MockExchange, "responseHeaders" | "responseBody">;

/** A running mock. */
export interface Mock<Service extends string = MockServiceName> {
  /** Base URL of each service, without a slash at its end. */
  readonly urls: Readonly<Record<Service, string>>;
  /** Base URL of an IAM that issues tokens: `POST /v3/auth/tokens`. */
  readonly iamUrl: string;
  /** For each service the id of an instance, policy or cluster that has records. */
  readonly resources: Readonly<Record<Service, string>>;
  /** Variables of the vendors' own names with fake credentials that the mock accepts, and the base URLs. */
  readonly env: Readonly<Record<string, string>>;
  /** The last 1000 requests, in the order of their responses. */
  readonly requests: readonly MockCall[];
  /** Stops the mock at the end of the block: `await using mock = await startMock()`. */
  [Symbol.asyncDispose](): Promise<void>;
  /** Stops listening, closes open connections and drops delayed responses. May be called again. */
  stop(): Promise<void>;
}

const optionTypes = {
  services: "object",
  mode: "string",
  port: "number",
  prefixes: "boolean",
  records: "number",
  backups: "object",
  seed: "number",
  bigSizes: "boolean",
  noContent: "boolean",
  // A number or a boolean: checked below.
  gaps: undefined,
  healthy: "number",
  maxPageSize: "number",
  unknown: "object",
  faults: "object",
  auth: "string",
  credentials: "object",
  tokenLifetimeMs: "number",
  clock: "object",
  onRequest: "function",
  log: "function",
} as const satisfies Record<keyof MockOptions, string | undefined>;

/**
 * Refuses options that cannot work, and returns the names of the services to start.
 * @param known names of the services that there are
 * @throws ConfigurationError that names the option
 */
export function checkMockOptions(options: MockOptions<string>, known: readonly string[]): readonly string[] {
  checkOptions(options, optionTypes, "startMock option", (problem) => new ConfigurationError(problem));
  for (const name of ["services", "unknown", "faults"] as const) {
    if (options[name] !== undefined && !Array.isArray(options[name])) {
      throw new ConfigurationError(`${name} must be an array`);
    }
  }
  const { port = 0, prefixes = false } = options;
  const services = [...new Set(options.services ?? known)];
  const unknown = services.find((service) => !known.includes(service));
  if (unknown !== undefined || services.length === 0) {
    const found = unknown === undefined ? "none" : JSON.stringify(unknown);
    throw new ConfigurationError(`services must be some of ${known.join(", ")}, not ${found}`);
  }
  const { mode = "simulate", backups = {} } = options;
  checkOneOf("mode", mode, ["examples", "simulate"]);
  for (const [service, given] of Object.entries(backups)) {
    if (!services.includes(service))
      throw new ConfigurationError(`backups has ${service}, which is not among ${services.join(", ")}`);
    if (!Array.isArray(given) && typeof given !== "function")
      throw new ConfigurationError(
        `backups.${service} must be a list of records, or a function that returns one`,
      );
    if (mode === "examples") throw new ConfigurationError('backups needs the mode "simulate"');
  }
  checkOneOf("auth", options.auth ?? "off", ["off", "verify"]);
  const last = port === 0 || prefixes ? port : port + services.length - 1;
  if (!(Number.isInteger(port) && port >= 0 && last <= 65_535)) {
    const more = last > port ? `, and there must be ${services.length} from it on` : "";
    throw new ConfigurationError(`port must be an integer from 0 to 65535, not ${port}${more}`);
  }
  checkInteger("records", options.records ?? 0, 0, 1_000_000);
  const { gaps = false } = options;
  if (typeof gaps !== "boolean") checkInteger("gaps", gaps, 0, 1000);
  checkInteger("healthy", options.healthy ?? 0, 0, 100_000);
  checkInteger("maxPageSize", options.maxPageSize ?? 1, 1, Number.MAX_SAFE_INTEGER);
  checkInteger("seed", options.seed ?? 0, 0, 2 ** 32 - 1);
  checkInteger("tokenLifetimeMs", options.tokenLifetimeMs ?? 1, 1, Number.MAX_SAFE_INTEGER);
  return services;
}

function checkOneOf(name: string, value: string, values: readonly string[]): void {
  if (values.includes(value)) return;
  throw new ConfigurationError(`${name} must be ${values.join(" or ")}, not ${JSON.stringify(value)}`);
}

function checkInteger(name: string, value: number, minimum: number, maximum: number): void {
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return;
  throw new ConfigurationError(`${name} must be an integer from ${minimum} to ${maximum}, not ${value}`);
}
