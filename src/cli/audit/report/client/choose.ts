import type { TargetStatus } from "../../status.js";
import type { ReportRow } from "../data.js";
import { reportOrder } from "../words.js";

/** What is looked for, and in which order. */
export interface Choice {
  readonly words: readonly string[];
  readonly group: string | null;
  readonly verdicts: ReadonlySet<TargetStatus>;
  readonly sort: string;
}

/** Rows by their numbers. */
export type Chosen = readonly number[];

/** The rows that a choice leaves, in its order. */
export function choose(rows: readonly ReportRow[], haystacks: readonly string[], choice: Choice): Chosen {
  const { words, group, verdicts } = choice;
  const found: number[] = [];
  rows.forEach((row, at) => {
    const haystack = haystacks[at] ?? "";
    const fits =
      (verdicts.size === 0 || verdicts.has(row.status)) &&
      (group === null || row.group === group) &&
      words.every((word) => haystack.includes(word));
    if (fits) found.push(at);
  });
  const order = orders[choice.sort];
  if (order) {
    const row = (at: number) => rows[at] ?? rows[0];
    found.sort((a, b) => {
      const [one, other] = [row(a), row(b)];
      return (one && other ? order(one, other) : 0) || a - b;
    });
  }
  return found;
}

/** All that a row is found by, small. */
export function haystackOf({
  name,
  group,
  service,
  resource,
  labels,
  status,
  reason,
  schedule,
}: ReportRow): string {
  return [name, group, service, resource, labels, status, reason, schedule].join(" ").toLowerCase();
}

const collator = new Intl.Collator("en", { numeric: true });
const never = Number.POSITIVE_INFINITY;

// The data comes in the usual order, so that is no order of its own.
const orders: Readonly<Record<string, (a: ReportRow, b: ReportRow) => number>> = {
  age: (a, b) => (b.age ?? never) - (a.age ?? never) || 0,
  name: (a, b) => collator.compare(a.name, b.name),
  group: (a, b) =>
    collator.compare(a.group, b.group) || reportOrder.indexOf(a.status) - reportOrder.indexOf(b.status),
};
