import type { CallOptions } from "../core/options.js";
import type { BackupRecord } from "../records/record.js";
import type { BackupSource, Service } from "../records/service.js";
import { assess } from "./assess.js";
import type { Assessment } from "./assessment.js";
import type { Objective } from "./objective.js";
import type { Expectation } from "./runs.js";
import { deciding, isSettled, nextWindow, type Window } from "./window.js";

/** How far to read. */
export interface ReadLimits {
  /** How far back to look at most, in milliseconds. */
  readonly lookBack: number;
  /** Most pages of one target. */
  readonly maxPages: number;
}

/** What was read, and what it says. */
export interface Reading {
  readonly records: readonly BackupRecord[];
  readonly assessment: Assessment;
}

/** Whose backups to read. */
export interface Subject {
  readonly service: Pick<Service, "filtersPeriod" | "auditPageSize" | "sharesListing">;
  readonly source: BackupSource;
  /** Of the instance or policy. */
  readonly id: string;
}

/** Reads no more of a subject's backups than the verdict needs. */
export function readSubject(
  subject: Subject,
  objective: Objective,
  now: number,
  limits: ReadLimits,
  options: CallOptions,
  expectation: Expectation | null = null,
): Promise<Reading> {
  const judge: Judge = (records, since) => assess(records, objective, now, { since }, expectation);
  const read = subject.service.filtersPeriod ? readPeriods : readSorted;
  return read(subject, depthOf(objective, expectation, now), now, limits, judge, options);
}

/** How far to read, as an objective: of a schedule, the period that is judged counts as well as an age. */
function depthOf(objective: Objective, expectation: Expectation | null, now: number): Objective {
  if (expectation === null) return objective;
  const maxAge = Number.isFinite(objective.maxAge) ? objective.maxAge : 0;
  return {
    ...objective,
    maxAge: Math.max(maxAge, now - Math.min(expectation.from, ...expectation.missedBefore)),
  };
}

/** The verdict on records that are all since `since` (epoch milliseconds), or all that there are if it is null. */
type Judge = (records: readonly BackupRecord[], since: number | null) => Assessment;

/** For a service without periods: from the newest record back, until the verdict is certain. */
async function readSorted(
  subject: Subject,
  objective: Objective,
  now: number,
  { lookBack, maxPages }: ReadLimits,
  judge: Judge,
  options: CallOptions,
): Promise<Reading> {
  const records: BackupRecord[] = [];
  const enough = deciding(objective, now);
  let assessment: Assessment | null = null;
  let left = maxPages;
  for await (const page of pagesOf(subject, { from: null, to: null, pages: null }, options)) {
    records.push(...page.records);
    const since = page.last ? null : oldest(records, now);
    assessment = judge(records, since);
    left -= 1;
    if (since === null || left <= 0 || since <= now - lookBack) break;
    if (since <= enough && isSettled(assessment, objective, since)) break;
  }
  return { records, assessment: assessment ?? judge(records, now) };
}

function oldest(records: readonly BackupRecord[], now: number): number {
  const times = records.map(({ createdAt }) => createdAt?.getTime() ?? now);
  return times.reduce((least, time) => (Number.isNaN(time) ? least : Math.min(least, time)), now);
}

/** For a service with periods: the windows of `nextWindow`, one after the other. */
async function readPeriods(
  subject: Subject,
  objective: Objective,
  now: number,
  { lookBack, maxPages }: ReadLimits,
  judge: Judge,
  options: CallOptions,
): Promise<Reading> {
  const records: BackupRecord[] = [];
  let assessment: Assessment | null = null;
  let since: number | null = null;
  let last: Window | null = null;
  let whole = false;
  let left = maxPages;
  const shared = subject.service.sharesListing;
  for (;;) {
    const window = nextWindow({ objective, now, last, whole, since, assessment, lookBack, shared });
    if (window === null || left <= 0) {
      return { records, assessment: assessment ?? judge(records, now) };
    }
    const most = Math.min(left, window.pages ?? left);
    whole = false;
    let read = 0;
    for await (const page of pagesOf(subject, window, options)) {
      records.push(...page.records);
      read += 1;
      whole = page.last;
      if (whole || read >= most) break;
    }
    left -= read;
    last = window;
    const all = whole && window.from === null;
    if (whole) since = window.from ?? since;
    assessment = judge(records, all ? null : (since ?? now));
  }
}

async function* pagesOf(
  { service, source, id }: Subject,
  { from, to }: Window,
  options: CallOptions,
): AsyncGenerator<{ readonly records: readonly BackupRecord[]; readonly last: boolean }, void, undefined> {
  const query = { from: instant(from), to: instant(to), pageSize: service.auditPageSize, newestFirst: true };
  for await (const { entries, cursor } of source.pages(id, query, options)) {
    yield { records: entries.map(({ record }) => record), last: cursor === null };
  }
}

function instant(time: number | null): Date | undefined {
  return time === null ? undefined : new Date(Math.max(0, time));
}
