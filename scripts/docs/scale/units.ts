/** A number of things, to three digits where it is large. */
export function count(value: number): string {
  if (value < 1000) return String(Number(value.toPrecision(3)));
  return Math.round(Number(value.toPrecision(3))).toLocaleString("en");
}

/** A time to two digits in the unit that suits it. */
export function time(seconds: number): string {
  const units: readonly [string, number][] = [
    ["days", 86_400 * 2],
    ["h", 3600 * 2],
    ["min", 60 * 2],
  ];
  const [unit, from] = units.find(([, least]) => seconds >= least) ?? ["s", 2];
  return `${two(seconds / (from / 2))} ${unit}`;
}

/** Bytes to two digits, decimal. */
export function bytes(value: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  const at = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(value) / 3)));
  return `${two(value / 1000 ** at)} ${units[at]}`;
}

function two(value: number): string {
  return Math.abs(value) < 10 ? String(Number(value.toPrecision(2))) : Math.round(value).toLocaleString("en");
}
