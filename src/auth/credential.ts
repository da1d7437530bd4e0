import type { AuthorizationContext } from "../core/auth.js";
import { ConfigurationError } from "../core/errors.js";

/** A value, or the promise of one. */
export type Awaitable<T> = T | Promise<T>;

/** Called for every attempt, so that the credential it returns can expire: a vault, a metadata service, a login. */
export type Provider<T> = () => Awaitable<T>;

/**
 * A credential that can be sent in a header.
 * @throws ConfigurationError if it is missing, empty, or contains a blank, a line break or anything else
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
 * Calls a provider. Its error becomes the cause of a ConfigurationError, or is rethrown unchanged if the
 * call has been aborted meanwhile.
 */
export async function provide<T>(
  provider: Provider<T>,
  what: string,
  context: Pick<AuthorizationContext, "signal">,
): Promise<T> {
  try {
    return await provider();
  } catch (cause) {
    if (context.signal?.aborted) throw cause;
    throw new ConfigurationError(`The provider of ${what} failed: see the cause`, { cause });
  }
}

/**
 * Decides whether to ask a source of credentials again after a rejection: yes, until it returns the rejected
 * credential again. All calls that were running with that credential may ask again.
 */
export class RejectedCredential {
  #rejected: string | undefined;
  #repeated = false;

  /** The source has returned this credential. */
  provided(credential: string): void {
    this.#repeated = credential === this.#rejected;
  }

  /** The service has rejected this credential. Returns whether another attempt makes sense. */
  reject(credential: string): boolean {
    if (credential !== this.#rejected) {
      this.#rejected = credential;
      this.#repeated = false;
    }
    return !this.#repeated;
  }
}
