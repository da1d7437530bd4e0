import { createHmac, hash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultDigest, hex, nodeDigest, webDigest } from "../../src/auth/digest.js";
import { ConfigurationError } from "../../src/core/errors.js";

const web = webDigest(globalThis.crypto.subtle);

describe("digests", () => {
  it.each([
    ["Node's", nodeDigest(hash)],
    ["what is found here", defaultDigest()],
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
      { numRuns: 100 },
    );
  });

  it("Node's are synchronous", () => {
    expect(defaultDigest().sha256Hex("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(defaultDigest().hmac("key", "text")).toBeInstanceOf(Uint8Array);
  });
});

describe("Node's HMAC of two hashes", () => {
  const keys = [0, 1, 63, 64, 65, 200].map((length) => "k\u00e9".repeat(100).slice(0, length));

  it.each(keys.flatMap((key) => [key, new TextEncoder().encode(key)]))(
    "is that of createHmac with key %#",
    (key) => {
      const { hmacHex } = nodeDigest(hash);
      // Longer and shorter by turns, so that nothing of one text is left in the next.
      for (const text of ["", "a", "\u4e2d".repeat(100), "b".repeat(300), "a", "\ud800"]) {
        expect(hmacHex(key, text)).toBe(createHmac("sha256", key).update(text).digest("hex"));
        expect(hmacHex("another", text)).toBe(createHmac("sha256", "another").update(text).digest("hex"));
      }
    },
  );
});

describe("hex", () => {
  it("writes two lower-case digits a byte", () => {
    expect(hex(new Uint8Array([0, 9, 15, 16, 171, 255]))).toBe("00090f10abff");
  });
});

describe("the crypto of a runtime", () => {
  const runtime = (fields: object) => fields as Pick<typeof globalThis, "process" | "crypto">;

  it("is WebCrypto where there is no process, or one without what is needed of it", async () => {
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

  it.each([[{}], [{ crypto: {} }]])("says what to do where there is no crypto at all: %j", (fields) => {
    expect(() => defaultDigest(runtime(fields))).toThrow(ConfigurationError);
    expect(() => defaultDigest(runtime(fields))).toThrow(/serve the page over https/);
  });
});
