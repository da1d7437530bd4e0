import { resolvePointer } from "../core/pointer.js";
import type { KnownCredentials } from "./credentials.js";
import { toJson } from "./json.js";
import type { MockReply } from "./message.js";
import type { TokenStore } from "./verify/tokens.js";

/** Where IAM takes logins. */
export const TOKENS_PATH = "/v3/auth/tokens";

/**
 * IAM's login: a password identity with a project scope gives a token in `X-Subject-Token`. Unless
 * `verify` is set, any user gets one.
 */
export function login(
  body: string,
  tokens: TokenStore,
  { users }: KnownCredentials,
  verify: boolean,
): MockReply {
  let asked: unknown;
  try {
    asked = JSON.parse(body);
  } catch {
    return refuse(400, "Bad Request", "The request body is not JSON.");
  }
  const read = (pointer: string) => resolvePointer(asked, `/auth/${pointer}`);
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
function refuse(code: number, title: string, message: string): MockReply {
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
