import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import type { TargetResult } from "../../audit/result.js";
import type { Target } from "../../audit/target.js";
import type { ClientEvent } from "../../core/events.js";
import { createTargetMetrics, type TargetMetricsOptions } from "./target-metrics.js";

/** What Prometheus is told, kept up to date by results and events. */
export interface Metrics {
  readonly contentType: string;
  /** Takes a target's result. */
  take(result: TargetResult): void;
  /** Serves these targets instead. What is known of those that stay is served on. */
  replaceTargets(targets: readonly Target[]): void;
  /** Counts what the clients send. */
  count(event: ClientEvent): void;
  /** Takes the time that it took to check all targets once, in seconds. */
  round(seconds: number): void;
  /** The text of a scrape, metric by metric: of 20,000 targets it is 25 MB. */
  text(): AsyncGenerator<string, void, undefined>;
}

/** Metrics of targets, of what is sent to their services, and of this process. */
export function createMetrics(options: TargetMetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // Gauges with the names of counters, and no more than the sums of what `nodejs_active_*` tells by type.
  for (const kind of ["handles", "requests", "resources"])
    registry.removeSingleMetric(`nodejs_active_${kind}_total`);
  let ofTargets = createTargetMetrics(options);

  const requests = new Counter({
    name: "backup_records_requests_total",
    help: "Requests sent, retries included, by the status of the response, or `none`.",
    labelNames: ["service", "status"],
    registers: [registry],
  });
  const errors = new Counter({
    name: "backup_records_request_errors_total",
    help: "Requests that failed, by the service's error code or the class of the failure.",
    labelNames: ["service", "code"],
    registers: [registry],
  });
  const throttled = new Counter({
    name: "backup_records_throttled_total",
    help: "Requests that the service turned away because there were too many.",
    labelNames: ["service"],
    registers: [registry],
  });
  const codeOf = boundedCodes();
  const rounds = new Histogram({
    name: "backup_records_poll_duration_seconds",
    help: "How long it took to check all targets once.",
    buckets: [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600],
    registers: [registry],
  });

  return {
    contentType: registry.contentType,
    take(result) {
      throttled.inc({ service: result.target.service }, result.throttled);
      ofTargets.take(result);
    },
    replaceTargets(next) {
      ofTargets = createTargetMetrics({ ...options, targets: next }, ofTargets.latest);
    },
    count(event) {
      if (event.type !== "attempt") return;
      requests.inc({ service: event.service, status: event.status ?? "none" });
      if (event.code !== null) errors.inc({ service: event.service, code: codeOf(event.code) });
    },
    round: (seconds) => rounds.observe(seconds),
    async *text() {
      for (const each of [ofTargets.registry, registry]) {
        for (const { name } of await each.getMetricsAsArray())
          yield `${await each.getSingleMetricAsString(name)}\n`;
      }
    },
  };
}

/** Most error codes that are told apart: each is a series of its own, and a gateway may put anything there. */
const MOST_CODES = 100;

function boundedCodes(): (code: string) => string {
  const known = new Set<string>();
  return (code) => {
    if (known.has(code)) return code;
    if (known.size >= MOST_CODES || !/^[\w.:-]{1,80}$/.test(code)) return "other";
    known.add(code);
    return code;
  };
}
