import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { UnreadableResponse } from "../../src/core/errors.js";
import { parseJson } from "../../src/core/json.js";
import { runsOf } from "../support/round.js";

describe("integers", () => {
  it.each([
    ["9007199254740991", 9007199254740991],
    ["-9007199254740991", -9007199254740991],
    ["9007199254740992", 9007199254740992n],
    ["9007199254740993", 9007199254740993n],
    ["-9007199254740993", -9007199254740993n],
    ["9223372036854775807", 9223372036854775807n],
    ["-9223372036854775808", -9223372036854775808n],
    ["18446744073709551616", 18446744073709551616n],
    ["1234567890123456", 1234567890123456],
    ["0", 0],
    ["9007199254740993.0", 9007199254740992],
    ["9007199254740993e0", 9007199254740992],
    ["1e400", Number.POSITIVE_INFINITY],
    ["0.1234567890123456789", 0.12345678901234568],
    ["1E1234567890123456", Number.POSITIVE_INFINITY],
    ["1e-1234567890123456", 0],
  ])("reads %s exactly, or as the double that it is written as", (text, value) => {
    for (const around of [text, ` ${text}\n`, `\ufeff${text}`]) expect(parseJson(around)).toBe(value);
    expect(parseJson(`{"size":${text}}`)).toEqual({ size: value });
    expect(parseJson(`{"size" : [ ${text} , 1 ]\t}`)).toEqual({ size: [value, 1] });
    expect(parseJson(`[[1,${text}],${text}]`)).toEqual([[1, value], value]);
  });

  it("leaves digits in strings alone, however much they look like a value", () => {
    const texts = [
      "9007199254740993",
      ":9007199254740993,",
      '":9007199254740993,"',
      "\\",
      '\\"',
      "[9007199254740993]",
      "a: -9007199254740993 }",
    ];
    for (const text of texts) {
      for (const other of texts) {
        const value = { [text]: other, list: [text, other], size: text };
        expect(parseJson(JSON.stringify(value))).toEqual(value);
        const mixed = JSON.stringify(value).replace(/\}$/, ',"big":9007199254740993}');
        expect(parseJson(mixed)).toEqual({ ...value, big: 9007199254740993n });
      }
    }
  });

  it("finds every one of several in a text of several lists", () => {
    expect(
      parseJson('["1, 9007199254740993, 9007199254740995, 2",9007199254740993,"",9007199254740995]'),
    ).toEqual(["1, 9007199254740993, 9007199254740995, 2", 9007199254740993n, "", 9007199254740995n]);
  });

  it("tells them from strings that begin with a control character", () => {
    const value = { delete: "\u007f1", raw: "\u007f9007199254740993", other: "\u0080x" };
    const raw = JSON.stringify(value).replace(/\}$/, ',"big":9007199254740993}');
    const escaped = raw.replaceAll("\u007f", "\\u007F").replaceAll("\u0080", "\\u0080");
    for (const text of [raw, escaped]) expect(parseJson(text)).toEqual({ ...value, big: 9007199254740993n });
  });

  it("gives up if no character is left to mark them with", () => {
    const controls = Array.from({ length: 17 }, (_, index) => String.fromCharCode(0x7f + index)).join("");
    expect(() => parseJson(`["${controls}",9007199254740993]`)).toThrow(UnreadableResponse);
    expect(parseJson(`["${controls}"]`)).toEqual([controls]);
  });

  it("says that a text with one is no JSON in the words for that text", () => {
    // A long one, which is looked through before it is parsed.
    const text = `[9007199254740993,${"1,".repeat(10_000)}]`;
    expect(() => parseJson(text)).toThrow(UnreadableResponse);
    expect(() => parseJson(text)).toThrow(/^not JSON/);
  });

  it("finds one at any place of a long text", () => {
    for (const before of [4060, 4070, 4080, 4085, 4090, 4095, 4100, 9000]) {
      const text = `{"padding":"${"x".repeat(before)}","size":9007199254740993,"other":"9007199254740993"}`;
      expect(parseJson(text)).toMatchObject({ size: 9007199254740993n, other: "9007199254740993" });
      expect(parseJson(`["${"1".repeat(before)}",1e300]`)).toEqual(["1".repeat(before), 1e300]);
    }
  });

  it("refuses one of more than a thousand digits", () => {
    const digits = "1".repeat(1000);
    expect(parseJson(`[${digits}]`)).toEqual([BigInt(digits)]);
    expect(() => parseJson(`[${digits}1]`)).toThrow("an integer of more than 1000 digits");
  });

  it.each([
    "0.10000146398335091",
    "-7.9007199254740993",
    "1e9007199254740993",
    "1e+00000000000000009007199254740993",
    "1E-9007199254740993",
  ])("beside %s, which is none, is still read exactly", (number) => {
    expect(parseJson(`[9007199254740993,${number}]`)).toEqual([9007199254740993n, Number(number)]);
    expect(parseJson(`[${number}]`)).toEqual([Number(number)]);
  });

  it("agrees with an oracle on random values", () => {
    const integer = fc.oneof(
      fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }),
      fc.bigInt({ min: 2n ** 53n - 4n, max: 2n ** 53n + 4n }),
    );
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[-:,[\]{}"\\ 0-9]{0,60}$/));
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        integer,
        text,
        fc.constantFrom(null, true, false),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(text, tie("value"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, fc.constantFrom("", " ", "\n\t "), (original, space) => {
        expect(parseJson(write(original, space))).toEqual(expected(original));
      }),
      { numRuns: runsOf(2000) },
    );
  });
});

/** Writes JSON as JSON.stringify does, bigints included. */
function write(value: unknown, space: string): string {
  if (typeof value === "bigint") return `${space}${value}${space}`;
  if (Array.isArray(value)) return `[${value.map((item) => write(item, space)).join(",")}]`;
  if (typeof value !== "object" || value === null) return `${space}${JSON.stringify(value)}${space}`;
  const members = Object.entries(value).map(
    ([key, item]) => `${space}${JSON.stringify(key)}${space}:${write(item, space)}`,
  );
  return `{${members.join(",")}}`;
}

/** What is written so comes back as a number if a double holds it. */
function expected(value: unknown): unknown {
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value === "number") {
    const text = JSON.stringify(value);
    return /^-?\d+$/.test(text) && !Number.isSafeInteger(value) ? BigInt(text) : Number(text);
  }
  if (Array.isArray(value)) return value.map(expected);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expected(item)]));
}

describe("hostile and broken texts", () => {
  it.each([
    ["an object", '{"a":'.repeat(1_000_000)],
    ["an array", "[".repeat(1_000_000)],
    ["a closed array", `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`],
    [
      "an array with an integer beyond doubles",
      `${"[".repeat(1_000_000)}9007199254740993${"]".repeat(1_000_000)}`,
    ],
  ])("refuses %s nested a million times", (_, text) => {
    expect(() => parseJson(text)).toThrow(UnreadableResponse);
  });

  it.each([
    ["arrays", "["],
    ["objects", '{"a":'],
    ["arrays behind strings of brackets", '["[[[[", "\\"[[", '],
  ])("refuses %s nested deep in more than 1 MiB before it parses them", (_, open) => {
    const parse = vi.spyOn(JSON, "parse");
    try {
      expect(() => parseJson(open.repeat(1_100_000))).toThrow("JSON nested deeper than 128 levels");
      expect(parse).not.toHaveBeenCalled();
    } finally {
      parse.mockRestore();
    }
  });

  it("reads more than 1 MiB, whatever brackets its strings contain", () => {
    const text = "[".repeat(200);
    const value = Array.from({ length: 6_000 }, () => ({ text, '\\"]{': [text, "\\"] }));
    expect(parseJson(JSON.stringify(value))).toEqual(value);
    const nested = (levels: number) => `${"[".repeat(levels)}"${"x".repeat(1_100_000)}"${"]".repeat(levels)}`;
    expect(parseJson(nested(128))).toBeInstanceOf(Array);
    expect(() => parseJson(nested(129))).toThrow("JSON nested deeper than 128 levels");
    expect(() => parseJson(`["${"x".repeat(1_100_000)}`)).toThrow(/^not JSON/);
    expect(() => parseJson(`${"]".repeat(1_100_000)}`)).toThrow(/^not JSON/);
  });

  it.each(["1", "9007199254740993"])("reads 128 levels around %s, and no more", (leaf) => {
    const nest = (levels: number) => `${"[".repeat(levels)}${leaf}${"]".repeat(levels)}`;
    expect(parseJson(nest(128))).toBeInstanceOf(Array);
    expect(() => parseJson(nest(129))).toThrow("JSON nested deeper than 128 levels");
  });

  it.each(["1", "9007199254740993"])("takes __proto__ for a property like any other, beside %s", (size) => {
    const value = parseJson(`{"__proto__":{"polluted":${size}},"size":${size}}`);
    expect(Object.keys(value as object)).toEqual(["__proto__", "size"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("takes a __proto__ that is an integer beyond doubles", () => {
    const value = parseJson('{"__proto__":9007199254740993}') as object;
    expect(Object.getOwnPropertyDescriptor(value, "__proto__")?.value).toBe(9007199254740993n);
  });

  it("lets the last of duplicate keys win", () => {
    expect(parseJson('{"a":1,"a":2}')).toEqual({ a: 2 });
    expect(parseJson('{"a":9007199254740993,"b":9007199254740995,"a":9007199254740997}')).toEqual({
      a: 9007199254740997n,
      b: 9007199254740995n,
    });
    expect(parseJson('{"a":9007199254740993,"a":null}')).toEqual({ a: null });
  });

  it.each([
    "",
    " ",
    "NaN",
    '{"a":NaN}',
    "[Infinity]",
    "[-Infinity]",
    "{'a':1}",
    "[1,]",
    '{"a":1',
    '{"a":"9007199254740993',
    "[009007199254740993]",
    "[--9007199254740993]",
    "[9007199254740993 9007199254740993]",
    "{9007199254740993:1}",
    "{9007199254740993}",
    '{"a":"b":9007199254740993,"c":1}',
    '"9007199254740993,9007199254740993',
    "<html></html>",
    "\ufeff\ufeff1",
  ])("refuses %j", (text) => {
    expect(() => parseJson(text)).toThrow(UnreadableResponse);
  });

  it("says where, in the text as it came, if the engine knows it; and never quotes the response", () => {
    const known = '{"size":9007199254740993,"secret":1,}';
    expect(() => parseJson(known)).toThrow(`not JSON at position ${known.length - 1}`);
    expect(() => parseJson("secret")).toThrow(/^not JSON$/);
  });

  it("refuses what takes ten times its size to parse", () => {
    expect(() => parseJson(`[${"{},".repeat(400_000)}1]`)).toThrow(
      "JSON of more than one object or list for every 8 characters",
    );
    expect(() => parseJson(`[${"9007199254740993,".repeat(100_001)}1]`)).toThrow(
      "more than 100000 integers beyond 2^53",
    );
    expect(parseJson(`[${"9007199254740993,".repeat(100_000)}1]`)).toHaveLength(100_001);
  });

  it("accepts exactly what JSON.parse accepts", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[[\]{}",:\\ 1a-]{0,20}$/),
        fc.constantFrom("1", "9007199254740993"),
        (text, one) => {
          const candidate = text.replaceAll("1", one);
          const accepts = (parse: (text: string) => unknown) => {
            try {
              parse(candidate);
              return true;
            } catch {
              return false;
            }
          };
          expect(accepts(parseJson)).toBe(accepts(JSON.parse));
        },
      ),
      { numRuns: runsOf(5000) },
    );
  });

  it("reads a megabyte of what tries to make it slow without going over it again and again", {
    timeout: 10_000,
  }, () => {
    const integer = "9007199254740993";
    const texts = [
      `[${Array.from({ length: 60_000 }, () => integer).join(",")}]`,
      `["${Array.from({ length: 60_000 }, () => integer).join(",")}"]`,
      `["${'\\"'.repeat(500_000)}",${integer}]`,
      `["${"\\\\".repeat(500_000)}",${integer}]`,
      `{"a":${" ".repeat(1_000_000)}${integer}}`,
      `[${integer},"${"1".repeat(500_000)}x ${"1".repeat(500_000)}","${" 1".repeat(100_000)}"]`,
      `[${integer},"${`,${integer}${" ".repeat(100)}x`.repeat(5000)}"]`,
      `[${Array.from({ length: 1000 }, () => `${integer}${" ".repeat(1000)}`).join(",")}]`,
    ];
    for (const text of texts) expect(parseJson(text)).toBeTypeOf("object");
  });
});
