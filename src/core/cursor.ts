import { InvalidRequestError } from "./errors.js";
import type { Position } from "./pagination.js";
import { isWellFormed, type QueryValues } from "./request.js";

/** Identifies a listing: all that it asks for but its position. */
export interface ListingKey {
  readonly operation: string;
  readonly path: string;
  readonly query: QueryValues;
  /** The query parameter that carries the position. */
  readonly parameter: string;
}

/**
 * Writes a position as an opaque string that also identifies its listing. It contains no secret and no parameter
 * value.
 */
export function encodeCursor(listing: ListingKey, position: Position): string {
  const { at, rows, total } = position;
  return `${listing.operation}.${fingerprint(listing)}.${encodeURIComponent(JSON.stringify([at, rows, total]))}`;
}

/**
 * Reads a cursor back.
 * @throws InvalidRequestError if it is malformed or was made by another listing
 */
export function decodeCursor(listing: ListingKey, cursor: string): Position {
  const { operation } = listing;
  const [name, print, ...at] = cursor.split(".");
  const fields = { parameter: "cursor", operation };
  if (name !== operation || print !== fingerprint(listing)) {
    const message = `${operation}: the cursor belongs to another listing; pass the operation and parameters it was made with`;
    throw new InvalidRequestError(message, fields);
  }
  try {
    const value: unknown = JSON.parse(decodeURIComponent(at.join(".")));
    if (Array.isArray(value)) {
      const [position, rows, total]: unknown[] = value;
      if ((isId(position) || isCount(position)) && isCountOrNull(rows) && isCountOrNull(total)) {
        return { at: position, rows, total };
      }
    }
  } catch {}
  throw new InvalidRequestError(
    `${operation}: the cursor is damaged; pass it exactly as a page gave it`,
    fields,
  );
}

/** A marker goes into a query, so that it must be one that could have come from a record. */
function isId(value: unknown): value is string {
  return typeof value === "string" && value !== "" && isWellFormed(value);
}

function isCountOrNull(value: unknown): value is number | null {
  return value === null || isCount(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value);
}

/** Differs between listings; the order of parameters does not matter. Not meant to withstand an attacker. */
function fingerprint({ path, query, parameter }: ListingKey): string {
  let sum = hash(`${path}?${parameter}`);
  for (const name in query) if (name !== parameter) sum += hash(`${name}=${query[name]}`);
  return (sum >>> 0).toString(36);
}

/**
 * FNV-1a, and the last step of MurmurHash3. Without that step, sums of hashes are equal if one value grows by as
 * much as another shrinks, as the bounds of a time window do.
 */
function hash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
