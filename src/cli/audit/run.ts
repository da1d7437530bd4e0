import type { TargetResult } from "../../audit/result.js";
import type { ClientsOf } from "../../audit/run.js";
import type { Target } from "../../audit/target.js";
import type { TargetsFile } from "../../audit/targets/read.js";
import { type FileFormat, refuseEnding } from "../ending.js";
import { type History, openHistory } from "../evidence/append.js";
import { historyLine } from "../evidence/line.js";
import { exitCodes } from "../exit.js";
import type { FormatOf } from "../formats.js";
import type { Sink } from "../output-path.js";
import { Problem } from "../problem.js";
import { report } from "../report.js";
import { styled, type Word } from "../style.js";
import type { Terminal } from "../terminal.js";
import { type Audit, logOf, Tally } from "./audit.js";
import { changeLines, changesSince } from "./changes.js";
import { findLandscape, type Landscape } from "./landscape.js";
import type { Receiver } from "./notify/receiver.js";
import type { AuditCommandOptions } from "./options.js";
import { targetsSource } from "./places.js";
import { openAuditProgress } from "./progress.js";
import { remember } from "./remember.js";
import { openClients, openResults } from "./results.js";
import { type AuditRow, toRow, unreachedRow } from "./row.js";
import { select } from "./select.js";
import { openAuditSinks, type Sinks } from "./sinks.js";
import { type AuditState, readState } from "./state.js";
import { openAuditWriter } from "./writers/writer.js";

/** Time to write what is known after an interrupt: a reader that reads no more must not keep the process. */
const WRITING_TIMEOUT_MS = 10_000;

/**
 * Runs `audit` and returns its exit code. If it is ended early, what is known by then is written, and every output
 * says what was not checked.
 */
export async function runAuditCommand(
  path: string | undefined,
  options: AuditCommandOptions,
  terminal: Terminal,
): Promise<number> {
  if (options.ping === undefined) return (await runAudit(path, options, terminal)).exitCode;
  const { openPing } = await import("./notify/ping.js");
  const ping = openPing(options.ping, options, terminal);
  ping.start();
  let end: AuditEnd;
  try {
    end = await runAudit(path, options, terminal);
  } catch (error) {
    await ping.end({ success: false, log: error instanceof Error ? error.message : String(error) });
    throw error;
  }
  const { exitCode, log, hurried } = end;
  await ping.end({ success: exitCode === exitCodes.fine, log, hurried });
  return exitCode;
}

/** The exit code of an audit, and its log for a watcher. */
interface AuditEnd {
  readonly exitCode: number;
  readonly log: string;
  /** Whether somebody waits for the process to end. */
  readonly hurried: boolean;
}

async function runAudit(
  path: string | undefined,
  options: AuditCommandOptions,
  terminal: Terminal,
): Promise<AuditEnd> {
  refuseOptionsAlone(options);
  refuseEndings(options);
  const receiver =
    options.notify === undefined
      ? null
      : new (await import("./notify/receiver.js")).Receiver("--notify", options.notify);
  const { file, read } = targetsSource(path, options, terminal);
  const targetsFile = await read();
  const history = options.history === undefined ? null : await openHistory(options.history, file, terminal);
  const sinks = await openAuditSinks(file, options, terminal);
  const abort = new AbortController();
  const release = terminal.onInterrupt(() => {
    abort.abort();
    setTimeout(() => terminal.exit(exitCodes.interrupted), WRITING_TIMEOUT_MS).unref();
  });
  try {
    const format = chooseFormat(options, sinks.main, terminal);
    const state = options.state === undefined ? null : readState(options.state, terminal);
    const { signal } = abort;
    // Once there is a bar, what the clients say goes above it.
    const voice: Voice = { say: terminal.say };
    const { env, err, quiet, now } = terminal;
    const speaking = { env, err, quiet, now, say: (...words: Word[]) => voice.say(...words) };
    const clientsOf = openClients(targetsFile.accounts, { signal, options, terminal: speaking });
    const landscape = await findLandscape(targetsFile, state, { clientsOf, signal, terminal });
    // Where nothing could be listed, that is the result.
    const nothing = landscape.targets.length === 0 && landscape.results.length > 0;
    const chosen = nothing ? [] : select(landscape.targets, options);
    const { accounts } = targetsFile;
    const job: Job = {
      history,
      receiver,
      landscape,
      accounts,
      clientsOf,
      voice,
      chosen,
      state,
      format,
      signal,
      options,
      terminal,
    };
    const { audit, ending } = await check(job, sinks);
    const { tally, unreached } = audit;
    const reached = tally.targets - unreached.length;
    const evidence = await write(job, audit, sinks);
    const early = unreached.length === 0 ? "" : `ended after ${reached} of ${tally.targets} targets; `;
    (early === "" ? terminal.note : terminal.say)(early, ...tally.describe());
    const log = logOf(audit, early) + evidence;
    const hurried = signal.aborted;
    if (ending === null) return { exitCode: tally.exitCode, log, hurried };
    if (ending === "interrupted") return { exitCode: exitCodes.interrupted, log, hurried };
    return { exitCode: report(ending.error, options.debug === true, terminal), log, hurried };
  } catch (error) {
    await Promise.all([sinks.main, sinks.report, sinks.state].map((sink) => sink?.discard()));
    const log = "the audit was interrupted";
    if (abort.signal.aborted) return { exitCode: exitCodes.interrupted, log, hurried: true };
    throw error;
  } finally {
    release();
  }
}

/** Where the clients say what they do. */
interface Voice {
  say: Terminal["say"];
}

interface Job {
  readonly history: History | null;
  /** Who hears of changes; null if nobody does. */
  readonly receiver: Receiver | null;
  readonly landscape: Landscape;
  readonly accounts: TargetsFile["accounts"];
  readonly clientsOf: ClientsOf;
  readonly voice: Voice;
  /** The targets of the landscape that are checked. */
  readonly chosen: readonly Target[];
  readonly state: AuditState | null;
  readonly format: FormatOf<"audit">;
  /** Ends the audit early. */
  readonly signal: AbortSignal;
  readonly options: AuditCommandOptions;
  readonly terminal: Terminal;
}

/** What each format of an audit is, for the name of a file. */
const fileFormats = {
  table: "text",
  json: "json",
  ndjson: "ndjson",
  junit: "xml",
  html: "html",
} as const satisfies Readonly<Record<FormatOf<"audit">, FileFormat>>;

/** A file whose name says another format than its content misleads whoever opens it. */
function refuseEndings({ format = "ndjson", output, report, state, history }: AuditCommandOptions): void {
  if (output !== undefined)
    refuseEnding("--output", output, fileFormats[format], ", or choose another --format");
  if (report !== undefined) refuseEnding("--report", report, "html");
  if (state !== undefined) refuseEnding("--state", state, "json");
  if (history !== undefined) refuseEnding("--history", history, "ndjson");
}

function refuseOptionsAlone({ queue, run, notify, state }: AuditCommandOptions): void {
  if (run !== undefined && queue === undefined) throw new Problem("--run is for --queue: name both, or none");
  if (notify !== undefined && state === undefined) {
    throw new Problem(
      "--notify reports what has changed, so it needs --state FILE, which keeps the former verdicts",
    );
  }
}

function chooseFormat(
  { format }: AuditCommandOptions,
  { isStandardOutput }: Sink,
  { out }: Terminal,
): FormatOf<"audit"> {
  const onTerminal = isStandardOutput && out.isTerminal;
  if (format === "html" && onTerminal) {
    throw new Problem("--format html is nothing to read on a terminal: name a file with --output");
  }
  return format ?? (onTerminal ? "table" : "ndjson");
}

/** Why an audit ended before its end: Ctrl-C, or what its source of results threw. */
type Ending = "interrupted" | { readonly error: unknown } | null;

async function check(
  job: Job,
  { main, report, state: stateFile }: Sinks,
): Promise<{ audit: Audit; ending: Ending }> {
  const { landscape, accounts, clientsOf, voice, chosen, state, format, signal, options, terminal } = job;
  const toFile = !main.isStandardOutput;
  const utc = options.utc === true;
  const writer = await openAuditWriter(format, { out: terminal.out, toFile, utc });
  const all = [...landscape.targets, ...landscape.results.map(({ target }) => target)];
  const places = new Map(all.map(({ name }, at) => [name, at]));
  const previous = (name: string) => state?.targets.get(name)?.verdict ?? null;
  const rows: AuditRow[] = [];
  const reached = new Set<string>();
  const tally = new Tally(options);
  tally.requests = landscape.requests;
  tally.throttled = landscape.throttled;
  // A stream alone needs nothing of a row that is written.
  const keeping =
    !writer.streams ||
    report !== null ||
    stateFile !== null ||
    job.history !== null ||
    options.ping !== undefined;
  const timeline = format === "html" || report !== null ? timelineOf(chosen.length) : 0;
  const progress = await openAuditProgress(chosen.length, writer.streams && !toFile, terminal);
  const began = terminal.now();
  voice.say = progress.say;
  let ending: Ending = null;
  try {
    const { env, note, quiet } = terminal;
    const aboveBar = { env, say: progress.say, note: quiet ? note : progress.say };
    const take = async (result: TargetResult) => {
      const { name } = result.target;
      const row = toRow(result, places.get(name) ?? 0, previous(name));
      reached.add(name);
      tally.take(row);
      if (writer.streams) await main.write(writer.row(row));
      if (keeping) rows.push(row);
      progress.update(tally);
    };
    for (const result of landscape.results) await take(result);
    const job = { targets: chosen, accounts, clientsOf, timeline, signal, options, terminal: aboveBar };
    for await (const result of openResults(job)) await take(result);
  } catch (error) {
    ending = signal.aborted ? "interrupted" : { error };
  } finally {
    progress.stop();
    voice.say = terminal.say;
  }
  // Nothing is known, so what is known from before is better.
  if (ending !== null && ending !== "interrupted" && reached.size === 0) throw ending.error;
  const ended = terminal.now();
  const unreached = chosen
    .filter(({ name }) => !reached.has(name))
    .map((target) => unreachedRow(target, places.get(target.name) ?? 0, previous(target.name), ended));
  for (const row of unreached) tally.take(row);
  const audit = { rows, unreached, tally, began, ended };
  if (state !== null) {
    const onScreen = format === "table" && !toFile;
    const changes = changesSince(state, rows, new Set([...landscape.names, ...places.keys()]));
    const among = unreached.length === 0 ? null : rows.length;
    const lines = changeLines(changes, state.writtenAt, { utc, among });
    if (!onScreen) for (const line of lines) terminal.note(...line);
    else await main.write(`${lines.map((line) => styled(line, terminal.out.style)).join("\n")}\n\n`);
  }
  for (const piece of writer.end(audit)) await main.write(piece);
  return { audit, ending };
}

/** Backups of a target that a report draws: fewer where there are many targets, so that it can still be opened. */
function timelineOf(targets: number): number {
  return targets <= 2000 ? 60 : targets <= 20_000 ? 30 : 10;
}

/** Writes all that an audit writes. Returns what is to be kept elsewhere, so that a history cannot be cut short. */
async function write(job: Job, audit: Audit, sinks: Sinks): Promise<string> {
  const { options, terminal, landscape } = job;
  const { main, report, state: file } = sinks;
  const early = audit.unreached.length > 0;
  const keeps = ({ replaces }: Sink) => early && replaces && options.partial !== true;
  const keep = async (sink: Sink, path: string | undefined) => {
    await sink.discard();
    terminal.say(`${path}: kept as it was, because the audit was ended early; --partial replaces it`);
  };
  if (keeps(main)) await keep(main, options.output);
  else await main.commit();
  if (report !== null && keeps(report)) await keep(report, options.report);
  else if (report !== null) {
    const { reportPage } = await import("./report/page.js");
    for (const piece of reportPage(audit)) await report.write(piece);
    await report.commit();
  }
  const lines = () => [...audit.rows, ...audit.unreached].map((row) => historyLine(row, audit.began));
  const hash = await job.history?.append(lines());
  if (hash !== undefined) terminal.note(`${options.history}: ends with ${hash}`);
  if (audit.rows.length === 0) await file?.discard();
  else if (file !== null && options.state !== undefined) {
    const { receiver, signal } = job;
    const { state: path, attempts, timeout } = options;
    const { names } = landscape;
    await remember(file, { audit, names, path, receiver, attempts, timeout, signal, terminal });
  }
  return hash === undefined ? "" : `\nthe history ends with ${hash}`;
}
