import type { Transform } from "node:stream";

export type Zlib = Pick<
  typeof import("node:zlib"),
  "createBrotliDecompress" | "createGunzip" | "createInflate" | "createInflateRaw"
>;

/**
 * Undoes what `content-encoding` names: gzip, deflate, br. Undefined where it names anything else, or several:
 * then the bytes are handed out as they came, as fetch does with what it does not know.
 */
export function decoderFor(coding: string, first: Uint8Array, zlib: Zlib): Transform | undefined {
  switch (coding.trim().toLowerCase()) {
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
