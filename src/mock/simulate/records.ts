/** A listing's records, newest first, each computed when it is asked for. */
export interface Records {
  readonly size: number;
  /** How many of the newest can still change their state. */
  readonly unsettled: number;
  /** Epoch milliseconds; falls as the index rises. */
  createdAt(index: number): number;
  /** The state on the wire. Infinity for the one that the record ends in. */
  state(index: number, now: number): string;
  /** The wire object. */
  record(index: number, now: number): object;
  /** The index of an id; undefined where there is no such record. */
  indexOf(id: string): number | undefined;
}

/** Several listings of the same size as one: their records take turns, as those of one account do. */
export function interleave(listings: readonly Records[]): Records {
  const count = listings.length;
  const at = <Value>(index: number, read: (records: Records, index: number) => Value): Value => {
    const records = listings[index % count];
    if (records === undefined) throw new RangeError("no listing to take turns with");
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
      for (const [turn, records] of listings.entries()) {
        const own = records.indexOf(id);
        if (own !== undefined) return own * count + turn;
      }
      return undefined;
    },
  };
}
