import type { RunCounts, RunOutcome } from "../../../src/audit/assessment.js";
import type { TargetResult, TimelineEntry } from "../../../src/audit/result.js";
import type { Target } from "../../../src/audit/target.js";
import { type Audit, Tally } from "../../../src/cli/audit/audit.js";
import { type AuditRow, toRow, unreachedRow } from "../../../src/cli/audit/row.js";
import type { TargetStatus } from "../../../src/cli/audit/status.js";
import { createStyle } from "../../../src/cli/style.js";
import type { Output } from "../../../src/cli/terminal.js";
import { target } from "../../audit/run-double.js";

export const NOW = Date.UTC(2026, 10, 21, 8);
export const HOUR = 3_600_000;

/** What a test says of a made-up result. */
export interface Made {
  readonly name: string;
  readonly verdict: TargetStatus;
  readonly hours?: number | null;
  readonly reason?: string;
  readonly over?: Partial<Target>;
  readonly timeline?: readonly TimelineEntry[];
  readonly schedule?: string | null;
  readonly runs?: RunCounts | null;
  readonly previous?: TargetStatus | null;
}

/** A result as an audit gives it. */
export function made({
  name,
  verdict,
  hours = 20,
  reason = "as it is",
  over,
  timeline = [],
  schedule = null,
  runs = null,
}: Made): TargetResult {
  const common = {
    target: target(name, over),
    timeline,
    requests: 2,
    throttled: 1,
    askedAt: NOW,
    durationMs: 250,
  };
  if (verdict === "not-checked") {
    const failure = { name: "PermissionError", message: reason, code: "DCS.4003", requestId: "r-1" };
    return { ...common, assessment: null, failure };
  }
  const age = hours === null ? null : hours * HOUR;
  const assessment = {
    verdict,
    reason,
    lastGood: null,
    lastGoodAt: age === null ? null : new Date(NOW - age),
    age,
    schedule,
    runs,
    pauseOver: false,
    failuresSince: 0,
    running: null,
    restorable: null,
    goodLeft: null,
    lastRestore: null,
    missing: [],
    states: { succeeded: 1 },
  };
  return { ...common, assessment, failure: null };
}

/** Rows in the order of a file. */
export function rows(...all: readonly Made[]): AuditRow[] {
  return all.map((one, at) => toRow(made(one), at, one.previous ?? null));
}

/** An audit that came to these rows, and was ended before it reached so many further targets. */
export function audit(rows: readonly AuditRow[], left = 0): Audit {
  const unreached = Array.from({ length: left }, (_, at) =>
    unreachedRow(target(`left-${at}`), rows.length + at, null, NOW),
  );
  const tally = new Tally();
  for (const row of [...rows, ...unreached]) tally.take(row);
  return { rows, unreached, tally, began: NOW - 5000, ended: NOW };
}

/** Standard output that nobody reads. */
export function output(columns?: number): Output {
  const stream = process.stdout;
  return {
    isTerminal: columns !== undefined,
    columns,
    style: createStyle(false),
    write: async () => {},
    stream,
  };
}

/** A backup a day, begun so many hours ago, as a timeline. */
export function daily(states: readonly TimelineEntry["state"][], firstHours = 3): TimelineEntry[] {
  return states.map((state, at) => {
    const from = NOW - (firstHours + at * 24) * HOUR;
    const failure = state === "failed" ? "No storage left." : null;
    return {
      id: `b-${at}`,
      state,
      from,
      to: state === "running" ? null : from + HOUR,
      sizeBytes: 1e9 * (at + 1),
      failure,
    };
  });
}

/** Runs that were due a day apart, the last of them so many hours ago, the newest outcome first. */
export function dailyRuns(outcomes: readonly RunOutcome[], lastHours = 7): RunCounts {
  const latest = outcomes
    .map((outcome, at) => ({ due: new Date(NOW - (lastHours + 24 * at) * HOUR), outcome }))
    .reverse();
  const of = (wanted: RunOutcome) =>
    latest.slice(-1).flatMap(({ due, outcome }) => (outcome === wanted ? [due] : []));
  const next = new Date(NOW + (24 - lastHours) * HOUR);
  return { due: 1, missed: of("missed"), failed: of("failed"), latest, next };
}

/** The whole of what a writer gives. */
export function whole(pieces: Iterable<string>): string {
  return [...pieces].join("");
}
