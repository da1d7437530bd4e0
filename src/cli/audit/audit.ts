import { count } from "../../audit/words.js";
import { exitCodes } from "../exit.js";
import type { Word } from "../style.js";
import type { AuditRow } from "./row.js";
import { colourOf, statuses, type TargetStatus } from "./status.js";

/** What an audit came to. */
export interface Audit {
  /** Results, a row for each. */
  readonly rows: readonly AuditRow[];
  /** Rows of the targets that it did not reach, because it was ended early. */
  readonly unreached: readonly AuditRow[];
  /** Counts of both. */
  readonly tally: Tally;
  /** When it began and ended, epoch milliseconds. */
  readonly began: number;
  readonly ended: number;
}

/** Counts of an audit. */
export class Tally {
  readonly counts: Record<TargetStatus, number> = {
    stuck: 0,
    never: 0,
    failing: 0,
    late: 0,
    "not-checked": 0,
    unknown: 0,
    ok: 0,
  };
  targets = 0;
  requests = 0;
  throttled = 0;

  take({ status, requests, throttled }: Pick<AuditRow, "status" | "requests" | "throttled">): void {
    this.counts[status]++;
    this.targets++;
    this.requests += requests;
    this.throttled += throttled;
  }

  get checked(): number {
    return this.targets - this.counts["not-checked"];
  }

  /** 5 if some could not be checked, else 1 if some are not ok. No target at all is no success. */
  get exitCode(): number {
    if (this.counts["not-checked"] > 0) return exitCodes.network;
    return this.targets > 0 && this.counts.ok === this.targets ? exitCodes.fine : exitCodes.findings;
  }

  /** `30 targets: 1 late, 29 ok; 61 requests`. */
  describe(): Word[] {
    const counts = statuses
      .filter((status) => this.counts[status] > 0)
      .flatMap((status, at): Word[] => [
        at === 0 ? ": " : ", ",
        [colourOf(status), `${this.counts[status]} ${status}`],
      ]);
    const throttled = this.throttled === 0 ? "" : `, ${this.throttled} throttled`;
    return [count(this.targets, "target"), ...counts, `; ${count(this.requests, "request")}${throttled}`];
  }
}
