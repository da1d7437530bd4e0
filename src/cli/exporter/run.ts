import { createAccountClients } from "../../audit/account-clients.js";
import { readTargetsFile } from "../../audit/targets/node.js";
import { count } from "../../audit/words.js";
import { systemClock } from "../../core/deadline.js";
import { plainLine } from "../escape.js";
import { exitCodes } from "../exit.js";
import { Problem } from "../problem.js";
import { report } from "../report.js";
import type { Terminal } from "../terminal.js";
import type { ListenAddress } from "../values.js";
import { type Checked, type ExporterOptions, type Round, startExporter } from "./exporter.js";

/** The options of `exporter`, as they were given. */
export interface ExporterCommandOptions {
  readonly listen: ListenAddress;
  /** Milliseconds. */
  readonly interval: number;
  readonly concurrency: number;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  readonly attempts: number;
}

/** Runs `exporter` until it is told to end, and answers its exit code. */
export async function runExporter(
  file: string,
  options: ExporterCommandOptions,
  terminal: Terminal,
): Promise<number> {
  const { say, note } = terminal;
  const { listen, interval, concurrency } = options;
  const checked = await readChecked(file, options, terminal);
  let failures: Round["failures"] | null = null;
  const exporter = await start({
    ...checked,
    listen,
    intervalMs: interval,
    concurrency,
    clock: systemClock,
    // Lines if something has changed: some for every round would fill a log with nothing.
    onRound(round) {
      if (round.failures.size !== failures?.size) say(wording(round));
      for (const line of newFailures(round.failures, failures)) say(plainLine(line));
      failures = round.failures;
    },
  });
  const reload = async () => {
    try {
      const next = await readChecked(file, options, terminal);
      exporter.replaceTargets(next);
      note(`read ${file} again: ${count(next.targets.length, "target")}`);
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
  note(`metrics of ${count(checked.targets.length, "target")} at ${exporter.url}/metrics; Ctrl-C stops`);
  await exporter.ended;
  for (const each of release) each();
  note("stopped");
  return exitCodes.fine;
}

/** The targets of a file, and how they are checked. */
async function readChecked(
  file: string,
  { timeout, attempts }: ExporterCommandOptions,
  { env, stdin }: Terminal,
): Promise<Checked> {
  const { targets, accounts } = await readTargetsFile(file, { env, stdin });
  if (targets.length === 0) throw new Problem("there is no target to check: the targets file has none");
  return {
    targets,
    clientsOf: (metrics, signal) =>
      createAccountClients({
        accounts,
        env,
        signal,
        client: { timeout, retry: { attempts }, onEvent: (event) => metrics.count(event) },
      }),
  };
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
  return `${count(targets, "target")} in ${seconds.toFixed(1)} s: ${how}`;
}

/** Most lines of one round that say why a target could not be checked. */
const MAX_FAILURES = 20;

/** Why targets could not be checked that could before, or failed in another way. */
function newFailures(failures: Round["failures"], before: Round["failures"] | null): string[] {
  const fresh = [...failures].filter(([target, { name, code }]) => {
    const former = before?.get(target);
    return former?.name !== name || former.code !== code;
  });
  const lines = fresh.slice(0, MAX_FAILURES).map(([name, { message }]) => `not checked: ${name}: ${message}`);
  const more = fresh.length - lines.length;
  return more > 0 ? [...lines, `not checked: ${more} more`] : lines;
}
