import { type Clock, elapsed, systemClock } from "../core/deadline.js";
import { ConfigurationError } from "../core/errors.js";
import { checkClock, checkOptions } from "../core/options.js";
import { checkTarget, notChecked } from "./check.js";
import type { ClientSet } from "./client-set.js";
import type { TargetResult } from "./result.js";
import type { Target } from "./target.js";

/**
 * The client set of a target's account; targets of one account share its credentials and its rate limit.
 * If it throws, the target is not checked, and the error is the reason.
 */
export type ClientsOf = (target: Target) => ClientSet | PromiseLike<ClientSet>;

/** What a check is given. */
export interface CheckContext {
  /** Dates the verdict. */
  readonly clock: Clock;
  /** Ends the check. */
  readonly signal: AbortSignal;
}

/** Checks one target. Rejects only if its signal was aborted, or for a fault of the program. */
export type CheckTarget = (
  target: Target,
  clients: ClientSet,
  context: CheckContext,
) => Promise<TargetResult>;

/** Options of `runAudit`. */
export type AuditOptions = CommonOptions & (CurrentNames | DeprecatedNames);

interface CurrentNames {
  readonly clientsOf: ClientsOf;
  /** @default checkTarget */
  readonly check?: CheckTarget | undefined;
}

interface DeprecatedNames {
  /** @deprecated Use `clientsOf`. */
  readonly connect: ClientsOf;
  /** @deprecated Use `check`. */
  readonly ask?: CheckTarget | undefined;
}

interface CommonOptions {
  readonly targets: Iterable<Target>;
  /** Most targets checked at once, shared evenly among the accounts. @default 16 */
  readonly concurrency?: number | undefined;
  /** @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** Ends the audit; its reason is thrown after the results that were ready. */
  readonly signal?: AbortSignal | undefined;
}

const optionTypes = {
  targets: "object",
  clientsOf: "function",
  check: "function",
  connect: "function",
  ask: "function",
  concurrency: "number",
  clock: "object",
  signal: "object",
} as const;

/** Most targets checked at once by default. */
export const defaultConcurrency = 16;

/**
 * Checks every target and yields each result as it comes, once, in no order. If one target cannot be checked, its
 * result says why, and the others still are. No target is checked ahead of a reader that does not read on.
 * Leaving the loop early ends the checks that are running.
 * @throws ConfigurationError if an option cannot work
 * @throws the reason of the caller's signal
 */
export function runAudit(options: AuditOptions): AsyncGenerator<TargetResult, void, undefined> {
  checkOptions(options, optionTypes, "runAudit option", (problem) => new ConfigurationError(problem));
  const { targets, concurrency = defaultConcurrency, clock = systemClock, signal } = options;
  const [clientsOf, check = checkTarget] =
    "connect" in options ? [options.connect, options.ask] : [options.clientsOf, options.check];
  if (clientsOf === undefined) throw new ConfigurationError("clientsOf is missing; pass createClientSet(…)");
  if (typeof targets?.[Symbol.iterator] !== "function") {
    throw new ConfigurationError("targets must be an array or another iterable of targets");
  }
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new ConfigurationError(`concurrency must be an integer of at least 1, not ${concurrency}`);
  }
  checkClock(clock);
  return checkAll({ targets, concurrency, clock, signal, clientsOf, check });
}

async function* checkAll(options: {
  readonly targets: Iterable<Target>;
  readonly concurrency: number;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
  readonly clientsOf: ClientsOf;
  readonly check: CheckTarget;
}): AsyncGenerator<TargetResult, void, undefined> {
  const { targets, concurrency, clock, signal, clientsOf, check } = options;
  const queues = queueByAccount(targets);
  const ended = new AbortController();
  // Each target has a signal of its own: a shared one would collect a listener from each, and Node warns of that.
  const running = new Set<AbortController>();
  const end = () => {
    ended.abort(signal?.reason);
    for (const one of running) one.abort(ended.signal.reason);
  };
  if (signal?.aborted) end();
  signal?.addEventListener("abort", end, { once: true });
  const ready: TargetResult[] = [];
  let wake = () => {};
  const begin = (target: Target) => {
    const own = new AbortController();
    running.add(own);
    const context = { clock, signal: own.signal };
    const started = async () => check(target, await clientsOf(target), context);
    checkSafely(target, started, context).then((result) => {
      running.delete(own);
      queues.done(target);
      if (result) ready.push(result);
      wake();
    });
  };
  try {
    for (;;) {
      while (!ended.signal.aborted && running.size + ready.length < concurrency) {
        const target = queues.next();
        if (!target) break;
        begin(target);
      }
      const result = ready.shift();
      if (result) yield result;
      else if (ended.signal.aborted) throw ended.signal.reason;
      else if (running.size === 0) return;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal?.removeEventListener("abort", end);
    end();
  }
}

/** Never rejects; null if the audit was ended. */
async function checkSafely(
  target: Target,
  check: () => Promise<TargetResult>,
  context: CheckContext,
): Promise<TargetResult | null> {
  const { clock } = context;
  const askedAt = clock.now();
  const began = elapsed(clock);
  try {
    return await check();
  } catch (error) {
    if (context.signal.aborted) return null;
    return { target, ...notChecked(error, target), askedAt, durationMs: elapsed(clock) - began };
  }
}

/** Waiting targets by account, so that an account that waits for its rate limit delays no other. */
interface AccountQueues {
  /** The next target, of the account with the fewest checks running; undefined if none is left. */
  next(): Target | undefined;
  /** Notes that a target's check has ended. */
  done(target: Target): void;
}

interface AccountQueue {
  readonly targets: Target[];
  begun: number;
  running: number;
}

/** Sorts targets into a queue for each account, in the given order within each. */
function queueByAccount(targets: Iterable<Target>): AccountQueues {
  const queues = new Map<string, AccountQueue>();
  for (const target of targets) {
    const queue = queues.get(target.account);
    if (queue) queue.targets.push(target);
    else queues.set(target.account, { targets: [target], begun: 0, running: 0 });
  }
  const waiting = new Set(queues.values());
  return {
    next() {
      let least: AccountQueue | undefined;
      for (const queue of waiting) if (!least || queue.running < least.running) least = queue;
      const target = least?.targets[least.begun];
      if (!least || !target) return undefined;
      least.running++;
      if (++least.begun === least.targets.length) waiting.delete(least);
      return target;
    },
    done({ account }) {
      const queue = queues.get(account);
      if (queue) queue.running--;
    },
  };
}
