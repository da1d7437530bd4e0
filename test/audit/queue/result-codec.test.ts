import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeResult, encodeResult } from "../../../src/audit/queue/result-codec.js";
import { isBefore } from "../../../src/audit/queue/results.js";
import { notChecked } from "../../../src/audit/run.js";
import { target } from "../../queue/support/targets.js";

const asked = target("i-1", "http://127.0.0.1");

describe("a result on its way", () => {
  test("keeps dates, large integers and any text, and leaves the target behind", () => {
    const value = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom("\u0001", "\u0001d0", "\u0001n1", "\u0001s", "2026-11-21T08:00:00.000Z"),
      fc.date({ noInvalidDate: true }),
      fc.bigInt(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.record({ a: value, b: value }), (list, fields) => {
        const result = { ...unasked(asked, new Error("no")), list, fields };
        expect(decodeResult(encodeResult(result), asked)).toEqual(result);
      }),
      { numRuns: 40 },
    );
    const text = encodeResult(notChecked({ ...asked, name: "name ".repeat(50) }, new Error("no")));
    expect(text.length).toBeLessThan(250);
  });
});

test("ids of a stream are compared by their numbers", () => {
  expect(isBefore("0-0", "1-0")).toBe(true);
  expect(isBefore("9-5", "10-0")).toBe(true);
  expect(isBefore("10-9", "10-10")).toBe(true);
  expect(isBefore("10-10", "10-10")).toBe(false);
  expect(isBefore("10-0", "9-5")).toBe(false);
});
