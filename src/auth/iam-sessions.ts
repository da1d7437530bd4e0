import type { AuthorizationContext } from "../core/authorization.js";
import type { Awaitable } from "../core/awaitable.js";
import { type Identity, type LoginSettings, login } from "./iam-login.js";
import { IamSession } from "./iam-session.js";

/** A user's tokens, one for each project that is asked about. */
export class IamSessions {
  readonly #user: Omit<Identity, "project">;
  readonly #settings: LoginSettings & { readonly refreshBefore: number };
  readonly #sessions = new Map<string, IamSession>();

  /** `refreshBefore`: how long before its expiry a token is replaced, in milliseconds. */
  constructor(user: Omit<Identity, "project">, settings: LoginSettings & { readonly refreshBefore: number }) {
    this.#user = user;
    this.#settings = settings;
  }

  /** A token of a project that IAM gives out at `url`: at once where one is kept. */
  token(url: URL, project: Identity["project"], context: AuthorizationContext): Awaitable<string> {
    const key = `${url} ${JSON.stringify(project)}`;
    let session = this.#sessions.get(key);
    if (!session) {
      const identity = { ...this.#user, project };
      session = new IamSession(
        (context, signal) => login(url, identity, this.#settings, context, signal),
        this.#settings.refreshBefore,
      );
      this.#sessions.set(key, session);
    }
    return session.token(context);
  }

  /** The service has refused a token: does another attempt make sense? */
  refuse(token: string): boolean {
    for (const session of this.#sessions.values()) {
      const verdict = session.refuse(token);
      if (verdict !== undefined) return verdict;
    }
    // It has been replaced since, or is about to be.
    return true;
  }
}
