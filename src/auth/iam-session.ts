import type { AuthorizationContext, RefreshReason } from "../core/auth.js";
import { AuthenticationError } from "../core/errors.js";
import { SingleFlight } from "../core/single-flight.js";
import { RejectedCredential } from "./credential.js";
import { type Identity, type Login, type LoginSettings, login } from "./iam-login.js";

/** How long a refused login is not repeated: every further one would bring the account closer to its lock. */
const refusalMs = 60_000;

/** How tokens are fetched and kept. */
export interface SessionSettings extends LoginSettings {
  /** How long before its expiry a token is replaced, in milliseconds. */
  readonly refreshBefore: number;
}

/** A user's tokens, one for each project. */
export class IamSessions {
  readonly #user: Omit<Identity, "project">;
  readonly #settings: SessionSettings;
  readonly #sessions = new Map<string, IamSession>();

  constructor(user: Omit<Identity, "project">, settings: SessionSettings) {
    this.#user = user;
    this.#settings = settings;
  }

  /** The login of a project at IAM's `url`: the one that is kept, or a new one. */
  async login(url: URL, project: Identity["project"], context: AuthorizationContext): Promise<Login> {
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
    return session.login(context);
  }

  /** The service has rejected a token. Returns whether another attempt makes sense. */
  reject(token: string): boolean {
    for (const session of this.#sessions.values()) {
      const again = session.reject(token);
      if (again !== undefined) return again;
    }
    // It has been replaced since, or is about to be.
    return true;
  }
}

/** The login of one project, kept until shortly before its token expires, and fetched once for all who wait for it. */
export class IamSession {
  readonly #login: (context: AuthorizationContext, signal: AbortSignal) => Promise<Login>;
  readonly #refreshBefore: number;
  readonly #flight = new SingleFlight<Login>();
  readonly #rejected = new RejectedCredential();
  #current: { readonly login: Login; readonly refreshAt: number } | undefined;
  #refused: { readonly error: AuthenticationError; readonly until: number } | undefined;
  #reason: RefreshReason = "first";

  constructor(
    login: (context: AuthorizationContext, signal: AbortSignal) => Promise<Login>,
    refreshBefore: number,
  ) {
    this.#login = login;
    this.#refreshBefore = refreshBefore;
  }

  async login(context: AuthorizationContext): Promise<Login> {
    const now = context.now();
    if (this.#current && now < this.#current.refreshAt) return this.#current.login;
    if (this.#refused && now < this.#refused.until) throw this.#refused.error;
    return this.#flight.join((signal) => this.#renew(context, signal), context.signal);
  }

  /**
   * The service has rejected `token`. Returns whether another attempt makes sense; undefined if it is not the
   * current one, so that a late rejection of an old token does not cost its successor.
   */
  reject(token: string): boolean | undefined {
    if (this.#current?.login.token !== token) return undefined;
    this.#current = undefined;
    this.#reason = "rejected";
    return this.#rejected.reject(token);
  }

  async #renew(context: AuthorizationContext, signal: AbortSignal): Promise<Login> {
    try {
      const login = await this.#login(context, signal);
      const { token, lifetimeMs } = login;
      // A token that lives no longer than the margin is used for half its life.
      const useMs = Math.max(lifetimeMs - this.#refreshBefore, lifetimeMs / 2);
      this.#current = { login, refreshAt: context.now() + useMs };
      this.#refused = undefined;
      this.#rejected.provided(token);
      context.onRefresh?.(this.#reason);
      this.#reason = "expiring";
      return login;
    } catch (error) {
      if (error instanceof AuthenticationError) {
        this.#refused = { error, until: context.now() + refusalMs };
      }
      throw error;
    }
  }
}
