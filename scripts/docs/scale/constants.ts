/** What the bench has measured of audits, for each target unless it says otherwise. */
export interface Constants {
  readonly date: string;
  readonly machine: string;
  /** Milliseconds of processor time in one process. */
  readonly cpuMs: number;
  readonly requests: number;
  /** Requests where a first answer does not tell enough, which is the worst. */
  readonly requestsMost: number;
  /** Share of an account's limit that is used: by one process, and by workers. */
  readonly share: number;
  readonly shareOfWorkers: number;
  /** Most live memory of the whole process while it ran, in bytes. */
  readonly heap: number;
  /** Bytes of memory of one that waits in the process. */
  readonly waiting: number;
  /** Milliseconds of processor time over a queue. */
  readonly workerMs: number;
  readonly redisMs: number;
  readonly auditorMs: number;
  /** How many times as fast as one worker four are. */
  readonly four: number;
  /** Bytes in Redis of one that waits, and of a result. */
  readonly job: number;
  readonly result: number;
  /** Bytes of what is written. */
  readonly ndjson: number;
  readonly junit: number;
  readonly html: number;
  readonly state: number;
  readonly scrape: number;
  readonly series: number;
}

interface Results {
  readonly machine: Readonly<Record<"date" | "commit" | "node" | "cpu", string>> & { readonly cores: number };
  readonly results: readonly {
    readonly row: string;
    readonly outcome: {
      readonly figures: Readonly<Record<string, { readonly median?: number }>>;
      readonly lines?: readonly { readonly name: string; readonly cells: readonly string[] }[];
      readonly notes?: readonly string[];
    };
  }[];
}

/** @throws Error that names what is missing, e.g. since Redis was not there when it was measured */
export function readConstants({ machine, results }: Results): Constants {
  const row = (id: string) => {
    const { outcome } = results.find((each) => each.row === id) ?? {};
    const missing = (what: string) =>
      new Error(
        `bench/results.json has no ${what} in its row ${id}: run npm run bench where there is a redis-server`,
      );
    const number = (what: string, text: string | number | undefined) => {
      const value = typeof text === "string" ? Number(text.replaceAll(",", "")) : text;
      if (value === undefined || !Number.isFinite(value)) throw missing(what);
      return value;
    };
    return {
      figure: (name: string) => number(`figure ${name}`, outcome?.figures[name]?.median),
      cell: (name: string, at = 0) =>
        number(`line ${name}`, outcome?.lines?.find((line) => line.name.includes(name))?.cells[at]),
      cells: (at: number) =>
        (outcome?.lines ?? []).map(({ cells }) => Number(cells[at])).filter((value) => value > 0),
      note: (pattern: RegExp) => {
        const found = outcome?.notes?.flatMap((note) => pattern.exec(note) ?? []) ?? [];
        return number(`note ${pattern.source}`, found[1]);
      },
      notes: (pattern: RegExp) => outcome?.notes?.flatMap((note) => pattern.exec(note)?.[1] ?? [])[0] ?? "",
    };
  };
  const audit = row("audit");
  const queue = row("audit-queue");
  const sizes = row("audit-sizes");
  const heaps = audit.notes(/^Live heap at .*?: ([\d., ]+) MiB/).split(", ");
  return {
    date: machine.date.slice(0, 10),
    machine: `${machine.cores} × ${machine.cpu}, Node ${machine.node}`,
    cpuMs: audit.figure("cpu"),
    requests: audit.cell("at once", 3),
    requestsMost: Math.max(...audit.cells(3)),
    share: audit.figure("limit"),
    shareOfWorkers: queue.figure("limit"),
    heap: Math.max(...heaps.map(Number)) * 2 ** 20,
    waiting: audit.note(/takes ([\d,]+) bytes/),
    workerMs: queue.note(/([\d.]+) ms of the worker's/),
    redisMs: queue.note(/([\d.]+) ms of Redis's/),
    auditorMs: queue.note(/([\d.]+) ms of the auditor's/),
    four: queue.figure("four"),
    job: queue.note(/holds ([\d,]+) bytes for a target that waits/),
    result: queue.note(/and ([\d,]+) for one that has its result/),
    ndjson: sizes.cell("NDJSON"),
    junit: sizes.cell("JUnit"),
    html: sizes.cell("HTML"),
    state: sizes.cell("--state"),
    scrape: sizes.cell("scrape"),
    series: sizes.note(/([\d.]+) series/),
  };
}
