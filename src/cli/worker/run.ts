import { readAccountsFile } from "../../audit/queue/accounts.js";
import type { Outcome } from "../../audit/queue/process-job.js";
import { runWorker, type WorkerEvent } from "../../audit/queue/worker.js";
import { count } from "../../audit/words.js";
import { plainLine } from "../escape.js";
import { exitCodes } from "../exit.js";
import type { Terminal } from "../terminal.js";
import type { ListenAddress } from "../values.js";
import { startHealth } from "./health.js";

/** The options of `worker`, as they were given. */
export interface WorkerCommandOptions {
  readonly queue: string;
  /** Path of a file. */
  readonly accounts?: string;
  readonly concurrency: number;
  /** Milliseconds. */
  readonly grace: number;
  /** Milliseconds. */
  readonly lostAfter: number;
  readonly health?: ListenAddress;
  readonly debug?: boolean;
}

/** Runs `worker` until a signal ends it, and returns its exit code. */
export async function runWorkerCommand(options: WorkerCommandOptions, terminal: Terminal): Promise<number> {
  const { queue, concurrency, grace, lostAfter, health } = options;
  const { env, say, note } = terminal;
  const accounts = options.accounts === undefined ? undefined : readAccountsFile(options.accounts, env);
  const stop = new AbortController();
  const unsubscribe = terminal.onInterrupt(() => stop.abort());
  let ready = false;
  let recorded = 0;
  const server = health && (await startHealth(health, () => ready));
  if (server) note(`health on port ${server.port}`);
  try {
    await runWorker({
      queue,
      accounts,
      concurrency,
      env,
      signal: stop.signal,
      graceMs: grace,
      stalledAfterMs: lostAfter,
      onEvent(event) {
        if (event.type === "ready" || event.type === "back" || event.type === "accepted") ready = true;
        if (event.type === "lost" || event.type === "refused" || event.type === "stopping") ready = false;
        if (event.type === "job") recorded += event.outcome.recorded;
        if (event.type !== "job" || options.debug) say(plainLine(wording(event)));
      },
    });
  } finally {
    unsubscribe();
    server?.close();
  }
  note(`stopped after ${count(recorded, "target")}`);
  // A Redis that is lost must not keep the process.
  return terminal.exit(exitCodes.fine);
}

function wording(event: WorkerEvent): string {
  switch (event.type) {
    case "ready":
      return `waiting for targets at ${event.queue}; Ctrl-C stops`;
    case "lost":
      return `lost Redis at ${event.queue}; waiting for it`;
    case "back":
      return `Redis at ${event.queue} is back`;
    case "refused":
      return `Redis at ${event.queue} refuses for now: ${event.message}`;
    case "accepted":
      return `Redis at ${event.queue} accepts again`;
    case "account":
      return `serving account ${event.account}`;
    case "job":
      return `debug: ${jobWording(event.outcome)} after ${event.durationMs} ms`;
    case "stopping":
      return `stopping; ${count(event.running, "job")} running`;
    case "trouble":
      return `trouble: ${event.message}`;
  }
}

function jobWording({ recorded, handedBack }: Outcome): string {
  return handedBack ? "handed back" : recorded > 0 ? "recorded" : "dropped";
}
