import { exitCodes } from "../exit.js";
import { type AuditRow, type Standing, standings } from "./row.js";

/** Counts of an audit. */
export class Tally {
  readonly counts: Record<Standing, number> = {
    stuck: 0,
    never: 0,
    failing: 0,
    late: 0,
    unasked: 0,
    unknown: 0,
    ok: 0,
  };
  targets = 0;
  requests = 0;
  throttled = 0;

  take({ standing, requests, throttled }: Pick<AuditRow, "standing" | "requests" | "throttled">): void {
    this.counts[standing]++;
    this.targets++;
    this.requests += requests;
    this.throttled += throttled;
  }

  /** 5 where some could not be asked, else 1 where some are not ok. */
  get exitCode(): number {
    if (this.counts.unasked > 0) return exitCodes.network;
    return this.counts.ok === this.targets ? exitCodes.fine : exitCodes.findings;
  }

  /** `30 targets: 1 late, 29 ok; 61 requests`. */
  describe(word: (standing: Standing, text: string) => string = (_, text) => text): string {
    const counts = standings
      .filter((standing) => this.counts[standing] > 0)
      .map((standing) => word(standing, `${this.counts[standing]} ${standing}`));
    const throttled = this.throttled === 0 ? "" : `, ${this.throttled} throttled`;
    const what = counts.length === 0 ? "" : `: ${counts.join(", ")}`;
    return `${count(this.targets, "target")}${what}; ${count(this.requests, "request")}${throttled}`;
  }
}

/** "1 target", "2 targets". */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
