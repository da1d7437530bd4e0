import { setMaxListeners } from "node:events";
import type { TargetFailure, TargetResult } from "../../audit/result.js";
import { type ClientsOf, runAudit } from "../../audit/run.js";
import type { Memory, Target } from "../../audit/target.js";
import type { TargetsFile } from "../../audit/targets/read.js";
import { type Clock, elapsed, wait } from "../../core/deadline.js";
import type { ListenAddress } from "../values.js";
import { createFinder, type Finder } from "./finder.js";
import { createMetrics, type Metrics } from "./metrics.js";
import { serve } from "./server.js";

/** What an exporter checks. */
export interface Checked extends Pick<TargetsFile, "targets" | "discoveries"> {
  /** Makes the clients; they report their requests to `metrics`. */
  clientsOf(metrics: Metrics, signal: AbortSignal): ClientsOf;
}

/** What an exporter is made of. */
export interface ExporterOptions extends Checked {
  readonly listen: ListenAddress;
  /** From the beginning of one round to that of the next, in milliseconds; rounds never overlap. */
  readonly intervalMs: number;
  readonly concurrency: number;
  /** Whether to serve every series of a target, not only those that alerts and the dashboard need. */
  readonly allSeries: boolean;
  readonly clock: Clock;
  /** Told of each round that has ended. */
  readonly onRound?: (round: Round) => void;
}

/** A round that has ended. */
export interface Round {
  readonly targets: readonly Target[];
  /** Why targets could not be checked, by their names. */
  readonly failures: ReadonlyMap<string, TargetFailure>;
  readonly seconds: number;
}

/** A running exporter. */
export interface Exporter {
  readonly url: string;
  /** Settles once it has stopped; rejects for a fault of the program. */
  readonly ended: Promise<void>;
  /** Gives up the round under way, and begins one with other targets. */
  replaceTargets(next: Checked): void;
  /** Ends what is under way, and the server after the responses that it is sending. */
  stop(): void;
}

/** Checks all targets, round after round, and serves what is known. Rejects if it cannot listen. */
export async function startExporter(options: ExporterOptions): Promise<Exporter> {
  const { targets, listen, allSeries, clock } = options;
  const metrics = createMetrics({ targets, allSeries, now: () => clock.now() });
  let checked: Checked = options;
  let isStopped = false;
  let rounds = new AbortController();
  let roundsDone = 0;
  const memories = new Map<string, Memory | null>();
  const server = await serve(listen, {
    metrics: metrics.text,
    contentType: metrics.contentType,
    ready: () => roundsDone > 0,
  });
  const onRound = (round: Round) => {
    roundsDone += 1;
    options.onRound?.(round);
  };
  const keepChecking = async () => {
    while (!isStopped) {
      rounds = new AbortController();
      const { signal } = rounds;
      setMaxListeners(0, signal);
      const clientsOf = checked.clientsOf(metrics, signal);
      const find = createFinder(checked, clock);
      await checkUntilAborted({ ...options, find, clientsOf, metrics, memories, signal, onRound });
    }
  };
  return {
    url: server.url,
    ended: keepChecking().finally(() => server.close()),
    replaceTargets(next) {
      checked = next;
      // What was found is served until the next round has listed the places again.
      if (next.discoveries.length === 0) metrics.replaceTargets(next.targets);
      rounds.abort();
    },
    stop() {
      isStopped = true;
      rounds.abort();
    },
  };
}

interface Rounds extends Pick<ExporterOptions, "clock" | "concurrency" | "intervalMs"> {
  readonly find: Finder;
  readonly clientsOf: ClientsOf;
  readonly metrics: Metrics;
  /** By name; what a former round, or one of the former targets file, has found. */
  readonly memories: Map<string, Memory | null>;
  readonly signal: AbortSignal;
  readonly onRound: (round: Round) => void;
}

async function checkUntilAborted(options: Rounds): Promise<void> {
  const { find, clientsOf, metrics, memories, clock, signal, concurrency, intervalMs, onRound } = options;
  try {
    for (;;) {
      const began = elapsed(clock);
      const failures = new Map<string, TargetFailure>();
      const take = (result: TargetResult) => {
        metrics.take(result);
        if (result.failure !== null) failures.set(result.target.name, result.failure);
      };
      const found = await find(clientsOf, signal);
      const targets = [...found.targets, ...found.failures.map(({ target }) => target)];
      metrics.replaceTargets(targets);
      for (const failure of found.failures) take(failure);
      const remembered = found.targets.map((target) => ({
        ...target,
        memory: memories.get(target.name) ?? null,
      }));
      for await (const result of runAudit({ targets: remembered, clientsOf, concurrency, clock, signal })) {
        // What is ready is yielded before the reason is thrown, and its target may be served no more.
        signal.throwIfAborted();
        take(result);
        memories.set(result.target.name, remember(result));
      }
      const took = elapsed(clock) - began;
      metrics.round(took / 1000);
      onRound({ targets, failures, seconds: took / 1000 });
      await wait({ clock, ms: Math.max(0, intervalMs - took), signal });
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** That the target was there, and since when its schedule is as it is. Each round judges the runs of a day again. */
function remember({ target: { memory = null }, assessment, stated, askedAt }: TargetResult): Memory | null {
  if (assessment === null) return memory;
  const text = assessment.schedule;
  if (text === null) return { checkedAt: null, schedule: null };
  const since = memory === null ? null : memory.schedule?.text === text ? memory.schedule.since : askedAt;
  return { checkedAt: null, schedule: { text, since }, stated };
}
