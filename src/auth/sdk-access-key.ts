import type { Auth } from "../core/authorization.js";
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
  const auth = accessKeyAuth(scheme, key, "secretAccessKey", options, async (crypto) =>
    (await import("./sdk-signer.js")).sdkSigner(form, crypto),
  );
  return form === "scoped" ? { ...auth, requires: ["region"] } : auth;
}
