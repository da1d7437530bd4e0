import { readFileSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { startExporter } from "../../src/cli/exporter/exporter.js";
import { type Lab, type LabOptions, type Sample, startLab } from "./support/lab.js";

const HOUR = 3_600_000;

let lab: Lab | undefined;
afterEach(async () => {
  await lab?.stop();
  lab = undefined;
});

async function labWith(ids: readonly string[], options?: LabOptions): Promise<Lab> {
  lab = await startLab(ids, options);
  await lab.round();
  return lab;
}

const find = (samples: readonly Sample[], name: string, labels: Record<string, string> = {}) =>
  samples.find(
    (sample) =>
      sample.name === `backup_records_${name}` &&
      Object.entries(labels).every(([key, value]) => sample.labels[key] === value),
  );

test.each([
  ["back", -48 * HOUR],
  ["forward", 48 * HOUR],
])("a clock that is set %s during a round does not move the next one", async (_, by) => {
  let now = 48 * HOUR;
  const waits: number[] = [];
  const clock = {
    now: () => {
      now += by;
      return now;
    },
    elapsed: () => 0,
    after: (ms: number) => {
      waits.push(ms);
      return () => {};
    },
  };
  const clientsOf = () => () => {
    throw new Error("there is no target");
  };
  const listen = { host: "127.0.0.1", port: 0 };
  const exporter = await startExporter({
    targets: [],
    discoveries: [],
    clientsOf,
    listen,
    intervalMs: HOUR,
    concurrency: 1,
    allSeries: false,
    clock,
  });
  while (waits.length === 0) await new Promise((resolve) => setImmediate(resolve));
  exporter.stop();
  await exporter.ended;
  expect(waits).toEqual([HOUR]);
});

describe("the exporter's metrics", () => {
  test("show each target's verdict, its last good backup and the facts behind the verdict", async () => {
    const samples = await (await labWith(["prod", "late-a", "failing-b"], { allSeries: true })).scrape();
    const of =
      (target: string) =>
      (name: string, labels = {}) =>
        find(samples, name, { target, service: "dcs", group: "caches", ...labels })?.value;
    const [prod, late, failing] = [of("prod"), of("late-a"), of("failing-b")];
    expect(prod("verdict", { verdict: "ok" })).toBe(1);
    expect(prod("verdict", { verdict: "late" })).toBeUndefined();
    expect(late("verdict", { verdict: "late" })).toBe(1);
    expect(failing("verdict", { verdict: "failing" })).toBe(1);
    expect(failing("failures_since_success")).toBeGreaterThan(0);
    expect(prod("last_success_age_seconds")).toBeLessThan(26 * 3600);
    expect(late("last_success_age_seconds")).toBeGreaterThan(26 * 3600);
    expect(prod("last_success_timestamp_seconds")).toBeCloseTo(
      Date.now() / 1000 - Number(prod("last_success_age_seconds")),
      -1,
    );
    expect(prod("last_success_size_bytes")).toBeGreaterThan(0);
    expect(prod("last_success_duration_seconds")).toBeGreaterThan(0);
    expect(prod("records", { state: "succeeded" })).toBeGreaterThan(0);
    expect(prod("target_up")).toBe(1);
    expect(prod("objective_max_age_seconds")).toBe(26 * 3600);
    expect(find(samples, "target_info", { target: "prod" })?.labels).toMatchObject({
      account: "lab",
      resource_type: "instance",
      resource_id: "prod",
      label_cost_center: "4711",
    });
    expect(find(samples, "requests_total", { status: "200" })?.value).toBeGreaterThanOrEqual(3);
    expect(find(samples, "poll_duration_seconds_count")?.value).toBe(1);
  });

  test("keep the last facts of a target that cannot be checked, and show how old they are", async () => {
    const running = await labWith(["prod"], { allSeries: true });
    const before = await running.scrape();
    await running.mock.stop();
    running.pass(2 * HOUR);
    await running.nextRound();
    const samples = await running.scrape();
    const value = (name: string, labels = {}) => find(samples, name, labels)?.value;
    expect(value("target_up")).toBe(0);
    expect(value("verdict", { verdict: "ok" })).toBe(1);
    expect(value("last_success_timestamp_seconds")).toBe(
      find(before, "last_success_timestamp_seconds")?.value,
    );
    expect(value("data_age_seconds")).toBeGreaterThanOrEqual(7200);
    expect(value("target_failures_total", { error: "ConnectionError" })).toBe(1);
    expect(value("request_errors_total", { code: "ECONNREFUSED" })).toBe(1);
    expect(value("requests_total", { status: "none" })).toBe(1);
  });

  test("let a backup's age grow from scrape to scrape, and change the verdict with the next round", async () => {
    const running = await labWith(["prod"], { allSeries: true });
    running.pass(30 * HOUR);
    const between = await running.scrape();
    const limit = Number(find(between, "objective_max_age_seconds")?.value);
    expect(find(between, "last_success_age_seconds")?.value).toBeGreaterThan(limit);
    expect(find(between, "verdict", { verdict: "ok" })?.value).toBe(1);
    await running.nextRound();
    const samples = await running.scrape();
    expect(find(samples, "verdict", { verdict: "ok" })).toBeUndefined();
    const holding = samples.filter(({ name }) => name === "backup_records_verdict");
    expect(holding).toHaveLength(1);
  });

  test("of a target that was never checked with success are absent, not zero", async () => {
    const samples = await (await labWith(["forbidden-x"], { allSeries: true })).scrape();
    expect(find(samples, "target_up")?.value).toBe(0);
    expect(find(samples, "target_failures_total", { error: "PermissionError" })?.value).toBe(1);
    expect(find(samples, "verdict")).toBeUndefined();
    expect(find(samples, "last_success_age_seconds")).toBeUndefined();
  });
});

test("other targets are checked at once, though the next round is not due", async () => {
  const running = await labWith(["prod", "late-a"]);
  const ended = running.ended();
  running.replace(["late-a", "failing-b"]);
  await ended;
  const samples = await running.scrape();
  const served = samples.filter(({ name }) => name === "backup_records_target_up");
  expect(served.map(({ labels }) => labels["target"])).toEqual(["late-a", "failing-b"]);
  expect(find(samples, "verdict", { target: "failing-b", verdict: "failing" })?.value).toBe(1);
  expect(find(samples, "poll_duration_seconds_count")?.value).toBe(2);
});

describe("the exporter's server", () => {
  test("is ready after every target has been checked once, and lists its paths", async () => {
    lab = await startLab(["prod"]);
    const status = async (path: string, method = "GET") =>
      (await fetch(`${lab?.exporter.url}${path}`, { method })).status;
    expect(await status("/healthz")).toBe(200);
    await lab.round();
    expect(await status("/readyz")).toBe(200);
    expect(await status("/")).toBe(200);
    expect(await status("/nothing")).toBe(404);
    expect(await status("/metrics", "POST")).toBe(405);
  });

  test("is not ready before that", async () => {
    lab = await startLab(Array.from({ length: 400 }, (_, at) => `many-${at}`));
    expect((await fetch(`${lab.exporter.url}/readyz`)).status).toBe(503);
  });

  test("does not respond after it was stopped", async () => {
    const running = await labWith(["prod"]);
    running.exporter.stop();
    await running.exporter.ended;
    await expect(fetch(`${running.exporter.url}/metrics`)).rejects.toThrow();
  });
});

describe("the dashboard and the alerts", () => {
  const expressions = (): string[] => {
    const dashboard = JSON.parse(readFileSync("deploy/grafana/dashboard.json", "utf8"));
    const rules = parse(readFileSync("deploy/prometheus/alerts.yml", "utf8"));
    return [
      ...dashboard.panels.flatMap((panel: { targets: { expr: string }[] }) => panel.targets),
      ...rules.groups.flatMap((group: { rules: { expr: string }[] }) => group.rules),
    ].map(({ expr }) => expr);
  };

  test("use only metrics that the exporter has", async () => {
    const { exporter } = await labWith(["prod"]);
    const text = await (await fetch(`${exporter.url}/metrics`)).text();
    const served = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
    const used = new Set(expressions().flatMap((expr) => expr.match(/backup_records_\w+/g) ?? []));
    expect(used.size).toBeGreaterThan(5);
    expect([...used].filter((name) => !served.has(name))).toEqual([]);
  });
});

describe("an exporter that finds its targets", () => {
  const up = (samples: readonly Sample[]) =>
    samples
      .filter(({ name }) => name === "backup_records_target_up")
      .map(({ labels, value }) => [labels["target"], value]);

  test("ends the series of what is gone, and keeps those of a place that cannot be listed", async () => {
    let refused = false;
    const refusing: typeof fetch = async (...call) =>
      refused && String(call[0]).includes("/instances?")
        ? new Response("{}", { status: 403 })
        : fetch(...call);
    const lab = await labWith(["mine"], { schedule: "own", find: ["missed-*", "gone-*"], fetch: refusing });
    const first = up(await lab.scrape());
    expect(first.length).toBe(3);
    expect(first.map(([, value]) => value)).toEqual([1, 1, 1]);

    refused = true;
    await lab.nextRound();
    const second = up(await lab.scrape());
    expect(second).toEqual(expect.arrayContaining(first));
    expect(second.filter(([target]) => target === "dcs in eu-de, project p")).toEqual([
      ["dcs in eu-de, project p", 0],
    ]);

    refused = false;
    lab.pass(2 * 60_000);
    await lab.nextRound();
    const third = up(await lab.scrape());
    expect(third.length).toBe(2);
    expect(first).toEqual(expect.arrayContaining(third));
  });
});
