import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { holds, interpolate } from "../../scripts/try-workflow/expression.js";
import { type Machine, runSteps } from "../../scripts/try-workflow/runner.js";
import type { Step } from "../../scripts/try-workflow/workflow.js";
import { lacks } from "../support/parts.js";

const contexts = {
  github: { event_name: "pull_request", ref: "refs/heads/main" },
  needs: { pack: { outputs: { version: "1.2.3" } } },
  inputs: { "fail-on": "never" },
  secrets: {},
};

describe("an expression", () => {
  test.each([
    ["github.event_name == 'pull_request' && 'HEAD^1' || ''", "HEAD^1"],
    ["github.event_name == 'push' && 'HEAD^1' || ''", ""],
    ["needs.pack.outputs.version", "1.2.3"],
    ["inputs.fail-on", "never"],
    ["secrets.NPM_TOKEN", ""],
    ["'it''s'", "it's"],
    ["!cancelled()", "true"],
  ])("%s is %j", (expression, text) => {
    expect(interpolate(`<\${{ ${expression} }}>`, contexts)).toBe(`<${text}>`);
  });

  test.each(["process.exit(1)", "github.event_name = 'x'", "hashFiles('x')", "`x`"])(
    "%s is not supported",
    (expression) => {
      expect(() => interpolate(`\${{ ${expression} }}`, contexts)).toThrow("not supported");
    },
  );

  test.each([
    [undefined, false, true],
    [undefined, true, false],
    ["github.event_name == 'pull_request'", true, false],
    [`\${{ !cancelled() }}`, true, true],
    ["always()", true, true],
    ["failure()", false, false],
    ["needs.pack.outputs.version == '1.2.4'", false, false],
  ])("%j, after a failure: %j, holds: %j", (condition, failed, answer) => {
    expect(holds(condition, contexts, { failed })).toBe(answer);
  });
});

const folder = mkdtempSync(join(tmpdir(), "try-workflow-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function tryOut(steps: readonly Step[]) {
  const lines: string[] = [];
  const temp = mkdtempSync(join(folder, "run-"));
  const workspace = join(temp, "workspace");
  mkdirSync(workspace);
  const env = { PATH: process.env["PATH"] ?? "" };
  const say = (line: string) => lines.push(line.replace(/ \([\d.]+ s\)$/, ""));
  const machine: Machine = { workspace, temp, artifacts: join(temp, "artifacts"), env, say };
  return { ...runSteps(steps, contexts, machine), lines };
}

describe.skipIf(lacks("bash"))("a trial of steps", () => {
  test("passes outputs on, and skips the steps after a failure unless they run always", () => {
    const { failed, lines } = tryOut([
      { id: "first", run: 'echo "answer=42" >> "$GITHUB_OUTPUT"' },
      { name: "second", env: { ANSWER: `\${{ steps.first.outputs.answer }}` }, run: '[ "$ANSWER" = 42 ]' },
      { name: "third", run: "false" },
      { name: "fourth", run: "exit 0" },
      { name: "fifth", if: "always()", run: "exit 0" },
    ]);
    expect(lines.slice(1)).toEqual(["ok    second", "FAIL  third", "skip  fourth", "ok    fifth"]);
    expect(failed).toBe(true);
  });

  test("keeps artifacts, and fails if there is nothing to keep", () => {
    const { failed, lines } = tryOut([
      { run: "mkdir site && echo page > site/index.html" },
      { name: "keep", uses: "actions/upload-artifact@0", with: { name: "docs", path: "site/" } },
      { name: "fetch", uses: "actions/download-artifact@0", with: { name: "docs", path: "again" } },
      { name: "look", run: "grep page again/index.html > /dev/null" },
      { name: "keep nothing", uses: "actions/upload-artifact@0", with: { path: "no-such-folder" } },
    ]);
    expect(lines.slice(1)).toEqual([
      "ok    keep",
      "ok    fetch",
      "ok    look",
      "no-such-folder is empty or missing",
      "FAIL  keep nothing",
    ]);
    expect(failed).toBe(true);
  });

  test("names the steps that only GitHub can run", () => {
    const { failed, untried } = tryOut([
      { uses: "actions/checkout@0" },
      { id: "deployment", uses: "actions/deploy-pages@0" },
    ]);
    expect(untried).toEqual(["actions/deploy-pages@0"]);
    expect(failed).toBe(false);
  });
});
