import { resolve } from "node:path";
import { openConnections } from "../../audit/connections.js";
import { readTargetsFile } from "../../audit/targets/node.js";
import { systemClock } from "../../core/clock.js";
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
  const { env, cwd, say } = terminal;
  const { targets, accounts } = await readTargetsFile(resolve(cwd, file), { env, stdin: terminal.stdin });
  const { listen, interval, concurrency, timeout, attempts } = options;
  let standing: number | null = null;
  const exporter = await start({
    targets,
    listen,
    intervalMs: interval,
    concurrency,
    clock: systemClock,
    connect: (metrics, signal) =>
      openConnections({
        accounts,
        env,
        signal,
        client: { timeout, retry: { attempts }, onEvent: (event) => metrics.count(event) },
      }),
    // A line where something has changed: every round would fill a log with nothing.
    onRound(round) {
      if (round.unasked !== standing) say(wording(round));
      standing = round.unasked;
    },
  });
  say(`metrics of ${targets.length} targets at ${exporter.url}/metrics; Ctrl-C stops`);
  const calm = terminal.onInterrupt(() => exporter.stop());
  await exporter.ended;
  calm();
  say("stopped");
  return exitCodes.fine;
}

async function start(options: ExporterOptions) {
  try {
    return await startExporter(options);
  } catch (error) {
    const { host, port } = options.listen;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Problem(
      `cannot listen on ${host}:${port}: ${reason}; choose another with --listen`,
      undefined,
      {
        cause: error,
      },
    );
  }
}

function wording({ targets, unasked, seconds }: Round): string {
  const how = unasked === 0 ? "all answered" : `${unasked} could not be asked`;
  return `${targets} targets in ${seconds.toFixed(1)} s: ${how}`;
}
