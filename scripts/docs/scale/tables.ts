import type { Constants } from "./constants.js";
import { assumed, type Bound, estimate, type Needs, sizes } from "./estimate.js";

/** Generated parts of `docs/scale.md`, by the names of their places. */
export type Pieces = Readonly<Record<string, string>>;

/** Writes every generated part of `docs/scale.md`. */
export function scalePieces(c: Constants): Pieces {
  const needs = sizes.map((n) => ({ n, ...estimate(n, c) }));
  const bySize = (lines: readonly [string, (size: Needs & { n: number }) => string][]) =>
    table(
      ["targets", ...sizes.map(count)],
      lines.map(([name, cell]) => [name, ...needs.map(cell)]),
    );
  return {
    measured: `Measured on ${c.date}, ${c.machine}, Redis and the simulated services on the same cores.\n\n${constants(c)}`,
    assumed: assumptions(),
    calls: bySize([
      ["requests of an audit", ({ calls }) => count(calls)],
      ["the same, if each target takes the most", ({ n }) => count(n * c.requestsMost)],
      ["requests a day, audited daily", ({ calls }) => count(calls)],
      ["requests a day, audited hourly", ({ calls }) => count(calls * 24)],
      ["requests a day, an exporter every ten minutes", ({ calls }) => count(calls * 144)],
    ]),
    limits: bySize([
      ["one account: an audit takes", ({ oneAccount }) => time(oneAccount)],
      ["accounts to be done in a day", ({ accountsForDay }) => count(accountsForDay)],
      ["accounts to be done in an hour", ({ accountsForHour }) => count(accountsForHour)],
      [`accounts of ${count(assumed.perAccount)} targets each`, ({ accounts }) => count(accounts)],
      [
        "with these, an audit takes",
        ({ accounts, calls }) => time(calls / (accounts * assumed.limit * c.share)),
      ],
      [
        "an exporter every ten minutes uses of them",
        ({ calls, accounts }) =>
          `${Math.round((calls * 100) / (600 * accounts * assumed.limit * c.share))} %`,
      ],
    ]),
    here: bySize([
      ["processor time", ({ n }) => time((n * c.cpuMs) / 1000)],
      ["memory of the process", ({ memory }) => bytes(memory)],
      ["an audit takes", ({ here }) => bound(here[0])],
      ["what bounds it", ({ here }) => here[0]?.what ?? ""],
      ["the next bound", ({ here }) => `${here[1]?.what}, ${bound(here[1])}`],
    ]),
    queue: bySize([
      ["Redis holds at its peak", ({ redis }) => bytes(redis)],
      ["processor time of the workers", ({ n }) => time((n * c.workerMs) / 1000)],
      ["processor time of Redis", ({ n }) => time((n * c.redisMs) / 1000)],
      ["workers, a core each", ({ workers }) => count(workers)],
      ["an audit takes", ({ overQueue }) => bound(overQueue[0])],
      ["what bounds it", ({ overQueue }) => overQueue[0]?.what ?? ""],
      ["the next bound", ({ overQueue }) => `${overQueue[1]?.what}, ${bound(overQueue[1])}`],
    ]),
    outputs: bySize([
      ["NDJSON or JSON of an audit", ({ n }) => bytes(n * c.ndjson)],
      ["JUnit XML", ({ n }) => bytes(n * c.junit)],
      ["`--state`", ({ n }) => bytes(n * c.state)],
      ["HTML report", ({ n }) => bytes(n * c.html)],
      ["series in Prometheus", ({ n }) => count(n * c.series)],
      ["its memory for them", ({ n }) => bytes(n * c.series * assumed.perSeries)],
      [
        `exporters of ${count(assumed.perExporter)} targets`,
        ({ n }) => count(Math.ceil(n / assumed.perExporter)),
      ],
      ["size of one scrape of each", ({ n }) => bytes(Math.min(n, assumed.perExporter) * c.scrape)],
    ]),
  };
}

const bound = (one: Bound | undefined) => (one === undefined ? "" : time(one.seconds));

function constants(c: Constants): string {
  const ms = (value: number) => `${Number(value.toPrecision(2))} ms`;
  const share = (value: number) => `${Math.round(value * 100)} %`;
  const b = (value: number) => `${count(value)} B`;
  return table(
    ["", "of each target", "measured", "row of the bench"],
    [
      ["`r`", "requests", `${count(c.requests)}, at most ${count(c.requestsMost)}`, "`audit`"],
      ["`c`", "processor time in one process", ms(c.cpuMs), "`audit`"],
      ["`m`", "memory while it waits in the process", b(c.waiting), "`audit`"],
      ["`M`", "memory of the process beside that, in all", bytes(c.heap), "`audit`"],
      [
        "`u`",
        "of an account's limit, what is used",
        `${share(c.share)}; ${share(c.shareOfWorkers)} by workers`,
        "`audit`, `audit-queue`",
      ],
      ["`q`", "processor time of Redis", ms(c.redisMs), "`audit-queue`"],
      ["`w`", "processor time of workers", ms(c.workerMs), "`audit-queue`"],
      ["`a`", "processor time of an audit over a queue", ms(c.auditorMs), "`audit-queue`"],
      ["`j`", "in Redis while it waits", b(c.job), "`audit-queue`"],
      ["`d`", "in Redis when it has its result", b(c.result), "`audit-queue`"],
      ["", "of four workers, the rate of one", `${Number(c.four.toPrecision(2))} times`, "`audit-queue`"],
      [
        "",
        "NDJSON, JUnit XML, HTML report, `--state`",
        [c.ndjson, c.junit, c.html, c.state].map(b).join(", "),
        "`audit-sizes`",
      ],
      ["`s`", "metrics of the exporter", `${count(c.series)} series, ${b(c.scrape)}`, "`audit-sizes`"],
    ],
  );
}

function assumptions(): string {
  return table(
    ["", "assumed", "value"],
    [
      ["`L`", "requests a second that an account may send", String(assumed.limit)],
      ["`T`", "targets of an account", count(assumed.perAccount)],
      ["`l`", "time of a request", `${assumed.latency * 1000} ms`],
      ["", "targets of an exporter", count(assumed.perExporter)],
      ["", "memory of a series in Prometheus", bytes(assumed.perSeries)],
    ],
  );
}

function table(headings: readonly string[], lines: readonly (readonly string[])[]): string {
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, 3, ...lines.map((line) => (line[at] ?? "").length)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (cells[at] ?? "").padEnd(width)).join(" | ")} |`;
  return [line(headings), line(widths.map((width) => "-".repeat(width))), ...lines.map(line)].join("\n");
}

const PLACE = /(<!-- figures: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g;

/**
 * Puts each piece into its place in a Markdown text, between `<!-- figures: NAME -->` and `<!-- end -->`.
 * @throws Error if a place has no piece, or a piece no place
 */
export function fill(text: string, pieces: Pieces): string {
  const filled = new Set<string>();
  const result = text.replaceAll(PLACE, (_, begin: string, name: string, end: string) => {
    const piece = pieces[name];
    if (piece === undefined) throw new Error(`there are no figures named ${name}`);
    filled.add(name);
    return `${begin}\n${piece}\n\n${end}`;
  });
  const left = Object.keys(pieces).filter((name) => !filled.has(name));
  if (left.length > 0) throw new Error(`there is no place for ${left.join(", ")}`);
  return result;
}

/** A number, rounded to three digits. */
export function count(value: number): string {
  if (value < 1000) return String(Number(value.toPrecision(3)));
  return Math.round(Number(value.toPrecision(3))).toLocaleString("en");
}

/** A time, rounded to two digits, in a unit of its size. */
export function time(seconds: number): string {
  const units: readonly [string, number][] = [
    ["days", 86_400 * 2],
    ["h", 3600 * 2],
    ["min", 60 * 2],
  ];
  const [unit, from] = units.find(([, least]) => seconds >= least) ?? ["s", 2];
  return `${two(seconds / (from / 2))} ${unit}`;
}

/** Bytes, rounded to two digits, in decimal units. */
export function bytes(value: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const at = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(value) / 3)));
  return `${two(value / 1000 ** at)} ${units[at]}`;
}

function two(value: number): string {
  return Math.abs(value) < 10 ? String(Number(value.toPrecision(2))) : Math.round(value).toLocaleString("en");
}
