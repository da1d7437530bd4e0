import { extname } from "node:path";
import { count } from "../../audit/words.js";
import { refuseEnding } from "../ending.js";
import { exitCodes } from "../exit.js";
import type { FormatOf } from "../formats.js";
import { openSinks } from "../output-path.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import { readTime, showInstant } from "../time.js";
import { FigureCollector, type TargetFigures } from "./figures.js";
import { evidencePage, type PageFacts } from "./page.js";
import { readHistory } from "./read.js";
import { evidenceCsv } from "./table.js";

/** The options of `report`, as they were given. */
export interface ReportOptions {
  readonly from: string;
  readonly to: string;
  readonly format?: FormatOf<"report">;
  readonly output?: string;
}

/** The figures in each format. */
export const writeEvidence: Readonly<
  Record<FormatOf<"report">, (figures: readonly TargetFigures[], facts: PageFacts) => Iterable<string>>
> = {
  html: evidencePage,
  csv: (figures) => [evidenceCsv(figures)],
};

/** Runs `report` and returns its exit code. Nothing is written unless the whole history is as it was written. */
export async function runReport(path: string, options: ReportOptions, terminal: Terminal): Promise<number> {
  const { out, say, note } = terminal;
  const now = terminal.now();
  const read = { now, utc: true };
  const from = readTime("--from", options.from, { ...read, day: "first moment" }).getTime();
  const to = readTime("--to", options.to, { ...read, day: "last moment" }).getTime();
  if (from > to) throw new Problem("--from is later than --to: the period is empty");
  const format = options.format ?? formatOf(options.output);
  if (options.output !== undefined) refuseEnding("--output", options.output, format);
  if (format === "html" && options.output === undefined && out.isTerminal) {
    throw new Problem("a page is nothing to read on a terminal: name a file with --output, or --format csv");
  }
  const collector = new FigureCollector({ from, to });
  const audits: string[] = [];
  const end = await readHistory(path, terminal, (line) => {
    collector.take(line);
    audits[audits.length === 0 ? 0 : 1] = line.at;
  });
  if (end.torn) say(`${path}: the last line was cut off while it was written, and does not count`);
  const figures = collector.figures();
  if (end.lines === 0) throw new Problem(`${path}: has no line yet; audit --history appends to it`);
  if (figures.length === 0) {
    const [first, last] = [audits[0], audits.at(-1)].map((at) => showInstant(new Date(at ?? now), true));
    const period = `${showInstant(new Date(from), true)} to ${showInstant(new Date(to), true)}`;
    throw new Problem(
      `${path}: has no audit and no due run from ${period}; its audits are from ${first} to ${last}: see --from and --to`,
    );
  }
  if (figures.every(({ due }) => due === 0)) note(`${path}: no run was due in this period`);
  const outputs = [
    options.output === undefined ? { option: "", path: "-" } : { option: "--output", path: options.output },
  ];
  const [sink] = await openSinks(outputs, [{ what: "the history", path }], terminal);
  if (sink === undefined) throw new Error("a report has an output");
  try {
    for (const piece of writeEvidence[format](figures, { path, end, from, to, now })) await sink.write(piece);
    await sink.commit();
  } catch (error) {
    await sink.discard();
    throw error;
  }
  note(
    `${count(figures.length, "target")}; ${count(end.lines, "line")} that end with ${end.hash || "nothing"}`,
  );
  return exitCodes.fine;
}

/**
 * What the name of the output asks for; a page if it has no ending.
 * @throws Problem for an ending that would say something else than what is in the file
 */
function formatOf(output = ""): FormatOf<"report"> {
  const ending = extname(output).toLowerCase();
  if (ending === ".csv") return "csv";
  if (["", ".html", ".htm"].includes(ending)) return "html";
  throw new Problem(
    `--output ${output}: a report is a page or a table; name it .html or .csv, or say which it is by --format`,
  );
}
