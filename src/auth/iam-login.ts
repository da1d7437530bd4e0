import type { Answer } from "../core/answer.js";
import type { Auth, AuthorizationContext } from "../core/authorization.js";
import type { Clock } from "../core/clock.js";
import { attempt } from "../core/engine/attempts.js";
import { createRetryBudget } from "../core/engine/budget.js";
import { toApiError } from "../core/engine/error-table.js";
import { parseJson } from "../core/engine/json.js";
import { resolvePointer } from "../core/engine/pointer.js";
import { redact } from "../core/engine/secrets.js";
import { createSkew } from "../core/engine/skew.js";
import { fetchTransport } from "../core/engine/transport.js";
import { type ApiError, AuthenticationError, ContractError } from "../core/errors.js";
import { safeCause } from "../core/redaction.js";
import { defaultRetry } from "../core/settings.js";

/** Who logs in, and for which project. */
export interface Identity {
  readonly username: string;
  readonly password: string;
  readonly domain: { readonly name: string } | { readonly id: string };
  readonly project: { readonly name: string } | { readonly id: string };
}

/** A token, and how long it lives: Infinity where IAM did not say. */
export interface Login {
  readonly token: string;
  readonly lifetimeMs: number;
}

/** How a login is sent. */
export interface LoginSettings {
  readonly clock: Clock;
  /** Milliseconds for the whole of it. */
  readonly timeout: number;
}

/** IAM's catalogue of endpoints comes along, so an answer is longer than one would think. */
const maxResponseBytes = 4 * 2 ** 20;

const iam = { service: "iam", operation: "KeystoneCreateUserTokenByPassword" };

/** The login itself brings its credentials in its body. */
const anonymous: Auth = { scheme: "none", authorize: () => ({}) };

/**
 * Logs in once: `POST /v3/auth/tokens` with a password, scoped to a project. No redirect is followed, and
 * nothing is tried again here: a call whose login failed for a passing reason is retried as a whole.
 * @throws AuthenticationError where IAM refuses, with its code and words
 * @throws RateLimitError, ServerError, ConnectionError, TimeoutError where it cannot be asked now
 * @throws ContractError where the answer has no token
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
  const body = JSON.stringify({
    auth: { identity: { methods: ["password"], password: { user } }, scope: { project } },
  });
  const send = fetchTransport(context.fetch);
  const answer = await attempt(
    {
      context: iam,
      signing: { service: "iam" },
      request: {
        method: "POST",
        url,
        headers: { accept: "application/json", "content-type": "application/json" },
        body,
      },
      signal,
    },
    {
      ...settings,
      random: context.random,
      nonce: context.nonce,
      fetch: context.fetch,
      auth: anonymous,
      transport: (request, signal) =>
        send(request, signal).catch((error: unknown) => {
          throw safeCause(error, (words) => redact(words, formsOf(password)));
        }),
      totalTimeout: null,
      retry: { ...defaultRetry, attempts: 1 },
      budget: createRetryBudget(),
      skew: createSkew(),
      maxResponseBytes,
    },
  );
  const token = answer.header("x-subject-token");
  if (answer.status < 200 || answer.status >= 300) throw refusal(answer, password, context);
  if (!token || /[^\x21-\x7e]/.test(token)) {
    throw new ContractError(`${url.host} answered without a token: check that iamUrl is an IAM endpoint`, {
      ...iam,
      status: answer.status,
    });
  }
  return { token, lifetimeMs: lifetime(answer.text, context.now()) };
}

/** What the credentials or the project are to blame for is an AuthenticationError whatever its status. */
function refusal(answer: Answer, password: string, context: AuthorizationContext): ApiError {
  const quoted = { ...answer, text: redact(answer.text, formsOf(password)) };
  const error = toApiError(quoted, { ...iam, advice: () => advice }, context.now());
  return error.retryable || error.status >= 500
    ? error
    : new AuthenticationError({ ...error, message: error.vendorMessage, body: error.body, advice });
}

/** A secret as it is, as the login's body has it, and as an answer has it that quotes that body. */
function formsOf(secret: string): string[] {
  const quoted = JSON.stringify(secret).slice(1, -1);
  return [secret, quoted, JSON.stringify(quoted).slice(1, -1)];
}

const advice = "Check user name, password, domain (account) and project";

/** From one time of IAM's to another, so that this machine's clock does not matter. */
function lifetime(text: string, now: number): number {
  let body: unknown;
  try {
    body = parseJson(text);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  const time = (name: string) => Date.parse(String(resolvePointer(body, `/token/${name}`)));
  const expires = time("expires_at");
  return Number.isNaN(expires) ? Number.POSITIVE_INFINITY : expires - (time("issued_at") || now);
}
