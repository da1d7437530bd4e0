import { type Awaitable, andThen } from "./awaitable.js";
import { canonicalRequest, type SignedRequest } from "./canonical-request.js";
import { type Digest, emptySha256, hex } from "./digest.js";

/** What tells one signature scheme from another; everything else they share. */
export interface SigningForm {
  readonly algorithm: string;
  /** How the header names the access key, e.g. `Access=<id>`. */
  readonly credential: string;
  /** What the string to sign has between the algorithm and the hash: date and scope, if any. */
  readonly lines: readonly string[];
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
  return [form.algorithm, ...form.lines, requestHash].join("\n");
}

/** `hex(hmac_sha256(key, text))`. */
export function signature(digest: Digest, key: string | Uint8Array, text: string): Awaitable<string> {
  return andThen(digest.hmac(key, text), hex);
}

/** The `Authorization` header of a request, over exactly the headers that `request` holds. */
export function authorization(request: SignedRequest, form: SigningForm, digest: Digest): Awaitable<string> {
  const { text, signedHeaders } = canonicalRequest(request, form.uriEnd);
  return andThen(digest.sha256Hex(text), (hash) =>
    andThen(form.key, (key) =>
      andThen(signature(digest, key, stringToSign(form, hash)), (hmac) => {
        const parts = [form.credential, `SignedHeaders=${signedHeaders}`, `Signature=${hmac}`];
        return `${form.algorithm} ${parts.join(form.comma)}`;
      }),
    ),
  );
}
