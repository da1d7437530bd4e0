import type { Auth, AuthorizationContext } from "../core/authorization.js";
import { ConfigurationError } from "../core/errors.js";
import { type AccessKeyOptions, accessKeySource, type HuaweiAccessKey } from "./access-key.js";
import { andThen } from "./awaitable.js";
import type { Provider } from "./credential.js";
import { accessForm, cachedScopedKey, credentialScope, scopedForm } from "./sdk-hmac.js";
import { signableHeader } from "./signable-header.js";
import { authorization, bodyHash } from "./signature.js";
import { basicSeconds, oncePerSecond } from "./signing-date.js";

/** The two forms of SDK-HMAC-SHA256: `access` names the key alone, `scoped` also day, region and service. */
export type SdkForm = "access" | "scoped";

/** Options of `huaweiAccessKey` and `otcAccessKey`. */
export interface SdkAccessKeyOptions extends AccessKeyOptions {
  /** @default "access" for Huawei Cloud, "scoped" for OTC */
  readonly form?: SdkForm | undefined;
}

/** What `huaweiAccessKey` and `otcAccessKey` share: SDK-HMAC-SHA256 in either form. */
export function sdkAccessKey(
  scheme: string,
  form: SdkForm,
  key: HuaweiAccessKey | Provider<HuaweiAccessKey>,
  options: AccessKeyOptions,
): Auth {
  const { digest, current, rejected } = accessKeySource(key, "secretAccessKey", options);
  const derive = cachedScopedKey(digest);
  const dateOf = oncePerSecond(basicSeconds);
  return {
    scheme,
    ...(form === "scoped" && { requires: ["region"] }),
    ...(rejected && { rejected }),
    authorize({ method, url, headers, body }, context) {
      return andThen(current(context), ({ id, secret, securityToken = headers["x-security-token"] }) => {
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
      });
    },
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
