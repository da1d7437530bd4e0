import { ConfigurationError } from "../core/errors.js";

/** `hash` of `node:crypto`: without the object that makes `createHash` and `createHmac` slow. */
export type OneShotHash = (
  algorithm: "sha256",
  data: string | Uint8Array,
  encoding: "hex" | "binary",
) => string;

/** What a runtime has to sign with. */
export type RuntimeCrypto = { readonly hash: OneShotHash } | { readonly subtle: SubtleCrypto };

/**
 * The fastest crypto that the runtime has: Node's, else WebCrypto's.
 * @throws ConfigurationError where there is neither, as on a page that was loaded over plain http
 */
export function findCrypto(
  runtime: Pick<typeof globalThis, "process" | "crypto"> = globalThis,
): RuntimeCrypto {
  const node: { readonly hash?: OneShotHash } = runtime.process?.getBuiltinModule?.("node:crypto") ?? {};
  if (node.hash) return { hash: node.hash };
  const web: { readonly subtle?: SubtleCrypto } = runtime.crypto ?? {};
  if (web.subtle) return { subtle: web.subtle };
  throw new ConfigurationError(
    "This runtime has no crypto to sign with: in a browser, serve the page over https, or sign with `token`",
  );
}
