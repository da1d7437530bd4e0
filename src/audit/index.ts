import { checkTarget } from "./check.js";
import { type ClientSet, type ClientSetOptions, createClientSet } from "./client-set.js";
import { accountRateLimiters, createRateLimiter, type RateLimiter } from "./rate-limiter.js";
import type { CheckTarget, ClientsOf } from "./run.js";
import type { Account, RateLimit } from "./target.js";

export { assess } from "./assess.js";
export {
  type Assessment,
  type DueRun,
  type MissingField,
  type Reach,
  type RunCounts,
  type RunOutcome,
  type Verdict,
  verdictOrder,
} from "./assessment.js";
export { type CheckOptions, checkTarget } from "./check.js";
export { type ClientSet, type ClientSetOptions, createClientSet } from "./client-set.js";
export { type Discovered, type DiscoverOptions, discover } from "./discover.js";
export { defaultObjective, type Objective } from "./objective.js";
export { accountRateLimiters, createRateLimiter, type RateLimiter } from "./rate-limiter.js";
export type { TargetFailure, TargetResult, TimelineEntry } from "./result.js";
export {
  type AuditOptions,
  type CheckContext,
  type CheckTarget,
  type ClientsOf,
  defaultConcurrency,
  runAudit,
} from "./run.js";
export type { Account, Found, RateLimit, Stated, Target, TargetApi, TargetResource } from "./target.js";
export type { Discovery } from "./targets/discovery.js";

/** @deprecated Use `checkTarget`. */
export const askTarget = checkTarget;
/** @deprecated Use `CheckTarget`. */
export type Ask = CheckTarget;
/** @deprecated Use `ClientSet`. */
export type Connection = ClientSet;
/** @deprecated Use `ClientSetOptions`. */
export type ConnectionOptions = ClientSetOptions;
/** @deprecated Use `createClientSet`. */
export const createConnection = createClientSet;
/** @deprecated Use `ClientsOf`. */
export type Connect = ClientsOf;
/** @deprecated Use `RateLimiter`. */
export type Turn = RateLimiter["acquire"];
/** @deprecated Use `createRateLimiter`. */
export const rateLimiter = (limit: RateLimit, ended?: AbortSignal): Turn =>
  createRateLimiter(limit, ended).acquire;
/** @deprecated Use `accountRateLimiters`. */
export function accountLimits(ended?: AbortSignal): (account: Account) => Turn | undefined {
  const limiterOf = accountRateLimiters(ended);
  return (account) => limiterOf(account)?.acquire;
}
