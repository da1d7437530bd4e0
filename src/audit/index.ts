export { type AskOptions, askTarget } from "./ask.js";
export { assess } from "./assess.js";
export { type Assessment, type MissingField, type Reach, type Verdict, verdictOrder } from "./assessment.js";
export { type Connection, type ConnectionOptions, createConnection } from "./connection.js";
export { accountLimits, rateLimiter, type Turn } from "./limits.js";
export { defaultObjective, type Objective } from "./objective.js";
export type { TargetFailure, TargetResult, TimelineEntry } from "./result.js";
export { type Ask, type AuditOptions, type Connect, defaultConcurrency, runAudit } from "./run.js";
export type { Account, RateLimit, Target, TargetApi, TargetResource } from "./target.js";
