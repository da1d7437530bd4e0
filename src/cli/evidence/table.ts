import { stringify } from "csv-stringify/sync";
import { csvText } from "../escape.js";
import { type Exception, type LostRun, percent, type TargetFigures } from "./figures.js";

const columns: Readonly<Record<string, (one: TargetFigures) => string | number>> = {
  target: ({ target }) => target,
  group: ({ group }) => group ?? "",
  service: ({ service }) => service,
  resource: ({ resource }) => resource,
  schedule: ({ schedule }) => schedule ?? "",
  audits: ({ audits }) => audits,
  auditsOk: ({ ok }) => ok,
  auditsNotChecked: ({ notChecked }) => notChecked,
  dueRuns: ({ due }) => due,
  keptRuns: ({ kept }) => kept,
  keptPercent: ({ keptPermille }) => percent(keptPermille),
  missedRuns: ({ lost }) => lost.filter(({ outcome }) => outcome === "missed").length,
  failedRuns: ({ lost }) => lost.filter(({ outcome }) => outcome === "failed").length,
  excusedRuns: ({ lost }) => lost.filter(({ excuse }) => excuse !== null).length,
  undecidedRuns: ({ undecided }) => undecided,
  restores: ({ restores }) => restores.length,
  lostRuns: ({ lost }) => lost.map(describeLost).join("\n"),
  restoredAt: ({ restores }) => restores.map(({ at }) => at).join("\n"),
  exceptions: ({ exceptions }) => exceptions.map(describeException).join("\n"),
};

/** RFC 4180, a target on a row. A cell with several entries has a line for each. */
export function evidenceCsv(figures: readonly TargetFigures[]): string {
  const cells = (one: TargetFigures) => Object.values(columns).map((of) => cell(of(one)));
  return stringify([Object.keys(columns), ...figures.map(cells)], {
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
  });
}

function cell(value: string | number): string {
  return typeof value === "number" ? String(value) : csvText(value);
}

function describeLost({ due, outcome, reason, excuse }: LostRun): string {
  return `${due} ${outcome}${excuse === null ? "" : ", excused"}: ${reason}`;
}

function describeException({ first, last, reason, acceptedBy }: Exception): string {
  return `${first} to ${last}: ${reason} (${acceptedBy === null ? "nobody is named" : `accepted by ${acceptedBy}`})`;
}
