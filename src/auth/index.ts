export type { Auth, AuthFor } from "../core/auth.js";
export {
  type AccessKeyOptions,
  type AlibabaAccessKey,
  alibabaAccessKey,
  type HuaweiAccessKey,
  huaweiAccessKey,
  otcAccessKey,
  type SdkAccessKeyOptions,
} from "./access-key.js";
export type { Awaitable, Provider } from "./credential.js";
export type { Digest } from "./digest.js";
export { type IamPasswordOptions, iamPassword } from "./iam-password.js";
export type { SdkForm } from "./sdk-hmac.js";
export { token } from "./token.js";
