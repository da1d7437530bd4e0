/** What a figure must reach. */
export interface Target {
  /** Name of the figure in the scenario's outcome. */
  readonly figure: string;
  readonly label: string;
  readonly unit: "times" | "ms" | "s" | "MiB" | "requests";
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** One thing that is measured, by one scenario in a process of its own. */
export interface Row {
  readonly id: string;
  readonly what: string;
  /** File in `scenarios`, without extension. */
  readonly scenario: string;
  /** Which installation of the package: on Node alone, or with undici beside it. */
  readonly beside: "alone" | "undici";
  readonly args: Readonly<Record<string, number | string | boolean>>;
  /** Instead of `args` with `--quick`: enough to see that the row works, too little to believe it. */
  readonly quick: Readonly<Record<string, number | string | boolean>>;
  readonly execArgv?: readonly string[];
  /** None where a row only shows how something grows. */
  readonly targets: readonly Target[];
}

/** So that no side collects what the one before it left behind. */
const gc = ["--expose-gc"];
const dcs50 = { service: "dcs", concurrency: 50, calls: 2000, rounds: 9 };
const starrocks50 = { service: "starrocks", concurrency: 50, calls: 2000, rounds: 9 };
const quickCalls = { calls: 300, rounds: 3 };

/** Everything that is measured, with its targets. */
export const rows: readonly Row[] = [
  {
    id: "dcs-50",
    what: "Signed DCS v2 call, 50 at once, one page of 10, on Node alone",
    scenario: "calls",
    beside: "alone",
    args: { ...dcs50, undici: false },
    quick: { ...dcs50, ...quickCalls, undici: false },
    execArgv: gc,
    targets: [
      { figure: "vendor", label: "times as fast as the Huawei Cloud core", unit: "times", atLeast: 3.5 },
      { figure: "node:http", label: "times the time of bare node:http", unit: "times", atMost: 1.45 },
    ],
  },
  {
    id: "dcs-50-undici",
    what: "The same with undici installed beside it",
    scenario: "calls",
    beside: "undici",
    args: { ...dcs50, undici: true },
    quick: { ...dcs50, ...quickCalls, undici: true },
    execArgv: gc,
    targets: [
      { figure: "vendor", label: "times as fast as the Huawei Cloud core", unit: "times", atLeast: 5 },
      { figure: "undici", label: "times the time of undici.request", unit: "times", atMost: 1.5 },
    ],
  },
  {
    id: "dcs-50-others",
    what: "The same on Node alone, beside every other client",
    scenario: "calls",
    beside: "alone",
    args: { ...dcs50, calls: 1000, rounds: 3, undici: false, others: true },
    quick: { ...dcs50, ...quickCalls, undici: false, others: true },
    execArgv: gc,
    targets: [],
  },
  {
    id: "dcs-1",
    what: "The same, one after the other, on Node alone",
    scenario: "calls",
    beside: "alone",
    args: { service: "dcs", concurrency: 1, calls: 1500, rounds: 9, undici: false },
    quick: { service: "dcs", concurrency: 1, ...quickCalls, undici: false },
    execArgv: gc,
    targets: [
      { figure: "node:http", label: "times the time of bare node:http", unit: "times", atMost: 1.3 },
      { figure: "vendor", label: "times as fast as the Huawei Cloud core", unit: "times", atLeast: 2 },
    ],
  },
  {
    id: "starrocks-50",
    what: "Signed StarRocks call, 50 at once, on Node alone",
    scenario: "calls",
    beside: "alone",
    args: { ...starrocks50, undici: false },
    quick: { ...starrocks50, ...quickCalls, undici: false },
    execArgv: gc,
    targets: [
      { figure: "vendor", label: "times as fast as the Alibaba Cloud core", unit: "times", atLeast: 1.4 },
    ],
  },
  {
    id: "starrocks-50-undici",
    what: "The same with undici installed beside it",
    scenario: "calls",
    beside: "undici",
    args: { ...starrocks50, undici: true },
    quick: { ...starrocks50, ...quickCalls, undici: true },
    execArgv: gc,
    targets: [
      { figure: "vendor", label: "times as fast as the Alibaba Cloud core", unit: "times", atLeast: 2 },
    ],
  },
  {
    id: "overhead",
    what: "Client overhead with a stub fetch, no network, token",
    scenario: "overhead",
    beside: "alone",
    args: { calls: 2000, rounds: 15 },
    quick: { calls: 1000, rounds: 3 },
    execArgv: gc,
    targets: [
      { figure: "default", label: "times the time of bare openapi-fetch", unit: "times", atMost: 1.6 },
      {
        figure: "lean",
        label: "the same with timeouts, drift and int64 safety off",
        unit: "times",
        atMost: 1.15,
      },
    ],
  },
  {
    id: "signature",
    what: "One signature",
    scenario: "signature",
    beside: "alone",
    args: { signatures: 5000, rounds: 11 },
    quick: { signatures: 1000, rounds: 3 },
    execArgv: gc,
    targets: ["Huawei Cloud", "Open Telekom Cloud", "Alibaba Cloud"].map((scheme) => ({
      figure: scheme,
      label: `${scheme}: times as fast as the vendor's signer`,
      unit: "times" as const,
      atLeast: 3,
    })),
  },
  {
    id: "bundle",
    what: "Bundle of one service with one signer, minified and gzipped",
    scenario: "bundle",
    beside: "alone",
    args: {},
    quick: {},
    targets: [],
  },
  {
    id: "cold-import",
    what: "Cold import of one service entry",
    scenario: "cold-import",
    beside: "alone",
    args: { rounds: 15 },
    quick: { rounds: 5 },
    targets: [
      { figure: "own", label: "over bare node", unit: "ms", atMost: 10 },
      { figure: "huawei", label: "times the Huawei Cloud core's", unit: "times", atMost: 0.1 },
      { figure: "alibaba", label: "times the Alibaba Cloud core's", unit: "times", atMost: 0.1 },
    ],
  },
  {
    id: "million",
    what: "1,000,000 records through `for await`, simulator",
    scenario: "million",
    beside: "alone",
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
    beside: "alone",
    args: { pages: 120, rounds: 2 },
    quick: { pages: 40, rounds: 1 },
    targets: [
      { figure: "speedup", label: "times as fast as `concurrency: 1`", unit: "times", atLeast: 7 },
      { figure: "in flight", label: "most in flight at the server", unit: "requests", atMost: 8 },
    ],
  },
  {
    id: "json",
    what: "A page of 1000 records, read and validated",
    scenario: "json",
    beside: "alone",
    args: { times: 40, rounds: 11 },
    quick: { times: 10, rounds: 3 },
    execArgv: gc,
    targets: [
      { figure: "validate", label: "validation, times `JSON.parse`", unit: "times", atMost: 0.08 },
      {
        figure: "safe",
        label: "int64-safe reading where all are safe, times `JSON.parse`",
        unit: "times",
        atMost: 1.2,
      },
      {
        figure: "unsafe",
        label: "the same where every record has one that is not",
        unit: "times",
        atMost: 4,
      },
    ],
  },
  {
    id: "generate",
    what: "`npm run generate`, all services, both languages",
    scenario: "generate",
    beside: "alone",
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
    beside: "alone",
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
    what: "CLI `list --format ndjson` of 100,000 records, and `--help`",
    scenario: "cli",
    beside: "alone",
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
    beside: "alone",
    args: { most: 256, records: 1000 },
    quick: { most: 16, records: 200 },
    execArgv: gc,
    targets: [],
  },
  {
    id: "audit",
    what: "Audit of many targets in one process, simulator",
    scenario: "audit",
    beside: "alone",
    args: { targets: 20_000, each: 20, limit: 100, seconds: 4 },
    quick: { targets: 500, each: 3, limit: 50, seconds: 1 },
    execArgv: gc,
    targets: [
      { figure: "heap", label: "heap growth from 10 % of the targets to the last", unit: "MiB", atMost: 4 },
      { figure: "cpu", label: "processor time a target", unit: "ms", atMost: 1 },
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
    beside: "alone",
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
    id: "audit-sizes",
    what: "What an audit's outputs and the exporter's metrics take for each target",
    scenario: "audit-sizes",
    beside: "alone",
    args: { targets: 1000 },
    quick: { targets: 50 },
    targets: [],
  },
];
