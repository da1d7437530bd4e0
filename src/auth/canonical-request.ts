import { ConfigurationError } from "../core/errors.js";
import { percentEncode } from "../core/request.js";

/** A request as far as a signature covers it. */
export interface SignedRequest {
  readonly method: string;
  readonly pathname: string;
  /** The query as it is sent. */
  readonly search: string;
  /**
   * The headers to sign by lower-case name, their values as `signableHeader` returns them. A name with a `_` is
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
  const names = Object.keys(headers)
    .filter((name) => !name.includes("_"))
    .sort();
  const signedHeaders = names.join(";");
  const block = names.map((name) => `${name}:${headers[name]}\n`).join("");
  const uri = canonicalUri(request.pathname);
  const path = uri.endsWith("/") ? uri : uri + uriEnd;
  const query = canonicalQuery(request.search);
  return { signedHeaders, text: `${method}\n${path}\n${query}\n${block}\n${signedHeaders}\n${bodyHash}` };
}

/**
 * The path of a request as it is signed: every segment decoded and strictly encoded again, so that it
 * does not matter how the URL was written. A `%` that begins no escape stays as it is.
 */
export function canonicalUri(pathname: string): string {
  // Ids and versions have nothing to encode.
  if (/^[\w.~/-]+$/.test(pathname)) return pathname;
  return pathname.split("/").map(recode).join("/") || "/";
}

function recode(segment: string): string {
  try {
    return percentEncode(decodeURIComponent(segment));
  } catch {
    return segment;
  }
}

/**
 * The query of a request as it is signed: pairs decoded, strictly encoded again, and sorted by code point,
 * by name and then by value. A name without a value is signed as `name=`.
 * @param search the query as it is sent, with its `?`; or nothing
 */
export function canonicalQuery(search: string): string {
  const pairs: string[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    // A blank occurs in nothing encoded and sorts before all of it, as the end of a name must.
    pairs.push(`${percentEncode(name)} ${percentEncode(value)}`);
  }
  return pairs.sort().join("&").replaceAll(" ", "=");
}

/**
 * The value of a header as it arrives, and so as it is signed: without blanks around it. Inner blanks
 * stay, as Huawei Cloud and Alibaba Cloud document it.
 * @throws ConfigurationError for a character that does not arrive as it was written
 */
export function signableHeader(name: string, value: string): string {
  if (/[^\t\x20-\x7e]/.test(value)) {
    throw new ConfigurationError(
      `The header ${name} has a character outside printable ASCII, so it cannot be signed: encode its value`,
    );
  }
  return value.trim();
}
