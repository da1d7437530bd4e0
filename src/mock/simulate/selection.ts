import type { Records } from "./records.js";

/** Which records of a listing are selected. */
export interface Filter {
  /** Epoch seconds, both inclusive, compared with the second in which a record was created. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  /** Only these states. */
  readonly states?: readonly string[] | undefined;
  /** Only the record of this id. */
  readonly id?: string | undefined;
}

/** The records that pass a filter, newest first. */
export interface Selection {
  readonly total: number;
  /** The index of the record at a position from 0. */
  at(position: number): number;
  /** How many of the selected records have a smaller index: are newer. */
  newerThan(index: number): number;
}

/** Keeps the last counts of states, so that the pages of a listing do not count again. */
export type RankCache = Map<string, Ranks>;

const MAX_CACHED = 32;

/**
 * Selects without keeping records: a period is a range of indexes, and final states are counted once. The few
 * newest records, whose states still change, are read every time.
 * @param name of the listing in the cache
 */
export function select(
  records: Records,
  filter: Filter,
  now: number,
  cache: RankCache,
  name: string,
): Selection {
  const { states } = filter;
  const [low, high] = range(records, filter);
  if (states === undefined) {
    return {
      total: high - low,
      at: (position) => low + position,
      newerThan: (index) => Math.min(Math.max(index, low), high) - low,
    };
  }
  const { unsettled, size } = records;
  const moving = Array.from({ length: Math.max(0, Math.min(high, unsettled) - low) }, (_, i) => low + i);
  const fresh = moving.filter((index) => states.includes(records.state(index, now)));
  const key = `${name} ${[...new Set(states)].sort().join()}`;
  const ranks = cached(cache, key, () =>
    countRanks(size, (index) => states.includes(records.state(index, Infinity))),
  );
  const before = (index: number) => ranks.before(Math.min(Math.max(index, low, unsettled), size));
  const settled = high > low ? before(high) - before(low) : 0;
  return {
    total: fresh.length + settled,
    at: (position) => fresh[position] ?? ranks.at(before(low) + position - fresh.length),
    newerThan: (index) =>
      fresh.filter((other) => other < index).length + before(Math.min(index, high)) - before(low),
  };
}

function range(records: Records, { from, to, id }: Filter): readonly [number, number] {
  const second = (index: number) => Math.floor(records.createdAt(index) / 1000);
  const low = to === undefined ? 0 : firstIndex(records.size, (index) => second(index) <= to);
  const high = from === undefined ? records.size : firstIndex(records.size, (index) => second(index) < from);
  if (id === undefined) return [low, Math.max(low, high)];
  const index = records.indexOf(id);
  return index !== undefined && index >= low && index < high ? [index, index + 1] : [0, 0];
}

function cached(cache: RankCache, key: string, count: () => Ranks): Ranks {
  const ranks = cache.get(key) ?? count();
  cache.delete(key);
  cache.set(key, ranks);
  for (const oldest of cache.keys()) {
    if (cache.size <= MAX_CACHED) break;
    cache.delete(oldest);
  }
  return ranks;
}

/** Positions of the indexes that pass a test, in both directions. */
interface Ranks {
  /** How many indexes below this one pass. */
  before(index: number): number;
  /** The index that has `rank` passing ones before it. */
  at(rank: number): number;
}

/** Indexes in a block. One number is kept for each block, and a look-up counts within one block again. */
const BLOCK = 512;

/** Counts once which of `size` indexes pass; keeps 8 kB for a million of them. */
function countRanks(size: number, passes: (index: number) => boolean): Ranks {
  const blocks = Math.ceil(size / BLOCK);
  const counts = new Uint32Array(blocks + 1);
  const within = (from: number, to: number) => {
    let count = 0;
    for (let index = from; index < to; index++) if (passes(index)) count++;
    return count;
  };
  for (let block = 0; block < blocks; block++) {
    const from = block * BLOCK;
    counts[block + 1] = (counts[block] ?? 0) + within(from, Math.min(from + BLOCK, size));
  }
  return {
    before(index) {
      const block = Math.floor(index / BLOCK);
      return (counts[block] ?? 0) + within(block * BLOCK, index);
    },
    at(rank) {
      const block = firstIndex(blocks, (candidate) => (counts[candidate + 1] ?? 0) > rank);
      let left = rank - (counts[block] ?? 0);
      for (let index = block * BLOCK; index < size; index++) if (passes(index) && left-- === 0) return index;
      throw new RangeError(`no index of rank ${rank}`);
    },
  };
}

/** The first of `size` indexes that passes `test`; all indexes after it must pass, too. `size` if none does. */
function firstIndex(size: number, test: (index: number) => boolean): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
