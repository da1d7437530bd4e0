import type { AccountContent, FileContent } from "../../../generated/audit/targets-types.js";
import { ConfigurationError } from "../../core/errors.js";
import { didYouMean, quote } from "../../node/quote.js";
import type { BackupService } from "../../records/record.js";
import { parseDuration } from "../duration.js";
import type { Account, Target } from "../target.js";
import { child, type Problems } from "./problems.js";

/** Variables, e.g. `process.env`. An empty one counts as not set. */
type Variables = Readonly<Record<string, string | undefined>>;

/** Which credentials are needed, and what for. */
export interface CredentialsNeed {
  readonly account: Account;
  readonly service: BackupService;
  readonly cloud: Target["cloud"];
  readonly region: string | null;
  readonly baseUrl: string | null;
}

/** What the environment of an account says besides credentials. */
export interface FoundPlace {
  readonly cloud?: Target["cloud"] | undefined;
  readonly region?: string | undefined;
  readonly projectId?: string | undefined;
  /** The name of a project, if its id was not found. */
  readonly projectName?: string | undefined;
  /** Whether the login returns the id of the project. */
  readonly findsProject?: boolean | undefined;
  /** Whether the credentials cannot be used without a region. */
  readonly needsRegion?: boolean | undefined;
}

/** Finds the credentials of an account before anything is sent. A `ConfigurationError` is reported at the account. */
export type FindCredentials = (need: CredentialsNeed) => FoundPlace;

/** The account of a target that names none. */
const DEFAULT_ACCOUNT = "default";

/** The environment variables of the vendors, by their prefixes. */
const VENDORS = /^(HUAWEICLOUD_|OS_|ALIBABA_CLOUD_)/;

/**
 * The environment that the credentials of an account are read from. An account without `environment` sees the
 * vendors' variables as they are. Any other sees only those that it maps, so that two accounts never mix.
 */
export function accountEnvironment(account: Account, env: Variables): Variables {
  const mapped = Object.entries(account.environment);
  if (mapped.length === 0) return env;
  const others = Object.entries(env).filter(([name]) => !VENDORS.test(name));
  return Object.fromEntries([...others, ...mapped.map(([name, variable]) => [name, env[variable]] as const)]);
}

/** The accounts of a file, and what was found for those that are used. */
export class AccountBook {
  readonly #problems: Problems;
  readonly #env: Variables;
  readonly #findCredentials: FindCredentials;
  readonly #inFile: FileContent["accounts"];
  readonly #accounts: Map<string, Account>;
  readonly #incomplete = new Set<string>();
  readonly #checked = new Set<string>();
  readonly #found = new Map<string, FoundPlace | undefined>();

  constructor(file: FileContent, env: Variables, findCredentials: FindCredentials, problems: Problems) {
    this.#problems = problems;
    this.#env = env;
    this.#findCredentials = findCredentials;
    this.#inFile = file.accounts;
    const accounts = Object.entries(file.accounts ?? {});
    this.#accounts = new Map(accounts.map(([name, content]) => [name, toAccount(name, content)]));
  }

  get all(): ReadonlyMap<string, Account> {
    return this.#accounts;
  }

  /** The account that a target names; undefined after the reason was reported. */
  of(
    named: { readonly value: string; readonly at: string } | undefined,
    target: string,
  ): Account | undefined {
    const name = named?.value ?? DEFAULT_ACCOUNT;
    const account = this.#accounts.get(name);
    if (account !== undefined) {
      this.#checkVariables(account);
      return account;
    }
    if (this.#problems.isInvalid(this.#inFile ? "/accounts" : "")) return undefined;
    const known = [...this.#accounts.keys()];
    if (named !== undefined) {
      reportUnknown("account", named, known, this.#problems);
      return undefined;
    }
    if (known.length > 0) {
      const hint = `write account: ${known.length === 1 ? known[0] : "and its name"}, or define an account ${quote(name)}`;
      this.#problems.add(target, "this target names no account", { hint, absent: true });
      return undefined;
    }
    const vendors: Account = { name, environment: {}, rateLimit: null };
    this.#accounts.set(name, vendors);
    return vendors;
  }

  /** What is found for a need, looked up once; undefined after the reason was reported. */
  credentials(need: CredentialsNeed, target: string): FoundPlace | undefined {
    const { name } = need.account;
    const key = JSON.stringify([name, need.service, need.cloud, need.region, need.baseUrl]);
    if (this.#incomplete.has(name)) return undefined;
    if (this.#found.has(key)) return this.#found.get(key);
    let found: FoundPlace | undefined;
    try {
      found = this.#findCredentials(need);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      const message = `account ${quote(name)}: ${error.message}`;
      const defined = Object.hasOwn(this.#inFile ?? {}, name);
      const pointer = defined ? child("/accounts", name) : target;
      this.#problems.add(pointer, message, { absent: true, atKey: defined });
    }
    this.#found.set(key, found);
    return found;
  }

  #checkVariables({ name, environment }: Account): void {
    if (this.#checked.has(name)) return;
    this.#checked.add(name);
    for (const [key, variable] of Object.entries(environment)) {
      if (this.#env[variable]) continue;
      this.#incomplete.add(name);
      const pointer = child(child(child("/accounts", name), "environment"), key);
      const hint = "set it, or leave it out if it is not needed";
      this.#problems.add(pointer, `the variable ${variable} is not set`, { hint });
    }
  }
}

function toAccount(name: string, { environment, rateLimit }: AccountContent): Account {
  const { requests, per } = rateLimit ?? {};
  const periodMs = per === undefined ? null : parseDuration(per);
  return {
    name,
    environment: { ...environment },
    rateLimit: requests !== undefined && periodMs !== null ? { requests, periodMs } : null,
  };
}

/** Reports a name that is not defined. */
export function reportUnknown(
  what: "account" | "group",
  { at, value }: { readonly value: string; readonly at: string },
  known: Iterable<string>,
  problems: Problems,
): void {
  const names = [...known];
  const hint =
    didYouMean(value, names) ??
    (names.length === 0
      ? `define it under ${what}s:`
      : names.length <= 10
        ? `there are ${names.map(quote).join(", ")}`
        : undefined);
  problems.add(at, `there is no ${what} ${quote(value)}`, { hint, absent: true });
}
