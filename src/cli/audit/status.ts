import type { Verdict } from "../../audit/assessment.js";
import type { Style } from "../style.js";

/** The verdict on a target, or that its check failed. */
export type TargetStatus = Verdict | "not-checked";

/** The most urgent first. */
export const statuses: readonly TargetStatus[] = [
  "stuck",
  "never",
  "failing",
  "late",
  "not-checked",
  "unknown",
  "ok",
];

/** How bad a status is; 0 is the best. */
export function badness(status: TargetStatus): number {
  return statuses.length - 1 - statuses.indexOf(status);
}

/** @deprecated What earlier versions wrote into state files for `not-checked`. */
const FORMER_NOT_CHECKED = "unasked";

/** The status of this name, or of its former name; undefined for any other word. */
export function readStatus(word: unknown): TargetStatus | undefined {
  return statuses.find((status) => status === (word === FORMER_NOT_CHECKED ? "not-checked" : word));
}

/** The colour of a status on a terminal. */
export function colourOf(status: TargetStatus): keyof Style {
  if (status === "ok") return "green";
  if (status === "unknown") return "cyan";
  return status === "late" || status === "not-checked" ? "yellow" : "red";
}
