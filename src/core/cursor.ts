import { InvalidRequestError } from "./errors.js";
import type { QueryValues } from "./parameters.js";
import type { Position } from "./position.js";

/** What tells one listing from another: all that it asks for but its position. */
export interface ListingKey {
  readonly operation: string;
  readonly path: string;
  readonly query: QueryValues;
  /** The query parameter that carries the position. */
  readonly parameter: string;
}

/**
 * Writes a position as an opaque string that also tells which listing it belongs to. It holds no secret
 * and no parameter value.
 */
export function encodeCursor(listing: ListingKey, position: Position): string {
  const { at, rows, total } = position;
  return `${listing.operation}.${fingerprint(listing)}.${encodeURIComponent(JSON.stringify([at, rows, total]))}`;
}

/**
 * Reads a cursor back.
 * @throws InvalidRequestError where it is malformed or was made by another listing.
 */
export function decodeCursor(listing: ListingKey, cursor: string): Position {
  const { operation } = listing;
  const [name, mark, ...at] = cursor.split(".");
  const fields = { parameter: "cursor", operation };
  if (name !== operation || mark !== fingerprint(listing)) {
    const message = `${operation}: the cursor belongs to another listing; pass the operation and parameters it was made with`;
    throw new InvalidRequestError(message, fields);
  }
  try {
    const value: unknown = JSON.parse(decodeURIComponent(at.join(".")));
    if (Array.isArray(value)) {
      const [position, rows, total]: unknown[] = value;
      if (
        (typeof position === "string" || isCount(position)) &&
        isCountOrNull(rows) &&
        isCountOrNull(total)
      ) {
        return { at: position, rows, total };
      }
    }
  } catch {}
  throw new InvalidRequestError(
    `${operation}: the cursor is damaged; pass it exactly as a page gave it`,
    fields,
  );
}

function isCountOrNull(value: unknown): value is number | null {
  return value === null || isCount(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value);
}

/** Tells two listings apart, whatever the order of their parameters; it is not meant to withstand malice. */
function fingerprint({ path, query, parameter }: ListingKey): string {
  let sum = hash(`${path}?${parameter}`);
  for (const name in query) if (name !== parameter) sum += hash(`${name}=${query[name]}`);
  return (sum >>> 0).toString(36);
}

/**
 * FNV-1a, and the last step of MurmurHash3: without it, sums of hashes are alike where one value is more by
 * what another is less, as of windows of time.
 */
function hash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
