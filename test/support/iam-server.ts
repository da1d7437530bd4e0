import { type Loopback, startLoopback } from "./loopback.js";
import type { ReceivedRequest, Reply } from "./signing/received.js";

export interface IamServerOptions {
  /** Passwords by user name. @default { "test-user": "test-password" } */
  readonly users?: Readonly<Record<string, string>>;
  /** How long a token lives, in milliseconds. @default 24 hours */
  readonly lifetimeMs?: number;
  /** The server's clock, epoch milliseconds. @default Date.now */
  readonly now?: () => number;
  /** Responds to the login of this number (1 is the first) instead of the server, unless it returns undefined. */
  readonly instead?: (
    login: number,
    request: ReceivedRequest,
  ) => Reply | undefined | Promise<Reply | undefined>;
}

export interface IamServer extends Loopback {
  /** The bodies of all logins, rejected ones included. */
  readonly logins: unknown[];
  /** Issued tokens, in order. */
  readonly tokens: string[];
  /** Whether a token was issued here, is not revoked and has not expired. */
  isValid(token: string): boolean;
  /** Makes a token invalid before it expires. */
  revoke(token: string): void;
}

/** IAM's `POST /v3/auth/tokens` on loopback: a password identity and a project scope give a token. */
export async function startIamServer(options: IamServerOptions = {}): Promise<IamServer> {
  const now = options.now ?? Date.now;
  const lifetimeMs = options.lifetimeMs ?? 24 * 60 * 60 * 1000;
  const users = new Map(Object.entries(options.users ?? { "test-user": "test-password" }));
  const logins: unknown[] = [];
  const tokens: string[] = [];
  const expiry = new Map<string, number>();
  const server = await startLoopback(async (request) => {
    if (request.method !== "POST" || request.target !== "/v3/auth/tokens") {
      return failure(404, "Not Found", `Could not find ${request.method} ${request.target}.`);
    }
    const body: unknown = JSON.parse(request.body.toString("utf8"));
    const login = logins.push(body);
    const instead = await options.instead?.(login, request);
    if (instead) return instead;
    const user = at(body, "auth", "identity", "password", "user");
    const name = at(user, "name");
    const domain = at(user, "domain", "name") ?? at(user, "domain", "id");
    const project = at(body, "auth", "scope", "project");
    if (typeof domain !== "string" || (at(project, "name") ?? at(project, "id")) === undefined) {
      return failure(400, "Bad Request", "Expecting to find domain and project in identity and scope.");
    }
    if (typeof name !== "string" || users.get(name) !== at(user, "password")) {
      return failure(401, "Unauthorized", "The username or password is wrong.");
    }
    const token = `fake-token-${tokens.length + 1}`;
    const expires = now() + lifetimeMs;
    tokens.push(token);
    expiry.set(token, expires);
    return {
      status: 201,
      headers: { "x-subject-token": token },
      body: {
        token: {
          methods: ["password"],
          issued_at: keystoneTime(now()),
          expires_at: keystoneTime(expires),
          project: { id: at(project, "id") ?? "fake-project", name: at(project, "name") ?? "fake-name" },
        },
      },
    };
  });
  return {
    ...server,
    logins,
    tokens,
    isValid: (token) => (expiry.get(token) ?? 0) > now(),
    revoke: (token) => {
      expiry.delete(token);
    },
  };
}

/** IAM writes microseconds. */
function keystoneTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace("Z", "000Z");
}

function failure(code: number, title: string, message: string): Reply {
  return { status: code, body: { error: { code, message, title } } };
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  let found = value;
  for (const key of keys) {
    found =
      typeof found === "object" && found !== null
        ? Object.entries(found).find(([name]) => name === key)?.[1]
        : undefined;
  }
  return found;
}
