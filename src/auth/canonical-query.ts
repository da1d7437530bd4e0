import { percentEncode } from "./percent-encode.js";

/**
 * The query of a request as it is signed: pairs decoded, strictly encoded again, and sorted by code point,
 * by name and then by value. A name without a value is signed as `name=`.
 * @param search the query as it is sent, with or without its `?`
 */
export function canonicalQuery(search: string): string {
  const pairs: string[] = [];
  // A space occurs in nothing encoded and sorts before all of it, so the shorter of two names comes first.
  for (const [name, value] of new URLSearchParams(search)) {
    pairs.push(`${percentEncode(name)} ${percentEncode(value)}`);
  }
  return pairs.sort().join("&").replaceAll(" ", "=");
}
