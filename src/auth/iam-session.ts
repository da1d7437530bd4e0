import type { AuthorizationContext, RefreshReason } from "../core/authorization.js";
import type { Awaitable } from "../core/awaitable.js";
import { AuthenticationError } from "../core/errors.js";
import type { Login } from "./iam-login.js";
import { Refusals } from "./refusals.js";
import { SingleFlight } from "./single-flight.js";

/** How long a refused login is not repeated: every further one would bring the account closer to its lock. */
const refusalMs = 60_000;

/** The token of one project, kept until shortly before it expires, and fetched once for all who wait for it. */
export class IamSession {
  readonly #login: (context: AuthorizationContext, signal: AbortSignal) => Promise<Login>;
  readonly #refreshBefore: number;
  readonly #flight = new SingleFlight<string>();
  readonly #refusals = new Refusals();
  #current: { readonly token: string; readonly refreshAt: number } | undefined;
  #refused: { readonly error: AuthenticationError; readonly until: number } | undefined;
  #reason: RefreshReason = "first";

  constructor(
    login: (context: AuthorizationContext, signal: AbortSignal) => Promise<Login>,
    refreshBefore: number,
  ) {
    this.#login = login;
    this.#refreshBefore = refreshBefore;
  }

  /** At once where it is there and lives long enough, else after a login. */
  token(context: AuthorizationContext): Awaitable<string> {
    const now = context.now();
    if (this.#current && now < this.#current.refreshAt) return this.#current.token;
    if (this.#refused && now < this.#refused.until) throw this.#refused.error;
    return this.#flight.join((signal) => this.#renew(context, signal), context.signal);
  }

  /**
   * The service has refused `token`: does another attempt make sense? Undefined where it is not the
   * current one, so that a late refusal of an old token does not cost its successor.
   */
  refuse(token: string): boolean | undefined {
    if (this.#current?.token !== token) return undefined;
    this.#current = undefined;
    this.#reason = "rejected";
    return this.#refusals.refuse(token);
  }

  async #renew(context: AuthorizationContext, signal: AbortSignal): Promise<string> {
    try {
      const { token, lifetimeMs } = await this.#login(context, signal);
      // A token that lives no longer than the margin is used for half its life.
      const useMs = Math.max(lifetimeMs - this.#refreshBefore, lifetimeMs / 2);
      this.#current = { token, refreshAt: context.now() + useMs };
      this.#refused = undefined;
      this.#refusals.given(token);
      context.onRefresh?.(this.#reason);
      this.#reason = "expiring";
      return token;
    } catch (error) {
      if (error instanceof AuthenticationError) {
        this.#refused = { error, until: context.now() + refusalMs };
      }
      throw error;
    }
  }
}
