import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapePointer, resolvePointer } from "../../src/core/pointer.js";

const rfc6901 = {
  foo: ["bar", "baz"],
  "": 0,
  "a/b": 1,
  "c%d": 2,
  "e^f": 3,
  "g|h": 4,
  "i\\j": 5,
  'k"l': 6,
  " ": 7,
  "m~n": 8,
};

describe("resolvePointer", () => {
  it.each([
    ["", rfc6901],
    ["/foo", ["bar", "baz"]],
    ["/foo/0", "bar"],
    ["/", 0],
    ["/a~1b", 1],
    ["/c%d", 2],
    ["/e^f", 3],
    ["/g|h", 4],
    ["/i\\j", 5],
    ['/k"l', 6],
    ["/ ", 7],
    ["/m~0n", 8],
  ])("reads %j as RFC 6901 has it", (pointer, value) => {
    expect(resolvePointer(rfc6901, pointer)).toEqual(value);
  });

  it.each([
    "/no",
    "/foo/2",
    "/foo/-",
    "/foo/length",
    "/foo/0/length",
    "/foo/0/0",
    "/a~1b/x",
    "/toString",
    "/__proto__/x",
  ])("finds nothing at %j", (pointer) => {
    expect(resolvePointer(rfc6901, pointer)).toBeUndefined();
  });

  it.each([null, undefined, 1, "text"])("finds nothing in %j", (value) => {
    expect(resolvePointer(value, "/a")).toBeUndefined();
  });

  it("sees a property that is called __proto__ as data", () => {
    expect(resolvePointer(JSON.parse('{"__proto__":{"a":1}}'), "/__proto__/a")).toBe(1);
  });

  it("unescapes ~01 into ~1, not into a slash", () => {
    expect(escapePointer("~1")).toBe("~01");
    expect(resolvePointer({ "~1": "tilde", "/": "slash" }, "/~01")).toBe("tilde");
  });

  it("finds what escapePointer wrote", () => {
    fc.assert(
      fc.property(fc.string(), fc.jsonValue(), (key, value) => {
        expect(resolvePointer({ [key]: value }, `/${escapePointer(key)}`)).toEqual(value);
      }),
    );
  });
});
