import { describe, expect, it } from "vitest";
import {
  canonicalQuery,
  canonicalRequest,
  canonicalUri,
  signableHeader,
} from "../../src/auth/canonical-request.js";
import { basicSeconds, isoSeconds, oncePerSecond } from "../../src/auth/signature.js";
import { ConfigurationError } from "../../src/core/errors.js";
import { percentEncode } from "../../src/core/request.js";

describe("percentEncode", () => {
  it.each([
    ["unreserved characters stay", "AZaz09-._~", "AZaz09-._~"],
    ["what encodeURIComponent leaves alone is encoded", "!'()*", "%21%27%28%29%2A"],
    ["a space is %20, a plus %2B", "a b+c", "a%20b%2Bc"],
    ["delimiters and the escape itself", "/?#[]@:&=;,%", "%2F%3F%23%5B%5D%40%3A%26%3D%3B%2C%25"],
    ["UTF-8, upper-case hexadecimal", "é中😀", "%C3%A9%E4%B8%AD%F0%9F%98%80"],
    ["nothing", "", ""],
  ])("%s", (_, text, encoded) => {
    expect(percentEncode(text)).toBe(encoded);
  });
});

describe("canonicalUri", () => {
  it.each([
    ["a plain path stays", "/v1.0/a-b_c~/x", "/v1.0/a-b_c~/x"],
    ["no path is the root", "", "/"],
    ["strictly encoded segments stay", "/a%2Fb%21/%E4%B8%AD", "/a%2Fb%21/%E4%B8%AD"],
    ["what a URL leaves as it is gets encoded", "/a!b'(c)*/d+e", "/a%21b%27%28c%29%2A/d%2Be"],
    ["needless and lower-case escapes are normalised", "/%41%2f%c3%a9", "/A%2F%C3%A9"],
    ["an escape that is none is left alone", "/100%/%E4%B8", "/100%/%E4%B8"],
    ["empty segments and a final slash stay", "/a!//b/", "/a%21//b/"],
  ])("%s", (_, path, canonical) => {
    expect(canonicalUri(path)).toBe(canonical);
  });
});

describe("canonicalQuery", () => {
  it.each([
    ["nothing", "", ""],
    ["a lone question mark", "?", ""],
    ["sorted by name", "?start=1&limit=10", "limit=10&start=1"],
    ["upper case before lower case, never by locale", "?a=1&B=2&_=3&A=4", "A=4&B=2&_=3&a=1"],
    ["a name before the longer one that it begins", "?a-b=1&a.c=2&a=3&a1=4", "a=3&a-b=1&a.c=2&a1=4"],
    ["repeated names by value", "?s=b&s=a&s=&s=B", "s=&s=B&s=a&s=b"],
    ["numbers as text", "?n=10&n=9", "n=10&n=9"],
    ["empty pairs are none", "?&a=1&&b=2&", "a=1&b=2"],
    ["a name without a value", "?b&a=", "a=&b="],
    ["strict encoding whatever the URL had", "?q=!'()*%20+%2B~", "q=%21%27%28%29%2A%20%20%2B~"],
    ["an encoded equals sign is part of the name", "?a%3Db=c&a=d", "a=d&a%3Db=c"],
    ["unicode", "?q=%E4%B8%AD&%C3%A9=1", "%C3%A9=1&q=%E4%B8%AD"],
  ])("%s", (_, search, canonical) => {
    expect(canonicalQuery(search)).toBe(canonical);
  });
});

describe("canonicalRequest", () => {
  const request = {
    method: "GET",
    pathname: "/a",
    search: "?b=1",
    headers: { "x-b": "two  words", a: "1", under_score: "no" },
    bodyHash: "<hash>",
  };

  it("has six parts; headers are sorted by name", () => {
    const { text, signedHeaders } = canonicalRequest(request);
    expect(text).toBe("GET\n/a\nb=1\na:1\nx-b:two  words\n\na;x-b\n<hash>");
    expect(signedHeaders).toBe("a;x-b");
  });

  it("ends the path in a slash where the scheme wants it, once", () => {
    expect(canonicalRequest(request, "/").text).toContain("GET\n/a/\n");
    expect(canonicalRequest({ ...request, pathname: "/a/" }, "/").text).toContain("GET\n/a/\n");
  });
});

describe("signableHeader", () => {
  it("trims outside and keeps what is inside", () => {
    expect(signableHeader("x-b", " \t two  words\t ")).toBe("two  words");
    expect(signableHeader("x-b", "")).toBe("");
  });

  it.each(["caf\u00e9", "\u00a0x", "a\nb", "a\rb", "a\u0000b", "\u007f"])(
    "refuses %j, which would not arrive as it was signed",
    (value) => {
      expect(() => signableHeader("x-b", value)).toThrow(ConfigurationError);
      expect(() => signableHeader("x-b", value)).toThrow(/header x-b .* encode its value/);
    },
  );
});

describe("dates", () => {
  it("are UTC and cut to the second", () => {
    const time = Date.UTC(2026, 10, 1, 2, 3, 4, 999);
    expect(isoSeconds(time)).toBe("2026-11-01T02:03:04Z");
    expect(basicSeconds(time)).toBe("20261101T020304Z");
  });

  it("are worked out once a second", () => {
    const asked: number[] = [];
    const dateOf = oncePerSecond((time) => `date ${asked.push(time)}`);
    expect([1000, 1999, 2000, 1999, 1500].map(dateOf)).toEqual([
      "date 1",
      "date 1",
      "date 2",
      "date 3",
      "date 3",
    ]);
    expect(asked).toEqual([1000, 2000, 1999]);
  });
});
