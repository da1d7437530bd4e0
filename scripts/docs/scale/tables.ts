import type { Constants } from "./constants.js";
import { assumed, type Bound, LONGEST_STRING, type Needs, powers, reckon } from "./reckoning.js";
import { bytes, count, time } from "./units.js";

/** A piece of `docs/scale.md` that is written from what was measured, by the name of its place there. */
export type Pieces = Readonly<Record<string, string>>;

/** All that `docs/scale.md` says in figures. */
export function scalePieces(c: Constants): Pieces {
  const needs = powers.map((power) => ({ n: 10 ** power, ...reckon(10 ** power, c) }));
  const bySize = (lines: readonly [string, (size: Needs & { n: number }) => string][]) =>
    table(
      ["", ...powers.map((power) => `10^${power}`)],
      lines.map(([name, cell]) => [name, ...needs.map(cell)]),
    );
  return {
    measured: `Measured on ${c.date}, ${c.machine}, Redis and the simulated services on the same cores.\n\n${constants(c)}`,
    assumed: assumptions(),
    calls: bySize([
      ["requests of an audit", ({ calls }) => count(calls)],
      ["the same, where each target takes the most", ({ n }) => count(n * c.requestsMost)],
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
      ["audits, each a process", ({ audits }) => count(audits)],
      ["processor time in all", ({ n }) => time((n * c.cpuMs) / 1000)],
      ["memory of each process", ({ memory }) => bytes(memory)],
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
      [`exporters of ${count(assumed.perExporter)} targets`, ({ n }) => count(n / assumed.perExporter)],
      ["bytes of one scrape of each", () => bytes(assumed.perExporter * c.scrape)],
    ]),
    longest: `At ${bytes(c.scrape)} for each target, one exporter ends at ${count(Math.floor(LONGEST_STRING / c.scrape / 1000) * 1000)} targets, since a scrape is one string and V8 has none of more than ${LONGEST_STRING.toLocaleString("en")} characters.`,
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
      ["`r`", "requests", `${c.requests}, at most ${c.requestsMost}`, "`audit`"],
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
      ["`s`", "metrics of the exporter", `${c.series} series, ${b(c.scrape)}`, "`audit-sizes`"],
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
