import { expect, test } from "vitest";
import { RecentIds } from "../../src/core/pagination.js";

test("an id is new once, within the window", () => {
  const ids = new RecentIds(2);
  expect(["a", "a", "b", "c", "b", "a"].map((id) => ids.add(id))).toEqual([
    true,
    false,
    true,
    true,
    false,
    true,
  ]);
});

test("an id that comes again stays longer than one that does not", () => {
  const ids = new RecentIds(2);
  for (const id of ["a", "b", "a", "c"]) ids.add(id);
  expect(ids.add("a")).toBe(false);
  expect(ids.add("b")).toBe(true);
});

test("an id can be a number", () => {
  const ids = new RecentIds(3);
  expect([1, 1, 2n, 2n, "1"].map((id) => ids.add(id))).toEqual([true, false, true, false, true]);
});

test("a record without an id is always new", () => {
  const ids = new RecentIds(2);
  expect([undefined, undefined, null, {}].map((id) => ids.add(id))).toEqual([true, true, true, true]);
});
