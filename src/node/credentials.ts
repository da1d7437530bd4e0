import type { Auth } from "../core/auth.js";
import { ConfigurationError } from "../core/errors.js";

/** Credentials that were found, and what was found with them. */
export interface FoundCredentials {
  /** Pass it to a client. */
  readonly auth: Auth;
  /** Undefined for Alibaba Cloud. */
  readonly cloud?: "huaweicloud" | "otc" | undefined;
  /** The region that the settings name. */
  readonly region?: string | undefined;
  /** The project that the settings name, by its id. */
  readonly projectId?: string | undefined;
  /** Name of the project, if its id was not found. Only a login with a password can find the id. */
  readonly projectName?: string | undefined;
  /** The endpoint that the environment names. */
  readonly baseUrl?: string | undefined;
  /** Sends requests over the proxy that the environment names; absent if it names none. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** For people: names of the settings that were used, and of those that were set but ignored. No values. */
  readonly source: string;
}

/** A setting under the name that its user knows, e.g. `OS_USERNAME`. */
export interface Setting {
  readonly name: string;
  /** Empty if it is not set. */
  readonly value: string;
}

/** Reads values of settings, and remembers which ones were used. */
export class UsedSettings {
  readonly #names = new Set<string>();

  /** The value; undefined if the setting is not set. */
  optional({ name, value }: Setting): string | undefined {
    if (value) this.#names.add(name);
    return value || undefined;
  }

  /** The value. @throws ConfigurationError if the setting is not set */
  required(setting: Setting): string {
    const value = this.optional(setting);
    if (value === undefined) throw new ConfigurationError(`${setting.name} is missing`);
    return value;
  }

  /** Names of the settings that were used, and of those in `settings` that are set but were not used. */
  describe(settings: Iterable<Setting>): string {
    const set = [...settings].filter(({ value }) => value).map(({ name }) => name);
    const ignored = set.filter((name) => !this.#names.has(name));
    return (
      [...this.#names].join(", ") + (ignored.length > 0 ? ` (set but ignored: ${ignored.join(", ")})` : "")
    );
  }
}

/** Runs `make`, and puts `prefix` before the message of an error. */
export function withErrorPrefix<T>(prefix: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new ConfigurationError(`${prefix}: ${(error as Error).message}`);
  }
}
