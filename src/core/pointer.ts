/** Reads the value at one place; undefined where there is none. */
export type PointerReader = (value: unknown) => unknown;

/**
 * Prepares a JSON pointer (RFC 6901) for reading many values. Sees own properties only, so that nothing
 * inherited is ever taken for data.
 */
export function pointerReader(pointer: string): PointerReader {
  const keys = pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  return (value) => {
    let at = value;
    for (const key of keys) {
      if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
      if (Array.isArray(at) && !/^\d+$/.test(key)) return undefined;
      at = (at as Record<string, unknown>)[key];
    }
    return at;
  };
}

/** The value at a JSON pointer, read once: see `pointerReader`. */
export function resolvePointer(value: unknown, pointer: string): unknown {
  return pointerReader(pointer)(value);
}
