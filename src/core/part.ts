import { type Awaitable, isPromise } from "./awaitable.js";
import type { ClientEnvironment } from "./environment.js";
import { TimeoutError } from "./errors.js";
import { within } from "./limits.js";
import type { CallOptions } from "./options.js";

/**
 * A part of the package that a call needs: as it is where it is there, otherwise waited for no longer than the
 * caller wants, nor than one attempt or all of them may take.
 */
export function partOf<Part>(
  { definition, settings }: ClientEnvironment,
  operation: string,
  { signal, timeout = settings.timeout }: Pick<CallOptions, "signal" | "timeout">,
  part: Awaitable<Part>,
): Awaitable<Part> {
  if (!isPromise(part)) return part;
  const each = timeout || Number.POSITIVE_INFINITY;
  const total = settings.totalTimeout || Number.POSITIVE_INFINITY;
  const ms = Math.min(each, total);
  return within({ clock: settings.clock, ms, signal }, part, () => {
    const { service } = definition;
    const scope = total < each ? "total" : "attempt";
    const message = `a part of backup-records did not arrive within ${ms} ms`;
    return new TimeoutError(message, { service, operation, attempt: 1, timeoutMs: ms, scope });
  });
}
