import { describe, expect, it, vi } from "vitest";
import { redact } from "../../src/core/redaction.js";

const secret = "MIIFake+/token==";

describe("redact", () => {
  it("makes no pattern of a secret that is longer than the text, since that takes its time", () => {
    const replace = vi.spyOn(String.prototype, "replace");
    redact("5560df16-cebf-4473-95c4-d1b573c16e79 of the gateway", [
      `SDK-HMAC-SHA256 Access=AK, Signature=${"0".repeat(64)}`,
    ]);
    const calls = replace.mock.calls.length;
    replace.mockRestore();
    // That of the headers alone.
    expect(calls).toBe(1);
    expect(redact(secret, [secret])).toBe("[redacted]");
  });

  it.each([
    ["X-Auth-Token: MIIFake", "X-Auth-Token: [redacted]"],
    ["authorization = SDK-HMAC-SHA256 Access=AK, Signature=00\nnext", "authorization = [redacted]\nnext"],
    [
      "canonicalRequest:GET|/v2/|host:a|x-security-token:MIIFake|x-sdk-date:2",
      "canonicalRequest:GET|/v2/|host:a|x-security-token:[redacted]|x-sdk-date:2",
    ],
    ['{"x-acs-security-token": "MIIFake", "b": 1}', '{"x-acs-security-token": "[redacted]", "b": 1}'],
    ['{"X-Subject-Token":["MIIFake"]}', '{"X-Subject-Token":["[redacted]"]}'],
    ['"{\\"Set-Cookie\\":\\"a=b; c\\",\\"d\\":1}"', '"{\\"Set-Cookie\\":\\"[redacted]\\",\\"d\\":1}"'],
    ["Cookie: a=b", "Cookie: [redacted]"],
  ])("takes the value of an authenticating header out of %s", (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    '{"authorization": null, "error_code": "APIGW.0301"}',
    '{"authorization": "", "error_code": "APIGW.0301"}',
    '{"cookie": {"a": 1}, "error_code": "APIGW.0301"}',
    "host;x-sdk-date;x-security-token|e3b0c442",
    "The X-Auth-Token is not valid.",
  ])("leaves %s as it is", (text) => {
    expect(redact(text)).toBe(text);
  });

  it("keeps JSON parsable whatever it takes out", () => {
    const text = JSON.stringify({
      message: `authorization: ${secret}"\\ and`,
      headers: { "x-auth-token": secret },
    });
    expect(JSON.parse(redact(text, [secret]))).toEqual({
      message: 'authorization: [redacted]"\\ and',
      headers: { "x-auth-token": "[redacted]" },
    });
  });

  it("takes a secret out raw and as JSON writes it", () => {
    const text = [secret, secret.replaceAll("/", "\\/"), JSON.stringify('fake"quote')].join(" ");
    expect(redact(text, [secret, 'fake"quote'])).toBe('[redacted] [redacted] "[redacted]"');
  });

  it("takes a secret out in any mixture of escapes, and percent-encoded", () => {
    const mixed = ["\\u002b\\/", "\\u002B/", "+\\\\/", "%2b%2F"].map((form) => secret.replace("+/", form));
    expect(redact(mixed.join(" "), [secret])).toBe("[redacted] [redacted] [redacted] [redacted]");
    expect(redact("\\ud83d\\udd11 %f0%9f%94%91 \u{1f511}", ["\u{1f511}"])).toBe(
      "[redacted] [redacted] [redacted]",
    );
  });

  it("takes no longer for a text of backslashes alone", () => {
    const text = "\\".repeat(1e6);
    expect(redact(text, ["/fake"])).toBe(text);
  }, 5_000);

  it("ignores an empty secret", () => {
    expect(redact("abc", [""])).toBe("abc");
  });
});
