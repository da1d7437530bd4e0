import type { Row, Target } from "../rows.js";
import type { Spread } from "./statistics.js";

/** A figure, or why there is none. */
export type Figure = Spread | { readonly refused: readonly string[] };

/** A line of a row's own table. */
export interface Line {
  readonly name: string;
  readonly cells: readonly string[];
}

/** What a row found. */
export interface Outcome {
  /** By name. Targets and `docs/scale.md` read them. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** What the machine lacks, if nothing could be measured. The row's targets are left out then. */
  readonly skipped?: string;
  /** Why the row ended before its outcome. */
  readonly failed?: string;
  /** Headings of `lines`, including the one of the name. */
  readonly headings?: readonly string[];
  readonly lines?: readonly Line[];
  /** What a reader must know. */
  readonly notes?: readonly string[];
  /** Points of the plots. */
  readonly growth?: readonly GrowthPoint[];
}

/** One size at which growth was measured. */
export interface GrowthPoint {
  readonly of: "records" | "listings";
  readonly size: number;
  readonly seconds: number;
  /** Maximum live heap above the live heap before, in MiB. */
  readonly heapMiB: number;
}

/** A figure that was measured once. */
export function single(value: number): Spread {
  return { median: value, low: value, high: value };
}

/** One target, and what was reached. */
export interface Verdict {
  readonly row: string;
  readonly target: Target;
  readonly figure: Figure;
  readonly result: "pass" | "fail" | "refused";
}

/** Compares a row's figures with its targets. A missing figure counts as refused. */
export function verdictsOf(row: Row, outcome: Outcome): Verdict[] {
  if (outcome.skipped !== undefined) return [];
  return row.targets.map((target) => {
    const figure = outcome.figures[target.figure] ?? { refused: ["it was not measured"] };
    return { row: row.id, target, figure, result: resultOf(target, figure) };
  });
}

function resultOf(
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: Target,
  figure: Figure,
) {
  if ("refused" in figure) return "refused";
  return figure.median >= atLeast && figure.median <= atMost ? "pass" : "fail";
}

/** A target in words, such as `≥ 2.5 ×`. */
export function targetText({ atLeast, atMost, unit }: Target): string {
  return atLeast === undefined ? `≤ ${amount(atMost ?? Number.NaN, unit)}` : `≥ ${amount(atLeast, unit)}`;
}

/** A figure in words: the median, and the quartiles if they differ from it. */
export function figureText(figure: Figure, unit: Target["unit"]): { reached: string; quartiles: string } {
  if ("refused" in figure) return { reached: `refused: ${figure.refused.join("; ")}`, quartiles: "" };
  const { median, low, high } = figure;
  const quartiles = low === high ? "" : `${number(low, unit)} – ${number(high, unit)}`;
  return { reached: amount(median, unit), quartiles };
}

function amount(value: number, unit: Target["unit"]): string {
  return unit === "times" ? `${number(value, unit)} ×` : `${number(value, unit)} ${unit}`;
}

function number(value: number, unit: Target["unit"]): string {
  if (unit === "requests" || unit === "B") return value.toLocaleString("en");
  return Math.abs(value) < 1 || unit === "times" ? String(Number(value.toFixed(3))) : value.toFixed(1);
}
