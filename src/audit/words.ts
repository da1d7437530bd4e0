import { TimeoutError } from "../core/errors.js";
import { formatDuration } from "./duration.js";

/**
 * A duration for people, in every table, reason and note: its two largest units, days from two on, and no milliseconds from
 * a second on: `650ms`, `40s`, `1h30m`, `31h12m`, `4d2h`. Options and the targets file read it.
 */
export function duration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return "any time";
  const ms = Math.trunc(milliseconds);
  return formatDuration(Math.abs(ms) < 1000 ? ms : ms - (ms % 1000), 2);
}

/** The message of an error. A limit of time stands in it as options write it: programs give milliseconds. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { message } = error;
  return error instanceof TimeoutError
    ? message.replace(`${error.timeoutMs} ms`, duration(error.timeoutMs))
    : message;
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
