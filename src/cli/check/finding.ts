import type { Drift } from "../../core/drift.js";
import { toJson } from "../escape.js";
import type { Erratum } from "../knowledge.js";

/** A difference as it is reported. */
export interface Finding {
  /** As of `Drift`, or `undeclared-status`, or `unreadable`. */
  readonly kind: Drift["kind"] | "undeclared-status" | "unreadable";
  /** JSON pointer into the response. */
  readonly pointer: string;
  readonly expected: string;
  /** Undefined if there is nothing. */
  readonly found: unknown;
  readonly occurrences: number;
  readonly errata: readonly Erratum[];
}

/** What a response was taken for, and what was found. */
export interface Report {
  readonly file: string;
  readonly service: string;
  readonly operation: string;
  readonly status: number;
  /** Whether operation and status were told, rather than recognised from the fields. */
  readonly told: boolean;
  readonly findings: readonly Finding[];
}

/** "expected a value, found nothing". */
export function inWords({ expected, found, occurrences }: Finding): string {
  const what = found === undefined ? "nothing" : toJson(found);
  const times = occurrences === 1 ? "" : ` (in ${occurrences} places)`;
  return `expected ${shorten(expected)}, found ${what}${times}`;
}

/** A list of values as far as a line takes it. */
function shorten(expected: string): string {
  const values = expected.split(", ");
  return values.length <= 8 ? expected : `${values.slice(0, 6).join(", ")} … (${values.length} values)`;
}
