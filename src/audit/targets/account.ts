import type { Account } from "../target.js";

/** Variables, e.g. `process.env`. An empty one counts as not set. */
type Variables = Readonly<Record<string, string | undefined>>;

/**
 * The environment as an account's credential reader is to see it. An account that names no variables sees
 * the vendors' own names as they are; any other sees, of all that the vendors name, what it maps and nothing
 * else, so that two accounts never mix.
 */
export function accountEnvironment(account: Account, env: Variables): Variables {
  const mapped = Object.entries(account.environment);
  if (mapped.length === 0) return env;
  const others = Object.entries(env).filter(([name]) => !VENDORS.test(name));
  return Object.fromEntries([...others, ...mapped.map(([name, variable]) => [name, env[variable]] as const)]);
}

/** Whatever begins as the vendors' variables do. */
const VENDORS = /^(HUAWEICLOUD_|OS_|ALIBABA_CLOUD_)/;
