import type { TimeDescriptor } from "../core/operation.js";
import { parseTime } from "../core/parse-time.js";

/** A wire object of which nothing is taken for granted: any field can be absent or of any type. */
export type Loose<Wire> = { readonly [Field in keyof Wire]?: unknown };

/** A text that says something; null for `{}`, null, an empty text and whatever else is no text (erratum 6). */
export function readText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** A number of bytes; null where it is negative or no integer. A bigint only beyond 2^53-1. */
export function readBytes(value: unknown): number | bigint | null {
  if (typeof value === "bigint")
    return value >= 0n ? (value > Number.MAX_SAFE_INTEGER ? value : Number(value)) : null;
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}

/** An instant; null where it is not written as documented, or lies before 1970, which means "none". */
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

/** A percentage such as `"100.00"` as a share, here 1; null for what is none. */
export function readPercent(value: unknown): number | null {
  const text = typeof value === "number" ? String(value) : readText(value);
  if (text === null || !/^\d{1,3}(\.\d+)?$/.test(text)) return null;
  // Two more places than the percentage has: a division alone leaves tails such as 0.5720000000000001.
  const share = Number((Number(text) / 100).toFixed((text.split(".")[1]?.length ?? 0) + 2));
  return share <= 1 ? share : null;
}
