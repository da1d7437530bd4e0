import { Problem } from "../problem.js";

const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

const absolute = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Reads a time from the command line: how long ago (`90s`, `30m`, `12h`, `7d`, `2w`), `now`, a date or a date
 * with a time. Where it names no zone it is local, or UTC if `utc`; a date stands for its first instant.
 * @throws Problem for anything else, and for a day that no calendar has
 */
export function readInstant(option: string, text: string, now: number, utc: boolean): Date {
  if (text === "now") return new Date(now);
  const [, count, unit] = /^(\d{1,6})([smhdw])$/.exec(text) ?? [];
  if (count !== undefined && unit !== undefined) return new Date(now - Number(count) * (UNITS[unit] ?? 0));
  const [, day, time = "00:00", zone] = absolute.exec(text) ?? [];
  if (day !== undefined) {
    const offset = zone?.toUpperCase().replace(/^([+-]\d\d):?(\d\d)$/, "$1:$2") ?? (utc ? "Z" : "");
    const instant = new Date(`${day}T${time}${offset}`);
    // Engines roll 30 February over into March: read without a zone, the day must come back.
    const check = new Date(`${day}T00:00Z`);
    const real = !Number.isNaN(check.getTime()) && check.toISOString().startsWith(day);
    if (real && !Number.isNaN(instant.getTime())) return instant;
  }
  throw new Problem(
    `${option} ${text} is no time: write how long ago, such as 7d or 12h, or a date, such as 2026-11-01 or 2026-11-01T08:00Z`,
  );
}

/** An instant to read: `2019-05-10 08:31Z`, or local time with its offset. */
export function showInstant(instant: Date | null, utc: boolean): string {
  if (instant === null) return "";
  if (utc) return `${instant.toISOString().slice(0, 16).replace("T", " ")}Z`;
  const minutes = -instant.getTimezoneOffset();
  const local = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, 16).replace("T", " ");
  return `${local}${offsetText(minutes)}`;
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(hours)}:${two(rest)}`;
}
