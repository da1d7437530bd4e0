import type { Auth } from "../core/auth.js";
import { ConfigurationError } from "../core/errors.js";

/** Credentials that were found, and what was found with them. */
export interface FoundCredentials {
  readonly auth: Auth;
  /** Undefined for Alibaba Cloud. */
  readonly cloud?: "huaweicloud" | "otc" | undefined;
  readonly region?: string | undefined;
  readonly projectId?: string | undefined;
  /** For people: which settings were used, and which were set but ignored. Names alone, never values. */
  readonly source: string;
}

/** A setting under the name that its user knows it by, e.g. `OS_USERNAME`. */
export interface Setting {
  readonly name: string;
  /** Empty where it is not set. */
  readonly value: string;
}

/** Takes values out of settings, and remembers which. */
export class Taken {
  readonly #names = new Set<string>();

  /** The value; undefined where the setting is not set. */
  optional({ name, value }: Setting): string | undefined {
    if (value) this.#names.add(name);
    return value || undefined;
  }

  /** The value. @throws ConfigurationError where the setting is not set */
  required(setting: Setting): string {
    const value = this.optional(setting);
    if (value === undefined) throw new ConfigurationError(`${setting.name} is missing`);
    return value;
  }

  /** What was taken of `settings`, and what was left although it is set. */
  describe(settings: readonly Setting[]): string {
    const set = settings.filter(({ value }) => value).map(({ name }) => name);
    const ignored = set.filter((name) => !this.#names.has(name));
    return (
      [...this.#names].join(", ") + (ignored.length > 0 ? ` (set but ignored: ${ignored.join(", ")})` : "")
    );
  }
}

/** Runs `make`; what it complains about is put down to `where` the values come from. */
export function blaming<T>(where: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new ConfigurationError(`${where}: ${(error as Error).message}`);
  }
}
