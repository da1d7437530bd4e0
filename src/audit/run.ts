import pLimit from "p-limit";
import { type Clock, systemClock } from "../core/deadline.js";
import { askTarget, describeFailure } from "./ask.js";
import type { Connection } from "./connection.js";
import type { TargetResult } from "./result.js";
import { openLanes } from "./run-lanes.js";
import type { Target } from "./target.js";

/**
 * The connection that a target is asked over; those of one account share its credentials and its rate limit.
 * What it throws makes a target that could not be asked.
 */
export type Connect = (target: Target) => Connection | PromiseLike<Connection>;

/** What one target is asked with. */
export type AskContext = { readonly clock: Clock; readonly signal: AbortSignal };

/** Asks one target; rejects only where its signal was aborted, or for a fault of the program. */
export type Ask = (target: Target, connection: Connection, context: AskContext) => Promise<TargetResult>;

/** Options of `runAudit`. */
export interface AuditOptions {
  readonly targets: Iterable<Target>;
  readonly connect: Connect;
  /** @default askTarget */
  readonly ask?: Ask | undefined;
  /** Most targets under way at once, shared evenly among the accounts. @default 16 */
  readonly concurrency?: number | undefined;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** Ends the audit; its reason is thrown after the results that were there. */
  readonly signal?: AbortSignal | undefined;
}

/** Most targets under way at once, where nothing else is said. */
export const defaultConcurrency = 16;

/**
 * Asks every target and answers each result as it comes, once, in no order. A target that cannot be asked is
 * a result with its failure and holds up no other. Nobody is asked ahead of a reader that does not read on.
 * Leaving the loop early ends what is under way.
 * @throws the reason of the caller's signal
 */
export async function* runAudit(options: AuditOptions): AsyncGenerator<TargetResult, void, undefined> {
  const { targets, concurrency = defaultConcurrency, clock = systemClock, signal } = options;
  const limit = pLimit(concurrency);
  const lanes = openLanes(targets);
  const ended = new AbortController();
  // Each target has a signal of its own: a shared one would gather a listener from each, and Node warns of that.
  const underWay = new Set<AbortController>();
  const end = () => {
    ended.abort(signal?.reason);
    for (const one of underWay) one.abort(ended.signal.reason);
  };
  if (signal?.aborted) end();
  signal?.addEventListener("abort", end, { once: true });
  const ready: TargetResult[] = [];
  let wake = () => {};
  const begin = (target: Target) => {
    const own = new AbortController();
    underWay.add(own);
    limit(askSafely, target, options, { clock, signal: own.signal }).then((result) => {
      underWay.delete(own);
      lanes.done(target);
      if (result) ready.push(result);
      wake();
    });
  };
  try {
    for (;;) {
      while (!ended.signal.aborted && underWay.size + ready.length < concurrency) {
        const target = lanes.next();
        if (!target) break;
        begin(target);
      }
      const result = ready.shift();
      if (result) yield result;
      else if (ended.signal.aborted) throw ended.signal.reason;
      else if (underWay.size === 0) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal?.removeEventListener("abort", end);
    end();
  }
}

/** Never rejects; null where the audit was ended. */
async function askSafely(
  target: Target,
  { connect, ask = askTarget }: AuditOptions,
  context: AskContext,
): Promise<TargetResult | null> {
  const began = context.clock.now();
  try {
    return await ask(target, await connect(target), context);
  } catch (error) {
    if (context.signal.aborted) return null;
    const durationMs = context.clock.now() - began;
    return { ...unasked(target, error), askedAt: began, durationMs };
  }
}

/** The result of a target that could not be asked, for which no request was sent. */
export function unasked(target: Target, error: unknown): TargetResult {
  return {
    target,
    assessment: null,
    failure: describeFailure(error, target),
    timeline: [],
    requests: 0,
    throttled: 0,
    askedAt: 0,
    durationMs: 0,
  };
}
