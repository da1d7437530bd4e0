import { runWorker, type WorkerEvent } from "../../audit/queue/worker.js";
import { plainLine } from "../escape.js";
import { exitCodes } from "../exit.js";
import type { Terminal } from "../terminal.js";
import type { ListenAddress } from "../values.js";
import { startHealth } from "./health.js";

/** The options of `worker`, as they were given. */
export interface WorkerCommandOptions {
  readonly queue: string;
  readonly concurrency: number;
  /** Milliseconds. */
  readonly grace: number;
  /** Milliseconds. */
  readonly lostAfter: number;
  readonly health?: ListenAddress;
  readonly debug?: boolean;
}

/** Runs `worker` until it is told to end, and answers its exit code. */
export async function runWorkerCommand(options: WorkerCommandOptions, terminal: Terminal): Promise<number> {
  const { queue, concurrency, grace, lostAfter, health } = options;
  const { env, say } = terminal;
  const stop = new AbortController();
  const calm = terminal.onInterrupt(() => stop.abort());
  let ready = false;
  let recorded = 0;
  const server = health && (await startHealth(health, () => ready));
  if (server) say(`health on port ${server.port}`);
  try {
    await runWorker({
      queue,
      concurrency,
      env,
      signal: stop.signal,
      graceMs: grace,
      lostAfterMs: lostAfter,
      onEvent(event) {
        if (event.type === "ready" || event.type === "back") ready = true;
        if (event.type === "lost" || event.type === "stopping") ready = false;
        if (event.type === "target" && event.outcome === "recorded") recorded += 1;
        if (event.type !== "target" || options.debug) say(plainLine(wording(event)));
      },
    });
  } finally {
    calm();
    server?.close();
  }
  say(`stopped after ${recorded} ${recorded === 1 ? "target" : "targets"}`);
  // A Redis that is away must not keep the process.
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
    case "account":
      return `working for account ${event.account}`;
    case "target":
      return `debug: ${event.outcome} after ${event.durationMs} ms`;
    case "stopping":
      return `stopping; ${event.inHand} in hand`;
    case "trouble":
      return `trouble: ${event.message}`;
  }
}
