import { createAccountClients } from "../../audit/account-clients.js";
import type { TargetFailure } from "../../audit/result.js";
import { count, duration } from "../../audit/words.js";
import { systemClock } from "../../core/deadline.js";
import type { PlaceOptions } from "../audit/place-options.js";
import { type TargetsSource, targetsSource } from "../audit/places.js";
import { plainLine } from "../escape.js";
import { exitCodes } from "../exit.js";
import { Problem } from "../problem.js";
import { report } from "../report.js";
import type { Terminal } from "../terminal.js";
import type { ListenAddress } from "../values.js";
import { type Checked, type ExporterOptions, type Round, startExporter } from "./exporter.js";

/** The options of `exporter`, as they were given. */
export interface ExporterCommandOptions extends PlaceOptions {
  readonly listen: ListenAddress;
  /** Milliseconds. */
  readonly interval: number;
  readonly concurrency: number;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  readonly attempts: number;
  readonly allSeries: boolean;
}

/** Runs `exporter` until a signal ends it, and returns its exit code. */
export async function runExporter(
  path: string | undefined,
  options: ExporterCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const { say, note } = terminal;
  const { listen, interval, concurrency, allSeries } = options;
  const source = targetsSource(path, options, terminal);
  const checked = await readChecked(source, options, terminal);
  let failures: Round["failures"] | null = null;
  const exporter = await start({
    ...checked,
    listen,
    intervalMs: interval,
    concurrency,
    allSeries,
    clock: systemClock,
    // Lines if something has changed: some for every round would fill a log with nothing.
    onRound(round) {
      if (round.failures.size !== failures?.size) say(wording(round));
      for (const line of changedLines(round, failures ?? new Map())) say(plainLine(line));
      failures = round.failures;
    },
  });
  const reload = async () => {
    try {
      const next = await readChecked(source, options, terminal);
      exporter.replaceTargets(next);
      note(`read ${source.file ?? "the environment"} again: ${described(next)}`);
    } catch (error) {
      report(error, false, terminal);
      say("the targets stay as they were");
    }
  };
  const release = [
    terminal.onInterrupt(() => exporter.stop()),
    // A terminal that is closed sends it, too.
    terminal.onHangup(() => (terminal.err.isTerminal ? exporter.stop() : reload())),
  ];
  note(`metrics of ${described(checked)} at ${exporter.url}/metrics; Ctrl-C stops`);
  await exporter.ended;
  for (const each of release) each();
  note("stopped");
  return exitCodes.fine;
}

/** The targets of a file or of places, and how they are checked. */
async function readChecked(
  { read }: TargetsSource,
  { timeout, attempts }: ExporterCommandOptions,
  { env }: Terminal,
): Promise<Checked> {
  const { targets, discoveries, accounts } = await read();
  return {
    targets,
    discoveries,
    clientsOf: (metrics, signal) =>
      createAccountClients({
        accounts,
        env,
        signal,
        client: { timeout, retry: { attempts }, onEvent: (event) => metrics.count(event) },
      }),
  };
}

/** `3 targets`, `3 targets and what is found in 2 places`. */
function described({ targets, discoveries }: Checked): string {
  const found = discoveries.length === 0 ? "" : `what is found in ${count(discoveries.length, "place")}`;
  const listed = targets.length === 0 ? "" : count(targets.length, "target");
  return [listed, found].filter((one) => one !== "").join(" and ");
}

async function start(options: ExporterOptions) {
  try {
    return await startExporter(options);
  } catch (error) {
    throw new Problem(`cannot listen: ${reasonOf(error)}; choose another address with --listen`, undefined, {
      cause: error,
    });
  }
}

function reasonOf(error: unknown): string {
  const { code, message } =
    error instanceof Error && "code" in error ? error : { code: "", message: String(error) };
  const place = message.replace(/^.* /, "");
  if (code === "EADDRINUSE") return `${place} is in use`;
  if (code === "EADDRNOTAVAIL") return `${place} is no address of this machine`;
  return message;
}

function wording({ targets, failures, seconds }: Round): string {
  const how = failures.size === 0 ? "all checked" : `${failures.size} could not be checked`;
  return `${count(targets.length, "target")} in ${duration(seconds * 1000)}: ${how}`;
}

/** Targets that have a line each if many fail for one reason, or recover, in one round; the others are named together. */
const LINES = 20;
/** Names in one line. */
const NAMES = 100;

/** Which targets could not be checked that could before, or failed in another way, and why; and which can be again. */
function changedLines({ targets, failures }: Round, before: Round["failures"]): string[] {
  const reasons = new Map<string, [name: string, message: string][]>();
  for (const [target, failure] of failures) {
    const reason = reasonKey(failure);
    const former = before.get(target);
    if (former !== undefined && reasonKey(former) === reason) continue;
    const same = reasons.get(reason) ?? [];
    reasons.set(reason, same);
    same.push([target, failure.message]);
  }
  const recovered = targets.flatMap(({ name }) => (before.has(name) && !failures.has(name) ? [name] : []));
  return [
    ...[...reasons.values()].flatMap((failed) => [
      ...failed.slice(0, LINES).map(([name, message]) => `not checked: ${name}: ${message}`),
      ...nameAll(
        "not checked for the same reason",
        failed.slice(LINES).map(([name]) => name),
      ),
    ]),
    ...recovered.slice(0, LINES).map((name) => `checked again: ${name}`),
    ...nameAll("checked again", recovered.slice(LINES)),
  ];
}

function reasonKey({ name, code }: TargetFailure): string {
  return `${name} ${code}`;
}

function nameAll(what: string, names: readonly string[]): string[] {
  return Array.from({ length: Math.ceil(names.length / NAMES) }, (_, at) => {
    return `${what}: ${names.slice(at * NAMES, (at + 1) * NAMES).join(", ")}`;
  });
}
