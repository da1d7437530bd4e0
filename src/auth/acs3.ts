import { ConfigurationError } from "../core/errors.js";
import { signableHeader } from "./canonical-request.js";
import { type Digest, defaultDigest } from "./digest.js";
import { authorization, bodyHash, isoSeconds, type Signer, type SigningForm } from "./signature.js";

/** Signs with ACS3-HMAC-SHA256, as Alibaba Cloud does. */
export function acsSigner(digest: Digest = defaultDigest()): Signer {
  return async ({ method, url, headers, body }, context, { id, secret, securityToken }) => {
    const { action, version, service } = context.signing;
    if (!action || !version) {
      throw new ConfigurationError(
        `alibabaAccessKey cannot sign for ${service}, whose contract names no action and version`,
      );
    }
    const { pathname, search, host } = url;
    const hash = await bodyHash(digest, body);
    const temporary: Record<string, string> =
      securityToken === undefined ? {} : { "x-acs-accesskey-id": id, "x-acs-security-token": securityToken };
    const added: Record<string, string> = {
      ...temporary,
      "x-acs-action": action,
      "x-acs-content-sha256": hash,
      "x-acs-date": isoSeconds(context.now()),
      "x-acs-signature-nonce": context.nonce(),
      "x-acs-version": version,
    };
    const own = Object.entries(headers)
      .filter(([name]) => isAcsSigned(name))
      .map(([name, value]) => [name, signableHeader(name, value)]);
    const signed = { host, ...Object.fromEntries(own), ...added };
    const request = { method, pathname, search, headers: signed, bodyHash: hash };
    return { ...added, authorization: await authorization(request, acsForm(id, secret), digest) };
  };
}

/** The form that Alibaba Cloud documents. Its date is one of the signed headers, not a line of its own. */
export function acsForm(accessKeyId: string, secret: string): SigningForm {
  return {
    algorithm: "ACS3-HMAC-SHA256",
    credential: `Credential=${accessKeyId}`,
    between: "",
    key: secret,
    uriEnd: "",
    comma: ",",
  };
}

/** Whether this scheme signs a header: `host`, `content-type` and all that begin with `x-acs-`. */
export function isAcsSigned(name: string): boolean {
  return name.startsWith("x-acs-") || name === "host" || name === "content-type";
}
