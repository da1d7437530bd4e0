import { expect, test } from "vitest";
import { verdictOf } from "../../scripts/diff/version.js";

test.each([
  [
    "0.1.0",
    "0.1.0",
    false,
    "the version is still 0.1.0: raise the minor version, which counts as the major below 1.0.0, to 0.2.0.",
  ],
  ["0.1.0", "0.1.9", false, "0.1.0 → 0.1.9 is not enough"],
  ["0.1.0", "0.2.0", true, "0.1.0 → 0.2.0 raises the minor version, which counts as the major below 1.0.0."],
  ["0.9.4", "1.0.0", true, "0.9.4 → 1.0.0 raises the major version."],
  ["1.4.0", "1.5.0", false, "raise the major version, to 2.0.0."],
  ["1.4.0", "2.0.0-beta.1", true, "raises the major version."],
  ["2.0.0", "1.9.0", false, "2.0.0 → 1.9.0 is not enough"],
  ["1.0.0", "0.9.0", false, "1.0.0 → 0.9.0 is not enough"],
  ["10.0.0", "9.0.0", false, "to 11.0.0."],
])("of %s and %s, a version carries what breaks: %s", (before, after, passes, words) => {
  const verdict = verdictOf(2, { before, after });
  expect(verdict.passes).toBe(passes);
  expect(verdict.text).toMatch(/^2 breaking changes[;,] /);
  expect(verdict.text).toContain(words);
});

test("nothing that breaks passes whatever the versions, and what breaks fails without them", () => {
  expect(verdictOf(0, { before: "1.0.0", after: "1.0.0" })).toEqual({
    passes: true,
    text: "No breaking change.",
  });
  expect(verdictOf(1)).toEqual({ passes: false, text: "1 breaking change." });
  expect(verdictOf(1, { before: undefined, after: "1.0.0" }).passes).toBe(false);
  expect(verdictOf(1, { before: "1.0.0", after: "latest" }).passes).toBe(false);
});
