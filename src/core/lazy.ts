import { type Awaitable, isPromise } from "./awaitable.js";
import { ConfigurationError } from "./errors.js";

/**
 * Loads a part of the package when it is first asked for, and keeps it: from then on it is there at once. A part
 * that could not be loaded is tried again at the next call that needs it.
 * @throws ConfigurationError where it cannot be loaded, as where a page serves its scripts incompletely
 */
export function lazy<Part extends object>(load: () => Awaitable<Part>): () => Awaitable<Part> {
  let part: Awaitable<Part> | undefined;
  const keep = (loaded: Part | undefined) => {
    // As of a file of another version, which has other exports.
    if (loaded === undefined) return forget(new TypeError("it is not what it should be"));
    part = loaded;
    return loaded;
  };
  const forget = (cause: unknown): never => {
    part = undefined;
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `a part of backup-records could not be loaded: ${why}; serve all of its files, or bundle them as one`;
    throw new ConfigurationError(message, { cause });
  };
  return () => {
    if (part !== undefined) return part;
    const loading = load();
    part = isPromise(loading) ? loading.then(keep, forget) : loading;
    return part;
  };
}
