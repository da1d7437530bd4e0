import { setMaxListeners } from "node:events";
import { type ClientsOf, runAudit } from "../../audit/run.js";
import type { Target } from "../../audit/target.js";
import { type Clock, elapsed, wait } from "../../core/deadline.js";
import type { ListenAddress } from "../values.js";
import { createMetrics, type Metrics } from "./metrics.js";
import { serve } from "./server.js";

/** What an exporter is made of. */
export interface ExporterOptions {
  readonly targets: readonly Target[];
  /** Makes the clients; they report their requests to `metrics`. */
  clientsOf(metrics: Metrics, signal: AbortSignal): ClientsOf;
  readonly listen: ListenAddress;
  /** From the beginning of one round to that of the next, in milliseconds; rounds never overlap. */
  readonly intervalMs: number;
  readonly concurrency: number;
  readonly clock: Clock;
  /** Told of each round that has ended: how many targets it had, and how many of them could not be checked. */
  readonly onRound?: (round: Round) => void;
}

export interface Round {
  readonly targets: number;
  readonly notChecked: number;
  readonly seconds: number;
}

/** A running exporter. */
export interface Exporter {
  readonly url: string;
  /** Settles once it has stopped; rejects for a fault of the program. */
  readonly ended: Promise<void>;
  /** Ends what is under way, and the server after the answers that it is giving. */
  stop(): void;
}

/** Checks all targets, round after round, and serves what is known. Rejects if it cannot listen. */
export async function startExporter(options: ExporterOptions): Promise<Exporter> {
  const { targets, listen, clock } = options;
  const metrics = createMetrics(targets, () => clock.now());
  const stopping = new AbortController();
  setMaxListeners(0, stopping.signal);
  let roundsDone = 0;
  const server = await serve(listen, {
    metrics: metrics.text,
    contentType: metrics.contentType,
    ready: () => roundsDone > 0,
  });
  const rounds = keepChecking({ ...options, metrics, signal: stopping.signal }, (round) => {
    roundsDone += 1;
    options.onRound?.(round);
  });
  return {
    url: server.url,
    ended: rounds.finally(() => server.close()),
    stop: () => stopping.abort(),
  };
}

interface Rounds extends ExporterOptions {
  readonly metrics: Metrics;
  readonly signal: AbortSignal;
}

async function keepChecking(options: Rounds, done: (round: Round) => void): Promise<void> {
  const { targets, metrics, clock, signal, concurrency, intervalMs } = options;
  const clientsOf = options.clientsOf(metrics, signal);
  try {
    for (;;) {
      const began = elapsed(clock);
      let notChecked = 0;
      for await (const result of runAudit({ targets, clientsOf, concurrency, clock, signal })) {
        metrics.take(result);
        if (result.assessment === null) notChecked += 1;
      }
      const took = elapsed(clock) - began;
      metrics.round(took / 1000);
      done({ targets: targets.length, notChecked, seconds: took / 1000 });
      await wait({ clock, ms: Math.max(0, intervalMs - took), signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
