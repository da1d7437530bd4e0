import type { Verdict } from "../../audit/assessment.js";
import type { TargetResult } from "../../audit/result.js";

/** How a target stands: its verdict, or that it could not be asked. */
export type Standing = Verdict | "unasked";

/** What wants a person's eye first, first. */
export const standings: readonly Standing[] = [
  "stuck",
  "never",
  "failing",
  "late",
  "unasked",
  "unknown",
  "ok",
];

/** How bad a standing is; 0 is the best. */
export function badness(standing: Standing): number {
  return standings.length - 1 - standings.indexOf(standing);
}

/** A target's result as the writers take it: without the records themselves, so that 100,000 fit into memory. */
export interface AuditRow extends Omit<TargetResult, "assessment"> {
  /** Its place in the targets file. */
  readonly at: number;
  readonly standing: Standing;
  /** One sentence on one line. */
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly lastGoodAt: number | null;
  readonly ageMs: number | null;
  readonly failuresSince: number | null;
  readonly running: { readonly id: string; readonly since: number | null } | null;
  readonly restorable: number | null;
  readonly missing: readonly { readonly field: string; readonly why: string }[];
  readonly states: Readonly<Record<string, number>>;
  /** How it stood the last time; null where nothing is known of that. */
  readonly previous: Standing | null;
}

/** A result as a row. */
export function toRow(result: TargetResult, at: number, previous: Standing | null): AuditRow {
  const { assessment, ...rest } = result;
  const { failure } = result;
  if (assessment === null) {
    const nothing = { lastGoodAt: null, ageMs: null, failuresSince: null, running: null, restorable: null };
    const reason = failure?.message ?? "The service gave no answer.";
    return { ...rest, ...nothing, at, previous, standing: "unasked", reason, missing: [], states: {} };
  }
  const { verdict, reason, lastGoodAt, age, failuresSince, running, restorable, missing, states } =
    assessment;
  const since = running?.startedAt ?? running?.createdAt ?? null;
  return {
    ...rest,
    at,
    previous,
    standing: verdict,
    reason,
    lastGoodAt: lastGoodAt?.getTime() ?? null,
    ageMs: age,
    failuresSince,
    running: running && { id: running.id, since: since?.getTime() ?? null },
    restorable,
    missing,
    states,
  };
}

/** Worst first; the same in the order of the file. */
export function worstFirst(rows: readonly AuditRow[]): AuditRow[] {
  return [...rows].sort((a, b) => badness(b.standing) - badness(a.standing) || a.at - b.at);
}

/** In the order of the file. */
export function asInFile(rows: readonly AuditRow[]): AuditRow[] {
  return [...rows].sort((a, b) => a.at - b.at);
}
