import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeDescriptor } from "../../src/core/operation.js";
import { formatTime } from "../../src/core/request.js";
import {
  parseTime,
  readBytes,
  readFlag,
  readInteger,
  readObject,
  readPercent,
  readText,
  readTime,
  stateValue,
} from "../../src/records/fields.js";
import { readState, wireStatuses } from "../../src/records/record.js";

describe("readText", () => {
  it.each([
    ["a", "a"],
    ["", null],
    [null, null],
    [undefined, null],
    [{}, null],
    [1, null],
  ])("reads %j as %j", (value, expected) => expect(readText(value)).toBe(expected));
});

describe("readObject", () => {
  it("takes objects, and neither lists nor anything else", () => {
    const object = { a: 1 };
    expect(readObject(object)).toBe(object);
    for (const value of [[], null, undefined, "{}", 1]) expect(readObject(value)).toBeNull();
  });
});

describe("readInteger", () => {
  it.each([
    [1, 1],
    [7, 7],
    ["1", 1],
    ["07", 7],
    [0, null],
    [8, null],
    ["8", null],
    [1.5, null],
    ["1.5", null],
    ["-1", null],
    ["", null],
    [" 1", null],
    [1n, null],
    [Number.NaN, null],
    [null, null],
    [{ toString: 1 }, null],
  ])("reads %s from 1 to 7", (value, expected) => expect(readInteger(value, 1, 7)).toBe(expected));
});

describe("stateValue", () => {
  it.each([
    [undefined, "is absent"],
    [null, "is absent"],
    [{ toString: 1 }, "is an object"],
    [[1], "is a list"],
    ["", 'is ""'],
    [5, 'is "5"'],
    [5n, 'is "5"'],
    [true, 'is "true"'],
    ['a"\n', 'is "a\\"\\n"'],
    ["x".repeat(40), `is "${"x".repeat(40)}"`],
    ["x".repeat(41), `is "${"x".repeat(40)}…"`],
  ])("%s", (value, expected) => expect(stateValue(value)).toBe(expected));
});

describe("readBytes", () => {
  it.each([
    [0, 0],
    [880232, 880232],
    [9007199254740991, 9007199254740991],
    [9223372036854775807n, 9223372036854775807n],
    [9007199254740991n, 9007199254740991],
    [-1, null],
    [-1n, null],
    [1.5, null],
    [2 ** 60, null],
    ["126", null],
    [null, null],
    [{}, null],
  ])("reads %s", (value, expected) => expect(readBytes(value)).toBe(expected));
});

describe("readFlag", () => {
  it.each([
    ["TRUE", true],
    ["FALSE", false],
    ["true", true],
    ["False", false],
    [true, true],
    [false, false],
    ["yes", null],
    ["", null],
    [1, null],
    [{ toString: 1 }, null],
  ])("reads %j", (value, expected) => expect(readFlag(value)).toBe(expected));
});

describe("readPercent", () => {
  it.each([
    ["100.00", 1],
    ["0.00", 0],
    ["42.50", 0.425],
    [100, 1],
    [0, 0],
    ["100.01", null],
    ["-1", null],
    ["0x10", null],
    ["1e1", null],
    [" 5", null],
    ["", null],
    [Number.NaN, null],
    [null, null],
    [{ toString: 1 }, null],
    ["57.20", 0.572],
    ["33.3333", 0.333333],
  ])("reads %j", (value, expected) => expect(readPercent(value)).toBe(expected));
});

describe("readTime", () => {
  it("reads what is written as documented", () => {
    expect(readTime("2016-12-02T09:06:46.706", "iso-without-zone")).toEqual(
      new Date("2016-12-02T09:06:46.706Z"),
    );
    expect(readTime(1742179018000, "ms")).toEqual(new Date(1742179018000));
  });

  it.each([0, -1, 9e15, "never", {}, null])("reads %j as no time at all", (value) => {
    expect(readTime(value, "ms")).toBeNull();
  });
});

describe("the table of states", () => {
  const table = { done: "succeeded", ready: "succeeded", broken: "failed" } as const;

  it("reads what it lists, and nothing that objects merely inherit", () => {
    expect(readState(table, "ready")).toBe("succeeded");
    for (const status of ["DONE", "", "toString", "__proto__", null, undefined, 1, {}])
      expect(readState(table, status)).toBe("unknown");
  });

  it("is read backwards for a filter", () => {
    expect(wireStatuses(table, ["succeeded"])).toEqual(["done", "ready"]);
    expect(wireStatuses(table, ["failed", "succeeded"])).toEqual(["done", "ready", "broken"]);
    expect(wireStatuses(table, ["skipped"])).toEqual([]);
  });
});

const as = (format: TimeDescriptor["format"]): TimeDescriptor => ({ format, zone: "UTC" });

describe("parseTime", () => {
  it.each([
    ["yyyyMMddHHmmss", "20261121073105", "2026-11-21T07:31:05.000Z"],
    ["yyyyMMddHHmmss", "20240229000000", "2024-02-29T00:00:00.000Z"],
    ["yyyyMMddHHmmss", "00010101000000", "0001-01-01T00:00:00.000Z"],
    ["iso", "2019-05-10T08:31:16.166Z", "2019-05-10T08:31:16.166Z"],
    ["iso", "2019-05-10t08:31:16z", "2019-05-10T08:31:16.000Z"],
    ["iso", "2019-05-10T08:31:16.9+08:00", "2019-05-10T00:31:16.900Z"],
    ["iso", "2019-05-10T23:31:16.123456789-00:30", "2019-05-11T00:01:16.123Z"],
    ["iso", "2019-05-10T08:31:16-00:00", "2019-05-10T08:31:16.000Z"],
    ["iso", "2019-05-10T08:31:16+23:59", "2019-05-09T08:32:16.000Z"],
    ["iso-seconds", "2018-01-01T12:00:00Z", "2018-01-01T12:00:00.000Z"],
    ["iso-without-zone", "2016-12-02T09:06:46.706", "2016-12-02T09:06:46.706Z"],
    ["iso-without-zone", "2016-12-02T09:06:46", "2016-12-02T09:06:46.000Z"],
    ["iso-without-zone", "2016-12-02T09:06:46.1", "2016-12-02T09:06:46.100Z"],
    ["iso-without-zone", "2016-12-02T09:06:46.123456789", "2016-12-02T09:06:46.123Z"],
    ["iso-without-zone", "2016-12-02T09:06:46.706+01:00", "2016-12-02T08:06:46.706Z"],
    ["s", 1747708190, "2025-05-20T02:29:50.000Z"],
    ["s", "1747708190", "2025-05-20T02:29:50.000Z"],
    ["ms", 1742179018000, "2025-03-17T02:36:58.000Z"],
    ["ms", -1, "1969-12-31T23:59:59.999Z"],
  ] as const)("reads %s %j", (format, wire, expected) => {
    expect(parseTime(wire, as(format))?.toISOString()).toBe(expected);
  });

  it.each([
    ["yyyyMMddHHmmss", "20260230000000"],
    ["yyyyMMddHHmmss", "20260229000000"],
    ["yyyyMMddHHmmss", "20261301000000"],
    ["yyyyMMddHHmmss", "20261100000000"],
    ["yyyyMMddHHmmss", "20261121240000"],
    ["yyyyMMddHHmmss", "20261121236000"],
    ["yyyyMMddHHmmss", "20261121235960"],
    ["yyyyMMddHHmmss", "2026112107310"],
    ["yyyyMMddHHmmss", " 20261121073105"],
    ["yyyyMMddHHmmss", 20261121073105],
    ["iso", "2026-02-30T00:00:00Z"],
    ["iso", "2026-11-21T07:31:05"],
    ["iso", "2026-11-21T24:00:00Z"],
    ["iso", "2026-11-21"],
    ["iso", "2026-11-21 07:31:05Z"],
    ["iso", "2026-11-21T07:31:05.Z"],
    ["iso", "2026-11-21T07:31:05.1234567890Z"],
    ["iso", "2026-11-21T07:31:05+24:00"],
    ["iso", "2026-11-21T07:31:05+08:60"],
    ["iso", "+002026-11-21T07:31:05Z"],
    ["iso", "Fri, 21 Nov 2026 07:31:05 GMT"],
    ["iso", {}],
    ["iso-seconds", "2018-01-01T12:00:00"],
    ["iso-without-zone", "2016-13-02T09:06:46.706"],
    ["iso-without-zone", "2016-12-02T25:06:46.706"],
    ["iso-without-zone", null],
    ["s", 1.5],
    ["s", 8_640_000_000_001],
    ["s", "1747708190.5"],
    ["s", ""],
    ["s", Number.NaN],
    ["ms", 8_640_000_000_000_001],
    ["ms", 1742179018000n],
    ["ms", {}],
    ["ms", undefined],
    ["ms", [1742179018000]],
  ] as const)("reads nothing into %s %s", (format, wire) => {
    expect(parseTime(wire, as(format))).toBeNull();
  });
});

const formats = ["yyyyMMddHHmmss", "iso", "iso-seconds", "iso-without-zone", "s", "ms"] as const;

describe("a time, written and read,", () => {
  const years = {
    min: new Date("0000-01-01T00:00:00Z"),
    max: new Date("9999-12-31T23:59:59.999Z"),
    noInvalidDate: true,
  };

  it.each([
    ["yyyyMMddHHmmss", 1000],
    ["iso", 1],
    ["iso-seconds", 1000],
    ["iso-without-zone", 1],
    ["s", 1000],
    ["ms", 1],
  ] as const)("%s comes back as it was, to its own precision", (format, unit) => {
    fc.assert(
      fc.property(fc.date(years), (date) => {
        const back = parseTime(formatTime(date, as(format)), as(format));
        expect(back?.getTime()).toBe(Math.floor(date.getTime() / unit) * unit);
      }),
    );
  });

  it.each(formats)("%s: what is read is written as it was, or is no instant", (format) => {
    const wire =
      format === "s" || format === "ms"
        ? fc.integer()
        : format === "yyyyMMddHHmmss"
          ? fc.stringMatching(/^\d{4}[01]\d[0-3]\d[0-2]\d[0-6]\d[0-6]\d$/)
          : fc
              .stringMatching(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d:[0-6]\d\.\d{3}$/)
              .map((text) =>
                format === "iso-seconds" ? `${text.slice(0, 19)}Z` : format === "iso" ? `${text}Z` : text,
              );
    fc.assert(
      fc.property(wire, (text) => {
        const date = parseTime(text, as(format));
        if (date !== null) expect(formatTime(date, as(format))).toBe(text);
      }),
    );
  });
});
