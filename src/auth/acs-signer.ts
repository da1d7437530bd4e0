import { andThen } from "../core/awaitable.js";
import { ConfigurationError } from "../core/errors.js";
import type { Signer } from "./access-key.js";
import { acsForm, isAcsSigned } from "./acs3.js";
import { type Digest, defaultDigest } from "./digest.js";
import { signableHeader } from "./signable-header.js";
import { authorization, bodyHash } from "./signature.js";
import { isoSeconds, oncePerSecond } from "./signing-date.js";

/** Signs with ACS3-HMAC-SHA256, as Alibaba Cloud does. */
export function acsSigner(digest: Digest = defaultDigest()): Signer {
  const dateOf = oncePerSecond(isoSeconds);
  return ({ method, url, headers, body }, context, { id, secret, securityToken }) => {
    const { action, version, service } = context.signing;
    if (!action || !version) {
      throw new ConfigurationError(
        `alibabaAccessKey cannot sign for ${service}, whose contract names no action and version`,
      );
    }
    return andThen(bodyHash(digest, body), (bodyHash) => {
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
    });
  };
}
