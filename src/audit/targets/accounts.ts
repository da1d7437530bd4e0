import { ConfigurationError } from "../../core/errors.js";
import type { Account } from "../target.js";
import { didYouMean, shown } from "./echo.js";
import type { Problems } from "./problems.js";
import type { CredentialsNeed, FoundPlace } from "./read.js";
import type { Placed } from "./readers.js";
import type { AccountFields, FileFields } from "./shape.js";

type Variables = Readonly<Record<string, string | undefined>>;

/** The account of a target that names none. */
export const DEFAULT_ACCOUNT = "default";

/** The accounts of a file, and what was found out about those that are used. */
export class AccountBook {
  readonly #file: FileFields;
  readonly #problems: Problems;
  readonly #env: Variables;
  readonly #accounts = new Map<string, Account>();
  readonly #incomplete = new Set<string>();
  readonly #checked = new Set<string>();
  readonly #found = new Map<string, FoundPlace | undefined>();

  constructor(file: FileFields, env: Variables, problems: Problems) {
    this.#file = file;
    this.#problems = problems;
    this.#env = env;
    for (const [name, { value }] of file.accounts?.value ?? [])
      this.#accounts.set(name, toAccount(name, value));
  }

  get all(): ReadonlyMap<string, Account> {
    return this.#accounts;
  }

  /** The account that a target names, its variables checked; undefined after having reported why not. */
  of(named: Placed<string> | undefined, at: number): Account | undefined {
    const name = named?.value ?? DEFAULT_ACCOUNT;
    const account = this.#accounts.get(name);
    if (account !== undefined) {
      this.#checkVariables(name);
      return account;
    }
    const known = [...this.#accounts.keys()];
    const { accounts } = this.#file;
    if (this.#problems.isSpoilt(accounts?.value ?? this.#file)) return undefined;
    if (named !== undefined) {
      reportUnknown("account", named, known, this.#problems);
      return undefined;
    }
    if (known.length > 0) {
      const hint = `write account: ${known.length === 1 ? known[0] : "and its name"}, or define an account ${shown(name)}`;
      this.#problems.add(at, "this target names no account", { hint, absent: true });
      return undefined;
    }
    const vendors: Account = { name, environment: {}, rateLimit: null };
    this.#accounts.set(name, vendors);
    return vendors;
  }

  /** What is found for a need, asked once; undefined after having reported why there is nothing. */
  credentials(
    need: CredentialsNeed,
    at: number,
    find: (need: CredentialsNeed) => FoundPlace,
  ): FoundPlace | undefined {
    const { name } = need.account;
    const key = JSON.stringify([name, need.service, need.cloud, need.baseUrl]);
    if (this.#incomplete.has(name)) return undefined;
    if (this.#found.has(key)) return this.#found.get(key);
    let found: FoundPlace | undefined;
    try {
      found = find(need);
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      const place = this.#file.accounts?.value.get(name)?.keyAt ?? at;
      this.#problems.add(place, `account ${shown(name)}: ${error.message}`, { absent: true });
    }
    this.#found.set(key, found);
    return found;
  }

  #checkVariables(name: string): void {
    if (this.#checked.has(name)) return;
    this.#checked.add(name);
    const environment = this.#file.accounts?.value.get(name)?.value.environment?.value ?? {};
    for (const variable of Object.values(environment)) {
      if (variable === undefined || this.#env[variable.value]) continue;
      this.#incomplete.add(name);
      const hint = "set it, or leave it out where it is not needed";
      this.#problems.add(variable.at, `the variable ${variable.value} is not set`, { hint });
    }
  }
}

function toAccount(name: string, { environment, rateLimit }: AccountFields): Account {
  const variables = Object.entries(environment?.value ?? {}).flatMap(([key, variable]) =>
    variable === undefined ? [] : [[key, variable.value] as const],
  );
  const { requests, per } = rateLimit?.value ?? {};
  return {
    name,
    environment: Object.fromEntries(variables),
    rateLimit: requests && per ? { requests: requests.value, periodMs: per.value } : null,
  };
}

/** Reports a name that stands for nothing. */
export function reportUnknown(
  what: "account" | "group",
  { at, value }: Placed<string>,
  known: Iterable<string>,
  problems: Problems,
): void {
  const names = [...known];
  const hint =
    didYouMean(value, names) ??
    (names.length === 0
      ? `define it under ${what}s:`
      : names.length <= 10
        ? `there are ${names.map(shown).join(", ")}`
        : undefined);
  problems.add(at, `there is no ${what} ${shown(value)}`, { hint, absent: true });
}
