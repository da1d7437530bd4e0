import { Counter, Gauge, Registry } from "prom-client";
import { verdictOrder } from "../../audit/assessment.js";
import type { TargetResult } from "../../audit/result.js";
import type { Target } from "../../audit/target.js";
import { labelValue } from "../escape.js";
import { labelName } from "./label-name.js";
import { type Known, measures } from "./measures.js";

/** The metrics that targets have. A change of the targets makes others. */
export interface TargetMetrics {
  readonly registry: Registry;
  /**
   * Takes a target's result. If it could not be checked, what was known stays, with its age; but if its service says
   * that there is no such instance, nothing is known any more.
   */
  take(result: TargetResult): void;
  /** What was taken last of each target, by its name. */
  readonly latest: ReadonlyMap<string, Latest>;
}

/** What is shown of a target. */
export interface Latest {
  readonly target: Target;
  /** Null if it was never checked with success. */
  readonly known: Known | null;
  /** Whether it could be checked the last time, and how long that took. */
  readonly isUp: boolean;
  readonly durationMs: number;
}

const perTarget = ["target", "service", "group"] as const;

/**
 * Metrics of an audit's targets. Every value of a target has the labels `target`, `service` and `group`; all else
 * that is known of it, its own labels included, is in `backup_records_target_info`.
 * @param now epoch milliseconds, for the ages
 * @param before what was known of the targets that were served before, of which those stay that are the same
 */
export function createTargetMetrics(
  targets: readonly Target[],
  now: () => number,
  before: TargetMetrics["latest"] = new Map(),
): TargetMetrics {
  const registry = new Registry();
  const gauge = (name: string, help: string, ...more: string[]) =>
    new Gauge({
      name: `backup_records_${name}`,
      help,
      labelNames: [...perTarget, ...more],
      registers: [registry],
    });
  const latest = new Map<string, Latest>();

  describeTargets(targets, registry);
  const up = gauge("target_up", "Whether the target could be checked the last time (1) or not (0).");
  const verdicts = gauge(
    "verdict",
    "The verdict that was reached last: 1 for the one that holds.",
    "verdict",
  );
  const records = gauge("records", "Backups that the verdict rests on, by state.", "state");
  const asking = gauge("target_poll_duration_seconds", "How long the last check of the target took.");
  const gauges = measures.map(({ name, help, read }) => ({ gauge: gauge(name, help), read }));
  const age = (name: string, help: string, since: (known: Known) => number | null) =>
    new Gauge({
      name: `backup_records_${name}`,
      help,
      labelNames: [...perTarget],
      registers: [registry],
      collect() {
        for (const { target, known } of latest.values()) {
          const time = known && since(known);
          if (time === null) this.remove(labelsOf(target));
          else this.set(labelsOf(target), (now() - time) / 1000);
        }
      },
    });
  age(
    "last_success_age_seconds",
    "Age of the last good backup.",
    ({ assessment }) => assessment.lastGoodAt?.getTime() ?? null,
  );
  age("data_age_seconds", "Age of what is known of the target.", ({ askedAt }) => askedAt);
  const failures = new Counter({
    name: "backup_records_target_failures_total",
    help: "Times that the target could not be checked, by the class of the error.",
    labelNames: [...perTarget, "error"],
    registers: [registry],
  });

  const show = (next: Latest) => {
    const { target, known, isUp, durationMs } = next;
    const labels = labelsOf(target);
    const former = latest.get(target.name)?.known?.assessment.states ?? {};
    latest.set(target.name, next);
    up.set(labels, Number(isUp));
    asking.set(labels, durationMs / 1000);
    for (const { gauge, read } of gauges) {
      const value = known && read(known);
      if (value === null) gauge.remove(labels);
      else gauge.set(labels, value);
    }
    for (const verdict of verdictOrder) {
      if (known === null) verdicts.remove({ ...labels, verdict });
      else verdicts.set({ ...labels, verdict }, Number(verdict === known.assessment.verdict));
    }
    for (const state of Object.keys(former)) records.remove({ ...labels, state });
    for (const [state, count] of Object.entries(known?.assessment.states ?? {}))
      records.set({ ...labels, state }, count);
  };
  for (const target of targets) {
    const former = before.get(target.name);
    if (former !== undefined && isSame(former.target, target)) show({ ...former, target });
  }
  return {
    registry,
    latest,
    take({ target, assessment, failure, askedAt, durationMs }) {
      if (failure !== null) failures.inc({ ...labelsOf(target), error: failure.name });
      const former = failure?.name === "NotFoundError" ? null : (latest.get(target.name)?.known ?? null);
      const known = assessment === null ? former : { assessment, askedAt };
      show({ target, known, isUp: assessment !== null, durationMs });
    },
  };
}

/** Whether what is known of one target holds for another: all but labels and group is the same. */
function isSame(one: Target, other: Target): boolean {
  const without = { group: null, labels: {} };
  return JSON.stringify({ ...one, ...without }) === JSON.stringify({ ...other, ...without });
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
