import type { Constants } from "./constants.js";

/** What is assumed, since nobody documents it or every company differs. */
export const assumed = {
  /** Requests a second that an account may send. */
  limit: 20,
  /** Targets of an account. */
  perAccount: 10_000,
  /** Seconds that a request takes. */
  latency: 0.2,
  /** Requests of an account that a worker has under way, its default. */
  atOnce: 10,
  /** Targets that one exporter serves. */
  perExporter: 10_000,
  /** Bytes of memory that a series takes in Prometheus. */
  perSeries: 4000,
} as const;

/** The sizes that are worked out, as powers of ten. */
export const powers = [5, 6, 7] as const;

/** Targets of one targets file at most, and so of one audit. */
export const PER_FILE = 1_000_000;

/** Most characters of a string in V8, which a scrape is. */
export const LONGEST_STRING = 2 ** 29 - 24;

/** What so many targets need. Times are seconds, sizes bytes. */
export interface Needs {
  readonly calls: number;
  readonly accounts: number;
  /** One audit under the limits, where all targets are of one account. */
  readonly oneAccount: number;
  /** Accounts that are needed to be done within an hour, or a day. */
  readonly accountsForHour: number;
  readonly accountsForDay: number;
  /** Audits that share them, each with a targets file and a process of its own. */
  readonly audits: number;
  /** Memory of each audit's process. */
  readonly memory: number;
  readonly redis: number;
  /** Worker processes, a core each, that keep up with what else bounds an audit over a queue. */
  readonly workers: number;
  /** What one audit takes at least, by each thing that bounds it, in words of its own. */
  readonly here: readonly Bound[];
  readonly overQueue: readonly Bound[];
}

/** A time that one audit cannot go below, and why. */
export interface Bound {
  readonly what: string;
  readonly seconds: number;
}

/** Works out what `n` targets need. */
export function reckon(n: number, c: Constants): Needs {
  const { limit, perAccount, latency, atOnce } = assumed;
  const accounts = Math.ceil(n / perAccount);
  const audits = Math.ceil(n / PER_FILE);
  const requests = n * c.requests;
  const under = (share: number, those: number) => requests / (those * limit * share);
  const processor = (ms: number, processes: number) => (n * ms) / 1000 / processes;
  const overQueue = slowestFirst([
    { what: "the limits of the accounts", seconds: under(c.shareOfWorkers, accounts) },
    { what: "the processor of the audit", seconds: processor(c.auditorMs, audits) },
    { what: "the one core of Redis", seconds: processor(c.redisMs, 1) },
  ]);
  const slowest = overQueue[0]?.seconds ?? Number.NaN;
  return {
    calls: requests,
    accounts,
    oneAccount: under(c.share, 1),
    accountsForHour: Math.ceil(under(c.share, 1) / 3600),
    accountsForDay: Math.ceil(under(c.share, 1) / 86_400),
    audits,
    memory: c.heap + (n / audits) * c.waiting,
    redis: n * Math.max(c.job, c.result),
    // Two for their company; by their processors; by what an account may have under way.
    workers: Math.max(
      2,
      Math.ceil(processor(c.workerMs, 1) / slowest),
      Math.ceil((limit * latency) / atOnce),
    ),
    here: slowestFirst([
      { what: "the limits of the accounts", seconds: under(c.share, accounts) },
      { what: "the processor of the audit", seconds: processor(c.cpuMs, audits) },
    ]),
    overQueue,
  };
}

function slowestFirst(bounds: readonly Bound[]): Bound[] {
  return [...bounds].sort((one, other) => other.seconds - one.seconds);
}
