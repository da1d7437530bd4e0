import type { Transform } from "node:stream";

export type Zlib = Pick<
  typeof import("node:zlib"),
  "createBrotliDecompress" | "createGunzip" | "createInflate" | "createInflateRaw"
>;

/** More than any server has a reason for; each takes memory. */
const mostCodings = 5;

/**
 * Undoes what `content-encoding` names, the last coding first: gzip, deflate, br. Empty where it names anything
 * else: then the bytes are handed out as they came, as fetch does with what it does not know.
 */
export function decodersFor(codings: string, first: Uint8Array, zlib: Zlib): Transform[] {
  const names = codings.split(",", mostCodings + 1).reverse();
  if (names.length > mostCodings) return [];
  const decoders: Transform[] = [];
  for (const name of names) {
    const decoder = decoderFor(name.trim().toLowerCase(), decoders.length === 0 ? first : zlibHeader, zlib);
    if (decoder === undefined) return [];
    decoders.push(decoder);
  }
  return decoders;
}

/** What deflate begins with by the standard; beneath another coding nobody has seen its first byte yet. */
const zlibHeader = Uint8Array.of(0x78);

function decoderFor(coding: string, first: Uint8Array, zlib: Zlib): Transform | undefined {
  switch (coding) {
    case "gzip":
    case "x-gzip":
      return zlib.createGunzip();
    case "br":
      return zlib.createBrotliDecompress();
    case "deflate":
      // Some servers leave out the zlib header (RFC 9110, 8.4.1.2).
      return (Number(first[0]) & 0x0f) === 8 ? zlib.createInflate() : zlib.createInflateRaw();
    default:
      return undefined;
  }
}
