import type { Auth, AuthFor, AuthorizationContext } from "../core/auth.js";
import { ConfigurationError } from "../core/errors.js";
import { checkOptions } from "../core/options.js";
import { acsSigner } from "./acs3.js";
import { type Awaitable, checkCredential, type Provider, provide, RejectedCredential } from "./credential.js";
import type { Digest } from "./digest.js";
import { type SdkForm, sdkSigner } from "./sdk-hmac.js";
import type { AccessKey, Signer } from "./signature.js";

/** An access key of Huawei Cloud or OTC. */
export interface HuaweiAccessKey {
  /** The "AK". */
  readonly accessKeyId: string;
  /** The "SK". */
  readonly secretAccessKey: string;
  /** Only with temporary credentials. */
  readonly securityToken?: string | undefined;
}

/** An access key of Alibaba Cloud. */
export interface AlibabaAccessKey {
  /** Id of the key; sent with each request. */
  readonly accessKeyId: string;
  /** What signatures are made with; never sent. */
  readonly accessKeySecret: string;
  /** Only with temporary (STS) credentials. */
  readonly securityToken?: string | undefined;
}

/** Options of every access-key scheme. */
export interface AccessKeyOptions {
  /**
   * The crypto to sign with.
   * @default the runtime's own: `node:crypto`, else WebCrypto
   */
  readonly digest?: Digest | undefined;
}

/** Options of `huaweiAccessKey` and `otcAccessKey`. */
export interface SdkAccessKeyOptions extends AccessKeyOptions {
  /** Which form of the signature to send. @default "access" for Huawei Cloud, "scoped" for OTC */
  readonly form?: SdkForm | undefined;
}

/**
 * Signs with an access key of Huawei Cloud: SDK-HMAC-SHA256 over the exact request, with a new date for each
 * attempt. The client's project is named in `x-project-id`.
 * @throws ConfigurationError if the key is missing or malformed
 */
export function huaweiAccessKey(
  key: HuaweiAccessKey | Provider<HuaweiAccessKey>,
  options: SdkAccessKeyOptions = {},
): AuthFor<"huaweicloud"> {
  return sdkAccessKey({ scheme: "huawei-access-key", clouds: ["huaweicloud"] }, "access", key, options);
}

/**
 * Signs with an access key of Open Telekom Cloud: SDK-HMAC-SHA256 scoped to the client's region and the
 * service, as OTC's own clients do. Whether OTC accepts the Access form too is not documented; `form`
 * chooses it.
 * @throws ConfigurationError if the key is missing or malformed, or the region is missing
 */
export function otcAccessKey(
  key: HuaweiAccessKey | Provider<HuaweiAccessKey>,
  options: SdkAccessKeyOptions = {},
): AuthFor<"otc"> {
  return sdkAccessKey({ scheme: "otc-access-key", clouds: ["otc"] }, "scoped", key, options);
}

function sdkAccessKey(
  scheme: Pick<Auth, "scheme" | "clouds">,
  usual: SdkForm,
  key: HuaweiAccessKey | Provider<HuaweiAccessKey>,
  options: SdkAccessKeyOptions,
): Auth {
  const known = { form: "string", digest: "object" } as const;
  checkOptions(options, known, "access key option", (problem) => new ConfigurationError(problem));
  const { form = usual, digest } = options;
  if (form !== "access" && form !== "scoped")
    throw new ConfigurationError(`form must be access or scoped, not ${JSON.stringify(form)}`);
  const auth = accessKeyAuth(scheme, key, "secretAccessKey", () => sdkSigner(form, digest));
  return form === "scoped" ? { ...auth, requires: ["region"] } : auth;
}

/**
 * Signs with an access key of Alibaba Cloud: ACS3-HMAC-SHA256 over the exact request, with a date and a
 * nonce of its own for each attempt.
 * @throws ConfigurationError if the key is missing or malformed
 */
export function alibabaAccessKey(
  key: AlibabaAccessKey | Provider<AlibabaAccessKey>,
  options: AccessKeyOptions = {},
): AuthFor<"alibabacloud"> {
  const refusal = (problem: string) => new ConfigurationError(problem);
  checkOptions(options, { digest: "object" }, "access key option", refusal);
  return accessKeyAuth(
    { scheme: "alibaba-access-key", clouds: ["alibabacloud"] },
    key,
    "accessKeySecret",
    () => acsSigner(options.digest),
  );
}

/**
 * What the access-key schemes share: a given key is read once and copied, a provider is called for every attempt.
 * @throws ConfigurationError at once for a given key that is malformed; at each attempt for a provided one, and if
 * the runtime has no crypto
 */
function accessKeyAuth<T extends HuaweiAccessKey | AlibabaAccessKey>(
  scheme: Pick<Auth, "scheme" | "clouds">,
  key: T | Provider<T>,
  secretName: Exclude<keyof T & string, "accessKeyId" | "securityToken">,
  createSigner: () => Signer,
): Auth {
  const read = (value: T): AccessKey => ({
    id: checkCredential(value?.accessKeyId, "accessKeyId"),
    secret: checkCredential(value?.[secretName], secretName),
    securityToken:
      value.securityToken === undefined ? undefined : checkCredential(value.securityToken, "securityToken"),
  });
  let sign: Signer | undefined;
  const signed = (current: (context: AuthorizationContext) => Awaitable<AccessKey>): Auth => ({
    ...scheme,
    async authorize(request, context) {
      sign ??= createSigner();
      return sign(request, context, await current(context));
    },
  });
  if (typeof key !== "function") {
    const given = read(key);
    return signed(() => given);
  }
  const rejected = new RejectedCredential();
  const current = async (context: AuthorizationContext) => {
    const provided = read(await provide(key, "the access key", context));
    rejected.provided(`${provided.id} ${provided.securityToken}`);
    return provided;
  };
  return { ...signed(current), rejected: (headers) => rejected.reject(keyIn(headers)) };
}

/** The key that a request was signed with: the provider may have returned another one since. */
function keyIn(headers: Readonly<Record<string, string>>): string {
  const id = /(?:Access|Credential)=([^,/]*)/.exec(headers["authorization"] ?? "")?.[1];
  return `${id} ${headers["x-security-token"] ?? headers["x-acs-security-token"]}`;
}
