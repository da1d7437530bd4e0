import type { AuthorizationContext } from "../core/auth.js";
import { ConfigurationError } from "../core/errors.js";
import { signableHeader } from "./canonical-request.js";
import type { Awaitable } from "./credential.js";
import { type Digest, defaultDigest } from "./digest.js";
import { authorization, basicSeconds, bodyHash, type Signer, type SigningForm } from "./signature.js";

/** The two forms of SDK-HMAC-SHA256: `access` names the key alone, `scoped` also day, region and service. */
export type SdkForm = "access" | "scoped";

/** Signs with SDK-HMAC-SHA256, as Huawei Cloud and OTC do. */
export function sdkSigner(form: SdkForm, digest: Digest = defaultDigest()): Signer {
  const derive = cachedScopedKey(digest);
  return async (request, context, { id, secret, securityToken = request.headers["x-security-token"] }) => {
    const { method, url, headers, body } = request;
    const date = basicSeconds(context.now());
    const added: Record<string, string> = { "x-sdk-date": date };
    const add = (name: string, value: string | undefined) => {
      if (value !== undefined) added[name] = signableHeader(name, value);
    };
    add("x-project-id", headers["x-project-id"] ?? context.projectId);
    add("x-security-token", securityToken);
    const signing =
      form === "scoped"
        ? scopedForm(id, secret, date, scopeOf(date, context), derive)
        : accessForm(id, secret, date);
    const { pathname, search, host } = url;
    const signed = {
      method,
      pathname,
      search,
      headers: { host: headers["host"] ?? host, ...added },
      bodyHash: await bodyHash(digest, body),
    };
    return { ...added, authorization: await authorization(signed, signing, digest) };
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

/** Derives the key of a scoped signature from the secret and the scope. */
export type KeyDerivation = (secret: string, scope: string) => Awaitable<Uint8Array>;

/** The form that Huawei Cloud documents. `date` is the value of `x-sdk-date`. */
export function accessForm(accessKeyId: string, secret: string, date: string): SigningForm {
  return sdkForm(`Access=${accessKeyId}`, date, secret);
}

/** The form that OTC's clients use. `date` is the value of `x-sdk-date`, with which `scope` begins. */
export function scopedForm(
  accessKeyId: string,
  secret: string,
  date: string,
  scope: string,
  key: KeyDerivation,
): SigningForm {
  return sdkForm(`Credential=${accessKeyId}/${scope}`, `${date}\n${scope}`, key(secret, scope));
}

function sdkForm(credential: string, between: string, key: SigningForm["key"]): SigningForm {
  return { algorithm: "SDK-HMAC-SHA256", credential, between: `${between}\n`, key, uriEnd: "/", comma: ", " };
}

/** `yyyyMMdd/<region>/<service>/sdk_request`: the day, region and service that a scoped signature is valid for. */
export function credentialScope(date: string, region: string, service: string): string {
  return `${date.slice(0, 8)}/${region}/${service}/sdk_request`;
}

/** The key of a scoped signature: one HMAC per part of the scope, each with the one before as its key. */
export async function scopedKey(digest: Digest, secret: string, scope: string): Promise<Uint8Array> {
  const [day = "", ...others] = scope.split("/");
  let key = await digest.hmac(`SDK${secret}`, day);
  for (const part of others) key = await digest.hmac(key, part);
  return key;
}

/** `scopedKey`, remembering the last key: it holds for a day. */
export function cachedScopedKey(digest: Digest): KeyDerivation {
  let last: { secret: string; scope: string; key: Promise<Uint8Array> } | undefined;
  return (secret, scope) => {
    if (last?.secret !== secret || last.scope !== scope) {
      last = { secret, scope, key: scopedKey(digest, secret, scope) };
    }
    return last.key;
  };
}
