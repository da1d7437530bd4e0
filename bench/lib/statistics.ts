/** A figure over several rounds: its median, and the quartiles around it. */
export interface Spread {
  readonly median: number;
  /** First quartile. */
  readonly low: number;
  /** Third quartile. */
  readonly high: number;
}

/**
 * The quantile `share` (0 to 1) of some numbers, interpolated between the two nearest.
 * @throws RangeError for none at all
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
 * Divides two sides round by round. What slowed the machine for a while slowed both sides of that round, so it
 * does not show in their ratio.
 * @throws RangeError where they do not have the same number of rounds
 */
export function ratios(numerator: readonly number[], denominator: readonly number[]): number[] {
  if (numerator.length !== denominator.length) throw new RangeError("the two sides have different rounds");
  return numerator.map((value, round) => value / (denominator[round] ?? Number.NaN));
}
