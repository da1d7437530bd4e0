import type { Auth, AuthorizationContext } from "../core/authorization.js";
import { type Awaitable, andThen } from "./awaitable.js";
import { ask, checkCredential, type Provider } from "./credential.js";
import { type Digest, defaultDigest } from "./digest.js";
import { Refusals } from "./refusals.js";

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
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Only with temporary (STS) credentials. */
  readonly securityToken?: string | undefined;
}

/** An access key that has been checked, under one set of names. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly securityToken: string | undefined;
}

/** What every access-key scheme takes beside the key. */
export interface AccessKeyOptions {
  /**
   * The crypto to sign with.
   * @default the runtime's own: synchronous in Node, Deno and Bun, WebCrypto elsewhere
   */
  readonly digest?: Digest | undefined;
}

/** Where an access key comes from, whether it was given or is provided. */
export interface AccessKeySource {
  readonly digest: Digest;
  current(context: AuthorizationContext): Awaitable<AccessKey>;
  /** For `Auth.rejected`; absent where no other key can be had. */
  readonly rejected?: NonNullable<Auth["rejected"]>;
}

/**
 * Reads given values once and keeps a copy; asks a provider for every attempt.
 * @throws ConfigurationError at once for given values that are malformed, at each attempt for provided ones
 */
export function accessKeySource<T extends HuaweiAccessKey | AlibabaAccessKey>(
  key: T | Provider<T>,
  secretName: Exclude<keyof T & string, "accessKeyId" | "securityToken">,
  { digest = defaultDigest() }: AccessKeyOptions,
): AccessKeySource {
  const read = (value: T): AccessKey => ({
    id: checkCredential(value?.accessKeyId, "accessKeyId"),
    secret: checkCredential(value?.[secretName], secretName),
    securityToken:
      value.securityToken === undefined ? undefined : checkCredential(value.securityToken, "securityToken"),
  });
  if (typeof key !== "function") {
    const given = read(key);
    return { digest, current: () => given };
  }
  const refusals = new Refusals();
  return {
    digest,
    current: (context) =>
      andThen(ask(key, "the access key", context), (value) => {
        const provided = read(value);
        refusals.given(`${provided.id} ${provided.securityToken}`);
        return provided;
      }),
    rejected: (headers) => refusals.refuse(keyIn(headers)),
  };
}

/** The key that a request was signed with: another may have been given out since. */
function keyIn(headers: Readonly<Record<string, string>>): string {
  const id = /(?:Access|Credential)=([^,/]*)/.exec(headers["authorization"] ?? "")?.[1];
  return `${id} ${headers["x-security-token"] ?? headers["x-acs-security-token"]}`;
}
