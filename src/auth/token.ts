import type { Auth } from "../core/authorization.js";
import { andThen } from "../core/awaitable.js";
import { ask, checkCredential, type Provider } from "./credential.js";
import { Refusals } from "./refusals.js";

/**
 * Sends a token that was got elsewhere, as `x-auth-token`. A provider is asked for every attempt and
 * should keep the token itself; after a refusal it is asked again, until it repeats what was refused.
 * @throws ConfigurationError where the token is missing or malformed
 */
export function token(value: string | Provider<string>): Auth {
  const scheme = "token";
  const headers = (token: unknown) => ({ "x-auth-token": checkCredential(token, "The token") });
  if (typeof value !== "function") {
    const given = headers(value);
    return { scheme, authorize: () => ({ ...given }) };
  }
  const refusals = new Refusals();
  return {
    scheme,
    authorize: (_, context) =>
      andThen(ask(value, "the token", context), (token) => {
        const provided = headers(token);
        refusals.given(provided["x-auth-token"]);
        return provided;
      }),
    rejected: (headers) => refusals.refuse(headers["x-auth-token"] ?? ""),
  };
}
