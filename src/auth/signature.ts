import { type Awaitable, andThen } from "../core/awaitable.js";
import { canonicalRequest, type SignedRequest } from "./canonical-request.js";
import { type Digest, emptySha256 } from "./digest.js";

/** What tells one signature scheme from another; everything else they share. */
export interface SigningForm {
  readonly algorithm: string;
  /** How the header names the access key, e.g. `Access=<id>`. */
  readonly credential: string;
  /** The lines of the string to sign between the algorithm and the hash: date and scope, if any. */
  readonly between: string;
  readonly key: Awaitable<string | Uint8Array>;
  /** "/" where every signed path ends in a slash, whatever the sent one does. */
  readonly uriEnd: "" | "/";
  /** Between the parts of the header. */
  readonly comma: "," | ", ";
}

/** SHA-256 of a body as it is signed. No body, the usual case here, costs nothing. */
export function bodyHash(digest: Digest, body: string): Awaitable<string> {
  return body === "" ? emptySha256 : digest.sha256Hex(body);
}

/** The text that is signed: algorithm, date and scope as far as the form has them, and the request's hash. */
export function stringToSign(form: SigningForm, requestHash: string): string {
  return `${form.algorithm}\n${form.between}${requestHash}`;
}

/** The `Authorization` header of a request, over exactly the headers that `request` holds. */
export function authorization(request: SignedRequest, form: SigningForm, digest: Digest): Awaitable<string> {
  const { algorithm, credential, comma, key, uriEnd } = form;
  const { text, signedHeaders } = canonicalRequest(request, uriEnd);
  return andThen(digest.sha256Hex(text), (hash) =>
    andThen(key, (key) =>
      andThen(
        digest.hmacHex(key, stringToSign(form, hash)),
        (hmac) => `${algorithm} ${credential}${comma}SignedHeaders=${signedHeaders}${comma}Signature=${hmac}`,
      ),
    ),
  );
}
