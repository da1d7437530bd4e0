import type { AuthorizationContext } from "../core/authorization.js";
import { type Awaitable, isPromise } from "../core/awaitable.js";
import { ConfigurationError } from "../core/errors.js";

/** Asked anew for every attempt, so that what it answers can expire: a vault, a metadata service, a login. */
export type Provider<T> = () => Awaitable<T>;

/**
 * A credential that can stand in a header.
 * @throws ConfigurationError where it is missing, empty, or holds a blank, a line break or anything else
 * that no credential of these services has. The message never repeats the value.
 */
export function checkCredential(value: unknown, name: string): string {
  if (typeof value !== "string" || value === "") {
    throw new ConfigurationError(`${name} is missing: pass a non-empty string`);
  }
  if (/[^\x21-\x7e]/.test(value)) {
    throw new ConfigurationError(
      `${name} has a blank, a line break or another character that cannot be part of it: copy it again, alone`,
    );
  }
  return value;
}

/**
 * Asks a provider. What it throws comes out as the cause of a ConfigurationError, or untouched where the
 * call has been aborted meanwhile.
 */
export function ask<T>(provider: Provider<T>, what: string, context: AuthorizationContext): Awaitable<T> {
  const failed = (cause: unknown): never => {
    if (context.signal?.aborted) throw cause;
    throw new ConfigurationError(`The provider of ${what} failed: see the cause`, { cause });
  };
  try {
    const answer = provider();
    return isPromise(answer) ? answer.then((value) => value, failed) : answer;
  } catch (cause) {
    return failed(cause);
  }
}
