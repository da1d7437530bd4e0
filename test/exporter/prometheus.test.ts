import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parse, stringify } from "yaml";
import { lacks, pathOf } from "../support/parts.js";
import { wholeRound } from "../support/round.js";
import { type Lab, startLab } from "./support/lab.js";
import { startPrometheus, type TestPrometheus } from "./support/prometheus.js";

const HOUR = 3_600_000;

interface Alert {
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly state: string;
}

/** The shipped files, but fast: scraped and evaluated ten times a second, and alerts fire at once. */
function quickly(url: string) {
  const configuration = parse(readFileSync("deploy/prometheus/prometheus.yml", "utf8"));
  const rules = parse(readFileSync("deploy/prometheus/alerts.yml", "utf8"));
  configuration.global = { scrape_interval: "100ms", scrape_timeout: "100ms", evaluation_interval: "100ms" };
  configuration.scrape_configs[0].static_configs[0].targets = [new URL(url).host];
  for (const rule of rules.groups[0].rules) rule.for = "0s";
  return [stringify(configuration), stringify(rules)] as const;
}

const skipped = !wholeRound || lacks("prometheus") || lacks("promtool");

describe.skipIf(skipped)("Prometheus", () => {
  let lab: Lab;
  let prometheus: TestPrometheus;

  beforeAll(async () => {
    lab = await startLab(["prod", "stuck-job", "never-a"]);
    await lab.round();
    prometheus = await startPrometheus(...quickly(lab.exporter.url));
  });

  afterAll(async () => {
    await prometheus?.stop();
    await lab?.stop();
  });

  const alerts = async (name: string) =>
    (await prometheus.api<{ alerts: Alert[] }>("alerts")).alerts.filter(
      ({ labels, state }) => labels["alertname"] === name && state === "firing",
    );
  const patience = { timeout: 15_000, interval: 100 };

  test("scrapes the exporter; a backup becomes late, and its alert fires", async () => {
    await vi.waitFor(async () => expect(await alerts("BackupStuck")).toHaveLength(1), patience);
    expect((await alerts("BackupNoneLeft")).map(({ labels }) => labels["target"])).toEqual(["never-a"]);
    expect((await alerts("BackupLate")).map(({ labels }) => labels["target"])).not.toContain("prod");
    expect(await alerts("BackupExporterDown")).toEqual([]);
    // The next round sees the backups that there were 30 hours ago, and takes them for recent ones.
    lab.pass(-30 * HOUR);
    await lab.nextRound();
    const late = await vi.waitFor(async () => {
      const found = (await alerts("BackupLate")).find(({ labels }) => labels["target"] === "prod");
      expect(found).toBeDefined();
      return found;
    }, patience);
    expect(late?.labels).toMatchObject({ service: "dcs", group: "caches", severity: "critical" });
    expect(late?.annotations["summary"]).toMatch(/^prod: the last good backup is \d+d \d+h .* old$/);
  });

  test("accepts every query of the dashboard", async () => {
    const { panels } = JSON.parse(readFileSync("deploy/grafana/dashboard.json", "utf8"));
    for (const { expr } of panels.flatMap((panel: { targets: { expr: string }[] }) => panel.targets)) {
      const query = expr.replaceAll("$group", ".*").replaceAll("$__rate_interval", "1m");
      const { result } = await prometheus.api<{ result: unknown[] }>(
        `query?query=${encodeURIComponent(query)}`,
      );
      expect(result, query).toBeInstanceOf(Array);
    }
  });

  test("finds no problem in the metrics' names and the rules", async () => {
    const text = await (await fetch(`${lab.exporter.url}/metrics`)).text();
    const metrics = spawnSync(pathOf("promtool"), ["check", "metrics"], { input: text, encoding: "utf8" });
    expect(metrics.stdout + metrics.stderr).toBe("");
    const rules = spawnSync(pathOf("promtool"), ["check", "rules", "deploy/prometheus/alerts.yml"], {
      encoding: "utf8",
    });
    expect(rules.status, rules.stdout + rules.stderr).toBe(0);
  });

  test("fires an alert when the exporter has stopped", async () => {
    lab.exporter.stop();
    await vi.waitFor(async () => expect(await alerts("BackupExporterDown")).not.toEqual([]), patience);
  });
});
