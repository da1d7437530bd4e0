import type { Constants } from "./constants.js";

/** What is assumed, because no vendor documents it or every company differs. */
export const assumed = {
  /** Requests a second that an account may send. */
  limit: 20,
  /** Targets of an account. */
  perAccount: 10_000,
  /** Seconds that a request takes. */
  latency: 0.2,
  /** Requests of an account that a worker sends at once, by default. */
  atOnce: 10,
  /** Targets that one exporter serves. */
  perExporter: 20_000,
  /** Bytes of memory that a series takes in Prometheus. */
  perSeries: 4000,
} as const;

/** The numbers of targets in the tables. The last one is the maximum of a targets file. */
export const sizes = [10_000, 100_000, 1_000_000] as const;

/** What a number of targets needs. Times are in seconds, sizes in bytes. */
export interface Needs {
  readonly calls: number;
  readonly accounts: number;
  /** Time of one audit under the limits, if all targets are of one account. */
  readonly oneAccount: number;
  /** Number of accounts for an audit within an hour, or a day. */
  readonly accountsForHour: number;
  readonly accountsForDay: number;
  /** Memory of the audit's process. */
  readonly memory: number;
  readonly redis: number;
  /** Worker processes, a core each, so that workers are not the slowest part of an audit over a queue. */
  readonly workers: number;
  /** Minimum time of one audit by each of its bounds, the slowest first. */
  readonly here: readonly Bound[];
  readonly overQueue: readonly Bound[];
}

/** A minimum time of one audit, and its reason. */
export interface Bound {
  readonly what: string;
  readonly seconds: number;
}

/** Estimates what `n` targets need. */
export function estimate(n: number, c: Constants): Needs {
  const { limit, perAccount, latency, atOnce } = assumed;
  const accounts = Math.ceil(n / perAccount);
  const requests = n * c.requests;
  const under = (share: number, those: number) => requests / (those * limit * share);
  const processor = (ms: number) => (n * ms) / 1000;
  const overQueue = slowestFirst([
    { what: "the limits of the accounts", seconds: under(c.shareOfWorkers, accounts) },
    { what: "the processor of the audit", seconds: processor(c.auditorMs) },
    { what: "the one core of Redis", seconds: processor(c.redisMs) },
  ]);
  const slowest = overQueue[0]?.seconds ?? Number.NaN;
  return {
    calls: requests,
    accounts,
    oneAccount: under(c.share, 1),
    accountsForHour: Math.ceil(under(c.share, 1) / 3600),
    accountsForDay: Math.ceil(under(c.share, 1) / 86_400),
    memory: c.heap + n * c.waiting,
    redis: n * Math.max(c.job, c.result),
    // Two, so that one can fail; by their processors; by the requests that an account may have in progress.
    workers: Math.max(2, Math.ceil(processor(c.workerMs) / slowest), Math.ceil((limit * latency) / atOnce)),
    here: slowestFirst([
      { what: "the limits of the accounts", seconds: under(c.share, accounts) },
      { what: "the processor of the audit", seconds: processor(c.cpuMs) },
    ]),
    overQueue,
  };
}

function slowestFirst(bounds: readonly Bound[]): Bound[] {
  return [...bounds].sort((one, other) => other.seconds - one.seconds);
}
