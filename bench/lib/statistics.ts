/** A figure over several rounds: its median and quartiles. */
export interface Spread {
  readonly median: number;
  /** First quartile. */
  readonly low: number;
  /** Third quartile. */
  readonly high: number;
}

/**
 * The quantile `share` (0 to 1) of some numbers, interpolated between the two nearest.
 * @throws RangeError if there are no numbers
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)];
  const above = sorted[Math.ceil(at)];
  if (below === undefined || above === undefined) throw new RangeError("no quantile of no numbers");
  return below + (above - below) * (at - Math.floor(at));
}

/** Median and quartiles. */
export function spread(values: readonly number[]): Spread {
  return { median: quantile(values, 0.5), low: quantile(values, 0.25), high: quantile(values, 0.75) };
}

/**
 * Divides two sides round by round. A spell in which the machine was slow meets both sides of a round, so the ratio
 * does not show it.
 * @throws RangeError if they have different numbers of rounds
 */
export function ratios(numerator: readonly number[], denominator: readonly number[]): number[] {
  if (numerator.length !== denominator.length) throw new RangeError("the two sides have different rounds");
  return numerator.map((value, round) => value / (denominator[round] ?? Number.NaN));
}

/** The rounds that must bring no progress, and the progress that does not count. */
const STEADY_ROUNDS = 5;
const STEADY_SHARE = 0.03;

/**
 * Whether rounds have stopped getting faster: the best of the last five is at most 3 % below the best of all before
 * them. The best is compared, because other work on the machine makes rounds slower and never faster.
 */
export function isSteady(times: readonly number[]): boolean {
  const before = Math.min(...times.slice(0, -STEADY_ROUNDS));
  const latest = Math.min(...times.slice(-STEADY_ROUNDS));
  return Number.isFinite(before) && latest >= before * (1 - STEADY_SHARE);
}
