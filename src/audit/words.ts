const UNITS = [
  { name: "d", ms: 86_400_000, from: 3 },
  { name: "h", ms: 3_600_000, from: 2 },
  { name: "min", ms: 60_000, from: 2 },
] as const;

/** A duration in whole units, as a person says it: `40 s`, `90 min`, `31 h`, `4 d`. */
export function duration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return "any time";
  for (const { name, ms, from } of UNITS) {
    if (milliseconds >= from * ms) return `${Math.floor(milliseconds / ms)} ${name}`;
  }
  return `${Math.floor(milliseconds / 1000)} s`;
}

/** A number with the thing counted, e.g. `1 backup`, `3 backups`. */
export function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}

const BYTE_UNITS = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

/** A number of bytes in at most seven characters: `860 KiB`, `8.4 MiB`. */
export function bytes(number: number | bigint): string {
  let value = Number(number);
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${unit > 0 && value < 9.95 ? value.toFixed(1) : Math.round(value)} ${BYTE_UNITS[unit]}`;
}
