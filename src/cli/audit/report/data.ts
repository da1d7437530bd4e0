import type { RunOutcome } from "../../../audit/assessment.js";
import type { BackupState } from "../../../records/record.js";
import type { Audit } from "../audit.js";
import type { AuditRow } from "../row.js";
import { statuses, type TargetStatus } from "../status.js";

/** One backup of a timeline: when it began and ended, epoch seconds; its state; bytes; an index into `texts`. */
export type Mark = readonly [
  from: number,
  to: number | null,
  state: number,
  bytes: number | null,
  failure: number,
];

/** A run of the calendar: when it was due, epoch seconds, and an index into `runOutcomes`. */
export type RunMark = readonly [due: number, outcome: number];

/** A target as the page has it. Times and durations are seconds. */
export interface ReportRow {
  readonly name: string;
  readonly group: string;
  readonly service: string;
  /** Type and id. */
  readonly resource: string;
  readonly labels: string;
  readonly status: TargetStatus;
  readonly previous: TargetStatus | null;
  readonly reason: string;
  readonly good: number | null;
  readonly age: number | null;
  readonly most: number | null;
  readonly marks: readonly Mark[];
  /** When backups are due, in words; empty if nobody said. */
  readonly schedule: string;
  /** Oldest first. */
  readonly runs: readonly RunMark[];
  readonly next: number | null;
}

/** What the page is made of, as compact JSON. */
export interface ReportData {
  readonly ended: number;
  readonly texts: readonly string[];
  /** What nothing protects first, then the worst. */
  readonly rows: readonly ReportRow[];
}

/** The outcomes of runs, by their numbers. */
export const runOutcomes: readonly RunOutcome[] = ["ran", "failed", "missed", "running", "open", "doubtful"];

/** The states of marks, by their numbers. */
export const markStates: readonly BackupState[] = [
  "succeeded",
  "failed",
  "timed_out",
  "running",
  "pending",
  "skipped",
  "expired",
  "deleted",
  "unknown",
];

/** A row's numbers and texts in a fixed order: a third of the size that names would take. */
type PackedRow = readonly [
  string,
  number,
  number,
  string,
  string,
  number,
  number,
  string,
  number | null,
  number | null,
  number | null,
  readonly Mark[],
  number,
  readonly RunMark[],
  number | null,
];

/** `ReportData` as it is embedded. */
export interface PackedData extends Omit<ReportData, "rows"> {
  readonly rows: readonly PackedRow[];
}

/** Packs rows that are sorted already; times of marks are written as seconds before the end of the audit. */
export function packData({ ended }: Pick<Audit, "ended">, rows: readonly AuditRow[]): PackedData {
  const texts = new Map<string, number>([["", 0]]);
  const indexOf = (text: string) => {
    const found = texts.get(text) ?? texts.size;
    texts.set(text, found);
    return found;
  };
  const end = Math.round(ended / 1000);
  const before = (time: number) => end - Math.round(time / 1000);
  const packed = rows.map((row): PackedRow => {
    const { target, status, previous, reason, lastGoodAt, ageMs, timeline, schedule, runs } = row;
    const marks = timeline.flatMap(({ from, to, state, sizeBytes, failure }): Mark[] => {
      const start = from ?? to;
      if (start === null) return [];
      const bytes = sizeBytes === null ? null : Number(sizeBytes);
      const ended = to === null ? null : before(to);
      return [[before(start), ended, markStates.indexOf(state), bytes, indexOf(failure ?? "")]];
    });
    return [
      target.name,
      indexOf(target.group ?? ""),
      indexOf(target.service),
      `${target.resource.type} ${target.resource.id}`,
      Object.entries(target.labels)
        .map(([key, value]) => `${key}=${value}`)
        .join(" "),
      statuses.indexOf(status),
      previous === null ? -1 : statuses.indexOf(previous),
      reason,
      lastGoodAt === null ? null : Math.round(lastGoodAt / 1000),
      ageMs === null ? null : Math.round(ageMs / 1000),
      Number.isFinite(target.objective.maxAge) ? Math.round(target.objective.maxAge / 1000) : null,
      marks,
      indexOf(schedule ?? ""),
      (runs?.latest ?? []).map(({ due, outcome }) => [before(Number(due)), runOutcomes.indexOf(outcome)]),
      runs?.next ? before(Number(runs.next)) : null,
    ];
  });
  return {
    ended: end,
    texts: [...texts.keys()],
    rows: packed,
  };
}

/** What was packed. */
export function unpackData({ rows, ...rest }: PackedData): ReportData {
  const { texts, ended } = rest;
  const text = (index: number) => texts[index] ?? "";
  return {
    ...rest,
    rows: rows.map((row) => {
      const [name, group, service, resource, labels, status, previous, reason, good, age, most, ...drawn] =
        row;
      const [marks, schedule, runs, next] = drawn;
      return {
        name,
        group: text(group),
        service: text(service),
        resource,
        labels,
        status: statuses[status] ?? "unknown",
        previous: statuses[previous] ?? null,
        reason,
        good,
        age,
        most,
        marks: marks.map(
          ([from, to, ...others]): Mark => [ended - from, to === null ? null : ended - to, ...others],
        ),
        schedule: text(schedule),
        runs: runs.map(([due, outcome]): RunMark => [ended - due, outcome]),
        next: next === null ? null : ended - next,
      };
    }),
  };
}
