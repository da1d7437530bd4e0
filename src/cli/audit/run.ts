import { readTargetsFile } from "../../audit/targets/node.js";
import type { TargetsFile } from "../../audit/targets/read.js";
import { exitCodes } from "../exit.js";
import { type OutputPath, openSinks, type Sink } from "../output-path.js";
import { Problem } from "../problem.js";
import { report } from "../report.js";
import type { Terminal } from "../terminal.js";
import { changeLines, changesSince } from "./changes.js";
import type { AuditCommandOptions, AuditFormat } from "./options.js";
import { paint } from "./paint.js";
import { openAuditProgress } from "./progress.js";
import { openResults } from "./results.js";
import { type AuditRow, toRow } from "./row.js";
import { select } from "./select.js";
import { type AuditState, nextState, readState, writeState } from "./state.js";
import { count, Tally } from "./tally.js";
import { type Audit, openAuditWriter } from "./writers/writer.js";

/**
 * Runs `audit` and answers its exit code. Whatever ends it early, what is known by then is written, and the
 * outputs are whole.
 */
export async function runAuditCommand(
  file: string,
  options: AuditCommandOptions,
  terminal: Terminal,
): Promise<number> {
  refuseRunWithoutQueue(options);
  const { env, stdin } = terminal;
  const targetsFile = await readTargetsFile(file, { env, stdin });
  const chosen = select(targetsFile.targets, options);
  const sinks = await openAuditSinks(file, options, terminal);
  try {
    const format = chooseFormat(options, sinks.main, terminal);
    const state = options.state === undefined ? null : await readState(options.state, terminal);
    const job: Job = { targetsFile, chosen, state, format, options, terminal };
    const { audit, ending } = await ask(job, sinks);
    // Nothing is known, so what is known from before is better.
    if (ending !== null && ending !== "interrupted" && audit.tally.targets === 0) throw ending.error;
    await write(job, audit, sinks);
    terminal.say(describe(audit, (standing, text) => paint(standing, text, terminal.err.style)));
    if (ending === null) return audit.tally.exitCode;
    if (ending === "interrupted") return exitCodes.interrupted;
    return report(ending.error, options.debug === true, terminal);
  } catch (error) {
    await Promise.all([sinks.main, sinks.report, sinks.state].map((sink) => sink?.discard()));
    throw error;
  }
}

interface Job {
  readonly targetsFile: TargetsFile;
  readonly chosen: TargetsFile["targets"];
  readonly state: AuditState | null;
  readonly format: AuditFormat;
  readonly options: AuditCommandOptions;
  readonly terminal: Terminal;
}

interface Sinks {
  readonly main: Sink;
  readonly report: Sink | null;
  readonly state: Sink | null;
}

function refuseRunWithoutQueue({ queue, run }: AuditCommandOptions): void {
  if (run !== undefined && queue === undefined) throw new Problem("--run is for --queue: name both, or none");
}

function chooseFormat(
  { format }: AuditCommandOptions,
  { isStandardOutput }: Sink,
  { out }: Terminal,
): AuditFormat {
  const onTerminal = isStandardOutput && out.isTerminal;
  if (format === "html" && onTerminal) {
    throw new Problem("--format html is nothing to read on a terminal: name a file with --output");
  }
  return format ?? (onTerminal ? "table" : "ndjson");
}

async function openAuditSinks(
  file: string,
  { output, report, state }: AuditCommandOptions,
  terminal: Terminal,
): Promise<Sinks> {
  const outputs: OutputPath[] = [
    output === undefined ? { option: "", path: "-" } : { option: "--output", path: output },
    ...(report === undefined ? [] : [{ option: "--report", path: report }]),
    ...(state === undefined ? [] : [{ option: "--state", path: state, regular: true }]),
  ];
  const sinks = await openSinks(outputs, [{ what: "the targets file", path: file }], terminal);
  const [main, ...others] = sinks;
  if (main === undefined) throw new Error("an audit has an output");
  return {
    main,
    report: report === undefined ? null : (others.shift() ?? null),
    state: others.shift() ?? null,
  };
}

/** Why an audit ended before its end: Ctrl-C, or what its source of results threw. */
type Ending = "interrupted" | { readonly error: unknown } | null;

async function ask(job: Job, { main }: Sinks): Promise<{ audit: Audit; ending: Ending }> {
  const { targetsFile, chosen, state, format, options, terminal } = job;
  const toFile = !main.isStandardOutput;
  const writer = await openAuditWriter(format, { out: terminal.out, toFile, utc: options.utc === true });
  const places = new Map(targetsFile.targets.map(({ name }, at) => [name, at]));
  const rows: AuditRow[] = [];
  const tally = new Tally();
  // A stream alone needs nothing of a row that is written.
  const keeping = !writer.streams || options.report !== undefined || options.state !== undefined;
  const drawn = format === "html" || options.report !== undefined;
  const timeline = drawn ? timelineOf(chosen.length) : 0;
  const abort = new AbortController();
  const progress = await openAuditProgress(chosen.length, writer.streams && !toFile, terminal);
  const release = terminal.onInterrupt(() => abort.abort());
  const began = terminal.now();
  let ending: Ending = null;
  try {
    const { accounts } = targetsFile;
    const signal = abort.signal;
    for await (const result of openResults({
      targets: chosen,
      accounts,
      timeline,
      signal,
      options,
      terminal: { env: terminal.env, err: terminal.err, say: progress.say },
    })) {
      const { name } = result.target;
      const row = toRow(result, places.get(name) ?? 0, state?.targets.get(name)?.verdict ?? null);
      tally.take(row);
      if (writer.streams) await main.write(writer.row(row));
      if (keeping) rows.push(row);
      progress.update(tally);
    }
  } catch (error) {
    ending = abort.signal.aborted ? "interrupted" : { error };
  } finally {
    progress.stop();
    release();
  }
  const audit = { rows, tally, began, ended: terminal.now(), wanted: chosen.length };
  if (state !== null) {
    const inFile = new Set(places.keys());
    const style = format === "table" && !toFile ? terminal.out.style : terminal.err.style;
    const lines = changeLines(changesSince(state, rows, inFile), state.writtenAt, {
      style,
      utc: options.utc === true,
    });
    if (format === "table" && !toFile) await main.write(`${lines.join("\n")}\n\n`);
    else for (const line of lines) terminal.say(line);
  }
  for (const piece of writer.end(audit)) await main.write(piece);
  return { audit, ending };
}

/** Backups of a target that a report draws: fewer where there are many targets, so that it can still be opened. */
function timelineOf(targets: number): number {
  return targets <= 2000 ? 60 : targets <= 20_000 ? 30 : 10;
}

async function write(job: Job, audit: Audit, { main, report, state: file }: Sinks): Promise<void> {
  const { options, terminal, targetsFile, state } = job;
  await main.commit();
  if (report !== null) {
    const { htmlWriter } = await import("./writers/html.js");
    for (const piece of htmlWriter().end(audit)) await report.write(piece);
    await report.commit();
  }
  if (file !== null) {
    const inFile = new Set(targetsFile.targets.map(({ name }) => name));
    await writeState(file, nextState(state, audit.rows, inFile, audit.ended));
    if (state === null) terminal.say(`${options.state}: begun with ${count(audit.rows.length, "target")}`);
  }
}

function describe({ tally, wanted }: Audit, word: Parameters<Tally["describe"]>[0]): string {
  const words = tally.describe(word);
  return tally.targets === wanted ? words : `ended after ${tally.targets} of ${wanted} targets; ${words}`;
}
