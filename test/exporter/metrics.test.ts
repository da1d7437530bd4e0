import { describe, expect, test } from "vitest";
import type { Assessment } from "../../src/audit/assessment.js";
import type { TargetResult } from "../../src/audit/result.js";
import type { Target } from "../../src/audit/target.js";
import { createMetrics, type Metrics } from "../../src/cli/exporter/metrics.js";
import { backup } from "../audit/records.js";
import { target } from "../audit/run-double.js";
import { HOUR, made, NOW } from "../cli/audit/doubles.js";

/** The lines of a scrape that start with `begin`, without their prefix. */
async function lines(metrics: Metrics, begin: string): Promise<string[]> {
  let text = "";
  for await (const piece of metrics.text()) text += piece;
  return text
    .split("\n")
    .flatMap((line) => (line.startsWith(`backup_records_${begin}`) ? [line.slice(15)] : []));
}

function assessed(over: Partial<Assessment>): TargetResult {
  const result = made({ name: "a", verdict: "ok" });
  return result.assessment === null ? result : { ...result, assessment: { ...result.assessment, ...over } };
}

const serving = (targets: readonly Target[], allSeries = false) =>
  createMetrics({ targets, allSeries, now: () => NOW });
const start = (allSeries = false) => serving([target("a")], allSeries);

test("throttled requests are counted over all targets and rounds", async () => {
  const metrics = start();
  metrics.take({ ...assessed({}), throttled: 2 });
  metrics.take({ ...made({ name: "b", verdict: "not-checked" }), throttled: 3 });
  expect(await lines(metrics, "throttled_total{")).toEqual(['throttled_total{service="dcs"} 5']);
});

test("a fact that the service no longer reports is absent, not its last value", async () => {
  const metrics = start(true);
  metrics.take(assessed({ restorable: 3, states: { succeeded: 2, running: 1 } }));
  expect(await lines(metrics, "last_success_age_seconds{")).toEqual([
    `last_success_age_seconds{target="a",service="dcs",group=""} ${(20 * HOUR) / 1000}`,
  ]);
  metrics.take(assessed({ verdict: "never", lastGoodAt: null, restorable: null, states: { failed: 3 } }));
  expect(await lines(metrics, "last_success_age_seconds{")).toEqual([]);
  expect(await lines(metrics, "last_success_timestamp_seconds{")).toEqual([]);
  expect(await lines(metrics, "restorable{")).toEqual([]);
  expect(await lines(metrics, "records{")).toEqual([
    'records{target="a",service="dcs",group="",state="failed"} 3',
  ]);
});

const known = made({ name: "a", verdict: "missed" }).assessment;
/** A result with all that a result can have. */
const everything = assessed({
  ...known,
  lastGood: backup("succeeded", 20, { sizeBytes: 9 }),
  goodLeft: 5,
  failuresSince: 2,
  restorable: 3,
  runs: { due: 1, missed: [new Date(NOW - HOUR)], failed: [], latest: [], next: new Date(NOW + 4 * HOUR) },
  lastRestore: { at: new Date(NOW - 48 * HOUR), durationMs: null, backupId: null },
  states: { succeeded: 2, running: 1 },
});

const failed = (result: TargetResult, name: string): TargetResult => ({
  ...result,
  assessment: null,
  failure: { name, message: "no", code: null, requestId: null },
});

/** The names of the series of the target `a`, with the labels that are not those of every series. */
async function seriesOf(metrics: Metrics): Promise<string[]> {
  const all = (await lines(metrics, "")).filter((line) => line.includes('target="a"'));
  return all.map((line) =>
    line.replace(/target="a",service="dcs",group=""(,account.*"|,?)/, "").replace("{}", ""),
  );
}

test.each([true, false])(
  "with all series: %s; an instance that is gone has no series but that, and one whose service fails keeps them",
  async (all) => {
    const metrics = start(all);
    metrics.take(everything);
    const before = await seriesOf(metrics);
    metrics.take(failed(everything, "ConnectionError"));
    const silent = await seriesOf(metrics);
    expect(silent.filter((line) => !/^(target_up|target_failures)/.test(line))).toEqual(
      before.filter((line) => !line.startsWith("target_up")),
    );
    expect(silent).toContain("target_up 0");
    const isLeft = (line: string) => !/^target_(failures|poll)/.test(line);
    const gone = ["good_backups_left 0", "target_info 1", "target_up 0", 'verdict{verdict="gone"} 1'];
    metrics.take(failed(everything, "NotFoundError"));
    expect((await seriesOf(metrics)).filter(isLeft).sort()).toEqual(gone);
    metrics.take(failed(everything, "ConnectionError"));
    expect((await seriesOf(metrics)).filter(isLeft).sort()).toEqual(gone);
    metrics.take(everything);
    expect((await seriesOf(metrics)).filter((line) => !line.startsWith("target_failures"))).toEqual(before);
    metrics.take(assessed({ verdict: "gone", lastGoodAt: null, goodLeft: 0, states: {} }));
    expect((await seriesOf(metrics)).filter(isLeft).sort()).toEqual(gone.with(2, "target_up 1"));
  },
);

test("an id that no check has found is not gone: it may be mistyped", async () => {
  const metrics = start();
  metrics.take(failed(everything, "NotFoundError"));
  expect(await seriesOf(metrics)).toEqual(["target_info 1", "target_up 0"]);
});

describe("a target has", () => {
  test("ten series at most", async () => {
    const metrics = start();
    metrics.take(everything);
    expect((await seriesOf(metrics)).sort()).toEqual([
      "failures_since_success 2",
      "good_backups_left 5",
      `last_restore_timestamp_seconds ${(NOW - 48 * HOUR) / 1000}`,
      `last_success_timestamp_seconds ${(NOW - 20 * HOUR) / 1000}`,
      "missed_runs 1",
      `next_run_timestamp_seconds ${(NOW + 4 * HOUR) / 1000}`,
      "objective_max_age_seconds 93600",
      "target_info 1",
      "target_up 1",
      'verdict{verdict="missed"} 1',
    ]);
  });

  test("further ones with all series", async () => {
    const metrics = start(true);
    metrics.take(everything);
    const few = start();
    few.take(everything);
    const usual = await seriesOf(few);
    expect((await seriesOf(metrics)).filter((line) => !usual.includes(line)).sort()).toEqual([
      "data_age_seconds 0",
      `last_poll_timestamp_seconds ${NOW / 1000}`,
      "last_restore_age_seconds 172800",
      "last_success_age_seconds 72000",
      "last_success_duration_seconds 300",
      "last_success_size_bytes 9",
      'records{state="running"} 1',
      'records{state="succeeded"} 2',
      "restorable 3",
      "target_poll_duration_seconds 0.25",
    ]);
  });

  test("no limit of an age where the schedule alone counts, and no run where there is no schedule", async () => {
    const objective = { ...target("a").objective, maxAge: Number.POSITIVE_INFINITY };
    const metrics = serving([target("a", { objective })]);
    metrics.take(assessed({ runs: null }));
    expect((await seriesOf(metrics)).join()).not.toMatch(/max_age|run/);
  });

  test("one verdict at a time", async () => {
    const metrics = start();
    for (const verdict of ["ok", "missed", "missed", "suspect"] as const) {
      metrics.take(assessed({ verdict }));
      expect(await lines(metrics, "verdict{")).toEqual([
        `verdict{target="a",service="dcs",group="",verdict="${verdict}"} 1`,
      ]);
    }
  });
});

test("targets that nothing protects are counted for each service, once one of it was checked", async () => {
  const [a, b, c] = [target("a"), target("b"), target("c", { service: "vbs" })];
  const metrics = serving([a, b, c]);
  const counts = () => lines(metrics, "unprotected_targets{");
  expect(await counts()).toEqual([]);
  metrics.take({ ...assessed({ verdict: "unprotected" }), target: a });
  metrics.take({ ...assessed({ verdict: "unprotected" }), target: b });
  expect(await counts()).toEqual(['unprotected_targets{service="dcs"} 2']);
  metrics.take({ ...assessed({}), target: b });
  metrics.take({ ...assessed({}), target: c });
  expect(await counts()).toEqual([
    'unprotected_targets{service="dcs"} 1',
    'unprotected_targets{service="vbs"} 0',
  ]);
  metrics.replaceTargets([c]);
  expect(await counts()).toEqual(['unprotected_targets{service="vbs"} 0']);
});

test("what is known of targets that stay is served on after a change, and of others nothing", async () => {
  const metrics = serving([target("a"), target("b"), target("c")]);
  // Results come with what the exporter remembers.
  const memory = { checkedAt: null, schedule: null };
  for (const name of ["a", "b", "c"]) metrics.take({ ...assessed({}), target: target(name, { memory }) });
  metrics.take(failed({ ...assessed({}), target: target("a") }, "ConnectionError"));
  const moved = target("c", { resource: { type: "instance", id: "another" } });
  metrics.replaceTargets([target("a", { group: "g", labels: { team: "w" } }), moved, target("d")]);
  const ok = async () => (await lines(metrics, "verdict{")).filter((line) => line.endsWith(" 1"));
  expect(await ok()).toEqual(['verdict{target="a",service="dcs",group="g",verdict="ok"} 1']);
  expect(await lines(metrics, "target_up{")).toEqual(['target_up{target="a",service="dcs",group="g"} 0']);
  const info = (await lines(metrics, "target_info{")).map((line) => /target="(.)"/.exec(line)?.[1]);
  expect(info).toEqual(["a", "c", "d"]);
  expect((await lines(metrics, "target_info{"))[0]).toContain('label_team="w"');
});

test("a gateway that invents many error codes gets few series", async () => {
  const metrics = start();
  const context = {
    type: "attempt",
    service: "dcs",
    operation: "o",
    callId: 1,
    attempt: 1,
    status: 500,
  } as const;
  const count = (code: string) => metrics.count({ ...context, code, requestId: null, durationMs: 1 });
  for (let at = 0; at < 1_000; at++) count(`DCS.${at}`);
  count("DCS.0");
  count("<b>\n x");
  const series = await lines(metrics, "request_errors_total{");
  expect(series).toHaveLength(101);
  expect(series[0]).toBe('request_errors_total{service="dcs",code="DCS.0"} 2');
  expect(series[100]).toBe('request_errors_total{service="dcs",code="other"} 901');
});

test("a name or label with line breaks and quotes stays on one line", async () => {
  const name = 'a"} 1\n# TYPE x counter\\';
  const metrics = serving([target(name, { labels: { team: "w\n" } })]);
  const [line, ...others] = await lines(metrics, "target_info{");
  expect(others).toEqual([]);
  expect(line).toContain('target="a\\"} 1\\n# TYPE x counter\\\\"');
  expect(line).toContain('label_team="w\\n"');
});
