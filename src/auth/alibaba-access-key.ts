import type { Auth } from "../core/authorization.js";
import { ConfigurationError } from "../core/errors.js";
import { type AccessKeyOptions, type AlibabaAccessKey, accessKeySource } from "./access-key.js";
import { acsForm, acsHeaders } from "./acs3.js";
import { andThen } from "./awaitable.js";
import type { Provider } from "./credential.js";
import { authorization, bodyHash } from "./signature.js";
import { isoSeconds } from "./signing-date.js";

/**
 * Signs with an access key of Alibaba Cloud: ACS3-HMAC-SHA256 over the exact request, with a date and a
 * nonce of its own for each attempt.
 * @throws ConfigurationError where the key is missing or malformed
 */
export function alibabaAccessKey(
  key: AlibabaAccessKey | Provider<AlibabaAccessKey>,
  options: AccessKeyOptions = {},
): Auth {
  const { digest, current, rejected } = accessKeySource(key, "accessKeySecret", options);
  return {
    scheme: "alibaba-access-key",
    ...(rejected && { rejected }),
    authorize({ method, url, headers, body }, context) {
      const { action, version } = context.signing;
      if (!action || !version) {
        throw new ConfigurationError(
          `alibabaAccessKey cannot sign for ${context.signing.service}, whose contract names no action and version`,
        );
      }
      return andThen(current(context), ({ id, secret, securityToken }) =>
        andThen(bodyHash(digest, body), (bodyHash) => {
          const added: Record<string, string> = {
            "x-acs-action": action,
            "x-acs-version": version,
            "x-acs-date": isoSeconds(context.now()),
            "x-acs-signature-nonce": context.nonce(),
            "x-acs-content-sha256": bodyHash,
          };
          if (securityToken) {
            added["x-acs-security-token"] = securityToken;
            added["x-acs-accesskey-id"] = id;
          }
          const signed = acsHeaders({ host: url.host, ...headers, ...added });
          return andThen(
            authorization(
              { method, pathname: url.pathname, search: url.search, headers: signed, bodyHash },
              acsForm(id, secret),
              digest,
            ),
            (authorization) => ({ ...added, authorization }),
          );
        }),
      );
    },
  };
}
