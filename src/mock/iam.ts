import type { Clock } from "../core/deadline.js";
import { resolvePointer } from "../core/pointer.js";
import type { KnownCredentials } from "./credentials.js";
import { type MockResponse, toJson } from "./messages.js";

/** The path of IAM's login. */
export const TOKENS_PATH = "/v3/auth/tokens";

/** The tokens that a mock accepts. */
export interface TokenStore {
  /** Issues a token for a project. The id is null if the login named the project otherwise. */
  issue(projectId: string | null): {
    readonly token: string;
    readonly issuedAt: number;
    readonly expiresAt: number;
  };
  /** Why a token is refused for a project; null if it is accepted. */
  check(token: string, projectId: string | undefined): "token" | "expired-token" | "other-project" | null;
}

/** Maximum number of issued tokens that are kept; older ones are no longer accepted. */
const MAX_TOKENS = 10_000;

/** Accepts the given tokens, which never expire, and the tokens that it issues, which do. */
export function createTokenStore(given: ReadonlySet<string>, clock: Clock, lifetimeMs: number): TokenStore {
  const issued = new Map<string, { readonly projectId: string | null; readonly expiresAt: number }>();
  let count = 0;
  return {
    issue(projectId) {
      const token = `fake-iam-token-${++count}`;
      const issuedAt = clock.now();
      const expiresAt = issuedAt + lifetimeMs;
      issued.set(token, { projectId, expiresAt });
      if (issued.size > MAX_TOKENS) issued.delete(`fake-iam-token-${count - MAX_TOKENS}`);
      return { token, issuedAt, expiresAt };
    },
    check(token, projectId) {
      if (given.has(token)) return null;
      const known = issued.get(token);
      if (known === undefined) return "token";
      if (known.expiresAt <= clock.now()) return "expired-token";
      return known.projectId === null || known.projectId === projectId ? null : "other-project";
    },
  };
}

/**
 * IAM's login: a password identity with a project scope gets a token in `X-Subject-Token`. Passwords are
 * checked only if `verify` is set.
 */
export function login(
  body: string,
  tokens: TokenStore,
  { users }: KnownCredentials,
  verify: boolean,
): MockResponse {
  let request: unknown;
  try {
    request = JSON.parse(body);
  } catch {
    return refuse(400, "Bad Request", "The request body is not JSON.");
  }
  const read = (pointer: string) => resolvePointer(request, `/auth/${pointer}`);
  const name = read("identity/password/user/name");
  const password = read("identity/password/user/password");
  const domain = read("identity/password/user/domain/name") ?? read("identity/password/user/domain/id");
  const id = read("scope/project/id");
  const project = id ?? read("scope/project/name");
  if (typeof name !== "string" || typeof password !== "string" || typeof domain !== "string") {
    return refuse(400, "Bad Request", "Expecting a password identity with user name, password and domain.");
  }
  if (typeof project !== "string") return refuse(400, "Bad Request", "Expecting the scope of a project.");
  if (verify && users.get(name) !== password) {
    return refuse(401, "Unauthorized", "The username or password is wrong.");
  }
  const { token, issuedAt, expiresAt } = tokens.issue(typeof id === "string" ? id : null);
  return {
    status: 201,
    headers: { "content-type": "application/json", "x-subject-token": token },
    body: toJson({
      token: {
        methods: ["password"],
        issued_at: keystoneTime(issuedAt),
        expires_at: keystoneTime(expiresAt),
        project: { id: typeof id === "string" ? id : "fake-project-id", name: project },
        user: { name, domain: { name: domain } },
      },
    }),
  };
}

/** IAM's own envelope, whose code is a number. */
function refuse(code: number, title: string, message: string): MockResponse {
  return {
    status: code,
    headers: { "content-type": "application/json" },
    body: toJson({ error: { code, message, title } }),
  };
}

/** IAM writes microseconds. */
function keystoneTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "000Z");
}
