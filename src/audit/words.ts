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
