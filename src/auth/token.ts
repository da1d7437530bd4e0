import type { AuthFor } from "../core/auth.js";
import { checkCredential, type Provider, provide, RejectedCredential } from "./credential.js";

/** The clouds whose IAM issues tokens. */
export const IAM_CLOUDS = ["huaweicloud", "otc"] as const;

/** A cloud whose IAM issues tokens. */
export type IamCloud = (typeof IAM_CLOUDS)[number];

/**
 * Sends a token that you already have, as `x-auth-token`. A provider is called for every attempt and
 * should keep the token itself; after a rejection it is called again, until it repeats the rejected token.
 * @throws ConfigurationError if the token is missing or malformed
 */
export function token(value: string | Provider<string>): AuthFor<IamCloud> {
  const scheme = { scheme: "token", clouds: IAM_CLOUDS };
  const headers = (token: unknown) => ({ "x-auth-token": checkCredential(token, "The token") });
  if (typeof value !== "function") {
    const given = headers(value);
    return { ...scheme, authorize: () => ({ ...given }) };
  }
  const rejected = new RejectedCredential();
  return {
    ...scheme,
    async authorize(_, context) {
      const provided = headers(await provide(value, "the token", context));
      rejected.provided(provided["x-auth-token"]);
      return provided;
    },
    rejected: (headers) => rejected.reject(headers["x-auth-token"] ?? ""),
  };
}
