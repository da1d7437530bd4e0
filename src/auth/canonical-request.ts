import { canonicalQuery } from "./canonical-query.js";
import { canonicalUri } from "./canonical-uri.js";
import { sorted } from "./sorted.js";

/** A request as far as a signature covers it. */
export interface SignedRequest {
  readonly method: string;
  readonly pathname: string;
  /** The query as it is sent. */
  readonly search: string;
  /**
   * The headers to sign by lower-case name, their values as `signableHeader` gives them. One with a `_` is
   * left out, since gateways drop such headers.
   */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body's exact bytes, hexadecimal. */
  readonly bodyHash: string;
}

/** The text that is hashed and signed, and the names of the headers in it, joined by `;`. */
export interface CanonicalRequest {
  readonly text: string;
  readonly signedHeaders: string;
}

/**
 * Writes a request in the one form that client and service both derive from it. The forms of the two
 * vendors differ in one thing: `uriEnd` is "/" for Huawei Cloud's, which ends every path in a slash.
 */
export function canonicalRequest(request: SignedRequest, uriEnd: "" | "/" = ""): CanonicalRequest {
  const { method, headers, bodyHash } = request;
  let block = "";
  let names = "";
  for (const name of sorted(Object.keys(headers))) {
    if (name.includes("_")) continue;
    block += `${name}:${headers[name]}\n`;
    names += `;${name}`;
  }
  const signedHeaders = names.slice(1);
  let uri = canonicalUri(request.pathname);
  if (!uri.endsWith("/")) uri += uriEnd;
  const query = canonicalQuery(request.search);
  return { signedHeaders, text: `${method}\n${uri}\n${query}\n${block}\n${signedHeaders}\n${bodyHash}` };
}
