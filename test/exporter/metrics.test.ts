import { expect, test } from "vitest";
import type { Assessment } from "../../src/audit/assessment.js";
import type { TargetResult } from "../../src/audit/result.js";
import { createMetrics, type Metrics } from "../../src/cli/exporter/metrics.js";
import { target } from "../audit/run-double.js";
import { HOUR, made, NOW } from "../cli/audit/doubles.js";

/** The lines of a scrape that start with `begin`, without their prefix. */
async function lines(metrics: Metrics, begin: string): Promise<string[]> {
  const all = (await metrics.text()).split("\n");
  return all.flatMap((line) => (line.startsWith(`backup_records_${begin}`) ? [line.slice(15)] : []));
}

function assessed(over: Partial<Assessment>): TargetResult {
  const result = made({ name: "a", verdict: "ok" });
  return result.assessment === null ? result : { ...result, assessment: { ...result.assessment, ...over } };
}

const start = () => createMetrics([target("a")], () => NOW);

test("throttled requests are counted over all targets and rounds", async () => {
  const metrics = start();
  metrics.take({ ...assessed({}), throttled: 2 });
  metrics.take({ ...made({ name: "b", verdict: "not-checked" }), throttled: 3 });
  expect(await lines(metrics, "throttled_total{")).toEqual(['throttled_total{service="dcs"} 5']);
});

test("a fact that the service no longer reports is absent, not its last value", async () => {
  const metrics = start();
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

const failed = (result: TargetResult, name: string): TargetResult => ({
  ...result,
  assessment: null,
  failure: { name, message: "no", code: null, requestId: null },
});

test("an instance that is gone has no verdict any more, and one whose service fails keeps it", async () => {
  const metrics = start();
  const all = ["verdict{", "records{", "data_age_seconds{", "last_success_age_seconds{", "restorable{"];
  const served = async () => (await Promise.all(all.map((begin) => lines(metrics, begin)))).flat().length;
  metrics.take(assessed({ restorable: 3, states: { succeeded: 2, running: 1 } }));
  const before = await served();
  expect(before).toBeGreaterThan(9);
  metrics.take(failed(assessed({}), "ConnectionError"));
  expect(await served()).toBe(before);
  metrics.take(failed(assessed({}), "NotFoundError"));
  expect(await served()).toBe(0);
  expect(await lines(metrics, "target_up{")).toEqual(['target_up{target="a",service="dcs",group=""} 0']);
});

test("what is known of targets that stay is served on after a change, and of others nothing", async () => {
  const metrics = createMetrics([target("a"), target("b"), target("c")], () => NOW);
  for (const name of ["a", "b", "c"]) metrics.take({ ...assessed({}), target: target(name) });
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
  const context = { type: "attempt", service: "dcs", operation: "o", attempt: 1, status: 500 } as const;
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
  const metrics = createMetrics([target(name, { labels: { team: "w\n" } })], () => NOW);
  const [line, ...others] = await lines(metrics, "target_info{");
  expect(others).toEqual([]);
  expect(line).toContain('target="a\\"} 1\\n# TYPE x counter\\\\"');
  expect(line).toContain('label_team="w\\n"');
});
