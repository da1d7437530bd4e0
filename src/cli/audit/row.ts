import type { RunCounts } from "../../audit/assessment.js";
import type { TargetResult } from "../../audit/result.js";
import type { Target } from "../../audit/target.js";
import type { LastRestore } from "../../records/restore.js";
import { badness, type TargetStatus } from "./status.js";

/** A target's result as the writers take it: without the records themselves, so that 100,000 fit into memory. */
export interface AuditRow extends Omit<TargetResult, "assessment"> {
  /** Its place in the targets file. */
  readonly at: number;
  readonly status: TargetStatus;
  /** One sentence on one line. */
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly lastGoodAt: number | null;
  readonly ageMs: number | null;
  readonly schedule: string | null;
  readonly runs: RunCounts | null;
  readonly pauseOver: boolean;
  readonly failuresSince: number | null;
  readonly running: { readonly id: string; readonly since: number | null } | null;
  readonly restorable: number | null;
  readonly goodLeft: number | null;
  readonly lastRestore: LastRestore | null;
  readonly missing: readonly { readonly field: string; readonly why: string }[];
  readonly states: Readonly<Record<string, number>>;
  /** Its status the last time; null if nothing is known of that. */
  readonly previous: TargetStatus | null;
}

/** A result as a row. */
export function toRow(result: TargetResult, at: number, previous: TargetStatus | null): AuditRow {
  const { assessment, ...rest } = result;
  const { failure } = result;
  if (assessment === null) {
    const nothing = {
      lastGoodAt: null,
      ageMs: null,
      schedule: null,
      runs: null,
      pauseOver: false,
      failuresSince: null,
      running: null,
      restorable: null,
      goodLeft: null,
      lastRestore: null,
    };
    const reason = failure?.message ?? "The service gave no response.";
    return { ...rest, ...nothing, at, previous, status: "not-checked", reason, missing: [], states: {} };
  }
  const { verdict, reason, lastGoodAt, age, schedule, runs, pauseOver } = assessment;
  const { failuresSince, running, restorable, goodLeft, lastRestore, missing, states } = assessment;
  const since = running?.startedAt ?? running?.createdAt ?? null;
  return {
    ...rest,
    at,
    previous,
    status: verdict,
    reason,
    lastGoodAt: lastGoodAt?.getTime() ?? null,
    ageMs: age,
    schedule,
    runs,
    pauseOver,
    failuresSince,
    running: running && { id: running.id, since: since?.getTime() ?? null },
    restorable,
    goodLeft,
    lastRestore,
    missing,
    states,
  };
}

/** The row of a target that an audit did not reach before it ended, at `now` (epoch milliseconds). */
export function unreachedRow(
  target: Target,
  at: number,
  previous: TargetStatus | null,
  now: number,
): AuditRow {
  const message = "the audit ended before this target was checked";
  const failure = { name: "AuditEnded", message, code: null, requestId: null };
  const nothing = { timeline: [], requests: 0, throttled: 0, durationMs: 0 };
  return toRow({ target, assessment: null, failure, askedAt: now, ...nothing }, at, previous);
}

/** Worst first; the same in the order of the file. */
export function worstFirst(rows: readonly AuditRow[]): AuditRow[] {
  return [...rows].sort((a, b) => badness(b.status) - badness(a.status) || a.at - b.at);
}

/** In the order of the file. */
export function asInFile(rows: readonly AuditRow[]): AuditRow[] {
  return [...rows].sort((a, b) => a.at - b.at);
}
