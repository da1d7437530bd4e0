import type { Row, Target } from "../rows.js";
import type { Figure, Outcome } from "./outcome.js";

/** One target, and what was reached. */
export interface Verdict {
  readonly row: string;
  readonly target: Target;
  readonly figure: Figure;
  readonly result: "pass" | "fail" | "refused";
}

/** Holds a row's figures against its targets; a figure that is missing is a refused one. None where it was skipped. */
export function judge(row: Row, outcome: Outcome): Verdict[] {
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

/** A target in words, such as `≥ 3.5 ×`. */
export function targetText({ atLeast, atMost, unit }: Target): string {
  return atLeast === undefined ? `≤ ${amount(atMost ?? Number.NaN, unit)}` : `≥ ${amount(atLeast, unit)}`;
}

/** A figure in words: the median, and the quartiles where they differ from it. */
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
  if (unit === "requests") return String(value);
  return Math.abs(value) < 1 || unit === "times" ? String(Number(value.toFixed(3))) : value.toFixed(1);
}
