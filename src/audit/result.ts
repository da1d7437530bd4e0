import type { BackupState } from "../records/record.js";
import type { Assessment } from "./assessment.js";
import type { Target } from "./target.js";

/** One backup as a point of a target's timeline. Times are epoch milliseconds. */
export interface TimelineEntry {
  readonly id: string;
  readonly state: BackupState;
  /** Its earliest known time; null where the service states none. */
  readonly from: number | null;
  /** Its end; null where it has none, or none is stated. */
  readonly to: number | null;
  /** A number where a double holds it, otherwise a decimal string; null where the service does not say. */
  readonly sizeBytes: number | string | null;
  readonly failure: string | null;
}

/** Why a target could not be asked: an error of the client, safe to print. */
export interface TargetFailure {
  /** Name of the error's class, e.g. `PermissionError`. */
  readonly name: string;
  readonly message: string;
  readonly code: string | null;
  readonly requestId: string | null;
}

/** What an audit says of one target; all of it survives JSON but the dates of `assessment`. */
export interface TargetResult {
  readonly target: Target;
  /** Null where the target could not be asked; then `failure` says why. */
  readonly assessment: Assessment | null;
  readonly failure: TargetFailure | null;
  /** Newest first, cut to what a report draws. */
  readonly timeline: readonly TimelineEntry[];
  /** Requests sent, retries included, and how many of them were throttled. */
  readonly requests: number;
  readonly throttled: number;
  /** When the target was asked, epoch milliseconds, and how long that took. */
  readonly askedAt: number;
  readonly durationMs: number;
}

/** A result without its target. */
export type ResultBody = Omit<TargetResult, "target">;
