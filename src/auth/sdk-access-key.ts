import { loadSdkSigner } from "#signing";
import type { Auth } from "../core/authorization.js";
import { andThen } from "../core/awaitable.js";
import { type AccessKeyOptions, accessKeyAuth, type HuaweiAccessKey } from "./access-key.js";
import type { Provider } from "./credential.js";

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
  const auth = accessKeyAuth(scheme, key, "secretAccessKey", options, () =>
    andThen(loadSdkSigner(), (sdkSigner) => (digest) => sdkSigner(form, digest)),
  );
  return form === "scoped" ? { ...auth, requires: ["region"] } : auth;
}
