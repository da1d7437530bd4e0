import type { Awaitable } from "./awaitable.js";
import { ConfigurationError } from "./errors.js";

/**
 * Loads a part of the package when it is first asked for, and keeps it: from then on it is there at once. A part
 * that could not be loaded is tried again at the next call that needs it.
 * @throws ConfigurationError where it cannot be loaded, as where a page serves its scripts incompletely
 */
export function lazy<Part extends object>(load: () => Promise<Part>): () => Awaitable<Part> {
  let part: Awaitable<Part> | undefined;
  return () => {
    part ??= load().then(
      (loaded) => {
        part = loaded;
        return loaded;
      },
      (cause: unknown) => {
        part = undefined;
        throw new ConfigurationError("a part of backup-records could not be loaded; serve all of its files", {
          cause,
        });
      },
    );
    return part;
  };
}
