import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem, type } from "node:os";
import type { Row } from "../rows.js";
import { figureText, type Outcome, targetText, type Verdict } from "./outcome.js";

/** When and on what machine a run took place. */
export interface Machine {
  readonly date: string;
  readonly commit: string;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly os: string;
  /** By name: this package and its peers. */
  readonly versions: Readonly<Record<string, string>>;
  /** Load average over the last minute before the run. */
  readonly load: number;
  readonly quick: boolean;
}

/** This machine, now. */
export function thisMachine(quick: boolean): Machine {
  const { dependencies }: { dependencies: Readonly<Record<string, string>> } = read("bench/package.json");
  const { version }: { version: string } = read("package.json");
  const all = cpus();
  return {
    date: new Date().toISOString().slice(0, 16).replace("T", " "),
    commit: commit(),
    node: process.versions.node,
    cpu: all[0]?.model ?? "unknown processor",
    cores: all.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    os: `${type()} ${release()}`,
    versions: { "backup-records": version, ...dependencies },
    load: loadavg()[0] ?? Number.NaN,
    quick,
  };
}

function read<Content>(file: string): Content {
  return JSON.parse(readFileSync(file, "utf8"));
}

function commit(): string {
  const git = (...args: string[]) =>
    execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    const isClean = git("status", "--porcelain", "--", "src", "generated", "bench/**/*.ts") === "";
    return `${git("rev-parse", "--short", "HEAD").trim()}${isClean ? "" : " with changes"}`;
  } catch {
    return "unknown";
  }
}

/** One row's results. */
export interface RowResult {
  readonly row: Row;
  readonly outcome: Outcome;
  readonly verdicts: readonly Verdict[];
  readonly seconds: number;
}

const signs = { pass: "✓", fail: "✗", refused: "–" } as const;

/** A table for a terminal. The first column is aligned to the left, the others to the right. */
export function plainTable(headings: readonly string[], lines: readonly (readonly string[])[]): string {
  const all = [headings, ...lines];
  const widths = headings.map((_, column) => Math.max(...all.map((line) => (line[column] ?? "").length)));
  return all
    .map((line) =>
      widths
        .map((width, column) =>
          column === 0 ? (line[0] ?? "").padEnd(width) : (line[column] ?? "").padStart(width),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The targets of some rows, as lines of a table. Its headings are `targetHeadings`. */
export function targetLines(results: readonly RowResult[]): string[][] {
  return results.flatMap(({ row, verdicts }) =>
    verdicts.map(({ target, figure, result }) => {
      const { reached, quartiles } = figureText(figure, target.unit);
      return [
        `${row.id}: ${target.label}`,
        targetText(target),
        reached,
        quartiles,
        `${signs[result]} ${result}`,
      ];
    }),
  );
}

export const targetHeadings = ["what", "target", "reached", "quartiles", ""];

/** The whole run as Markdown, with the plots. */
export function markdown(machine: Machine, results: readonly RowResult[], plots: readonly Plot[]): string {
  const verdicts = results.flatMap(({ verdicts }) => verdicts);
  const count = (result: Verdict["result"]) => verdicts.filter((verdict) => verdict.result === result).length;
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  return `${[
    "# Results of the last run",
    "Written by `npm run bench`; [README.md](README.md) says how to read it.",
    `${machine.date}, commit ${machine.commit}${machine.quick ? ", **quick: too few rounds to trust the figures**" : ""}. ${machine.cores} × ${machine.cpu}, ${machine.memoryGiB} GiB, ${machine.os}, Node ${machine.node}; load before the run ${machine.load.toFixed(2)}. The client and the server share these cores, each in a process of its own.`,
    versions.join(" · "),
    `${count("pass")} of ${verdicts.length} targets reached, ${count("fail")} missed, ${count("refused")} refused; ${Math.round(results.reduce((sum, { seconds }) => sum + seconds, 0))} s.`,
    markdownTable(targetHeadings, targetLines(results)),
    ...results.flatMap(({ row, outcome }) => section(row, outcome)),
    ...plots.flatMap(({ title, file, headings, lines }) => [
      `## ${title}`,
      markdownTable(headings, lines),
      `![${title}](${file})`,
    ]),
  ].join("\n\n")}\n`;
}

/** A plot in a file beside the report, and its numbers. */
export interface Plot {
  readonly title: string;
  readonly file: string;
  readonly headings: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

function section(row: Row, { headings, lines = [], notes = [], skipped, failed }: Outcome): string[] {
  if (skipped !== undefined) return [`## ${row.id}`, `${row.what}.`, `Skipped: ${skipped}.`];
  if (failed !== undefined) return [`## ${row.id}`, `${row.what}.`, `**Failed: ${failed}.**`];
  if (headings === undefined) return [];
  const table = markdownTable(
    headings,
    lines.map(({ name, cells }) => [name, ...cells]),
  );
  return [`## ${row.id}`, `${row.what}.`, table, ...notes];
}

function markdownTable(headings: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = headings.map((_, column) => (column === 0 ? "---" : "---:"));
  return [line(headings), line(rule), ...lines.map(line)].join("\n");
}
