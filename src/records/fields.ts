import type { TimeDescriptor } from "../core/operation.js";

/** A service's object of which nothing is taken for granted: any field can be absent or of any type. */
export type Loose<Wire> = { readonly [Field in keyof Wire]?: unknown };

/** An object, of which nothing else is known; null for a list and for everything else. */
export function readObject<Wire>(value: unknown): Loose<Wire> | null {
  return isObject<Wire>(value) ? value : null;
}

function isObject<Wire>(value: unknown): value is Loose<Wire> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An integer from `min` to `max`, as a number or in decimal digits; null for anything else. */
export function readInteger(value: unknown, min: number, max: number): number | null {
  const number = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) && number >= min && number <= max
    ? number
    : null;
}

/** A field's value for a sentence that begins with the field's name, e.g. `is "x"` or `is absent`. Never long. */
export function stateValue(value: unknown): string {
  if (value === undefined || value === null) return "is absent";
  if (typeof value === "object") return Array.isArray(value) ? "is a list" : "is an object";
  const text = String(value);
  return `is ${JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text)}`;
}

/** A text that is not empty; null for everything else, e.g. `{}` (erratum 6). */
export function readText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** A number of bytes; null if it is negative or not an integer. A bigint only beyond 2^53-1. */
export function readBytes(value: unknown): number | bigint | null {
  if (typeof value === "bigint")
    return value >= 0n ? (value > Number.MAX_SAFE_INTEGER ? value : Number(value)) : null;
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}

/** An instant; null if it is not written as documented, or is before 1970, which means "none". */
export function readTime(value: unknown, format: TimeDescriptor["format"]): Date | null {
  const date = parseTime(value, { format, zone: "UTC" });
  return date !== null && date.getTime() > 0 ? date : null;
}

/** `TRUE` or `FALSE` in any case, or a boolean; null for anything else. */
export function readFlag(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  const word = readText(value)?.toLowerCase();
  return word === "true" || (word === "false" ? false : null);
}

/** A percentage such as `"100.00"` as a share, here 1; null for anything else. */
export function readPercent(value: unknown): number | null {
  const text = typeof value === "number" ? String(value) : readText(value);
  if (text === null || !/^\d{1,3}(\.\d+)?$/.test(text)) return null;
  // Two more places than the percentage has: a division alone leaves tails such as 0.5720000000000001.
  const share = Number((Number(text) / 100).toFixed((text.split(".")[1]?.length ?? 0) + 2));
  return share <= 1 ? share : null;
}

const digits14 = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/;
const rfc3339 = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?$/;

/**
 * Reads an instant as a service writes it; null for a value that is not exactly of the format, or not a day of the
 * calendar. Digits past the millisecond are cut off. A text without a zone is UTC if the format has
 * none; if it should have one, it is not read at all.
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
  if (local === undefined || (time.format !== "iso-without-zone" && zone === undefined)) return null;
  return instant(local, fraction, zone);
}

/** Engines roll 30 February over into March; reading it back shows that. */
function instant(local: string, fraction = "", zone = "Z"): Date | null {
  const date = new Date(`${local}Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(local)) return null;
  return new Date(`${local}.${fraction.slice(0, 3).padEnd(3, "0")}${zone}`);
}

/** A list of tags such as `[{ key: "team", value: "shop" }]`; what is no tag is left out. */
export function readTags(value: unknown, key: string, text: string): Readonly<Record<string, string>> {
  const tags = Array.isArray(value) ? value.map((tag) => readObject<Record<string, unknown>>(tag) ?? {}) : [];
  const entries = tags.map((tag) => [readText(tag[key]), readText(tag[text]) ?? ""] as const);
  return Object.fromEntries(entries.filter(([name]) => name !== null));
}
