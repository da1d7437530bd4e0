import type { Auth } from "../core/authorization.js";
import type { HuaweiAccessKey } from "./access-key.js";
import type { Provider } from "./credential.js";
import { type SdkAccessKeyOptions, sdkAccessKey } from "./sdk-access-key.js";

/**
 * Signs with an access key of Open Telekom Cloud: SDK-HMAC-SHA256 scoped to the client's region and the
 * service, as OTC's own clients do. Whether OTC accepts the Access form too is not documented; `form`
 * chooses it.
 * @throws ConfigurationError where the key is missing or malformed, or the region is missing
 */
export function otcAccessKey(
  key: HuaweiAccessKey | Provider<HuaweiAccessKey>,
  options: SdkAccessKeyOptions = {},
): Auth {
  return sdkAccessKey("otc-access-key", options.form ?? "scoped", key, options);
}
