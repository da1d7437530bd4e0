import type { Verdict } from "../../audit/assessment.js";
import type { Style } from "../style.js";

/** The verdict on a target, or that its check failed. */
export type TargetStatus = Verdict | "not-checked";

/** The most urgent first. */
export const statuses: readonly TargetStatus[] = [
  "stuck",
  "never",
  "failing",
  "missed",
  "late",
  "unprotected",
  "not-checked",
  "unknown",
  "suspect",
  "gone",
  "paused",
  "new",
  "ok",
];

/** What a person should know of, and need not act on: no finding, unless an audit is strict. */
const notes: readonly TargetStatus[] = ["suspect", "gone", "paused", "new"];

/** Whether a status asks for nothing. */
export function isFine(status: TargetStatus, strict: boolean): boolean {
  return status === "ok" || (!strict && notes.includes(status));
}

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
  if (status === "unknown" || status === "new" || status === "paused" || status === "gone") return "cyan";
  return status === "late" || status === "suspect" || status === "not-checked" ? "yellow" : "red";
}
