const WEEK = 7 * 86_400_000;

/** Of what is written; a week is only read. */
const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
  ["ms", 1],
] as const;

/** What `parseDuration` reads: whole numbers with their units, each unit at most once, largest first. */
const DURATION =
  /^(?=.)(?:(\d{1,7})w)?(?:(\d{1,7})d)?(?:(\d{1,7})h)?(?:(\d{1,7})m)?(?:(\d{1,7})s)?(?:(\d{1,7})ms)?$/;

/**
 * Milliseconds of a duration such as `90s`, `30m`, `26h`, `7d`, `1w`, `1h30m` or `500ms`; null if the text is
 * none. Each number has at most seven digits, so the sum is exact.
 */
export function parseDuration(text: string): number | null {
  const match = DURATION.exec(text);
  if (match === null) return null;
  return [WEEK, ...UNITS.map(([, size]) => size)].reduce(
    (sum, size, at) => sum + Number(match[at + 1] ?? 0) * size,
    0,
  );
}

/**
 * A duration in milliseconds as a person writes it, e.g. `26h`, `1h30m`, `2d2h`; days from two on. Whole, it
 * is read back by `parseDuration` as the same number, fractions of a millisecond cut off. `parts` keeps so
 * many units from the largest on: people read `duration` of words.ts, which keeps two.
 */
export function formatDuration(ms: number, parts: number = UNITS.length): string {
  if (!Number.isFinite(ms)) return String(ms);
  let left = Math.trunc(Math.abs(ms));
  const units = left < 2 * UNITS[0][1] ? UNITS.slice(1) : UNITS;
  const first = units.findIndex(([, size]) => left >= size);
  if (first < 0) return "0s";
  const texts = units.slice(first, first + parts).map(([name, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? "" : `${count}${name}`;
  });
  return `${ms < 0 ? "-" : ""}${texts.join("")}`;
}
