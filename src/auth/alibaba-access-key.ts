import { loadAcsSigner } from "#signing";
import type { Auth } from "../core/authorization.js";
import { type AccessKeyOptions, type AlibabaAccessKey, accessKeyAuth } from "./access-key.js";
import type { Provider } from "./credential.js";

/**
 * Signs with an access key of Alibaba Cloud: ACS3-HMAC-SHA256 over the exact request, with a date and a
 * nonce of its own for each attempt.
 * @throws ConfigurationError where the key is missing or malformed
 */
export function alibabaAccessKey(
  key: AlibabaAccessKey | Provider<AlibabaAccessKey>,
  options: AccessKeyOptions = {},
): Auth {
  return accessKeyAuth("alibaba-access-key", key, "accessKeySecret", options, loadAcsSigner);
}
