import type { Awaitable } from "../core/awaitable.js";
import { ConfigurationError } from "../core/errors.js";
import { fromBinary, type OneShotHash, oneShotHmac } from "./one-shot-hmac.js";

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

/**
 * The fastest digest that the runtime has: Node's, else WebCrypto's.
 * @throws ConfigurationError where there is neither, as on a page that was loaded over plain http
 */
export function defaultDigest(runtime: Pick<typeof globalThis, "process" | "crypto"> = globalThis): Digest {
  const hash = nodeHash(runtime);
  if (hash) return nodeDigest(hash);
  const { subtle }: { readonly subtle?: SubtleCrypto } = runtime.crypto ?? {};
  if (subtle) return webDigest(subtle);
  throw new ConfigurationError(
    "This runtime has no crypto to sign with: in a browser, serve the page over https, or sign with `token`",
  );
}

function nodeHash({ process }: Pick<typeof globalThis, "process">): OneShotHash | undefined {
  try {
    const node: { readonly hash?: OneShotHash } = process?.getBuiltinModule?.("node:crypto") ?? {};
    return node.hash;
  } catch {
    // Some edge runtimes have a `process` that throws where it is looked at.
    return undefined;
  }
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
