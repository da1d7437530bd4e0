import { percentEncode } from "../core/percent-encode.js";

/**
 * The path of a request as it is signed: every segment decoded and strictly encoded again, so that it
 * does not matter how the URL was written. A `%` that begins no escape is left as it stands.
 */
export function canonicalUri(pathname: string): string {
  return /^[\w.~/-]*$/.test(pathname) ? pathname || "/" : pathname.split("/").map(recode).join("/");
}

function recode(segment: string): string {
  try {
    return percentEncode(decodeURIComponent(segment));
  } catch {
    return segment;
  }
}
