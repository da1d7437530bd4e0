import { ConfigurationError } from "../core/errors.js";
import type { Awaitable } from "./credential.js";

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

/** A hash or a code of `node:crypto`. */
interface NodeHash {
  update(data: string): NodeHash;
  digest(): Uint8Array;
  digest(encoding: "hex"): string;
}

/** What is needed of `node:crypto`, which portable code cannot import. */
interface NodeCrypto {
  createHash(algorithm: string): NodeHash;
  createHmac(algorithm: string, key: string | Uint8Array): NodeHash;
}

/** Digests over `node:crypto`: Node, Deno, Bun and workers that have it. */
export function nodeDigest({ createHash, createHmac }: NodeCrypto): Digest {
  const mac = (key: string | Uint8Array, data: string) => createHmac("sha256", key).update(data);
  return {
    sha256Hex: (data) => createHash("sha256").update(data).digest("hex"),
    hmac: (key, data) => mac(key, data).digest(),
    hmacHex: (key, data) => mac(key, data).digest("hex"),
  };
}

/** Digests over WebCrypto: browsers and workers. */
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
 * The runtime's digests: Node's, else WebCrypto's.
 * @throws ConfigurationError if there is neither, as on a page that was loaded over plain http
 */
export function defaultDigest(runtime: Pick<typeof globalThis, "process" | "crypto"> = globalThis): Digest {
  const node = nodeCrypto(runtime);
  if (node) return nodeDigest(node);
  const { subtle }: { readonly subtle?: SubtleCrypto } = runtime.crypto ?? {};
  if (subtle) return webDigest(subtle);
  throw new ConfigurationError(
    "This runtime has no crypto to sign with: in a browser, serve the page over https, or sign with `token`",
  );
}

function nodeCrypto({ process }: Pick<typeof globalThis, "process">): NodeCrypto | undefined {
  try {
    const node = process?.getBuiltinModule?.("node:crypto");
    return typeof node?.createHmac === "function" ? node : undefined;
  } catch {
    // Some edge runtimes have a `process` that throws on every access.
    return undefined;
  }
}

/** Lower-case hexadecimal. */
export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
