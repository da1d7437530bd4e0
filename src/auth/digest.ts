import type { Awaitable } from "../core/awaitable.js";
import { fromBinary, oneShotHmac } from "./one-shot-hmac.js";
import type { OneShotHash, RuntimeCrypto } from "./runtime-crypto.js";

/** The functions that every signature here is made of. Strings count as UTF-8; "hex" is lower case. */
export interface Digest {
  /** SHA-256. */
  sha256Hex(data: string): Awaitable<string>;
  /** HMAC-SHA-256. */
  hmac(key: string | Uint8Array, data: string): Awaitable<Uint8Array>;
  /** The same, in hexadecimal. */
  hmacHex(key: string | Uint8Array, data: string): Awaitable<string>;
}

/** SHA-256 of nothing: what a request without a body signs. */
export const emptySha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/** Synchronous digests over the one-shot `hash` of `node:crypto`, for Node, Deno, Bun and workers that have it. */
export function nodeDigest(hash: OneShotHash): Digest {
  const mac = oneShotHmac(hash);
  return {
    sha256Hex: (data) => hash("sha256", data, "hex"),
    hmac: (key, data) => fromBinary(mac(key, data, "binary")),
    hmacHex: (key, data) => mac(key, data, "hex"),
  };
}

/** Asynchronous digests over WebCrypto, for browsers and workers. */
export function webDigest(subtle: SubtleCrypto): Digest {
  const bytes = (data: string | Uint8Array) => {
    return typeof data === "string" ? new TextEncoder().encode(data) : new Uint8Array(data);
  };
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const hmac = async (key: string | Uint8Array, data: string) => {
    const imported = await subtle.importKey("raw", bytes(key), algorithm, false, ["sign"]);
    return new Uint8Array(await subtle.sign("HMAC", imported, bytes(data)));
  };
  return {
    sha256Hex: async (data) => hex(new Uint8Array(await subtle.digest("SHA-256", bytes(data)))),
    hmac,
    hmacHex: async (key, data) => hex(await hmac(key, data)),
  };
}

/** Digests over the crypto of a runtime, or those that were given in its place. */
export function digestOf(crypto: Digest | RuntimeCrypto): Digest {
  if ("sha256Hex" in crypto) return crypto;
  return "hash" in crypto ? nodeDigest(crypto.hash) : webDigest(crypto.subtle);
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
