import type { MockContract } from "./contract.js";
import type { MockAccessKey, MockCredentials } from "./options.js";

/** The credentials that a mock accepts by default. None of them is valid anywhere else. */
export const fakeCredentials = {
  projectId: "fake-project-id",
  accessKeyId: "FAKE-ACCESS-KEY-ID",
  secret: "fake-secret-access-key",
  token: "fake-token",
  username: "fake-user",
  password: "fake-password",
  domainName: "fake-domain",
} as const;

/** Credentials in a form that is looked up by name. */
export interface KnownCredentials {
  readonly keys: ReadonlyMap<string, MockAccessKey>;
  readonly tokens: ReadonlySet<string>;
  readonly users: ReadonlyMap<string, string>;
}

/** The credentials of an option. For each kind that is left out, the fake one. */
export function knownCredentials(given: MockCredentials = {}): KnownCredentials {
  const { accessKeyId, secret, token, username, password } = fakeCredentials;
  return {
    keys: new Map(Object.entries(given.keys ?? { [accessKeyId]: { secret } })),
    tokens: new Set(given.tokens ?? [token]),
    users: new Map(Object.entries(given.users ?? { [username]: password })),
  };
}

/** The variable that carries a service's base URL. */
export function urlVariable(service: string): string {
  return `BACKUP_RECORDS_${service.toUpperCase()}_URL`;
}

/** Credentials that the mock accepts, as variables of the vendors' own names, for the schemes of these contracts. */
export function credentialVariables(
  contracts: readonly MockContract[],
  iamUrl: string,
  { keys, users }: KnownCredentials,
): Record<string, string> {
  const { projectId, domainName } = fakeCredentials;
  const schemes = new Set(contracts.flatMap((contract) => contract.schemes));
  const [key] = keys;
  const [user] = users;
  const env: Record<string, string> = {};
  const addKey = (id: string, secret: string, securityToken: string) => {
    if (key === undefined) return;
    [env[id], env[secret]] = [key[0], key[1].secret];
    if (key[1].securityToken !== undefined) env[securityToken] = key[1].securityToken;
  };
  if (schemes.has("HuaweiAccessKey")) {
    env["HUAWEICLOUD_SDK_PROJECT_ID"] = projectId;
    addKey("HUAWEICLOUD_SDK_AK", "HUAWEICLOUD_SDK_SK", "HUAWEICLOUD_SDK_SECURITY_TOKEN");
  }
  if (schemes.has("OtcAccessKey") || schemes.has("Token")) {
    env["OS_PROJECT_ID"] = projectId;
    addKey("OS_ACCESS_KEY", "OS_SECRET_KEY", "OS_SECURITY_TOKEN");
    // The scoped signature names a region; the mock accepts any.
    env["OS_REGION_NAME"] = "eu-de";
    env["OS_AUTH_URL"] = `${iamUrl}/v3`;
    env["OS_USER_DOMAIN_NAME"] = domainName;
    if (user) [env["OS_USERNAME"], env["OS_PASSWORD"]] = user;
  }
  if (schemes.has("AlibabaAccessKey")) {
    addKey("ALIBABA_CLOUD_ACCESS_KEY_ID", "ALIBABA_CLOUD_ACCESS_KEY_SECRET", "ALIBABA_CLOUD_SECURITY_TOKEN");
  }
  return env;
}
