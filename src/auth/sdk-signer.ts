import type { AuthorizationContext } from "../core/authorization.js";
import { andThen } from "../core/awaitable.js";
import { ConfigurationError } from "../core/errors.js";
import type { Signer } from "./access-key.js";
import { type Digest, defaultDigest } from "./digest.js";
import type { SdkForm } from "./sdk-access-key.js";
import { accessForm, cachedScopedKey, credentialScope, scopedForm } from "./sdk-hmac.js";
import { signableHeader } from "./signable-header.js";
import { authorization, bodyHash } from "./signature.js";
import { basicSeconds, oncePerSecond } from "./signing-date.js";

/** Signs with SDK-HMAC-SHA256, as Huawei Cloud and OTC do. */
export function sdkSigner(form: SdkForm, digest: Digest = defaultDigest()): Signer {
  const derive = cachedScopedKey(digest);
  const dateOf = oncePerSecond(basicSeconds);
  return (request, context, { id, secret, securityToken = request.headers["x-security-token"] }) => {
    const { method, url, headers, body } = request;
    const date = dateOf(context.now());
    // In the order in which they are signed.
    const added: Record<string, string> = {};
    const add = (name: string, value: string | undefined) => {
      if (value !== undefined) added[name] = signableHeader(name, value);
    };
    add("x-project-id", headers["x-project-id"] ?? context.projectId);
    added["x-sdk-date"] = date;
    add("x-security-token", securityToken);
    const signing =
      form === "scoped"
        ? scopedForm(id, secret, date, scopeOf(date, context), derive)
        : accessForm(id, secret, date);
    return andThen(bodyHash(digest, body), (bodyHash) => {
      const { pathname, search, host } = url;
      const signed = { host: headers["host"] ?? host, ...added };
      return andThen(
        authorization({ method, pathname, search, headers: signed, bodyHash }, signing, digest),
        (authorization) => {
          added["authorization"] = authorization;
          return added;
        },
      );
    });
  };
}

function scopeOf(date: string, { region, signing }: AuthorizationContext): string {
  if (!region) {
    throw new ConfigurationError(
      'The scoped form of SDK-HMAC-SHA256 needs a region: pass `region` to the client, or `form: "access"` here',
    );
  }
  return credentialScope(date, region, signing.service);
}
