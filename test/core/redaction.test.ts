import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { redactor, redactValues, safeCause, secretsIn } from "../../src/core/redaction.js";
import { runsOf, sampleOf, wholeRound } from "../support/round.js";

const secret = "MIIFake+/token==";
const redact = redactor([secret]);

/** Ways in which a service can write a text that it quotes. */
const encodings: Record<string, (text: string) => string> = {
  "as it is": (text) => text,
  "in JSON": (text) => JSON.stringify(text).slice(1, -1),
  "in JSON with escaped slashes": (text) => JSON.stringify(text).slice(1, -1).replaceAll("/", "\\/"),
  "in JSON as Gson writes it": (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[<>&='+]/g, unicodeEscape),
  "with every character as \\u": (text) => text.split("").map(unicodeEscape).join(""),
  "percent-encoded": encodeURIComponent,
  "percent-encoded to the last octet": (text) =>
    [...new TextEncoder().encode(text)].map((octet) => `%${octet.toString(16).padStart(2, "0")}`).join(""),
  "form-encoded": (text) => new URLSearchParams({ p: text }).toString().slice(2),
  "in HTML": (text) =>
    text
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("'", "&#39;"),
  "in HTML by numbers": (text) => [...text].map((character) => `&#${character.codePointAt(0)};`).join(""),
  "in HTML by hexadecimal numbers": (text) =>
    [...text].map((character) => `&#x${character.codePointAt(0)?.toString(16)};`).join(""),
  "in base64": (text) => Buffer.from(text).toString("base64"),
  "in base64 for URLs": (text) => Buffer.from(text).toString("base64url"),
};

function unicodeEscape(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

describe("a secret", () => {
  const password = `p<ss"w&rd'\\é/{x}%41+ =`;

  it.each(Object.entries(encodings))("is found %s", (_, encode) => {
    expect(redactor([password])(`bad ${encode(password)} there`)).toBe("bad [redacted] there");
    expect(redactor([password])(`bad|${encode("p<ss")}|there`)).toBe(`bad|${encode("p<ss")}|there`);
  });

  const ways = fc.constantFrom(...Object.keys(encodings).filter((name) => !name.includes("base64")));
  const text = (minLength: number, maxLength: number) =>
    fc
      .string({
        unit: fc.constantFrom(...'abzAZ059 !"#$%&()*+,-./:;<=>?@[\\]^_{|}~é€😀'),
        minLength,
        maxLength,
      })
      // A blank at either end would be lost in the texts around it.
      .map((text) => `x${text.trim()}y`)
      // Shorter ones are no secrets.
      .filter((text) => text.length >= minLength);

  it("is found in whatever characters and encodings, two layers deep, and only it is hidden", () => {
    fc.assert(
      fc.property(text(8, 60), ways, ways, (secret, inner, outer) => {
        const encoded = encodings[outer]?.(encodings[inner]?.(secret) ?? "");
        expect(redactor([secret])(`not ${encoded} here`)).toBe("not [redacted] here");
      }),
      { numRuns: runsOf(2000) },
    );
  });

  it("is found inside of a longer base64 text, at whatever place", () => {
    const base64 = fc.constantFrom("in base64", "in base64 for URLs");
    const around = fc.string({ unit: "grapheme-ascii", maxLength: 20 });
    fc.assert(
      fc.property(text(8, 60), around, around, base64, (secret, before, after, way) => {
        const redacted = redactor([secret])(`(${encodings[way]?.(before + secret + after)})`);
        expect(redacted).toMatch(/^\([\w+/-]*\[redacted\]\)$/);
        const shown = Buffer.from(redacted.slice(1, redacted.indexOf("[")), "base64").toString();
        // Beginnings of one character may be left.
        expect(shown.length).toBeLessThanOrEqual(before.length + 1);
      }),
      { numRuns: runsOf(1000) },
    );
  });

  it("is found if it was cut off, from 12 characters on", () => {
    const long = "fake-token-0123456789";
    for (let length = 12; length <= long.length; length++)
      expect(redactor([long])(`bad ${long.slice(0, length)}…`)).toBe("bad [redacted]…");
    expect(redactor([long])("bad fake-token-…")).toBe("bad fake-token-…");
    expect(redactor([long])(`the key ${Buffer.from(long.slice(0, 12)).toString("base64")}…`)).toBe(
      "the key [redacted]…",
    );
  });

  it("of 8 to 11 characters is found only whole", () => {
    expect(redactor(["12345678901"])("12345678901 1234567890")).toBe("[redacted] 1234567890");
  });

  it("of fewer than 8 characters is left alone, in every form", () => {
    for (const short of ["", "t", "id", "token", "1234567"]) {
      const text = `The token ${short}: ${Object.values(encodings)
        .map((encode) => encode(short))
        .join(" ")} has expired`;
      expect(redactor([short])(text)).toBe(text);
    }
  });

  it("is found as often as it occurs, beside others", () => {
    const all = redactor([secret, 'fake"quote', "unused-secret"]);
    const text = [secret, secret.replaceAll("/", "\\/"), JSON.stringify('fake"quote'), secret].join(" ");
    expect(all(text)).toBe('[redacted] [redacted] "[redacted]" [redacted]');
  });

  it("is found in a mixture of escapes", () => {
    const mixed = ["\\u002b\\/", "\\u002B/", "+\\\\/", "%2b%2F", "&#43;%2f"].map((form) =>
      secret.replace("+/", form),
    );
    expect(redact(mixed.join(" "))).toBe(Array(5).fill("[redacted]").join(" "));
  });

  it("that looks like escapes is found as it is, and what they stand for is left alone if it is short", () => {
    expect(redactor(["%41%42%43"])("ABC %41%42%43")).toBe("ABC [redacted]");
    expect(redactor(["%41%42%43defgh"])("ABCdefgh %41%42%43defgh")).toBe("[redacted] [redacted]");
  });

  it("is found behind many characters of several octets, in its own place", () => {
    const text = `${encodeURIComponent("é".repeat(100))}${encodings["percent-encoded to the last octet"]?.(secret)}|`;
    expect(redact(text)).toBe(`${encodeURIComponent("é".repeat(100))}[redacted]|`);
  });

  it("is not seen in escapes that stand for nothing", () => {
    for (const text of [
      "%ff%fe%c3",
      "%c0%80%ed%a0%80",
      "&#1114112; &#xffffff;",
      "\\u00g1 \\x41",
      "\ufeff\\u0061",
    ])
      expect(redact(text)).toBe(text);
    expect(redact(`\ufeff\\u0061${secret}`)).toBe("\ufeff\\u0061[redacted]");
  });
});

describe("the secrets of a request", () => {
  it("are the values of all headers that are not known to be public", () => {
    const headers = {
      accept: "application/json",
      "content-type": "application/json",
      host: "dcs.example.test",
      "user-agent": "mine",
      "x-acs-action": "DescribeBackups",
      "x-acs-accesskey-id": "FAKEAK",
      "x-sdk-date": "20261121T080000Z",
      "x-project-id": "p",
      "x-auth-token": "fake-token",
      "x-security-token": "fake-security-token",
      cookie: "a=b",
      "x-api-key": "fake-gateway-key",
    };
    expect(secretsIn(headers)).toEqual(["fake-token", "fake-security-token", "a=b", "fake-gateway-key"]);
  });

  it.each([
    ["SDK-HMAC-SHA256 Access=AK, SignedHeaders=host, Signature=0123abcd", "0123abcd"],
    ["ACS3-HMAC-SHA256 Credential=AK,SignedHeaders=host,Signature=0123abcd", "0123abcd"],
    ["Bearer fake-token", "fake-token"],
    ["fake-token", "fake-token"],
  ])("are the signature or the token of %s", (authorization, found) => {
    expect(secretsIn({ authorization })).toEqual([found]);
    expect(secretsIn({ "proxy-authorization": authorization })).toEqual([found]);
  });
});

describe("the value of a header that authenticates", () => {
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
  ])("is hidden in %s", (text, expected) => {
    for (const any of [redactor([]), redact]) expect(any(text)).toBe(expected);
  });

  it.each([
    '{"authorization": null, "error_code": "APIGW.0301"}',
    '{"authorization": "", "error_code": "APIGW.0301"}',
    '{"cookie": {"a": 1}, "error_code": "APIGW.0301"}',
    "host;x-sdk-date;x-security-token|e3b0c442",
    "The X-Auth-Token is not valid.",
  ])("leaves %s as it is", (text) => {
    for (const any of [redactor([]), redact]) expect(any(text)).toBe(text);
  });

  it("is hidden so that JSON stays JSON", () => {
    const text = JSON.stringify({
      message: `authorization: ${secret}"\\ and`,
      headers: { "x-auth-token": secret },
    });
    expect(JSON.parse(redact(text))).toEqual({
      message: 'authorization: [redacted]"\\ and',
      headers: { "x-auth-token": "[redacted]" },
    });
  });
});

describe("redaction", () => {
  it("never throws, whatever the text and the secrets", () => {
    const wild = fc.oneof(
      fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 200 }),
      fc.string({ unit: fc.constantFrom(..."\\u%&#x;+0af \ud83d"), maxLength: 200 }),
    );
    fc.assert(
      fc.property(wild, fc.array(wild, { maxLength: 4 }), (text, secrets) => {
        expect(typeof redactor(secrets)(text)).toBe("string");
      }),
      { numRuns: runsOf(500) },
    );
  });

  // Anything worse than linear would take longer for these than a test may.
  const units = [
    "\\",
    "%41",
    "%25",
    "%c3%a9",
    "%f",
    "&amp;",
    "&#",
    "+",
    "a",
    "YWFh",
    "\\\\u005c%2561&#38;amp;",
    "cookie",
    'cookie"',
    "cookie: ",
    "x-auth-token\\",
  ];
  it.each(sampleOf(units, 5))("takes linear time for a text of %j alone", { timeout: 120_000 }, (unit) => {
    const spaced = `${"a".repeat(8_000)} ${secret.repeat(100)}%41`;
    const hostile = redactor([secret.repeat(400), spaced, `z${"YWFh".repeat(2_000)}`]);
    for (const start of ["", "cookie"]) {
      const text = `${start}${unit.repeat(2 ** 20 / unit.length)}`;
      expect(hostile(text).length).toBeLessThanOrEqual(text.length);
    }
  });

  it.skipIf(!wholeRound)("takes linear time for 8 MiB of it", { timeout: 120_000 }, () => {
    const text = `${"\\\\u005c%2561&#38;amp;".repeat(8 * 2 ** 20 * 0.045)}${secret}`;
    expect(redact(text).endsWith("amp;[redacted]")).toBe(true);
  });

  it("of a parsed value keeps names, types and everything but the secrets", () => {
    const value = JSON.parse(
      `{"${secret}":"a ${secret}","n":[1,null,true,{"deep":"${secret}"}],"__proto__":{"x":"${secret}"}}`,
    );
    const copy = redactValues(value, redact);
    expect(JSON.stringify(copy)).toBe(
      `{"${secret}":"a [redacted]","n":[1,null,true,{"deep":"[redacted]"}],"__proto__":{"x":"[redacted]"}}`,
    );
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });

  it("of a parsed value hides what is named as a header that authenticates", () => {
    expect(redactValues({ Authorization: "abc", cookie: 1, cookies: "abc" }, redact)).toEqual({
      Authorization: "[redacted]",
      cookie: 1,
      cookies: "abc",
    });
  });
});

describe("safeCause", () => {
  it("keeps name, message, code and stack, without the secrets in them", () => {
    const thrown = Object.assign(new RangeError(`no ${secret}`), { code: `E${secret}` });
    const copy = safeCause(thrown, redact);
    expect(copy).toMatchObject({ name: "RangeError", message: "no [redacted]", code: "E[redacted]" });
    expect(copy.stack).toContain("redaction.test");
    expect(copy.stack).not.toContain(secret);
  });

  it("hides the header value that fetch quotes when it refuses it", () => {
    const broken = `${secret}\nx`;
    let thrown: unknown;
    try {
      new Headers([["authorization", broken]]);
    } catch (error) {
      thrown = error;
    }
    expect(String(thrown)).toContain(secret);
    expect(inspect(safeCause(thrown, redactor([broken])), { depth: 10 })).not.toContain(secret);
  });

  it("keeps a numeric code", () => {
    expect(safeCause(Object.assign(new Error("no"), { code: 20 }))).toHaveProperty("code", 20);
  });

  it("takes any value that can be thrown", () => {
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
    const copy = safeCause(many, redact);
    expect(copy).toHaveProperty("errors.length", 8);
    expect(copy).toHaveProperty("errors.0.message", "to [redacted]");
  });
});
