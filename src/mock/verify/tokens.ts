import type { Clock } from "../../core/deadline.js";
import type { Refusal } from "./context.js";

/** The tokens that a mock accepts. */
export interface TokenStore {
  /** Gives out a token for a project, whose id is null where the login named it otherwise. */
  issue(projectId: string | null): {
    readonly token: string;
    readonly issuedAt: number;
    readonly expiresAt: number;
  };
  /** Null where the token holds for the project. */
  check(token: string, projectId: string | undefined): Refusal | null;
}

/** What is kept of the tokens that were given out; the oldest are forgotten, and then not valid. */
const REMEMBERED = 10_000;

/** Tokens that were given, which never expire, and tokens that are given out here, which do. */
export function createTokenStore(given: ReadonlySet<string>, clock: Clock, lifetimeMs: number): TokenStore {
  const issued = new Map<string, { readonly projectId: string | null; readonly expiresAt: number }>();
  let count = 0;
  return {
    issue(projectId) {
      const token = `fake-iam-token-${++count}`;
      const issuedAt = clock.now();
      const expiresAt = issuedAt + lifetimeMs;
      issued.set(token, { projectId, expiresAt });
      if (issued.size > REMEMBERED) issued.delete(`fake-iam-token-${count - REMEMBERED}`);
      return { token, issuedAt, expiresAt };
    },
    check(token, projectId) {
      if (given.has(token)) return null;
      const known = issued.get(token);
      if (known === undefined) return { reason: "token" };
      if (known.expiresAt <= clock.now()) return { reason: "expired-token" };
      return known.projectId === null || known.projectId === projectId ? null : { reason: "other-project" };
    },
  };
}
