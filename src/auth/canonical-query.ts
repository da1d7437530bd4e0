import { percentEncode } from "../core/percent-encode.js";
import { sorted } from "./sorted.js";

/**
 * A query with nothing to decode or encode, as most are. Its names have letters and `_` alone, which sort
 * after `=`: so pairs can be sorted as they stand, a name before the longer one that begins with it.
 */
const plain = /^\?[A-Za-z_]+=[\w.~-]*(&[A-Za-z_]+=[\w.~-]*)*$/;

/**
 * The query of a request as it is signed: pairs decoded, strictly encoded again, and sorted by code point,
 * by name and then by value. A name without a value is signed as `name=`.
 * @param search the query as it is sent, with its `?`; or nothing
 */
export function canonicalQuery(search: string): string {
  if (plain.test(search)) return sorted(search.slice(1).split("&")).join("&");
  const pairs: string[] = [];
  for (const [name, value] of new URLSearchParams(search)) {
    // A space occurs in nothing encoded and sorts before all of it, as the end of a name must.
    pairs.push(`${percentEncode(name)} ${percentEncode(value)}`);
  }
  return pairs.sort().join("&").replaceAll(" ", "=");
}
