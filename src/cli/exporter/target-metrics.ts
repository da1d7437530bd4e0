import { Counter, Gauge, Registry } from "prom-client";
import type { Verdict } from "../../audit/assessment.js";
import type { TargetResult } from "../../audit/result.js";
import type { Target } from "../../audit/target.js";
import { labelValue } from "../escape.js";
import { labelName } from "./label-name.js";
import { GOOD_LEFT, LAST_POLL, LAST_RESTORE, LAST_SUCCESS, measures } from "./measures.js";

/** The metrics that targets have. A change of the targets makes others. */
export interface TargetMetrics {
  readonly registry: Registry;
  /**
   * Takes the result of one of the targets. If it could not be checked, what was known stays. If its service does not know
   * it any more, it is gone: no more is served of it than that, and that no good backup is left.
   */
  take(result: TargetResult): void;
  /** What was taken last of each target, by its name. */
  readonly latest: ReadonlyMap<string, Latest>;
}

/** How to serve targets. */
export interface TargetMetricsOptions {
  readonly targets: readonly Target[];
  /** Epoch milliseconds, for the ages. */
  readonly now: () => number;
  /** Whether to serve every series, not only those that alerts and the dashboard need. */
  readonly allSeries: boolean;
}

/** What is shown of a target. No record is kept, so that 20,000 targets fit into memory. */
export interface Latest {
  readonly target: Target;
  /** Null if it was never checked with success. */
  readonly known: Known | null;
  /** Whether it could be checked the last time, and how long that took. */
  readonly isUp: boolean;
  readonly durationMs: number;
}

interface Known {
  readonly verdict: Verdict;
  readonly states: Readonly<Record<string, number>>;
  /** By the names of measures. */
  readonly values: ReadonlyMap<string, number>;
}

const perTarget = ["target", "service", "group"] as const;

/**
 * Metrics of an audit's targets. Every value of a target has the labels `target`, `service` and `group`; all else
 * that is known of it, its own labels included, is in `backup_records_target_info`. At most ten series a target, unless
 * all are wanted.
 * @param before what was known of the targets that were served before, of which those stay that are the same
 */
export function createTargetMetrics(
  { targets, now, allSeries }: TargetMetricsOptions,
  before: TargetMetrics["latest"] = new Map(),
): TargetMetrics {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, ...more: string[]) =>
    new Gauge({ name: `backup_records_${name}`, help, labelNames: [...perTarget, ...more], registers });
  // One object for all the series of a target: they take most of the memory.
  const served = new Map(targets.map((target) => [target.name, { target, labels: labelsOf(target) }]));
  const latest = new Map<string, Latest>();

  describeTargets(targets, registry);
  const up = gauge("target_up", "Whether the target could be checked the last time (1) or not (0).");
  const verdicts = gauge("verdict", "Always 1: the verdict that was reached last is the label.", "verdict");
  const maxAge = gauge(
    "objective_max_age_seconds",
    "The largest age that the last good backup may have; none if the schedule alone counts.",
  );
  const gauges = measures
    .filter(({ extra }) => allSeries || !extra)
    .map(({ name, help }) => ({ name, gauge: gauge(name, help) }));
  countUnprotected(registry, latest);
  const extras = allSeries ? extraMetrics() : null;

  const show = (next: Latest, labels: TargetLabels) => {
    const { target, known, isUp } = next;
    const former = latest.get(target.name) ?? null;
    latest.set(target.name, next);
    up.set(labels, Number(isUp));
    for (const { name, gauge } of gauges) put(gauge, labels, known?.values.get(name));
    const kept = Number.isFinite(target.objective.maxAge) && known !== null && known.verdict !== "gone";
    put(maxAge, labels, kept ? target.objective.maxAge / 1000 : undefined);
    if (former?.known && former.known.verdict !== known?.verdict)
      verdicts.remove({ ...labels, verdict: former.known.verdict });
    if (known !== null) verdicts.set({ ...labels, verdict: known.verdict }, 1);
    extras?.show(next, former, labels);
  };
  for (const { target, labels } of served.values()) {
    const former = before.get(target.name);
    if (former !== undefined && isSame(former.target, target)) show({ ...former, target }, labels);
  }
  return {
    registry,
    latest,
    take(result) {
      const own = served.get(result.target.name);
      if (own === undefined) return;
      const { target, labels } = own;
      const { failure, durationMs } = result;
      if (failure !== null) extras?.countFailure(labels, failure.name);
      const known = knownFrom(result, latest.get(target.name)?.known ?? null);
      show({ target, known, isUp: failure === null, durationMs }, labels);
    },
  };

  /** The metrics of `--all-series` that are no measure. */
  function extraMetrics() {
    const records = gauge("records", "Backups that the verdict rests on, by state.", "state");
    const asking = gauge("target_poll_duration_seconds", "How long the last check of the target took.");
    age("last_success_age_seconds", "Age of the last good backup.", LAST_SUCCESS);
    age("last_restore_age_seconds", "Age of the last restoration that succeeded.", LAST_RESTORE);
    age("data_age_seconds", "Age of what is known of the target.", LAST_POLL);
    const failures = new Counter({
      name: "backup_records_target_failures_total",
      help: "Times that the target could not be checked, by the class of the error.",
      labelNames: [...perTarget, "error"],
      registers,
    });
    return {
      show({ known, durationMs }: Latest, former: Latest | null, labels: TargetLabels) {
        asking.set(labels, durationMs / 1000);
        const states = known?.states ?? {};
        for (const state of Object.keys(former?.known?.states ?? {})) {
          if (!(state in states)) records.remove({ ...labels, state });
        }
        for (const [state, count] of Object.entries(states)) records.set({ ...labels, state }, count);
      },
      countFailure: (labels: TargetLabels, error: string) => failures.inc({ ...labels, error }),
    };
  }

  /** A gauge that is reckoned at every scrape. */
  function age(name: string, help: string, since: string): void {
    new Gauge({
      name: `backup_records_${name}`,
      help,
      labelNames: [...perTarget],
      registers,
      collect() {
        for (const [name, { known }] of latest) {
          const time = known?.values.get(since);
          const labels = served.get(name)?.labels;
          if (labels) put(this, labels, time === undefined ? undefined : now() / 1000 - time);
        }
      },
    });
  }
}

/** What is known of a target after a check, and was known before it. */
function knownFrom({ assessment, failure, askedAt }: TargetResult, former: Known | null): Known | null {
  if (assessment === null) return former !== null && failure?.name === "NotFoundError" ? gone : former;
  if (assessment.verdict === "gone") return gone;
  const read = measures.flatMap(({ name, read }) => {
    const value = read(assessment, askedAt);
    return value === null ? [] : [[name, value] as const];
  });
  return { verdict: assessment.verdict, states: assessment.states, values: new Map(read) };
}

/** Of an instance that is not there any more, the backups are not either. */
const gone: Known = { verdict: "gone", states: {}, values: new Map([[GOOD_LEFT, 0]]) };

function put(gauge: Gauge, labels: TargetLabels, value: number | undefined): void {
  if (value === undefined) gauge.remove(labels);
  else gauge.set(labels, value);
}

/** Whether what is known of one target holds for another: who it is and what is expected of it is the same. */
function isSame(one: Target, other: Target): boolean {
  const without = { group: null, labels: {}, memory: null, found: null };
  return JSON.stringify({ ...one, ...without }) === JSON.stringify({ ...other, ...without });
}

type TargetLabels = Record<(typeof perTarget)[number], string>;

function labelsOf({ name, service, group }: Target): TargetLabels {
  return { target: labelValue(name), service, group: labelValue(group ?? "") };
}

/** How many targets nothing protects, by service; none of a service of which no target was checked yet. */
function countUnprotected(registry: Registry, latest: ReadonlyMap<string, Latest>): void {
  new Gauge({
    name: "backup_records_unprotected_targets",
    help: "Targets of a service that no schedule protects.",
    labelNames: ["service"],
    registers: [registry],
    collect() {
      this.reset();
      const counts = new Map<string, number>();
      for (const { target, known } of latest.values()) {
        if (known === null) continue;
        const count = counts.get(target.service) ?? 0;
        counts.set(target.service, count + Number(known.verdict === "unprotected"));
      }
      for (const [service, count] of counts) this.set({ service }, count);
    },
  });
}

/** What does not change: who each target is. */
function describeTargets(targets: readonly Target[], registry: Registry): void {
  const own = [...new Set(targets.flatMap(({ labels }) => Object.keys(labels).map(labelName)))].sort();
  const names = [...perTarget, "account", "cloud", "region", "project", "resource_type", "resource_id"];
  const info = new Gauge({
    name: "backup_records_target_info",
    help: "What each target is; its own labels have the prefix label_.",
    labelNames: [...names, ...own],
    registers: [registry],
  });
  for (const target of targets) {
    const { account, cloud, region, projectId, resource, labels } = target;
    const about = { account, cloud: cloud ?? "", region: region ?? "", project: projectId ?? "" };
    const of = { resource_type: resource.type, resource_id: resource.id };
    const its = Object.entries(labels).map(([name, value]) => [labelName(name), value] as const);
    const all = Object.entries({ ...about, ...of, ...Object.fromEntries(its) });
    const escaped = Object.fromEntries(all.map(([name, value]) => [name, labelValue(value)]));
    info.set({ ...labelsOf(target), ...escaped }, 1);
  }
}
