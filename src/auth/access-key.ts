import type { Auth, AuthorizationContext, OutgoingRequest } from "../core/authorization.js";
import { type Awaitable, andThen } from "../core/awaitable.js";
import { lazy } from "../core/lazy.js";
import { ask, checkCredential, type Provider } from "./credential.js";
import type { Digest } from "./digest.js";
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

/** Signs a request: answers the headers to add to it. */
export type Signer = (
  request: OutgoingRequest,
  context: AuthorizationContext,
  key: AccessKey,
) => Awaitable<Record<string, string>>;

/**
 * What the access-key schemes share: given values are read once and kept as a copy, a provider is asked for every
 * attempt. In a page, what signs is loaded with the first request: until then it has downloaded what checks the key.
 * @throws ConfigurationError at once for given values that are malformed, at each attempt for provided ones and
 * where the runtime has no crypto
 */
export function accessKeyAuth<T extends HuaweiAccessKey | AlibabaAccessKey>(
  scheme: string,
  key: T | Provider<T>,
  secretName: Exclude<keyof T & string, "accessKeyId" | "securityToken">,
  { digest }: AccessKeyOptions,
  loadSigner: () => Awaitable<(digest?: Digest) => Signer>,
): Auth {
  const read = (value: T): AccessKey => ({
    id: checkCredential(value?.accessKeyId, "accessKeyId"),
    secret: checkCredential(value?.[secretName], secretName),
    securityToken:
      value.securityToken === undefined ? undefined : checkCredential(value.securityToken, "securityToken"),
  });
  const load = lazy(loadSigner);
  let sign: Signer | undefined;
  const signed = (current: (context: AuthorizationContext) => Awaitable<AccessKey>): Auth => ({
    scheme,
    authorize: (request, context) =>
      andThen(load(), (createSigner) => {
        sign ??= createSigner(digest);
        const signer = sign;
        return andThen(current(context), (key) => signer(request, context, key));
      }),
  });
  if (typeof key !== "function") {
    const given = read(key);
    return signed(() => given);
  }
  const refusals = new Refusals();
  const current = (context: AuthorizationContext) =>
    andThen(ask(key, "the access key", context), (value) => {
      const provided = read(value);
      refusals.given(`${provided.id} ${provided.securityToken}`);
      return provided;
    });
  return { ...signed(current), rejected: (headers) => refusals.refuse(keyIn(headers)) };
}

/** The key that a request was signed with: another may have been given out since. */
function keyIn(headers: Readonly<Record<string, string>>): string {
  const id = /(?:Access|Credential)=([^,/]*)/.exec(headers["authorization"] ?? "")?.[1];
  return `${id} ${headers["x-security-token"] ?? headers["x-acs-security-token"]}`;
}
