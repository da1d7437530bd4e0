import type { AuthorizationContext, OutgoingRequest } from "../core/auth.js";
import { canonicalRequest, type SignedRequest } from "./canonical-request.js";
import type { Awaitable } from "./credential.js";
import { type Digest, emptySha256 } from "./digest.js";

/** An access key that has been checked, under one set of names. */
export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly securityToken: string | undefined;
}

/** Signs a request: returns the headers to add to it. */
export type Signer = (
  request: OutgoingRequest,
  context: AuthorizationContext,
  key: AccessKey,
) => Promise<Record<string, string>>;

/** How one signature scheme differs from another; everything else they share. */
export interface SigningForm {
  readonly algorithm: string;
  /** How the header names the access key, e.g. `Access=<id>`. */
  readonly credential: string;
  /** The lines of the string to sign between the algorithm and the hash: date and scope, if any. */
  readonly between: string;
  readonly key: Awaitable<string | Uint8Array>;
  /** "/" if every signed path ends in a slash, even if the sent one does not. */
  readonly uriEnd: "" | "/";
  /** Separates the parts of the header. */
  readonly comma: "," | ", ";
}

/** SHA-256 of a body as it is signed. */
export function bodyHash(digest: Digest, body: string): Awaitable<string> {
  return body === "" ? emptySha256 : digest.sha256Hex(body);
}

/** The text that is signed: algorithm, date and scope as far as the form has them, and the request's hash. */
export function stringToSign(form: SigningForm, requestHash: string): string {
  return `${form.algorithm}\n${form.between}${requestHash}`;
}

/** The `Authorization` header of a request, over exactly the headers in `request`. */
export async function authorization(
  request: SignedRequest,
  form: SigningForm,
  digest: Digest,
): Promise<string> {
  const { algorithm, credential, comma, uriEnd } = form;
  const { text, signedHeaders } = canonicalRequest(request, uriEnd);
  const hash = await digest.sha256Hex(text);
  const signature = await digest.hmacHex(await form.key, stringToSign(form, hash));
  return `${algorithm} ${credential}${comma}SignedHeaders=${signedHeaders}${comma}Signature=${signature}`;
}

/** `YYYY-MM-DDTHH:mm:ssZ`, the date of an Alibaba Cloud signature. */
export function isoSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

/** `YYYYMMDDTHHMMSSZ`, the date of a Huawei Cloud or OTC signature; its first eight characters are the day. */
export function basicSeconds(milliseconds: number): string {
  return isoSeconds(milliseconds).replace(/[-:]/g, "");
}
