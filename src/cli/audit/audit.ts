import { count } from "../../audit/words.js";
import { plainLine } from "../escape.js";
import { exitCodes } from "../exit.js";
import { createStyle, styled, type Word } from "../style.js";
import { type AuditRow, worstFirst } from "./row.js";
import { colourOf, isFine, statuses, type TargetStatus } from "./status.js";

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
    missed: 0,
    late: 0,
    unprotected: 0,
    "not-checked": 0,
    unknown: 0,
    suspect: 0,
    gone: 0,
    paused: 0,
    new: 0,
    ok: 0,
  };
  targets = 0;
  /** Targets that ask for something. */
  findings = 0;
  requests = 0;
  throttled = 0;
  readonly #strict: boolean;

  constructor({ strict = false }: { readonly strict?: boolean | undefined } = {}) {
    this.#strict = strict;
  }

  take(row: Pick<AuditRow, "status" | "requests" | "throttled" | "pauseOver">): void {
    const { status, requests, throttled } = row;
    this.counts[status]++;
    this.targets++;
    if (status !== "not-checked" && (row.pauseOver || !isFine(status, this.#strict))) this.findings++;
    this.requests += requests;
    this.throttled += throttled;
  }

  get checked(): number {
    return this.targets - this.counts["not-checked"];
  }

  /** 1 if some targets ask for something, else 5 if some could not be checked. No target at all is no success. */
  get exitCode(): number {
    if (this.findings > 0 || this.targets === 0) return exitCodes.findings;
    return this.counts["not-checked"] > 0 ? exitCodes.network : exitCodes.fine;
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

/** Findings that a log names. */
const MAX_LOGGED = 100;

/** An audit in a few lines for a log: what it came to, and the worst targets. */
export function logOf({ rows, unreached, tally }: Audit, early: string): string {
  const words = styled(tally.describe(), createStyle(false));
  const found = worstFirst([...rows, ...unreached]).filter(({ status }) => status !== "ok");
  const lines = found
    .slice(0, MAX_LOGGED)
    .map(({ status, target, reason }) => `${status}  ${plainLine(target.name)}: ${plainLine(reason)}`);
  const more = found.length > MAX_LOGGED ? [`and ${found.length - MAX_LOGGED} more`] : [];
  return [`${early}${words}`, ...lines, ...more].join("\n");
}
