import type { TimeDescriptor } from "./operation.js";

/**
 * Writes an instant (a `Date` or epoch milliseconds) as the wire wants it. What the format cannot hold is
 * cut off, never rounded up: seconds and 14 digits lose the milliseconds.
 * @throws RangeError where there is no such instant, or its year has not four digits and the format has.
 */
export function formatTime(instant: Date | number, time: TimeDescriptor): string | number {
  const date = new Date(instant);
  const milliseconds = date.getTime();
  const iso = Number.isNaN(milliseconds) ? "" : date.toISOString();
  if (time.format === "ms" && iso) return milliseconds;
  if (time.format === "s" && iso) return Math.floor(milliseconds / 1000);
  if (iso.length !== 24) throw new RangeError("not an instant that can be written");
  if (time.format === "iso") return iso;
  return time.format === "iso-without-zone" ? iso.slice(0, 23) : iso.slice(0, 19).replace(/\D/g, "");
}
