export * from "./auth/index.js";
export {
  type CbrClient,
  type CbrClientOptions,
  type CbrEndpointOptions,
  type CbrRegionOptions,
  createCbrClient,
  readCbrSchedule,
} from "./cbr/index.js";
export type * from "./cbr/schemas.js";
export type { AuthorizationContext, OutgoingRequest, RefreshReason } from "./core/auth.js";
export type { ServiceClient } from "./core/client.js";
export type { CallContext } from "./core/context.js";
export { type Clock, systemClock } from "./core/deadline.js";
export type { Drift } from "./core/drift.js";
export {
  ApiError,
  type ApiErrorDetails,
  AuthenticationError,
  BackupRecordsError,
  ConfigurationError,
  ConnectionError,
  ContractError,
  InvalidRequestError,
  NotFoundError,
  PermissionError,
  RateLimitError,
  type RateLimitErrorDetails,
  ServerError,
  ServiceFailureError,
  TimeoutError,
} from "./core/errors.js";
export type {
  AttemptEvent,
  CallSubject,
  ClientEvent,
  ClockEvent,
  EndEvent,
  PageEvent,
  RefreshEvent,
  StartEvent,
  WaitEvent,
} from "./core/events.js";
export type { BackupListing, Listing, Page, PageResponse, RecordListing } from "./core/listing.js";
export type { SigningDescriptor } from "./core/operation.js";
export type {
  CallOptions,
  ClientOptions,
  EndpointOptions,
  OptionChanges,
  RegionOptions,
  RetryOptions,
  RetrySettings,
  ValidationMode,
} from "./core/options.js";
export type { RawClient } from "./core/raw-client.js";
export type { AttemptTrace, CallTrace } from "./core/tracing.js";
export {
  createDcsClient,
  type DcsClient,
  type DcsClientOptions,
  type DcsEndpointOptions,
  type DcsRegionOptions,
  readDcsSchedule,
} from "./dcs/index.js";
export type * from "./dcs/schemas.js";
export { dueRuns, longestGap, nextDueRun, ruleProblem } from "./records/due-runs.js";
export { latestGood, type WaitUntilOptions, waitUntil } from "./records/helpers.js";
export type { BackupRecord, BackupService, BackupState, BackupTrigger } from "./records/record.js";
export {
  type AmbiguousSchedule,
  type CronRule,
  describeSchedule,
  type IntervalRule,
  type MonthlyRule,
  type NoSchedule,
  type PausedSchedule,
  type RunSchedule,
  type Schedule,
  type ScheduleRule,
  type StatedSchedule,
  type TimesOfDay,
  type UnknownSchedule,
  type WeeklyRule,
} from "./records/schedule.js";
export {
  createStarRocksClient,
  readStarRocksSchedule,
  type StarRocksClient,
  type StarRocksClientOptions,
  type StarRocksEndpointOptions,
  type StarRocksRegionOptions,
} from "./starrocks/index.js";
export type * from "./starrocks/schemas.js";
export {
  createVbsClient,
  readVbsSchedule,
  type VbsClient,
  type VbsClientOptions,
} from "./vbs/index.js";
export type * from "./vbs/schemas.js";
