import type { Assessment } from "./assessment.js";
import type { Objective } from "./objective.js";

/** A period to ask for. Times are epoch milliseconds. */
export interface Window {
  /** Null: from the first record on. */
  readonly from: number | null;
  /** Null: up to the newest record, of any date. */
  readonly to: number | null;
  /** Most pages to read of it; what has more is asked for in a smaller period. Null: all of them. */
  readonly pages: number | null;
}

/** What a period that was asked for has brought. */
export interface Progress {
  readonly objective: Objective;
  readonly now: number;
  /** The period asked for last; null before the first. */
  readonly last: Window | null;
  /** Whether that one was read to its end. */
  readonly whole: boolean;
  /** From when on every record has been read; null: nothing is certain yet. */
  readonly since: number | null;
  /** The verdict on all that has been read so far; null before the first period. */
  readonly assessment: Assessment | null;
  /** How far back to look at most, in milliseconds. */
  readonly lookBack: number;
  /** Whether one listing serves many targets, so that a longer period would cost all of its pages. @default false */
  readonly shared?: boolean | undefined;
}

const DAY = 86_400_000;
/** How many times the largest age one page may go back: what a timeline shows costs no further request. */
const HISTORY = 7;

/**
 * The period that decides most verdicts: the largest age, and before it the time that a backup may take, a
 * day unless the objective says longer, since the services may compare a backup's beginning (erratum 12).
 */
export function deciding(objective: Objective, now: number): number {
  return now - objective.maxAge - allowance(objective);
}

/** The same for a listing that serves many targets, each hour of which costs pages. */
const SHARED_ALLOWANCE = DAY / 12;

function allowance({ maxDuration }: Objective): number {
  return Math.max(maxDuration ?? 0, DAY);
}

/** Whether more records could still change a verdict other than by being older than what it rests on. */
export function isSettled(
  { lastGoodAt, restorable, goodLeft }: Assessment,
  objective: Objective,
  since: number | null,
): boolean {
  return (
    lastGoodAt !== null &&
    since !== null &&
    lastGoodAt.getTime() >= since &&
    goodLeft !== null &&
    (restorable === null || restorable >= objective.minRestorable)
  );
}

/**
 * The period to ask for next; null if the verdict cannot change any more. No order of the records is
 * relied on, since no source page promises one: a period counts once all its pages are read.
 *
 * First a page of a longer period, which a report's timeline shows. Where that has more pages, the deciding
 * period instead. Where that has no good backup, or too few that can be restored, one page of everything,
 * which holds most listings whole. Then, only for what is longer, periods further back: as far as the newest
 * good backup seen so far, otherwise twice as far each time, and no further than `lookBack`.
 */
export function nextWindow(progress: Progress): Window | null {
  const { objective, now, last, whole, since, assessment, lookBack } = progress;
  const first = progress.shared
    ? now - objective.maxAge - Math.max(objective.maxDuration ?? 0, SHARED_ALLOWANCE)
    : deciding(objective, now);
  const bound = now - lookBack;
  if (last === null || assessment === null) {
    const longer = progress.shared ? first : now - HISTORY * objective.maxAge;
    return longer < first ? { from: longer, to: null, pages: 1 } : { from: first, to: null, pages: null };
  }
  if (since === null) return { from: first, to: null, pages: null };
  if (isSettled(assessment, objective, since)) return null;
  // Nothing protects it in any case. Each would cost a request, and there can be thousands.
  if (progress.shared && assessment.verdict === "unprotected") return null;
  if (last.from === null && whole) return null;
  if (last.to === null && last.from !== null) return { from: null, to: null, pages: 1 };
  if (since <= bound) return null;
  const good = assessment.lastGoodAt?.getTime() ?? since;
  const doubled = now - 2 * (now - since);
  const from = good < since ? good - allowance(objective) : doubled;
  return { from: Math.max(bound, from), to: since, pages: null };
}
