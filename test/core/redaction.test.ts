import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { redact, safeCause } from "../../src/core/redaction.js";

const secret = "MIIFake+/token==";
const without = (words: string) => redact(words, [secret]);

describe("safeCause", () => {
  it("keeps name, message, code and stack, without the secrets in them", () => {
    const thrown = Object.assign(new RangeError(`no ${secret}`), { code: `E${secret}` });
    const copy = safeCause(thrown, without);
    expect(copy).toMatchObject({ name: "RangeError", message: "no [redacted]", code: "E[redacted]" });
    expect(copy.stack).toContain("redaction.test");
    expect(copy.stack).not.toContain(secret);
  });

  it("takes out the header value that fetch quotes when it refuses it", () => {
    const broken = `${secret}\n`;
    let thrown: unknown;
    try {
      new Headers([["authorization", `${broken}x`]]);
    } catch (error) {
      thrown = error;
    }
    expect(String(thrown)).toContain(secret);
    expect(
      inspect(
        safeCause(thrown, (words) => redact(words, [`${broken}x`])),
        { depth: 10 },
      ),
    ).not.toContain(secret);
  });

  it("keeps a numeric code", () => {
    expect(safeCause(Object.assign(new Error("no"), { code: 20 }))).toHaveProperty("code", 20);
  });

  it("takes whatever was thrown", () => {
    expect(safeCause("out of order").message).toBe("out of order");
    expect(safeCause(undefined).message).toBe("undefined");
    expect(safeCause(null).message).toBe("null");
    expect(safeCause(Symbol("s")).message).toBe("Symbol(s)");
    expect(safeCause({ message: { toString: null }, name: 1, stack: [], code: {} })).toMatchObject({
      message: "",
      name: "Error",
    });
  });

  it("follows causes and aggregates, and stops", () => {
    const loop = new Error("loop");
    loop.cause = loop;
    let depth = 0;
    for (let at: unknown = safeCause(loop); at instanceof Error; at = at.cause) depth++;
    expect(depth).toBe(5);
    const many = new AggregateError(
      Array.from({ length: 20 }, () => new Error(`to ${secret}`)),
      "all failed",
    );
    const copy = safeCause(many, without);
    expect(copy).toHaveProperty("errors.length", 8);
    expect(copy).toHaveProperty("errors.0.message", "to [redacted]");
  });
});
