import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { verdictOrder } from "../../audit/assessment.js";
import type { TargetResult } from "../../audit/result.js";
import type { Target } from "../../audit/target.js";
import type { ClientEvent } from "../../core/events.js";
import { labelValue } from "../escape.js";
import { labelName } from "./label-name.js";
import { type Known, measures } from "./measures.js";

/** What Prometheus is told, kept up to date by results and events. */
export interface Metrics {
  readonly contentType: string;
  /** Takes a target's result; if it could not be checked, what was known stays, with its age. */
  take(result: TargetResult): void;
  /** Counts what the clients send. */
  count(event: ClientEvent): void;
  /** Takes the time that it took to check all targets once, in seconds. */
  round(seconds: number): void;
  /** The text of a scrape. */
  text(): Promise<string>;
}

const perTarget = ["target", "service", "group"] as const;

/**
 * Metrics of an audit's targets. Every value of a target has the labels `target`, `service` and `group`; all else
 * that is known of it, its own labels included, is in `backup_records_target_info`.
 * @param now epoch milliseconds, for the ages
 */
export function createMetrics(targets: readonly Target[], now: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, ...more: string[]) =>
    new Gauge({
      name: `backup_records_${name}`,
      help,
      labelNames: [...perTarget, ...more],
      registers: [registry],
    });
  const latest = new Map<string, Known>();

  describeTargets(targets, registry);
  const up = gauge("target_up", "Whether the target could be checked the last time (1) or not (0).");
  const verdicts = gauge(
    "verdict",
    "The verdict that was reached last: 1 for the one that holds.",
    "verdict",
  );
  const records = gauge("records", "Backups that the verdict rests on, by state.", "state");
  const duration = gauge("target_poll_duration_seconds", "How long the last check of the target took.");
  const gauges = measures.map(({ name, help, read }) => ({ gauge: gauge(name, help), read }));
  const age = (name: string, help: string, since: (known: Known) => number | null) =>
    new Gauge({
      name: `backup_records_${name}`,
      help,
      labelNames: [...perTarget],
      registers: [registry],
      collect() {
        for (const known of latest.values()) {
          const time = since(known);
          if (time === null) this.remove(known.labels);
          else this.set(known.labels, (now() - time) / 1000);
        }
      },
    });
  age(
    "last_success_age_seconds",
    "Age of the last good backup.",
    ({ assessment }) => assessment.lastGoodAt?.getTime() ?? null,
  );
  age("data_age_seconds", "Age of what is known of the target.", ({ askedAt }) => askedAt);

  const requests = new Counter({
    name: "backup_records_requests_total",
    help: "Requests sent, retries included, by the status that answered, or `none`.",
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
  const failures = new Counter({
    name: "backup_records_target_failures_total",
    help: "Times that the target could not be checked, by the class of the error.",
    labelNames: [...perTarget, "error"],
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
    take({ target, assessment, failure, askedAt, durationMs, throttled: turnedAway }) {
      const labels = labelsOf(target);
      up.set(labels, assessment === null ? 0 : 1);
      duration.set(labels, durationMs / 1000);
      throttled.inc({ service: target.service }, turnedAway);
      if (failure !== null) failures.inc({ ...labels, error: failure.name });
      if (assessment === null) return;
      const before = latest.get(target.name);
      const known = { labels, assessment, askedAt };
      latest.set(target.name, known);
      for (const { gauge, read } of gauges) {
        const value = read(known);
        if (value === null) gauge.remove(labels);
        else gauge.set(labels, value);
      }
      for (const verdict of verdictOrder)
        verdicts.set({ ...labels, verdict }, Number(verdict === assessment.verdict));
      for (const state of Object.keys(before?.assessment.states ?? {})) records.remove({ ...labels, state });
      for (const [state, count] of Object.entries(assessment.states))
        records.set({ ...labels, state }, count);
    },
    count(event) {
      if (event.type !== "attempt") return;
      requests.inc({ service: event.service, status: event.status ?? "none" });
      if (event.code !== null) errors.inc({ service: event.service, code: codeOf(event.code) });
    },
    round: (seconds) => rounds.observe(seconds),
    text: () => registry.metrics(),
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

function labelsOf({ name, service, group }: Target): Record<(typeof perTarget)[number], string> {
  return { target: labelValue(name), service, group: labelValue(group ?? "") };
}

/** What does not change: who each target is, and what is expected of it. */
function describeTargets(targets: readonly Target[], registry: Registry): void {
  const own = [...new Set(targets.flatMap(({ labels }) => Object.keys(labels).map(labelName)))].sort();
  const names = [...perTarget, "account", "cloud", "region", "project", "resource_type", "resource_id"];
  const info = new Gauge({
    name: "backup_records_target_info",
    help: "What each target is; its own labels have the prefix label_.",
    labelNames: [...names, ...own],
    registers: [registry],
  });
  const maxAge = new Gauge({
    name: "backup_records_objective_max_age_seconds",
    help: "The largest age that the last good backup may have.",
    labelNames: [...perTarget],
    registers: [registry],
  });
  for (const target of targets) {
    const { account, cloud, region, projectId, resource, labels, objective } = target;
    const about = { account, cloud: cloud ?? "", region: region ?? "", project: projectId ?? "" };
    const of = { resource_type: resource.type, resource_id: resource.id };
    const its = Object.entries(labels).map(([name, value]) => [labelName(name), value] as const);
    const all = Object.entries({ ...about, ...of, ...Object.fromEntries(its) });
    const escaped = Object.fromEntries(all.map(([name, value]) => [name, labelValue(value)]));
    info.set({ ...labelsOf(target), ...escaped }, 1);
    maxAge.set(labelsOf(target), objective.maxAge / 1000);
  }
}
