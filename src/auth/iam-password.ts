import type { AuthFor, AuthorizationContext } from "../core/auth.js";
import { type Clock, systemClock } from "../core/deadline.js";
import { ConfigurationError } from "../core/errors.js";
import { checkClock, checkNumber, checkOptions } from "../core/options.js";
import { tokensUrl } from "./iam-login.js";
import { IamSessions } from "./iam-session.js";
import { IAM_CLOUDS, type IamCloud } from "./token.js";

/** Options of `iamPassword`. Give a name or an id, not both. */
export interface IamPasswordOptions {
  /** Name of the user, as IAM has it. */
  readonly username: string;
  /** The user's password; sent to IAM alone. */
  readonly password: string;
  /** Name of the account ("domain") that the user belongs to. */
  readonly domainName?: string | undefined;
  /** Id of that account, in place of its name. */
  readonly domainId?: string | undefined;
  /** Project to scope the token to, e.g. `eu-de`. @default the client's `projectId` */
  readonly projectName?: string | undefined;
  /** Id of that project, in place of its name. */
  readonly projectId?: string | undefined;
  /**
   * IAM's endpoint, with or without `/v3`; https, or http on loopback.
   * @default the vendor's own for the client's cloud and region
   */
  readonly iamUrl?: string | undefined;
  /** How long before its expiry a token is replaced, in milliseconds. @default 300_000 */
  readonly refreshBefore?: number | undefined;
  /** Milliseconds for one login, 0 for no limit; the client's own timeouts hold too. @default 30_000 */
  readonly timeout?: number | undefined;
  /** Measures `timeout`. @default the machine's clock */
  readonly clock?: Clock | undefined;
}

/**
 * Logs in to IAM with a password and sends the token of that login (Identity API v3, project scope).
 * The token is kept until shortly before it expires, fetched once for many concurrent calls, and fetched
 * again once if the service rejects it. A login that IAM refuses is not repeated for a minute.
 * @throws ConfigurationError if an option is missing or malformed
 */
export function iamPassword(options: IamPasswordOptions): AuthFor<IamCloud> {
  checkOptions(options, kinds, "iamPassword option", (problem) => new ConfigurationError(problem));
  const { clock = systemClock } = options;
  checkClock(clock);
  const refreshBefore = checkNumber("refreshBefore", options.refreshBefore ?? 300_000);
  const timeout = checkNumber("timeout", options.timeout ?? 30_000);
  const user = {
    username: plain(options.username, "username"),
    password: plain(options.password, "password"),
  };
  const domain = named("domain", options.domainName, options.domainId);
  const project = named("project", options.projectName, options.projectId);
  if (!domain) throw new ConfigurationError("iamPassword needs domainName or domainId: the user's account");
  const iamUrl = options.iamUrl === undefined ? undefined : tokensUrl({ iamUrl: options.iamUrl });
  const sessions = new IamSessions({ ...user, domain }, { clock, timeout, refreshBefore });
  const login = (context: AuthorizationContext) => {
    const url = iamUrl ?? tokensUrl(context);
    const scope = project ?? named("project", undefined, context.projectId);
    if (!scope) {
      throw new ConfigurationError(
        "iamPassword needs a project: pass projectId to the client, or projectName here",
      );
    }
    return sessions.login(url, scope, context);
  };
  return {
    scheme: "iam-password",
    clouds: IAM_CLOUDS,
    requires: [...(iamUrl ? [] : (["region"] as const)), ...(project ? [] : (["projectId"] as const))],
    authorize: async (_, context) => ({ "x-auth-token": (await login(context)).token }),
    rejected: (headers) => sessions.reject(headers["x-auth-token"] ?? ""),
    findProjectId: async (context) => (await login(context)).projectId,
  };
}

const kinds = {
  username: undefined,
  password: undefined,
  domainName: undefined,
  domainId: undefined,
  projectName: undefined,
  projectId: undefined,
  iamUrl: "string",
  refreshBefore: "number",
  timeout: "number",
  clock: "object",
} as const;

/** The name or the id that is given; undefined if neither is. */
function named(what: string, name: string | undefined, id: string | undefined) {
  if (name !== undefined && id !== undefined) {
    throw new ConfigurationError(`iamPassword takes ${what}Name or ${what}Id, not both`);
  }
  if (name !== undefined) return { name: plain(name, `${what}Name`) };
  return id === undefined ? undefined : { id: plain(id, `${what}Id`) };
}

function plain(value: unknown, name: string): string {
  if (typeof value !== "string" || value === "") {
    throw new ConfigurationError(`iamPassword needs ${name}: pass a non-empty string`);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\x00-\x1f\x7f]/.test(value)) {
    throw new ConfigurationError(
      `${name} has a line break or another control character: copy it again, alone`,
    );
  }
  return value;
}
