import { describe, expect, test } from "vitest";
import { readBaseline, writeBaseline } from "../../src/cli/lint/baseline.js";
import type { LintProblem } from "../../src/cli/lint/problems.js";
import { listed, summaryOf } from "../../src/cli/lint/render.js";
import { apiFiles, refuseOtherFormats } from "../../src/cli/lint/version.js";

describe("what the rules cannot check is refused", () => {
  test.each([
    ['swagger: "2.0"\ninfo: {}\n', 'is "swagger: 2.0"'],
    ["info: {}\nopenapi: 3.2.0 # the newest\n", 'is "openapi: 3.2.0"'],
    ["'asyncapi': 3.0.0\n", 'is "asyncapi: 3.0.0"'],
    ['{"arazzo":"1.0.1"}', 'is "arazzo: 1.0.1"'],
    ["{ overlay: 1.0.0 }", 'is "overlay: 1.0.0"'],
    ["openapi: 3.10.0\n", 'is "openapi: 3.10.0"'],
  ])("%j", (text, what) => {
    expect(() => refuseOtherFormats("a.yaml", text)).toThrow(
      `a.yaml ${what}, which the rules cannot check (expected OpenAPI 3.0 or 3.1)`,
    );
  });

  test.each([
    "openapi: 3.1.0\ninfo: { description: |\n    swagger: none }\n",
    "info:\n  swagger: 2\nopenapi: '3.0.3'\n",
    '{"paths": {"swagger": "2.0"}, "openapi": "3.1.1"}',
    "{ openapi: 3.1 }",
  ])("%j is not", (text) => {
    expect(() => refuseOtherFormats("a.yaml", text)).not.toThrow();
  });

  test.each(["", "type: object\n", "openapi: [3\n", "- openapi: 2\n"])(
    "Redocly has the word on %j",
    (text) => {
      expect(() => refuseOtherFormats("a.yaml", text)).not.toThrow();
    },
  );

  test("the files of a configuration are those of its apis", () => {
    const config = "apis: { a: { root: a.yaml }, b@v1: { root: b/openapi.yaml }, c: {} }\n";
    expect(apiFiles(config)).toEqual(["a.yaml", "b/openapi.yaml"]);
    expect(["rules: {}", "apis: [a]", "[", ""].flatMap(apiFiles)).toEqual([]);
  });
});

const problem = (fields: Partial<LintProblem> = {}): LintProblem => ({
  file: "spec/a.yaml",
  line: 1,
  column: 1,
  pointer: "/paths/~1a",
  severity: "error",
  rule: "r",
  message: "m",
  ...fields,
});

describe("the numbers are of all findings, listed or not", () => {
  const many = (count: number, severity: LintProblem["severity"]) => Array(count).fill(problem({ severity }));

  test("a list that was cut says so, and has the errors", () => {
    const problems = [...many(10_000, "warning"), ...many(2, "error")];
    expect(listed(problems)).toHaveLength(10_000);
    expect(listed(problems)[1]?.severity).toBe("error");
    expect(summaryOf(problems, "a.yaml")).toBe(
      "a.yaml: 2 errors, 10000 warnings (only the first 10000 are listed)",
    );
  });

  test("a whole one keeps its order", () => {
    const problems = [problem({ severity: "warning" }), problem()];
    expect(listed(problems)).toEqual(problems);
    expect(summaryOf(problems, "a.yaml")).toBe("a.yaml: 1 error, 1 warning");
    expect(summaryOf([], "a.yaml")).toBe("a.yaml: keeps every rule");
  });

  test("what the baseline knows is counted apart", () => {
    expect(summaryOf([problem()], "a.yaml", 3)).toBe("a.yaml: 1 error, besides 3 of the baseline");
    expect(summaryOf([], "a.yaml", 3)).toBe("a.yaml: nothing new, besides 3 of the baseline");
  });
});

describe("a baseline", () => {
  const cwd = "/work/project";
  const odd = problem({ file: "b: #\u202e.yaml", rule: "other/rule", pointer: '/x/"y"' });
  const path = "ci/baseline.yaml";

  test("has a line for each place, by file and rule, relative to itself", () => {
    expect(writeBaseline(path, [problem(), odd, problem({ message: "again" })], cwd)).toBe(
      [
        "# What `backup-records lint --baseline` leaves out; --update-baseline writes it.",
        '"../b: #\\u202e.yaml":',
        '  "other/rule":',
        '    - "#/x/\\"y\\""',
        '"../spec/a.yaml":',
        '  "r":',
        '    - "#/paths/~1a"',
        "",
      ].join("\n"),
    );
  });

  test("knows what it was written of, and nothing else", () => {
    const baseline = readBaseline(path, writeBaseline(path, [problem(), odd], cwd), cwd);
    expect([problem(), odd, problem({ message: "in other words", line: 9 })].map(baseline.has)).toEqual([
      true,
      true,
      true,
    ]);
    const others = [problem({ rule: "s" }), problem({ pointer: "" }), problem({ file: "spec/c.yaml" })];
    expect(others.map(baseline.has)).toEqual([false, false, false]);
  });

  test("tells how many places are clean now, in the files that were checked", () => {
    const baseline = readBaseline(path, writeBaseline(path, [problem(), odd], cwd), cwd);
    expect(baseline.gone([], ["spec/a.yaml"])).toBe(1);
    expect(baseline.gone([problem()], ["./spec/a.yaml"])).toBe(0);
  });

  test("can be Redocly's own, and can be empty", () => {
    const own = "# This file\nspec/a.yaml:\n  r:\n    - '#/paths/~1a'\n";
    expect(readBaseline(".redocly.lint-ignore.yaml", own, cwd).has(problem())).toBe(true);
    expect(readBaseline(path, writeBaseline(path, [], cwd), cwd).has(problem())).toBe(false);
  });

  test.each(["[1", "- a", "a: 1", "a: { b: c }"])("%j is none", (text) => {
    expect(() => readBaseline(path, text, cwd)).toThrow(/^ci\/baseline\.yaml is not a baseline \(expected/);
  });
});
