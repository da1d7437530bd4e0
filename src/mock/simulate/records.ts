import { scramble, unscramble } from "../random.js";
import type { SimulatorOptions } from "../service-definition.js";
import type { Population } from "./population.js";

/** A listing's records, newest first, each computed when it is read. */
export interface Records {
  readonly size: number;
  /** How many of the newest can still change their state. */
  readonly unsettled: number;
  /** Epoch milliseconds; falls as the index rises. */
  createdAt(index: number): number;
  /** The state on the wire. `now` is Infinity for the final state. */
  state(index: number, now: number): string;
  /** The wire object. */
  record(index: number, now: number): object;
  /** The index of an id; undefined if there is no such record. */
  indexOf(id: string): number | undefined;
}

/** How a service writes the records of a population. */
export interface RecordShape {
  /** The id of a record. It contains `number` as eight hexadecimal digits, which lead back to the index. */
  id(number: number, index: number): string;
  /** Where these digits begin in the id. @default 0 */
  readonly digitsAt?: number;
  state(index: number, now: number): string;
  record(id: string, index: number, now: number): object;
}

/** The records of one population. */
export function createRecords(
  { key, size, unsettled, createdAt }: Population,
  { id, digitsAt = 0, state, record }: RecordShape,
): Records {
  const idOf = (index: number) => id(scramble(key, index), index);
  return {
    size,
    unsettled,
    createdAt,
    state,
    record: (index, now) => record(idOf(index), index, now),
    indexOf(text) {
      const index = unscramble(key, Number.parseInt(text.slice(digitsAt, digitsAt + 8), 16));
      return index < size && idOf(index) === text ? index : undefined;
    },
  };
}

/** Several listings of the same size as one: their records alternate, as those of one account do. */
export function interleave(listings: readonly Records[]): Records {
  const count = listings.length;
  const at = <Value>(index: number, read: (records: Records, index: number) => Value): Value => {
    const records = listings[index % count];
    if (records === undefined) throw new RangeError("nothing to interleave");
    return read(records, Math.floor(index / count));
  };
  const sum = (read: (records: Records) => number) => listings.reduce((total, one) => total + read(one), 0);
  return {
    size: sum(({ size }) => size),
    unsettled: sum(({ unsettled }) => unsettled),
    createdAt: (index) => at(index, (records, own) => records.createdAt(own)),
    state: (index, now) => at(index, (records, own) => records.state(own, now)),
    record: (index, now) => at(index, (records, own) => records.record(own, now)),
    indexOf(id) {
      for (const [position, records] of listings.entries()) {
        const own = records.indexOf(id);
        if (own !== undefined) return own * count + position;
      }
      return undefined;
    },
  };
}

/** Several listings as one, newest first, of any sizes. Its order takes 24 bytes a record, once. */
export function merge(listings: readonly Records[]): Records {
  const starts: number[] = [];
  let size = 0;
  for (const one of listings) {
    starts.push(size);
    size += one.size;
  }
  const [owners, indexes] = [new Uint32Array(size), new Uint32Array(size)];
  const times = new Float64Array(size);
  for (const [owner, { size: own, createdAt }] of listings.entries()) {
    for (let index = 0; index < own; index++) {
      const at = (starts[owner] ?? 0) + index;
      [owners[at], indexes[at], times[at]] = [owner, index, createdAt(index)];
    }
  }
  // By time, the newest first; of one time, in the order of the listings.
  const order = Uint32Array.from(times.keys()).sort((a, b) => (times[b] ?? 0) - (times[a] ?? 0) || a - b);
  const positions = new Uint32Array(size);
  for (const [position, at] of order.entries()) positions[at] = position;
  const at = <Value>(position: number, read: (records: Records, index: number) => Value): Value => {
    const one = order[position] ?? 0;
    const records = listings[owners[one] ?? 0];
    if (records === undefined) throw new RangeError("nothing to merge");
    return read(records, indexes[one] ?? 0);
  };
  const find = (owner: number, index: number) => positions[(starts[owner] ?? 0) + index] ?? -1;
  return {
    size,
    unsettled:
      1 +
      Math.max(
        -1,
        ...listings.map((one, owner) => (one.unsettled > 0 ? find(owner, one.unsettled - 1) : -1)),
      ),
    createdAt: (position) => at(position, (records, index) => records.createdAt(index)),
    state: (position, now) => at(position, (records, index) => records.state(index, now)),
    record: (position, now) => at(position, (records, index) => records.record(index, now)),
    indexOf(id) {
      for (const [owner, records] of listings.entries()) {
        const index = records.indexOf(id);
        if (index !== undefined) return find(owner, index);
      }
      return undefined;
    },
  };
}

/**
 * A listing of few things without states or ids to look up, such as instances.
 * @param items each with the time of its creation, epoch milliseconds
 * @param record makes the wire object of an item
 */
export function listOf<Item extends { readonly createdAt: number }>(
  items: readonly Item[],
  record: (item: Item, now: number) => object,
): Records {
  const newestFirst = [...items].sort((one, other) => other.createdAt - one.createdAt);
  const at = (index: number): Item => {
    const item = newestFirst[index];
    if (item === undefined) throw new RangeError(`no item ${index}`);
    return item;
  };
  return {
    size: newestFirst.length,
    unsettled: 0,
    createdAt: (index) => at(index).createdAt,
    state: () => "",
    record: (index, now) => record(at(index), now),
    indexOf: () => undefined,
  };
}

/** A size on the wire: with `bigSizes` one that no double holds. */
export function wireSize({ bigSizes }: SimulatorOptions, size: number): number | bigint {
  return bigSizes ? 2n ** 53n + 1n + 2n * BigInt(size) : size;
}
