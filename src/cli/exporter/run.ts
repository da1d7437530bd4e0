import { createAccountClients } from "../../audit/account-clients.js";
import { readTargetsFile } from "../../audit/targets/node.js";
import { count } from "../../audit/words.js";
import { systemClock } from "../../core/deadline.js";
import { exitCodes } from "../exit.js";
import { Problem } from "../problem.js";
import type { Terminal } from "../terminal.js";
import type { ListenAddress } from "../values.js";
import { type ExporterOptions, type Round, startExporter } from "./exporter.js";

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
  const { env, stdin, say } = terminal;
  const { targets, accounts } = await readTargetsFile(file, { env, stdin });
  const { listen, interval, concurrency, timeout, attempts } = options;
  if (targets.length === 0) throw new Problem("there is no target to check: the targets file has none");
  let notChecked: number | null = null;
  const exporter = await start({
    targets,
    listen,
    intervalMs: interval,
    concurrency,
    clock: systemClock,
    clientsOf: (metrics, signal) =>
      createAccountClients({
        accounts,
        env,
        signal,
        client: { timeout, retry: { attempts }, onEvent: (event) => metrics.count(event) },
      }),
    // A line if something has changed: one for every round would fill a log with nothing.
    onRound(round) {
      if (round.notChecked !== notChecked) say(wording(round));
      notChecked = round.notChecked;
    },
  });
  const calm = terminal.onInterrupt(() => exporter.stop());
  say(`metrics of ${count(targets.length, "target")} at ${exporter.url}/metrics; Ctrl-C stops`);
  await exporter.ended;
  calm();
  say("stopped");
  return exitCodes.fine;
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

function wording({ targets, notChecked, seconds }: Round): string {
  const how = notChecked === 0 ? "all checked" : `${notChecked} could not be checked`;
  return `${count(targets, "target")} in ${seconds.toFixed(1)} s: ${how}`;
}
