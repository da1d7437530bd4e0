import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDuration, parseDuration } from "../../../src/audit/duration.js";

describe("a duration", () => {
  test.each([
    ["90s", 90_000],
    ["30m", 1_800_000],
    ["26h", 93_600_000],
    ["7d", 604_800_000],
    ["1w", 604_800_000],
    ["2w1d12h", 1_339_200_000],
    ["1h30m", 5_400_000],
    ["500ms", 500],
    ["1m500ms", 60_500],
    ["0s", 0],
    ["9999999d", 863_999_913_600_000],
  ])("%s is read", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each([
    "",
    "5",
    "1x",
    "30m1h",
    "1.5h",
    "-1h",
    "1h ",
    " 1h",
    "1 h",
    "1h1h",
    "1d1w",
    "12345678s",
    "1H",
    "１h",
  ])("%j is none", (text) => expect(parseDuration(text)).toBeNull());

  test.each([
    [0, "0s"],
    [93_600_000, "26h"],
    [172_800_000, "2d"],
    [180_000_000, "2d2h"],
    [5_400_000, "1h30m"],
    [1_500, "1s500ms"],
    [-90_000, "-1m30s"],
    [0.4, "0s"],
    [Number.POSITIVE_INFINITY, "Infinity"],
  ])("%d ms is written as %s", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  test("is cut to its largest units for a sentence, and never rounded up", () => {
    expect(formatDuration(95_584_123, 2)).toBe("26h33m");
    expect(formatDuration(3_599_999, 1)).toBe("59m");
    expect(formatDuration(3_600_001, 2)).toBe("1h");
  });

  test("is read back as it was written", () => {
    fc.assert(
      fc.property(fc.nat({ max: 9_999_999 * 86_400_000 }), (ms) => {
        expect(parseDuration(formatDuration(ms))).toBe(ms);
      }),
    );
  });
});
