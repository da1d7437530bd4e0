import { describe, expect, test } from "vitest";
import { findDrift } from "../../src/core/drift.js";
import type { Validator } from "../../src/core/schema.js";

const context = { service: "dcs", operation: "ListBackupRecordsV1" };

type Look = (value: unknown, ...rules: unknown[]) => number;

/** A validator as the generator writes them, of one field `a` by the word at that place. */
function asking(word: number, ...rules: unknown[]): Validator {
  return (object, ...words) => {
    const look = words[word] as Look;
    return (o) => (object as Look)(o, 0, 0, look(Reflect.get(o, "a"), ...rules));
  };
}

const text = asking(3);
const typed = (types: string) => asking(5, types);
const int64 = asking(6);
const oneOf = asking(7, ["x", "y"]);

/** A list under `a` whose items are any of some texts. */
const listed: Validator = (object, _either, _part, list, _text, _orNull, _typed, _int64, one) => (o) =>
  (object as Look)(o, 0, 0, (list as Look)(Reflect.get(o, "a"), one, ["x"]));

/** A field `a` that is one of some texts, an object with or without a field `b`, or null. */
const kinds: Validator = (
  object,
  _either,
  part,
  _list,
  text,
  _orNull,
  typed,
  _int64,
  one,
  _match,
  several,
) => {
  const sum = object as Look;
  const written = (o: object) => sum(o, 1, (text as Look)(Reflect.get(o, "b")), 0);
  const empty = (o: object) => sum(o, 0, 0, 0);
  const rules = [
    [one, ["x"]],
    [part, empty],
    [part, written],
    [typed, "null"],
  ];
  return (o) => sum(o, 0, 0, (several as Look)(Reflect.get(o, "a"), rules));
};

describe("a field of several kinds", () => {
  test.each([undefined, "x", {}, { b: "" }, null])("may be %j", (value) => {
    expect(findDrift(kinds, { a: value }, context)).toEqual([]);
  });

  test.each<[unknown, string, string, string]>([
    ["y", "unknown-value", "/a", "one of x"],
    [1, "unexpected-type", "/a", "x, object, object, null"],
    [{ c: 1 }, "unknown-field", "/a/c", "no such field"],
    [{ b: 1 }, "unexpected-type", "/a/b", "string"],
  ])("may not be %j", (value, kind, pointer, expected) => {
    expect(findDrift(kinds, { a: value }, context)).toEqual([
      expect.objectContaining({ kind, pointer, expected }),
    ]);
  });

  test("may be an item of a list", () => {
    const items: Validator = (object, _either, _part, list, text, _orNull, typed, ...words) => {
      const rules = [[text], [typed, "null"]];
      return (o) => (object as Look)(o, 0, 0, (list as Look)(Reflect.get(o, "a"), words[3], rules));
    };
    expect(findDrift(items, { a: ["", null] }, context)).toEqual([]);
    expect(findDrift(items, { a: ["", 1, 2] }, context)).toEqual([
      expect.objectContaining({ kind: "unexpected-type", pointer: "/a/1", expected: "string, null" }),
    ]);
  });
});

test("a list or null is compared as a list if it is one", () => {
  const listOrNull: Validator = (object, _either, _part, list, text, _orNull, typed, ...words) => {
    const rules = [
      [list, text],
      [typed, "null"],
    ];
    return (o) => (object as Look)(o, 0, 0, (words[3] as Look)(Reflect.get(o, "a"), rules));
  };
  for (const value of [["x"], [], null]) expect(findDrift(listOrNull, { a: value }, context)).toEqual([]);
  expect(findDrift(listOrNull, { a: ["x", 1] }, context)).toEqual([
    expect.objectContaining({ kind: "unexpected-type", pointer: "/a/1", expected: "string" }),
  ]);
  expect(findDrift(listOrNull, { a: 1 }, context)).toEqual([
    expect.objectContaining({ kind: "unexpected-type", pointer: "/a", expected: "array, null" }),
  ]);
});

describe("findDrift", () => {
  test("finds nothing if all is as expected, or absent", () => {
    expect(findDrift(text, { a: "" }, context)).toEqual([]);
    expect(findDrift(text, {}, context)).toEqual([]);
  });

  test.each<[string, Validator, unknown, string, string]>([
    ["a text", text, 0, "unexpected-type", "string"],
    ["a text or null", asking(4), 0, "unexpected-type", "string, null"],
    ["an integer", typed("integer"), 1.5, "unexpected-type", "integer"],
    [
      "an integer that is no infinity",
      typed("integer"),
      Number.POSITIVE_INFINITY,
      "unexpected-type",
      "integer",
    ],
    ["a truth or null", typed("boolean, null"), 0, "unexpected-type", "boolean, null"],
    ["an int64", int64, 2 ** 53, "unexpected-type", "an integer"],
    ["a value of an enumeration", oneOf, "z", "unknown-value", "one of x, y"],
    ["a value of an enumeration", oneOf, 0, "unexpected-type", "x, y"],
    ["one of an enumeration or null", asking(7, ["x"], true), "z", "unknown-value", "one of x, null"],
    ["what matches a pattern", asking(8, /^(?:a|b)$/u), "c", "unexpected-type", "^(a|b)$"],
    ["what matches a pattern", asking(8, /^a$/u), 0, "unexpected-type", "string"],
    ["an int64 from a minimum", asking(6, false, 0), -1, "unexpected-type", "an integer from 0"],
    ["a text that is not empty", asking(10), "", "unexpected-type", "a text that is not empty"],
    ["a time", asking(11), "yesterday", "unexpected-type", "an RFC 3339 time with its zone"],
    ["a time", asking(11), 0, "unexpected-type", "string"],
    ["an integer", asking(12, [0, Infinity]), -1, "unexpected-type", "an integer from 0"],
    ["an integer", asking(12, [0, 9]), 10, "unexpected-type", "an integer from 0 to 9"],
  ])("says that %s was expected", (_, validator, found, kind, expected) => {
    expect(findDrift(validator, { a: found }, context)).toEqual([
      { ...context, kind, pointer: "/a", expected, found, occurrences: 1 },
    ]);
  });

  test.each<[Validator, unknown]>([
    [asking(4), null],
    [typed("integer"), -1],
    [typed("boolean, null"), null],
    [typed("number"), 1.5],
    [typed("array"), []],
    [typed("object"), {}],
    [int64, 2n ** 63n - 1n],
    [int64, -(2n ** 63n)],
    [asking(6, true), null],
    [asking(7, [1, true]), 1],
    [asking(7, ["x"], true), null],
  ])("takes what fits: %#", (validator, value) => {
    expect(findDrift(validator, { a: value }, context)).toEqual([]);
  });

  test.each([[null], ["text"], [[]], [undefined]])("expects an object, not %j", (body) => {
    expect(findDrift(text, body, context)).toMatchObject([
      { kind: "unexpected-type", pointer: "", expected: "object" },
    ]);
  });

  test("stops after 10,000 places, however many there are", () => {
    const items = Array.from({ length: 20_000 }, () => "y");
    expect(findDrift(listed, { a: items }, context)).toMatchObject([
      { pointer: "/a/0", occurrences: 10_000 },
    ]);
    const fields = Object.fromEntries(items.map((_, at) => [`f${at}`, 1]));
    const drifts = findDrift(text, fields, context);
    expect(drifts).toHaveLength(100);
    expect(drifts.at(-1)).toMatchObject({ pointer: "/f99", occurrences: 1 });
  });

  test("lists a hundred differences at most, and counts on behind them", () => {
    const items = Array.from({ length: 150 }, (_, i) => `value-${i}`);
    const drifts = findDrift(listed, { a: [...items, ...items] }, context);
    expect(drifts).toHaveLength(100);
    expect(drifts[0]).toMatchObject({ pointer: "/a/0", found: "value-0", occurrences: 2 });
  });

  test("tells one value of another type like any other", () => {
    expect(findDrift(listed, { a: [1n, 2n] }, context)).toEqual([
      expect.objectContaining({ pointer: "/a/0", found: "1", occurrences: 2 }),
    ]);
  });

  test("escapes the names of fields in its pointers", () => {
    expect(findDrift(text, { "b/c~d": 1 }, context)[0]?.pointer).toBe("/b~1c~0d");
  });

  test("looks again after it has found something, with the same result", () => {
    expect(findDrift(text, { a: 1 }, context)).toHaveLength(1);
    expect(findDrift(text, { a: "" }, context)).toEqual([]);
    expect(findDrift(text, { a: 1 }, context)).toHaveLength(1);
  });

  test("names a long text by its beginning, and a structure by its type alone", () => {
    const found = [["x".repeat(81)], [["secret"]], [{ secret: 1 }]].map(
      ([a]) => findDrift(int64, { a }, context)[0]?.found,
    );
    expect(found).toEqual([`${"x".repeat(80)}…`, "an array", "an object"]);
  });
});
