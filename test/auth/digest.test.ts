import crypto, { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultDigest, hex, nodeDigest, webDigest } from "../../src/auth/digest.js";
import { ConfigurationError } from "../../src/core/errors.js";
import { runsOf } from "../support/round.js";

const web = webDigest(globalThis.crypto.subtle);

describe("digests", () => {
  it.each([
    ["Node's", nodeDigest(crypto)],
    ["the default", defaultDigest()],
  ])("WebCrypto gives the same as %s, for strings and keys of any content", async (_, node) => {
    const text = fc.string({ unit: "binary", maxLength: 200 });
    const key = fc.oneof(
      fc.string({ unit: "binary", minLength: 1, maxLength: 100 }),
      fc.uint8Array({ minLength: 1, maxLength: 100 }),
    );
    await fc.assert(
      fc.asyncProperty(text, key, async (text, key) => {
        expect(await web.sha256Hex(text)).toBe(await node.sha256Hex(text));
        const mac = createHmac("sha256", key).update(text).digest("hex");
        expect(hex(await web.hmac(key, text))).toBe(mac);
        expect(await web.hmacHex(key, text)).toBe(mac);
        expect(hex(await node.hmac(key, text))).toBe(mac);
        expect(await node.hmacHex(key, text)).toBe(mac);
        expect(await node.hmacHex(key, `${text}${text}`)).toBe(
          createHmac("sha256", key).update(`${text}${text}`).digest("hex"),
        );
      }),
      { numRuns: runsOf(100) },
    );
  });

  it("Node's are synchronous", () => {
    expect(defaultDigest().sha256Hex("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(defaultDigest().hmac("key", "text")).toBeInstanceOf(Uint8Array);
  });
});

describe("hex", () => {
  it("writes two lower-case digits a byte", () => {
    expect(hex(new Uint8Array([0, 9, 15, 16, 171, 255]))).toBe("00090f10abff");
  });
});

describe("the crypto of a runtime", () => {
  const runtime = (fields: object) => fields as Pick<typeof globalThis, "process" | "crypto">;

  it("is WebCrypto if there is no process, or one without what is needed of it", async () => {
    for (const process of [
      undefined,
      {},
      { getBuiltinModule: () => undefined },
      { getBuiltinModule: () => ({}) },
      // As edge runtimes do.
      {
        get getBuiltinModule() {
          throw new Error("not supported here");
        },
      },
    ]) {
      const digest = defaultDigest(runtime({ process, crypto: globalThis.crypto }));
      expect(digest.sha256Hex("abc")).toBeInstanceOf(Promise);
      expect(await digest.sha256Hex("abc")).toMatch(/^ba7816bf/);
    }
  });

  it.each([[{}], [{ crypto: {} }]])("says what to do if there is no crypto at all: %j", (fields) => {
    expect(() => defaultDigest(runtime(fields))).toThrow(ConfigurationError);
    expect(() => defaultDigest(runtime(fields))).toThrow(/serve the page over https/);
  });
});
