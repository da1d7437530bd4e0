import { budgets } from "../scripts/test-package/budgets.js";

/** What a figure must reach. */
export interface Target {
  /** Name of the figure in the row's outcome. */
  readonly figure: string;
  readonly label: string;
  readonly unit: "times" | "ms" | "s" | "MiB" | "B" | "requests";
  readonly atLeast?: number;
  readonly atMost?: number;
}

type Arguments = Readonly<Record<string, number | string>>;

/** One thing that is measured, by one scenario in a process of its own. */
export interface Row {
  readonly id: string;
  readonly what: string;
  /** File in `scenarios`, without extension. */
  readonly scenario: string;
  readonly args: Arguments;
  /** Replace those of `args` with `--quick`: enough to see that the row works, too little to trust its figures. */
  readonly quick: Arguments;
  readonly execArgv?: readonly string[];
  /** Empty if a row is for orientation. */
  readonly targets: readonly Target[];
}

const gc = ["--expose-gc"];
const calls = { calls: 2000, rounds: 9, minWarmUp: 20_000, maxWarmUp: 60_000 };
const quickCalls = { calls: 200, rounds: 3, minWarmUp: 400, maxWarmUp: 400 };
const starts = { rounds: 7 };
const quickStarts = { rounds: 2 };

/** The targets of both rows of 50 signed calls at once. */
function callTargets(vendor: string, floor: number): Target[] {
  return [
    { figure: "node:http", label: "times the time of bare node:http", unit: "times", atMost: 1.2 },
    { figure: "fetch", label: "times as fast as the global fetch", unit: "times", atLeast: 1.7 },
    { figure: "vendor", label: `times as fast as the ${vendor} core`, unit: "times", atLeast: floor },
  ];
}

/** Everything that is measured, with its targets. */
export const rows: readonly Row[] = [
  {
    id: "dcs-50",
    what: "Signed DCS v2 call, 50 at once, one page of 10",
    scenario: "calls",
    args: { service: "dcs", concurrency: 50, ...calls },
    quick: quickCalls,
    execArgv: gc,
    targets: callTargets("Huawei Cloud", 2.5),
  },
  {
    id: "starrocks-50",
    what: "Signed StarRocks call, 50 at once, one page of 10",
    scenario: "calls",
    args: { service: "starrocks", concurrency: 50, ...calls },
    quick: quickCalls,
    execArgv: gc,
    targets: callTargets("Alibaba Cloud", 1.2),
  },
  {
    id: "dcs-1",
    what: "Signed DCS v2 call, one after the other, one page of 10",
    scenario: "calls",
    args: { service: "dcs", concurrency: 1, ...calls, calls: 1000 },
    quick: quickCalls,
    execArgv: gc,
    targets: [],
  },
  {
    id: "cold-import",
    what: "A process that has just started: importing one service and making its client",
    scenario: "process-start",
    args: { stage: "import", ...starts },
    quick: quickStarts,
    targets: [],
  },
  {
    id: "first-call",
    what: "A process that has just started: the first signed call, after the import",
    scenario: "process-start",
    args: { stage: "first call", ...starts },
    quick: quickStarts,
    targets: [],
  },
  {
    id: "first-thousand",
    what: "A process that has just started: the first thousand signed calls, 50 at once, after the import",
    scenario: "process-start",
    args: { stage: "first thousand", ...starts },
    quick: quickStarts,
    targets: [],
  },
  {
    id: "overhead",
    what: "Client overhead with a stub fetch, no network, token",
    scenario: "overhead",
    args: calls,
    quick: quickCalls,
    execArgv: gc,
    targets: [
      { figure: "default", label: "times the time of bare openapi-fetch", unit: "times", atMost: 1.6 },
    ],
  },
  {
    id: "signature",
    what: "One signature",
    scenario: "signature",
    args: { signatures: 5000, rounds: 11, minWarmUp: 20_000 },
    quick: { signatures: 500, rounds: 3, minWarmUp: 500 },
    execArgv: gc,
    targets: [],
  },
  {
    id: "bundle",
    what: "Bundle of one service with one signer, minified and gzipped",
    scenario: "bundle",
    args: {},
    quick: {},
    targets: [
      { figure: "one file", label: "everything, in one file", unit: "B", atMost: budgets.everything },
      {
        figure: "first page",
        label: "what is loaded to the first page",
        unit: "B",
        // In several files, which compress a little worse than one.
        atMost: Math.round(budgets.firstPage * 1.05),
      },
    ],
  },
  {
    id: "million",
    what: "1,000,000 records with `for await`, simulator",
    scenario: "million",
    args: { most: 1_000_000, rounds: 3, rateRecords: 100_000 },
    quick: { most: 10_000, rounds: 2, rateRecords: 10_000 },
    execArgv: gc,
    targets: [
      { figure: "heap", label: "heap growth from the 10th page to the last", unit: "MiB", atMost: 32 },
      { figure: "rate", label: "times the rate of a hand-written fetch loop", unit: "times", atLeast: 0.85 },
    ],
  },
  {
    id: "latency",
    what: "The same listing at 50 ms latency per page, `concurrency: 8`",
    scenario: "latency",
    args: { pages: 120, rounds: 2 },
    quick: { pages: 40, rounds: 1 },
    targets: [
      { figure: "speedup", label: "times as fast as `concurrency: 1`", unit: "times", atLeast: 7 },
      { figure: "in flight", label: "maximum in flight at the server", unit: "requests", atMost: 8 },
    ],
  },
  {
    id: "json",
    what: "A page of 1000 records, read and validated",
    scenario: "json",
    args: { times: 40, rounds: 11 },
    quick: { times: 10, rounds: 3 },
    execArgv: gc,
    targets: [
      {
        figure: "safe",
        label: "int64-safe reading if all integers are safe, times `JSON.parse`",
        unit: "times",
        atMost: 1.2,
      },
      {
        figure: "unsafe",
        label: "int64-safe reading if every record has an unsafe one, times `JSON.parse`",
        unit: "times",
        atMost: 4,
      },
    ],
  },
  {
    id: "validation",
    what: "A page of 1000 records of each service, validated",
    scenario: "validation",
    args: { times: 40, rounds: 11 },
    quick: { times: 10, rounds: 3 },
    execArgv: gc,
    targets: ["cbr", "dcs", "starrocks", "vbs"].map((service) => ({
      figure: service,
      label: `${service}, times \`JSON.parse\``,
      unit: "times",
      atMost: 0.25,
    })),
  },
  {
    id: "generate",
    what: "`npm run generate`, all services, both languages",
    scenario: "generate",
    args: { rounds: 2 },
    quick: { rounds: 1 },
    targets: [
      { figure: "generate", label: "`npm run generate`", unit: "s", atMost: 6 },
      { figure: "check", label: "`npm run generate -- --check`", unit: "s", atMost: 6 },
    ],
  },
  {
    id: "types",
    what: "Type-checking a ten-line consumer",
    scenario: "types",
    args: {},
    quick: {},
    targets: [
      {
        figure: "ratio",
        label: "times the instantiations with bare openapi-fetch",
        unit: "times",
        atMost: 1.1,
      },
    ],
  },
  {
    id: "cli",
    what: "Command line: `list --format ndjson` of 100,000 records, and `--help`",
    scenario: "cli",
    args: { records: 100_000, rounds: 3, helps: 15 },
    quick: { records: 10_000, rounds: 1, helps: 3 },
    targets: [
      { figure: "memory", label: "growth of resident memory, first tenth to last", unit: "MiB", atMost: 32 },
      { figure: "rate", label: "times the library's rate", unit: "times", atLeast: 0.6 },
      { figure: "help", label: "`--help` over bare node", unit: "ms", atMost: 60 },
    ],
  },
  {
    id: "listings",
    what: "Growth from 1 to 256 listings at once",
    scenario: "listings",
    args: { most: 256, records: 1000 },
    quick: { most: 16, records: 200 },
    execArgv: gc,
    targets: [],
  },
  {
    id: "audit",
    what: "Audit of many targets in one process, simulator",
    scenario: "audit",
    args: { targets: 20_000, each: 20, limit: 100, seconds: 4 },
    quick: { targets: 500, each: 3, limit: 50, seconds: 1 },
    execArgv: gc,
    targets: [
      { figure: "heap", label: "heap growth from 10 % of the targets to the last", unit: "MiB", atMost: 4 },
      { figure: "cpu", label: "processor time of a target", unit: "ms", atMost: 1 },
      {
        figure: "limit",
        label: "times the rate that the account's limit allows",
        unit: "times",
        atLeast: 0.85,
      },
    ],
  },
  {
    id: "audit-queue",
    what: "Audit over a queue: one, two and four workers, Redis and simulator, each a process of its own",
    scenario: "audit-queue",
    args: { targets: 400, waiting: 5000, limit: 40, seconds: 5 },
    quick: { targets: 60, waiting: 500, limit: 50, seconds: 1 },
    targets: [
      { figure: "two", label: "two workers, times the rate of one", unit: "times", atLeast: 1.7 },
      { figure: "four", label: "four workers, times the rate of one", unit: "times", atLeast: 2.8 },
      {
        figure: "limit",
        label: "four workers, times the rate that the account's limit allows",
        unit: "times",
        atLeast: 0.85,
      },
    ],
  },
  {
    id: "exporter",
    what: "Scrapes of the exporter of 20,000 targets, simulator",
    scenario: "exporter",
    args: { targets: 20_000, scrapes: 10, heap: 192 },
    quick: { targets: 500, scrapes: 3 },
    targets: [
      { figure: "longest", label: "the longest scrape", unit: "s", atMost: 5 },
      { figure: "memory", label: "largest memory of the process", unit: "MiB", atMost: 286 },
    ],
  },
  {
    id: "audit-sizes",
    what: "What an audit's outputs and the exporter's metrics take for each target",
    scenario: "audit-sizes",
    args: { targets: 1000 },
    quick: { targets: 50 },
    targets: [],
  },
];
