import { type Awaitable, andThen } from "../core/awaitable.js";
import type { Digest } from "./digest.js";
import type { SigningForm } from "./signature.js";

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

/** `yyyyMMdd/<region>/<service>/sdk_request`: for when, where and what a scoped signature holds. */
export function credentialScope(date: string, region: string, service: string): string {
  return `${date.slice(0, 8)}/${region}/${service}/sdk_request`;
}

/** The key of a scoped signature: one HMAC per part of the scope, each keyed with the one before. */
export function scopedKey(digest: Digest, secret: string, scope: string): Awaitable<Uint8Array> {
  return scope
    .split("/")
    .reduce<Awaitable<string | Uint8Array>>(
      (key, part) => andThen(key, (key) => digest.hmac(key, part)),
      `SDK${secret}`,
    ) as Awaitable<Uint8Array>;
}

/** `scopedKey`, remembering the last key: it holds for a day. */
export function cachedScopedKey(digest: Digest): KeyDerivation {
  let last: { secret: string; scope: string; key: Uint8Array } | undefined;
  return (secret, scope) =>
    last?.secret === secret && last.scope === scope
      ? last.key
      : andThen(scopedKey(digest, secret, scope), (key) => {
          last = { secret, scope, key };
          return key;
        });
}
