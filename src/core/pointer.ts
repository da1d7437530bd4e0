/** Reads the value at one place; undefined if there is none. */
export type PointerReader = (value: unknown) => unknown;

/**
 * Prepares a JSON pointer (RFC 6901) for reading many values. Sees own properties only, so that nothing
 * inherited is ever taken for data.
 */
export function pointerReader(pointer: string): PointerReader {
  const known = readers.get(pointer);
  if (known !== undefined) return known;
  const keys = pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  const reader: PointerReader = (value) => keys.reduce(propertyOf, value);
  readers.set(pointer, reader);
  return reader;
}

/** Pointers come from contracts: there are few, and every response is read by the same. */
const readers = new Map<string, PointerReader>();

/** The value at a JSON pointer: see `pointerReader`. */
export function resolvePointer(value: unknown, pointer: string): unknown {
  return pointerReader(pointer)(value);
}

function propertyOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  if (Array.isArray(value) && !/^\d+$/.test(key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** A property name as a segment of a JSON pointer. */
export function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
