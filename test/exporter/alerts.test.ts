import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { slug } from "../../scripts/docs/markdown.js";
import { lacks, pathOf } from "../support/parts.js";
import { wholeRound } from "../support/round.js";

const FOLDER = "deploy/prometheus";
const read = (name: string) => readFileSync(join(FOLDER, name), "utf8");

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly annotations: Readonly<Record<string, string>>;
}
interface UnitTest {
  readonly alert_rule_test: { readonly alertname: string; readonly exp_alerts: object[] }[];
}

const rules: Rule[] = parse(read("alerts.yml")).groups.flatMap((group: { rules: Rule[] }) => group.rules);
const tests: UnitTest[] = parse(read("alerts.test.yml")).tests;
const names = rules.map(({ alert }) => alert);

describe("every alert", () => {
  test("has a runbook, in the same order, and a link to it", () => {
    const runbooks = readFileSync("docs/guide/runbooks.md", "utf8");
    expect([...runbooks.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(names);
    for (const { alert, annotations } of rules) {
      expect(annotations["runbook_url"]).toBe(`https://docs.example/guide/runbooks.html#${slug(alert)}`);
    }
  });

  test("has a unit test in which it fires, and one in which it does not", () => {
    const expected = tests.flatMap((one) => one.alert_rule_test);
    const which = (fires: boolean) =>
      new Set(
        expected
          .filter(({ exp_alerts }) => exp_alerts.length > 0 === fires)
          .map(({ alertname }) => alertname),
      );
    expect([...which(true)].sort()).toEqual([...names].sort());
    expect([...which(false)].sort()).toEqual([...names].sort());
  });
});

describe.skipIf(lacks("promtool"))("promtool", { timeout: 120_000 }, () => {
  /** Runs the unit tests on these rules. */
  function testRules(alerts: string): { readonly status: number | null; readonly output: string } {
    const folder = mkdtempSync(join(tmpdir(), "backup-records-alerts-"));
    try {
      writeFileSync(join(folder, "alerts.yml"), alerts);
      writeFileSync(join(folder, "alerts.test.yml"), read("alerts.test.yml"));
      const args = ["test", "rules", "alerts.test.yml"];
      const { status, stdout, stderr } = spawnSync(pathOf("promtool"), args, {
        cwd: folder,
        encoding: "utf8",
      });
      return { status, output: stdout + stderr };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  test("finds every alert as its unit tests say", () => {
    expect(testRules(read("alerts.yml"))).toMatchObject({ status: 0 });
  });

  test.skipIf(!wholeRound).each([
    ["without the exception of what is gone", '{verdict=~"paused|gone"}', '{verdict="paused"}'],
    ["without the exception of what is new", '{verdict=~"new|paused"}', '{verdict="paused"}'],
    [
      "with a delay on a verdict that goes back and forth",
      'verdict="failing"}',
      'verdict="failing"} == 1\n        for: 5m',
    ],
    ["with another limit", "good_backups_left == 0", "good_backups_left <= 1"],
    [
      "with silence of what is gone",
      '\n          unless on (target, service, group) backup_records_verdict{verdict="gone"}',
      "",
    ],
  ])("fails rules %s", (_, old, changed) => {
    const alerts = read("alerts.yml").replace(old, changed);
    expect(alerts).not.toBe(read("alerts.yml"));
    expect(testRules(alerts).status).toBe(1);
  });
});
