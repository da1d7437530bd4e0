import type { Rounds } from "./outcome.js";
import { addSeen, nothingSeen, type Seen, type Signs } from "./work.js";

/** One way of making the call that a row measures. */
export interface Side {
  readonly name: string;
  readonly signs: Signs;
  /** See `Work.verified`. */
  readonly verified: boolean | null;
  /** Makes one call to its end and answers how many records it handed over. */
  call(): Promise<number>;
}

/** Where the requests are counted. */
export interface Counter {
  /** What came since the last time, which is forgotten. */
  take(): Promise<Seen>;
}

/** How much is measured. */
export interface Plan {
  /** Most rounds that count. */
  readonly rounds: number;
  /** No round begins after so many seconds, once five have counted: a busy machine must not hold up the rest. */
  readonly seconds: number;
  /** Calls in each round of each side. */
  readonly calls: number;
  /** Calls under way at once. */
  readonly concurrency: number;
  /** Rounds before the first that counts. */
  readonly warmUp: number;
  /** Requests that a call takes, where it is a listing. @default 1 */
  readonly requestsPerCall?: number;
}

/** Name of the variable with the name of the one side that is to be measured, where a profile is wanted of it. */
export const SIDE_VARIABLE = "BENCH_SIDE";

/**
 * Measures sides in turns, A B C, A B C, …, so that whatever slows the machine for a while meets all of them.
 * A call that fails is counted, not thrown.
 */
export async function measure(
  sides: readonly Side[],
  counter: Counter,
  plan: Plan,
): Promise<Map<string, Rounds>> {
  const results = new Map<string, Rounds>();
  const begun = performance.now();
  const wanted = process.env[SIDE_VARIABLE];
  const chosen = sides.filter(({ name }) => wanted === undefined || name === wanted);
  for (let round = -plan.warmUp; round < plan.rounds; round++) {
    if (round >= 5 && performance.now() - begun > plan.seconds * 1000) break;
    for (const side of chosen) {
      // Connections that were closed for idleness during the others' turns are opened again before it counts.
      if (plan.requestsPerCall === undefined) await runRound(side, { ...plan, calls: plan.concurrency });
      await counter.take();
      const { records, errors, ms, cpuMs } = await runRound(side, plan);
      const seen = await counter.take();
      if (round < 0) continue;
      const { name, signs, verified } = side;
      const before = results.get(name);
      results.set(name, {
        ms: [...(before?.ms ?? []), ms],
        cpuMs: [...(before?.cpuMs ?? []), cpuMs],
        work: {
          name,
          signs,
          verified,
          concurrency: plan.concurrency,
          requestsPerCall: plan.requestsPerCall ?? 1,
          calls: (before?.work.calls ?? 0) + plan.calls,
          errors: (before?.work.errors ?? 0) + errors,
          records: (before?.work.records ?? 0) + records,
          seen: addSeen(before?.work.seen ?? nothingSeen, seen),
        },
      });
    }
  }
  return results;
}

async function runRound(side: Side, { calls, concurrency }: Plan) {
  let left = calls;
  let records = 0;
  let errors = 0;
  const caller = async () => {
    while (left-- > 0) {
      try {
        const handed = await side.call();
        records += handed;
      } catch {
        errors++;
      }
    }
  };
  // What the side before left behind is not this one's to collect.
  globalThis.gc?.();
  const cpu = process.cpuUsage();
  const begun = performance.now();
  await Promise.all(Array.from({ length: concurrency }, caller));
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(cpu);
  return { records, errors, ms, cpuMs: (user + system) / 1000 };
}
