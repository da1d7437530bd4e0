import type { MockAccessKey, MockCredentials } from "./options.js";

/** Whom a mock lets in unless it is told otherwise. None of these is valid anywhere else. */
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

/** The credentials of an option; of each kind that is left out, the fake one. */
export function knownCredentials(given: MockCredentials = {}): KnownCredentials {
  const { accessKeyId, secret, token, username, password } = fakeCredentials;
  return {
    keys: new Map(Object.entries(given.keys ?? { [accessKeyId]: { secret } })),
    tokens: new Set(given.tokens ?? [token]),
    users: new Map(Object.entries(given.users ?? { [username]: password })),
  };
}
