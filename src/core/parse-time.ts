import type { TimeDescriptor } from "./operation.js";

const digits14 = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
const rfc3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/**
 * Reads an instant from the wire; null for whatever is not exactly of the format, or no day of the
 * calendar. Digits past the millisecond are cut off. A text without a zone is UTC where the format has
 * none; where it should have one, it is not read at all.
 */
export function parseTime(value: unknown, time: TimeDescriptor): Date | null {
  if (time.format === "s" || time.format === "ms") {
    const count = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
    if (typeof count !== "number" || !Number.isInteger(count)) return null;
    const date = new Date(time.format === "s" ? count * 1000 : count);
    return Number.isNaN(date.getTime()) ? null : date;
  }
  if (typeof value !== "string") return null;
  if (time.format === "yyyyMMddHHmmss") {
    return digits14.test(value) ? instant(value.replace(digits14, "$1-$2-$3T$4:$5:$6")) : null;
  }
  const [, local, fraction, zone] = rfc3339.exec(value.toUpperCase()) ?? [];
  if (local === undefined || (time.format === "iso" && zone === undefined)) return null;
  return instant(local, fraction, zone);
}

/** Engines roll 30 February over into March; reading it back shows that. */
function instant(local: string, fraction = "", zone = "Z"): Date | null {
  const date = new Date(`${local}Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(local)) return null;
  return new Date(`${local}.${fraction.slice(0, 3).padEnd(3, "0")}${zone}`);
}
