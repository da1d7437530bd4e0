import { differences } from "./same-work.js";
import { ratios, type Spread, spread } from "./statistics.js";
import type { Work } from "./work.js";

/** A figure that a target can be held against, or why there is none. */
export type Figure = Spread | { readonly refused: readonly string[] };

/** A line of a scenario's own table. */
export interface Line {
  readonly name: string;
  readonly cells: readonly string[];
}

/** What a scenario found. */
export interface Outcome {
  /** By the names that the rows' targets use. */
  readonly figures: Readonly<Record<string, Figure>>;
  /** Why nothing was measured, where the machine lacks something: no target is held against that. */
  readonly skipped?: string;
  /** Headings of `lines`, the name's included. */
  readonly headings?: readonly string[];
  readonly lines?: readonly Line[];
  /** What a reader must know. */
  readonly notes?: readonly string[];
  /** Points for the plots. */
  readonly growth?: readonly GrowthPoint[];
}

/** One size at which growth was measured. */
export interface GrowthPoint {
  readonly of: "records" | "listings";
  readonly size: number;
  readonly seconds: number;
  /** Most memory above what was held before, in MiB. */
  readonly heapMiB: number;
}

/** One side's rounds. */
export interface Rounds {
  readonly work: Work;
  /** Milliseconds a round took. */
  readonly ms: readonly number[];
  /** Milliseconds of processor time that this process used in a round. */
  readonly cpuMs: readonly number[];
}

/** How many times as fast `side` is as `peer`: over 1 is faster. Refused where they did not do the same work. */
export function timesAsFast(side: Rounds | undefined, peer: Rounds | undefined): Figure {
  return compare(side, peer, (ours, theirs) => ratios(theirs, ours));
}

/** How many times the peer's time `side` takes: under 1 is faster. Refused where they did not do the same work. */
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
