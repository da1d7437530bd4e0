import { describe, expect, test } from "vitest";
import { findDrift, type ValidationError, type Validator } from "../../src/core/validation.js";

const context = { service: "dcs", operation: "ListBackupRecordsV1" };

function failing(...errors: ValidationError[]): Validator {
  return Object.assign(() => false, { errors });
}

describe("findDrift", () => {
  test("finds nothing where the validator does not", () => {
    expect(findDrift(() => true, {}, context)).toEqual([]);
    expect(
      findDrift(
        Object.assign(() => false, { errors: null }),
        {},
        context,
      ),
    ).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, string]>([
    ["type", { type: ["string", "null"] }, "string, null"],
    ["enum", { allowedValues: ["a", "b"] }, "a, b"],
    ["pattern", { pattern: "^a$" }, "^a$"],
    ["minimum", { limit: 1 }, "1"],
    ["not", {}, "not"],
  ])("words what %s expects", (keyword, params, expected) => {
    const [drift] = findDrift(failing({ instancePath: "/a", keyword, params }), { a: 0 }, context);
    expect(drift).toEqual({
      ...context,
      kind: "unexpected-type",
      pointer: "/a",
      expected,
      found: 0,
      occurrences: 1,
    });
  });

  test("lists a hundred differences at the most, and counts on behind them", () => {
    const items = Array.from({ length: 150 }, (_, i) => `value-${i}`);
    const errors = items.map((_, i) => ({
      instancePath: `/a/${i}`,
      keyword: "enum",
      params: { allowedValues: ["x"] },
    }));
    const drifts = findDrift(failing(...errors, ...errors), { a: items }, context);
    expect(drifts).toHaveLength(100);
    expect(drifts[0]).toMatchObject({ pointer: "/a/0", found: "value-0", occurrences: 2 });
  });

  test("tells one value of another type like any other", () => {
    const errors = [1n, 2n].map((_, i) => ({
      instancePath: `/a/${i}`,
      keyword: "type",
      params: { type: "string" },
    }));
    expect(findDrift(failing(...errors), { a: [1n, 2n] }, context)).toEqual([
      expect.objectContaining({ pointer: "/a/0", found: "1", occurrences: 2 }),
    ]);
  });

  test("escapes the names of fields in its pointers", () => {
    const error = { instancePath: "/a", keyword: "required", params: { missingProperty: "b/c~d" } };
    expect(findDrift(failing(error), { a: {} }, context)[0]?.pointer).toBe("/a/b~1c~0d");
  });
});
