import type { Auth, AuthorizationContext } from "../core/auth.js";
import type { Clock } from "../core/deadline.js";
import { chooseEndpoint } from "../core/endpoint.js";
import { toApiError } from "../core/error-response.js";
import { AuthenticationError, ConfigurationError, ContractError } from "../core/errors.js";
import { parseJson } from "../core/json.js";
import { nextId } from "../core/observe.js";
import { defaultRetry } from "../core/options.js";
import { resolvePointer } from "../core/pointer.js";
import type { ReadResponse } from "../core/response.js";
import { callWithRetries, createRetryBudget } from "../core/retry.js";
import type { ServiceResponse } from "../core/send.js";
import { fetchTransport } from "../core/transport.js";

/** The user who logs in, and for which project. */
export interface Identity {
  readonly username: string;
  readonly password: string;
  readonly domain: { readonly name: string } | { readonly id: string };
  readonly project: { readonly name: string } | { readonly id: string };
}

/** A token, its lifetime and its project. */
export interface Login {
  readonly token: string;
  /** Infinity if IAM did not say. */
  readonly lifetimeMs: number;
  /** Undefined if IAM did not say. */
  readonly projectId: string | undefined;
}

/** How a login is sent. */
export interface LoginSettings {
  readonly clock: Clock;
  /** Milliseconds for the whole login. */
  readonly timeout: number;
}

/** IAM's catalogue of endpoints is part of the response, so it is longer than one would think. */
const maxResponseBytes = 4 * 2 ** 20;

const iam = { service: "iam", operation: "KeystoneCreateUserTokenByPassword" };

const advice = "Check user name, password, domain (account) and project";

/** The login itself carries its credentials in its body. */
const anonymous: Auth = { scheme: "none", authorize: () => ({}) };

/** The vendors' own IAM endpoints. */
const endpoints: Readonly<Record<string, string>> = {
  huaweicloud: "https://iam.{region}.myhuaweicloud.com",
  otc: "https://iam.{region}.otc.t-systems.com",
};

/**
 * The URL of the login: at `iamUrl`, with or without its final `/v3`, otherwise at the cloud's own IAM.
 * @throws ConfigurationError if neither is known, or `iamUrl` is neither https nor loopback
 */
export function tokensUrl(from: {
  readonly cloud?: string | undefined;
  readonly region?: string | undefined;
  readonly iamUrl?: string | undefined;
}): URL {
  try {
    const { baseUrl } = chooseEndpoint(endpoints, { ...from, baseUrl: from.iamUrl });
    return new URL(`${baseUrl.replace(/\/v3$/, "")}/v3/auth/tokens`);
  } catch (error) {
    // The same checks as the client's, whose messages name its option.
    throw new ConfigurationError((error as Error).message.replaceAll("baseUrl", "iamUrl"));
  }
}

/**
 * Logs in once: `POST /v3/auth/tokens` with a password, scoped to a project. Follows no redirect and does not
 * retry: a call whose login failed for a passing reason is retried as a whole.
 * @throws AuthenticationError if IAM refuses, with its code and message
 * @throws RateLimitError, ServerError, ConnectionError, TimeoutError if it cannot be reached now
 * @throws ContractError if the response has no token
 */
export async function login(
  url: URL,
  identity: Identity,
  settings: LoginSettings,
  context: AuthorizationContext,
  signal: AbortSignal,
): Promise<Login> {
  const { username, password, domain, project } = identity;
  const user = { name: username, password, domain };
  const { response, error } = await callWithRetries(
    {
      context: iam,
      callId: nextId(),
      signing: { service: "iam" },
      request: {
        method: "POST",
        url,
        headers: { accept: "application/json", "content-type": "application/json" },
        body: JSON.stringify({
          auth: { identity: { methods: ["password"], password: { user } }, scope: { project } },
        }),
      },
      secrets: [password],
      signal,
      read: (response) => readRefusal(response, context.now()),
    },
    {
      ...settings,
      random: context.random,
      nonce: context.nonce,
      fetch: context.fetch,
      auth: anonymous,
      transport: fetchTransport(context.fetch),
      totalTimeout: 0,
      retry: { ...defaultRetry, attempts: 1 },
      budget: createRetryBudget(),
      skew: { offsetMs: 0 },
      maxResponseBytes,
    },
  );
  if (error !== null || response === null) throw error;
  const token = response.header("x-subject-token");
  if (!token || /[^\x21-\x7e]/.test(token)) {
    throw new ContractError(`${url.host} responded without a token: check that iamUrl is an IAM endpoint`, {
      ...iam,
      status: response.status,
    });
  }
  return { token, ...describeToken(response.text, context.now()) };
}

/** A refusal that is neither passing nor IAM's own fault is an AuthenticationError, with any status. */
function readRefusal(response: ServiceResponse, now: number): ReadResponse {
  if (response.status < 300) return { body: undefined, error: null };
  const error = toApiError(response, iam, now);
  return {
    body: undefined,
    error:
      error.retryable || error.status >= 500
        ? error
        : new AuthenticationError({ ...error, message: error.vendorMessage, body: error.body, advice }),
  };
}

/** The lifetime is measured between two times of IAM's, so that this machine's clock does not matter. */
function describeToken(text: string, now: number): Omit<Login, "token"> {
  let body: unknown;
  try {
    body = parseJson(text);
  } catch {
    return { lifetimeMs: Number.POSITIVE_INFINITY, projectId: undefined };
  }
  const time = (name: string) => Date.parse(String(resolvePointer(body, `/token/${name}`)));
  const expires = time("expires_at");
  const projectId = resolvePointer(body, "/token/project/id");
  return {
    lifetimeMs: Number.isNaN(expires) ? Number.POSITIVE_INFINITY : expires - (time("issued_at") || now),
    projectId: typeof projectId === "string" && projectId !== "" ? projectId : undefined,
  };
}
