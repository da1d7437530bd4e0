import type { BackupState } from "../records/record.js";
import type { Assessment } from "./assessment.js";
import type { Stated, Target } from "./target.js";

/** One backup as a point of a target's timeline. Times are epoch milliseconds. */
export interface TimelineEntry {
  /** The service's id of the backup. */
  readonly id: string;
  /** What became of it. */
  readonly state: BackupState;
  /** Its earliest known time; null if the service states none. */
  readonly from: number | null;
  /** Its end; null if it has none, or none is stated. */
  readonly to: number | null;
  /** A number if a double holds it, otherwise a decimal string; null if the service does not say. */
  readonly sizeBytes: number | string | null;
  /** Why it failed, in words or as a code; null if it did not, or nobody says. */
  readonly failure: string | null;
}

/** Why a target could not be checked: an error of the client, safe to print. */
export interface TargetFailure {
  /** Name of the error's class, e.g. `PermissionError`. */
  readonly name: string;
  /** One line. */
  readonly message: string;
  /** The vendor's or the network's code; null if there is none. */
  readonly code: string | null;
  /** The service's id of the request; null if there is none. */
  readonly requestId: string | null;
}

/** What an audit says of one target; all of it survives JSON but the dates of `assessment`. */
export interface TargetResult {
  /** What was checked. */
  readonly target: Target;
  /** Null if the target could not be checked; then `failure` says why. */
  readonly assessment: Assessment | null;
  /** Null if there is an assessment. */
  readonly failure: TargetFailure | null;
  /** Newest first, cut to what a report draws. */
  readonly timeline: readonly TimelineEntry[];
  /** What the service stated, if it was requested or is remembered; null if not all of it is known. @default null */
  readonly stated?: Stated | null | undefined;
  /** Requests sent, retries included. */
  readonly requests: number;
  /** How many of the requests the service refused for their pace. */
  readonly throttled: number;
  /** When the check began, epoch milliseconds. */
  readonly askedAt: number;
  /** How long the check took, in milliseconds. */
  readonly durationMs: number;
}

/** A result without its target. */
export type ResultBody = Omit<TargetResult, "target">;
