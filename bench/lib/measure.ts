import type { Client } from "../clients/client.js";
import type { Figure, Line } from "./outcome.js";
import { isSteady, ratios, spread } from "./statistics.js";
import { addSeen, differences, nothingSeen, type Seen, type Signature, type Work } from "./work.js";

/** A client that a row compares. */
export interface Side extends Client {
  readonly signature: Signature;
}

/** Where the requests are counted. */
export interface Counter {
  /** Returns what came since the last time, and starts again. */
  take(): Promise<Seen>;
}

/** How much is measured. */
export interface Plan {
  /** Calls in each round of each side. */
  readonly calls: number;
  /** Calls at once. */
  readonly concurrency: number;
  /** Calls of each side before the first round that counts: minimum, and maximum if a side does not get steady. */
  readonly warmUp: { readonly min: number; readonly max: number };
  /** Maximum number of rounds that count. */
  readonly rounds: number;
  /**
   * Limits the warm-up beyond its minimum, and the rounds that count beyond the fifth: a busy machine must not delay
   * the other rows.
   */
  readonly seconds: number;
  /** Requests of one call, if it is a listing. @default 1 */
  readonly requestsPerCall?: number;
}

/** One side's rounds. */
export interface Rounds {
  readonly work: Work;
  /** Milliseconds of each round. */
  readonly ms: readonly number[];
  /** Milliseconds of processor time that this process used in each round. */
  readonly cpuMs: readonly number[];
}

/** What was measured. */
export interface Measurement {
  /** By the name of the side. */
  readonly sides: ReadonlyMap<string, Rounds>;
  /** Calls of each side before the first round that counted. */
  readonly warmUpCalls: number;
  /** The sides that were still getting faster then. */
  readonly unsteady: readonly string[];
}

/** Name of the variable with the name of the only side to measure, for a profile of it alone. */
export const SIDE_VARIABLE = "BENCH_SIDE";

/**
 * Measures sides in turns, A B C, A B C, …, so that a spell in which the machine is slow meets all of them. All are
 * warmed up together until `isSteady` holds for each. A call that fails is counted, not thrown.
 */
export async function measure(
  sides: readonly Side[],
  counter: Counter,
  plan: Plan,
  clock: () => number = () => performance.now(),
): Promise<Measurement> {
  const only = process.env[SIDE_VARIABLE];
  const chosen = sides.filter(({ name }) => only === undefined || name === only);
  const turn = async (side: Side) => {
    // A server may have closed idle connections during the other turns. They are opened again before the round.
    if (plan.requestsPerCall === undefined) await runRound(side, { ...plan, calls: plan.concurrency }, clock);
    await counter.take();
    return { ...(await runRound(side, plan, clock)), seen: await counter.take() };
  };
  const isLate = (begun: number) => clock() - begun > plan.seconds * 1000;

  const warmUps = chosen.map((side) => ({ side, ms: [] as number[] }));
  const unsteady = () => warmUps.flatMap(({ side, ms }) => (isSteady(ms) ? [] : [side.name]));
  let warmUpCalls = 0;
  const { min, max } = plan.warmUp;
  const isWarm = (begun: number) =>
    warmUpCalls >= min && (warmUpCalls >= max || isLate(begun) || unsteady().length === 0);
  for (const begun = clock(); !isWarm(begun); ) {
    for (const { side, ms } of warmUps) ms.push((await turn(side)).ms);
    warmUpCalls += plan.calls;
  }

  const results = new Map<string, Rounds>();
  const begun = clock();
  for (let round = 0; round < plan.rounds; round++) {
    if (round >= 5 && isLate(begun)) break;
    for (const side of chosen) {
      const { seen, records, errors, ms, cpuMs } = await turn(side);
      const before = results.get(side.name);
      results.set(side.name, {
        ms: [...(before?.ms ?? []), ms],
        cpuMs: [...(before?.cpuMs ?? []), cpuMs],
        work: {
          name: side.name,
          signature: side.signature,
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
  return { sides: results, warmUpCalls, unsteady: unsteady() };
}

async function runRound(side: Side, { calls, concurrency }: Plan, clock: () => number) {
  let left = calls;
  let records = 0;
  let errors = 0;
  const caller = async () => {
    while (left-- > 0) {
      try {
        const received = await side.call();
        records += received;
      } catch {
        errors++;
      }
    }
  };
  // Garbage of the side before must not cost this one. Only young objects are collected: after a full collection, a
  // call takes two to five times as long for a while, which a process that runs on never pays.
  globalThis.gc?.({ type: "minor" });
  const cpu = process.cpuUsage();
  const begun = clock();
  await Promise.all(Array.from({ length: concurrency }, caller));
  const ms = clock() - begun;
  const { user, system } = process.cpuUsage(cpu);
  return { records, errors, ms, cpuMs: (user + system) / 1000 };
}

/** How many times as fast `side` is as `peer`: over 1 is faster. Refused if they did not do the same work. */
export function timesAsFast(side: Rounds | undefined, peer: Rounds | undefined): Figure {
  return compare(side, peer, (ours, theirs) => ratios(theirs, ours));
}

/** How many times the peer's time `side` takes: under 1 is faster. Refused if they did not do the same work. */
export function timesTheTime(side: Rounds | undefined, peer: Rounds | undefined): Figure {
  return compare(side, peer, ratios);
}

function compare(
  side: Rounds | undefined,
  peer: Rounds | undefined,
  divide: (ours: readonly number[], theirs: readonly number[]) => number[],
): Figure {
  if (side === undefined || peer === undefined) return { refused: ["one of the sides was not measured"] };
  const refused = differences(side.work, peer.work);
  return refused.length > 0 ? { refused } : spread(divide(side.ms, peer.ms));
}

/** Headings of `callLines`. */
export const callHeadings = ["", "µs a call", "quartiles", "processor µs a call"];

/** What a call of each side took, one line for each side. */
export function callLines({ sides }: Measurement): Line[] {
  return [...sides.values()].map(({ work, ms, cpuMs }) => {
    const microseconds = (times: readonly number[]) =>
      spread(times.map((time) => (time * 1000 * times.length) / work.calls));
    const { median, low, high } = microseconds(ms);
    return {
      name: work.name,
      cells: [
        median.toFixed(1),
        `${low.toFixed(1)} – ${high.toFixed(1)}`,
        microseconds(cpuMs).median.toFixed(1),
      ],
    };
  });
}

/** How much was measured, and whether it was steady by then. */
export function measureNote({ sides, warmUpCalls, unsteady }: Measurement): string {
  const [first] = sides.values();
  if (first === undefined) return "Nothing was measured.";
  const rounds = first.ms.length;
  const count = (value: number) => value.toLocaleString("en");
  const warmth =
    unsteady.length === 0
      ? "all were steady"
      : `**not steady, so their figures are too high: ${unsteady.join(", ")}**`;
  return `${rounds} rounds of ${count(first.work.calls / rounds)} calls for each side, after ${count(warmUpCalls)} calls of warm-up: ${warmth}.`;
}

/** Bytes of live objects on the heap; needs `--expose-gc`. */
export function liveHeap(): number {
  if (globalThis.gc === undefined) throw new Error("start this with --expose-gc");
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

export const MiB = 2 ** 20;
