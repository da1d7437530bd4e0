import { describe, expect, it } from "vitest";
import { readBytes, readFlag, readPercent, readText, readTime } from "../../src/records/fields.js";
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
