import { ConfigurationError } from "../core/errors.js";
import { canonicalQuery } from "./canonical-query.js";
import { canonicalUri } from "./canonical-uri.js";

/** A request as far as a signature covers it. */
export interface SignedRequest {
  readonly method: string;
  readonly pathname: string;
  /** The query as it is sent. */
  readonly search: string;
  /** The headers to sign; one whose name has a `_` is left out, since gateways drop such headers. */
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
 * @throws ConfigurationError where a header to sign has a character that does not travel as it is written.
 */
export function canonicalRequest(request: SignedRequest, uriEnd: "" | "/" = ""): CanonicalRequest {
  const headers = Object.entries(request.headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !name.includes("_"))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const signedHeaders = headers.map(([name]) => name).join(";");
  let block = "";
  for (const [name, value] of headers) {
    if (/[^\t\x20-\x7e]/.test(value)) {
      throw new ConfigurationError(
        `The header ${name} has a character outside printable ASCII, so it cannot be signed: encode its value`,
      );
    }
    block += `${name}:${value.trim()}\n`;
  }
  const uri = canonicalUri(request.pathname);
  return {
    signedHeaders,
    text: [
      request.method,
      uri.endsWith("/") ? uri : uri + uriEnd,
      canonicalQuery(request.search),
      block,
      signedHeaders,
      request.bodyHash,
    ].join("\n"),
  };
}
