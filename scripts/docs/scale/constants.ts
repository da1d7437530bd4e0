/** What the bench measured of audits, for each target if nothing else is said. */
export interface Constants {
  readonly date: string;
  readonly machine: string;
  /** Milliseconds of processor time in one process. */
  readonly cpuMs: number;
  readonly requests: number;
  /** Maximum number of requests, if the first response does not tell enough. */
  readonly requestsMost: number;
  /** Share of an account's limit that is used: by one process, and by workers. */
  readonly share: number;
  readonly shareOfWorkers: number;
  /** Maximum live memory of the whole process while it ran, in bytes. */
  readonly heap: number;
  /** Bytes of memory of a target that waits in the process. */
  readonly waiting: number;
  /** Milliseconds of processor time over a queue. */
  readonly workerMs: number;
  readonly redisMs: number;
  readonly auditorMs: number;
  /** How many times as fast as one worker four are. */
  readonly four: number;
  /** Bytes in Redis of a target that waits, and of a result. */
  readonly job: number;
  readonly result: number;
  /** Bytes of the outputs. */
  readonly ndjson: number;
  readonly junit: number;
  readonly html: number;
  readonly state: number;
  readonly scrape: number;
  readonly series: number;
}

/** `bench/results.json`, as far as it is read here. */
export interface Results {
  readonly machine: Readonly<Record<"date" | "node" | "cpu", string>> & { readonly cores: number };
  readonly results: readonly {
    readonly row: string;
    readonly outcome: { readonly figures: Readonly<Record<string, { readonly median?: number }>> };
  }[];
}

/** @throws Error that names the missing figure, e.g. if the bench ran without a Redis */
export function readConstants({ machine, results }: Results): Constants {
  const figure = (row: string, name: string) => {
    const value = results.find((result) => result.row === row)?.outcome.figures[name]?.median;
    if (value !== undefined) return value;
    throw new Error(
      `bench/results.json has no figure "${name}" in its row ${row}: run npm run bench on a machine with redis-server`,
    );
  };
  return {
    date: machine.date.slice(0, 10),
    machine: `${machine.cores} × ${machine.cpu}, Node ${machine.node}`,
    cpuMs: figure("audit", "cpu"),
    requests: figure("audit", "requests"),
    requestsMost: figure("audit", "requests at most"),
    share: figure("audit", "limit"),
    shareOfWorkers: figure("audit-queue", "limit"),
    heap: figure("audit", "heap at most"),
    waiting: figure("audit", "waiting bytes"),
    workerMs: figure("audit-queue", "worker ms"),
    redisMs: figure("audit-queue", "Redis ms"),
    auditorMs: figure("audit-queue", "auditor ms"),
    four: figure("audit-queue", "four"),
    job: figure("audit-queue", "waiting bytes"),
    result: figure("audit-queue", "result bytes"),
    ndjson: figure("audit-sizes", "NDJSON"),
    junit: figure("audit-sizes", "JUnit XML"),
    html: figure("audit-sizes", "HTML report"),
    state: figure("audit-sizes", "--state"),
    scrape: figure("audit-sizes", "a scrape of the exporter"),
    series: figure("audit-sizes", "series"),
  };
}
