/** Reads the value at one place; undefined where there is none. */
export type PointerReader = (value: unknown) => unknown;

/**
 * Prepares a JSON pointer (RFC 6901) for reading many values. Sees own properties only, so that nothing
 * inherited is ever taken for data.
 */
export function pointerReader(pointer: string): PointerReader {
  // One level, as most of them have: nothing to take apart.
  if (pointer.lastIndexOf("/") === 0 && !pointer.includes("~")) {
    const key = pointer.slice(1);
    return (value) => propertyOf(value, key);
  }
  const keys = pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  return (value) => keys.reduce(propertyOf, value);
}

/** The value at a JSON pointer, read once: see `pointerReader`. */
export function resolvePointer(value: unknown, pointer: string): unknown {
  return pointerReader(pointer)(value);
}

function propertyOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  if (Array.isArray(value) && !/^\d+$/.test(key)) return undefined;
  return (value as Record<string, unknown>)[key];
}
