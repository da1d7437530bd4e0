import type { Auth } from "../core/authorization.js";
import type { HuaweiAccessKey } from "./access-key.js";
import type { Provider } from "./credential.js";
import { type SdkAccessKeyOptions, sdkAccessKey } from "./sdk-access-key.js";

/**
 * Signs with an access key of Huawei Cloud: SDK-HMAC-SHA256 over the exact request, dated anew for each
 * attempt. The client's project is named in `x-project-id`.
 * @throws ConfigurationError where the key is missing or malformed
 */
export function huaweiAccessKey(
  key: HuaweiAccessKey | Provider<HuaweiAccessKey>,
  options: SdkAccessKeyOptions = {},
): Auth {
  return sdkAccessKey("huawei-access-key", options.form ?? "access", key, options);
}
