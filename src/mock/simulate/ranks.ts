/** Positions of the indexes that pass a test, in both directions. */
export interface Ranks {
  /** How many indexes below this one pass. */
  before(index: number): number;
  /** The index that has `rank` passing ones before it. */
  at(rank: number): number;
}

/** Indexes to a block: a block is counted again for every look-up, and one number is kept for each. */
const BLOCK = 512;

/** Counts once who passes among `size` indexes; keeps 8 kB for a million of them. */
export function countRanks(size: number, passes: (index: number) => boolean): Ranks {
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
      const block = firstWhere(blocks, (candidate) => (counts[candidate + 1] ?? 0) > rank);
      let left = rank - (counts[block] ?? 0);
      for (let index = block * BLOCK; index < size; index++) if (passes(index) && left-- === 0) return index;
      throw new RangeError(`no index of rank ${rank}`);
    },
  };
}

/** The first of `size` indexes for which `holds`, which must hold for all behind it; `size` where none does. */
export function firstWhere(size: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
