import { describe, expect, test } from "vitest";
import { isSteady, quantile, ratios, spread } from "../../bench/lib/statistics.js";

describe("statistics", () => {
  test.each([
    { values: [3], share: 0.5, expected: 3 },
    { values: [4, 1, 3, 2], share: 0.5, expected: 2.5 },
    { values: [10, 9, 100], share: 0.5, expected: 10 },
    { values: [1, 2, 3, 4, 5], share: 0.25, expected: 2 },
    { values: [1, 2], share: 0.75, expected: 1.75 },
    { values: [5, 1], share: 0, expected: 1 },
    { values: [5, 1], share: 1, expected: 5 },
  ])("the quantile $share of $values is $expected", ({ values, share, expected }) => {
    expect(quantile(values, share)).toBeCloseTo(expected, 12);
  });

  test("sort by size and leave their input unchanged", () => {
    const values = [100, 9, 10];
    expect(spread(values)).toEqual({ median: 10, low: 9.5, high: 55 });
    expect(values).toEqual([100, 9, 10]);
  });

  test("have no quantile of no numbers", () => {
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });

  test("divide round by round, so that a slow spell of both sides does not show", () => {
    expect(ratios([2, 20, 2], [1, 10, 1])).toEqual([2, 2, 2]);
    expect(() => ratios([1, 2], [1])).toThrow(RangeError);
  });
});

describe("rounds are steady", () => {
  test.each<[string, number[], boolean]>([
    ["five after the best, none of them better", [9, 5, 5, 5, 5, 5, 5], true],
    ["as long as the progress is small", [9, 5, 5, 5, 5, 5, 4.86], true],
    ["but not if one of the last five is better", [9, 5, 5, 5, 5, 5, 4.84], false],
    ["but not if there are no rounds before the last five", [5, 5, 5, 5, 5], false],
    ["even if the machine gets slow meanwhile", [9, 5, 5, 50, 9, 5, 30, 70], true],
    ["but not if it was slow all the time before", [50, 50, 9, 9, 9, 5, 9], false],
  ])("%s", (_, times, steady) => {
    expect(isSteady(times)).toBe(steady);
  });
});
