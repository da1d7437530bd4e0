import { countRanks, firstWhere, type Ranks } from "./ranks.js";
import type { Records } from "./records.js";

/** What a listing is narrowed down to. */
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
  /** The index of the record at a place from 0. */
  at(place: number): number;
  /** How many of the selected records have a smaller index: are newer. */
  newerThan(index: number): number;
}

/** Remembers the last counts of states, so that the pages of a listing do not count anew. */
export type RankCache = Map<string, Ranks>;

const REMEMBERED = 32;

/**
 * Selects without holding records: a period is a range of indexes, and states that are settled are counted
 * once. The few newest records, whose states still move, are looked at every time.
 * @param name tells the listing from others in the cache
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
      at: (place) => low + place,
      newerThan: (index) => Math.min(Math.max(index, low), high) - low,
    };
  }
  const { unsettled, size } = records;
  const moving = Array.from({ length: Math.max(0, Math.min(high, unsettled) - low) }, (_, i) => low + i);
  const fresh = moving.filter((index) => states.includes(records.state(index, now)));
  const key = `${name} ${[...new Set(states)].sort().join()}`;
  const ranks = remember(cache, key, () =>
    countRanks(size, (index) => states.includes(records.state(index, Infinity))),
  );
  const before = (index: number) => ranks.before(Math.min(Math.max(index, low, unsettled), size));
  const settled = high > low ? before(high) - before(low) : 0;
  return {
    total: fresh.length + settled,
    at: (place) => fresh[place] ?? ranks.at(before(low) + place - fresh.length),
    newerThan: (index) =>
      fresh.filter((other) => other < index).length + before(Math.min(index, high)) - before(low),
  };
}

function range(records: Records, { from, to, id }: Filter): readonly [number, number] {
  const second = (index: number) => Math.floor(records.createdAt(index) / 1000);
  const low = to === undefined ? 0 : firstWhere(records.size, (index) => second(index) <= to);
  const high = from === undefined ? records.size : firstWhere(records.size, (index) => second(index) < from);
  if (id === undefined) return [low, Math.max(low, high)];
  const index = records.indexOf(id);
  return index !== undefined && index >= low && index < high ? [index, index + 1] : [0, 0];
}

function remember(cache: RankCache, key: string, count: () => Ranks): Ranks {
  const ranks = cache.get(key) ?? count();
  cache.delete(key);
  cache.set(key, ranks);
  for (const oldest of cache.keys()) {
    if (cache.size <= REMEMBERED) break;
    cache.delete(oldest);
  }
  return ranks;
}
