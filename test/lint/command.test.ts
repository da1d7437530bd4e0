import { describe, expect, test } from "vitest";
import { readReports, together } from "../../src/cli/lint/problems.js";
import { summaryOf } from "../../src/cli/lint/render.js";
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

describe("the numbers are of all findings, listed or not", () => {
  const report = (listed: number, errors: number, warnings: number) =>
    JSON.stringify(
      {
        totals: { errors, warnings },
        problems: Array.from({ length: listed }, () => ({ severity: "error", ruleId: "r", message: "m" })),
      },
      null,
      2,
    );
  const summary = (...reports: string[]) =>
    summaryOf(together(readReports(reports.join("")) ?? []), "a.yaml");

  test("a report that was cut says so", () => {
    expect(summary(report(2, 50_220, 1))).toBe(
      "a.yaml: 50220 errors, 1 warning (only the first 2 are listed)",
    );
    expect(summary(report(2, 2, 0), report(1, 3, 0))).toBe("a.yaml: 5 errors (only the first 3 are listed)");
  });

  test("a whole one does not", () => {
    expect(summary(report(1, 1, 0))).toBe("a.yaml: 1 error");
    expect(summary(report(0, 0, 0), report(0, 0, 0))).toBe("a.yaml: keeps every rule");
  });
});
