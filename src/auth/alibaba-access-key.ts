import type { Auth } from "../core/authorization.js";
import { ConfigurationError } from "../core/errors.js";
import { type AccessKeyOptions, type AlibabaAccessKey, accessKeySource } from "./access-key.js";
import { acsForm, isAcsSigned } from "./acs3.js";
import { andThen } from "./awaitable.js";
import type { Provider } from "./credential.js";
import { signableHeader } from "./signable-header.js";
import { authorization, bodyHash } from "./signature.js";
import { isoSeconds, oncePerSecond } from "./signing-date.js";

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
  const dateOf = oncePerSecond(isoSeconds);
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
          const { pathname, search, host } = url;
          // In the order in which they are signed.
          const added: Record<string, string> = {};
          if (securityToken !== undefined) added["x-acs-accesskey-id"] = id;
          added["x-acs-action"] = action;
          added["x-acs-content-sha256"] = bodyHash;
          added["x-acs-date"] = dateOf(context.now());
          if (securityToken !== undefined) added["x-acs-security-token"] = securityToken;
          added["x-acs-signature-nonce"] = context.nonce();
          added["x-acs-version"] = version;
          const signed: Record<string, string> = { host };
          for (const name in headers)
            if (isAcsSigned(name)) signed[name] = signableHeader(name, headers[name] ?? "");
          for (const name in added) signed[name] = added[name] ?? "";
          const request = { method, pathname, search, headers: signed, bodyHash };
          return andThen(authorization(request, acsForm(id, secret), digest), (authorization) => {
            added["authorization"] = authorization;
            return added;
          });
        }),
      );
    },
  };
}
