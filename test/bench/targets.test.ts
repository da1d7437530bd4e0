import { expect, test } from "vitest";
import { figureText, single, targetText, verdictsOf } from "../../bench/lib/outcome.js";
import { type Row, rows, type Target } from "../../bench/rows.js";

const target = { figure: "ratio", label: "times the time of a peer", unit: "times" } as const;
const resultOf = (bound: Partial<Target>, median: number) => {
  const row: Row = {
    id: "",
    what: "",
    scenario: "",
    args: {},
    quick: {},
    targets: [{ ...target, ...bound }],
  };
  return verdictsOf(row, { figures: { ratio: single(median) } })[0]?.result;
};

test("a target is reached at its bound and missed beyond it", () => {
  expect([2.5, 2.49, Number.NaN].map((value) => resultOf({ atLeast: 2.5 }, value))).toEqual([
    "pass",
    "fail",
    "fail",
  ]);
  expect([1.2, 1.21, Number.NaN].map((value) => resultOf({ atMost: 1.2 }, value))).toEqual([
    "pass",
    "fail",
    "fail",
  ]);
});

test("a target is refused if its figure is refused or missing, and left out if the row was skipped", () => {
  const [row] = rows;
  if (row === undefined) throw new Error("there are no rows");
  const figures = { vendor: { refused: ["for a reason"] } };
  const verdicts = verdictsOf(row, { figures });
  expect(verdicts.map(({ result }) => result)).toEqual(row.targets.map(() => "refused"));
  expect(verdictsOf(row, { figures: {}, skipped: "no redis-server" })).toEqual([]);
});

test("a target has one bound, and a row has a name of its own", () => {
  for (const { targets } of rows) {
    for (const { atLeast, atMost } of targets) {
      expect([atLeast, atMost].filter(Number.isFinite)).toHaveLength(1);
    }
  }
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
});

test("targets and figures are printed in their unit", () => {
  expect(targetText({ ...target, atLeast: 2.5 })).toBe("≥ 2.5 ×");
  expect(targetText({ ...target, unit: "B", atMost: 23_000 })).toBe("≤ 23,000 B");
  expect(figureText({ median: 1.2345, low: 1, high: 2 }, "times")).toEqual({
    reached: "1.234 ×",
    quartiles: "1 – 2",
  });
  expect(figureText(single(22_922), "B")).toEqual({ reached: "22,922 B", quartiles: "" });
  expect(figureText({ refused: ["one", "two"] }, "ms").reached).toBe("refused: one; two");
});
