import { type Clock, elapsed, systemClock } from "../core/deadline.js";
import { isThrottling } from "../core/error-response.js";
import { ApiError, BackupRecordsError, ConfigurationError, PermissionError } from "../core/errors.js";
import type { ClientEvent } from "../core/events.js";
import { type CallOptions, checkOptions } from "../core/options.js";
import { loadService } from "../load-service.js";
import type { BackupRecord } from "../records/record.js";
import type { LastRestore } from "../records/restore.js";
import {
  describeSchedule,
  type Schedule,
  type StatedSchedule,
  unknownSchedule,
} from "../records/schedule.js";
import type { BackupSource, Service } from "../records/service.js";
import { assess } from "./assess.js";
import type { Assessment, Verdict } from "./assessment.js";
import type { ClientSet } from "./client-set.js";
import { type Reading, readSubject, type Subject } from "./read.js";
import { judgeRestore, type UnreadRestore } from "./restores.js";
import type { ResultBody, TargetFailure, TargetResult } from "./result.js";
import { expectRuns } from "./runs.js";
import { ANY, type Stated, type Target } from "./target.js";
import { timelineOf } from "./timeline.js";
import { messageOf } from "./words.js";

/** Options of `checkTarget`. */
export interface CheckOptions {
  /** Ends the check; its reason is thrown untouched. */
  readonly signal?: AbortSignal | undefined;
  /** Dates the verdict. @default the machine's clock */
  readonly clock?: Clock | undefined;
  /** Most entries of the timeline. @default 60 */
  readonly timeline?: number | undefined;
  /** How far back a last good backup is looked for, in milliseconds. @default 400 days */
  readonly lookBack?: number | undefined;
  /** Most pages that are read of one target. @default 50 */
  readonly maxPages?: number | undefined;
}

const optionTypes = {
  signal: "object",
  clock: "object",
  timeline: "number",
  lookBack: "number",
  maxPages: "number",
} as const;

const DAY = 86_400_000;

/**
 * Reads a target's records, no more pages than the verdict needs, and computes the verdict. Every failure becomes
 * the result's `failure`.
 * @throws ConfigurationError if there is no such option, or it has another type
 * @throws the reason of `options.signal`
 */
export async function checkTarget(
  target: Target,
  clients: ClientSet,
  options: CheckOptions = {},
): Promise<TargetResult> {
  checkOptions(options, optionTypes, "checkTarget option", (problem) => new ConfigurationError(problem));
  const { signal, clock = systemClock, timeline = 60, lookBack = 400 * DAY, maxPages = 50 } = options;
  const askedAt = clock.now();
  const began = elapsed(clock);
  const attempts = attemptCounter();
  let service: Service | undefined;
  const outcome = await read().catch((error: unknown) => {
    signal?.throwIfAborted();
    return notChecked(error, target, service);
  });
  return { target, ...outcome, ...attempts.counts(), askedAt, durationMs: elapsed(clock) - began };

  async function read() {
    signal?.throwIfAborted();
    const limits = { lookBack, maxPages };
    const { id } = target.resource;
    service = await loadService(target.service);
    const source = await clients.source(target, signal);
    const subject = { service, source, id };
    const call = { signal, onEvent: attempts.take };
    const remembered = rememberedOf(target, askedAt);
    const judged = remembered === null ? null : await judge(remembered.schedule, remembered.lastRestore);
    // What looks wrong may only be remembered wrongly.
    if (judged !== null && SETTLED.includes(judged.assessment.verdict))
      return { ...judged, stated: remembered };
    const stated = await statedSchedule(target, source, call);
    if (stated === "gone") {
      const { type } = target.resource;
      // What no check has ever seen may be an id that somebody mistyped.
      if (!target.memory && !target.found)
        throw new ConfigurationError(
          `the service has no ${type} ${id}; check the id, the region and the project`,
        );
      const assessment = excuse(goneAssessment(target, askedAt), target, askedAt);
      return { assessment, failure: null, timeline: [] };
    }
    const { maxRestoreAge = null } = target.objective;
    const asks = target.schedule === "own" || maxRestoreAge !== null;
    const restore = asks ? await lastRestore(subject, call) : undefined;
    const result = await judge(stated, restore);
    return { ...result, stated: toRemember(stated, restore, askedAt) };

    async function judge(
      stated: StatedSchedule | null,
      restore: LastRestore | null | UnreadRestore | undefined,
    ) {
      const expectation =
        stated && expectRuns(stated, askedAt, describeSchedule(stated.schedule), target.memory);
      const reading = await readSubject(subject, target.objective, askedAt, limits, call, expectation);
      const { maxRestoreAge = null } = target.objective;
      const blamed = nameFailure(reading, subject.service);
      const assessment = judgeRestore(blamed, restore, maxRestoreAge, askedAt);
      return {
        assessment: excuse(assessment, target, askedAt),
        failure: null,
        timeline: timelineOf(reading.records, timeline),
      };
    }
  }
}

/** The assessment; of backups that fail, with what the service says of the newest failure, and what to do about it. */
function nameFailure({ assessment, records }: Reading, { advice }: Service): Assessment {
  if (assessment.verdict !== "failing") return assessment;
  const failed = records.filter(({ failure }) => failure !== null);
  const { failure, source } = failed.reduce<Partial<BackupRecord>>(
    (newest, one) => ((one.createdAt ?? 0) > (newest.createdAt ?? 0) ? one : newest),
    failed[0] ?? {},
  );
  if (!failure) return assessment;
  const texts = [failure.code, failure.message ?? ""].filter((text) => text !== "").join(": ");
  const said = [texts, advice(failure.code, source) ?? ""].filter((text) => text !== "").map(withoutStop);
  return { ...assessment, reason: `${assessment.reason}; the last failure: ${said.join(". ")}` };
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, "");
}

/** Counts the requests that are sent, and how many of them the service refused for their pace. */
export function attemptCounter() {
  let requests = 0;
  let throttled = 0;
  return {
    take(event: ClientEvent): void {
      if (event.type !== "attempt") return;
      requests += 1;
      if (event.code !== null && isThrottling(event.status ?? 0, event.code)) throttled += 1;
    },
    counts: () => ({ requests, throttled }),
  };
}

/** Verdicts that ask for nothing, so that it does not matter if they rest on what was stated some hours ago. */
const SETTLED: readonly Verdict[] = ["ok", "new", "paused"];

/** What the service stated of a listed target within a day, and that still holds by the list; else null. */
function rememberedOf({ schedule, found, memory }: Target, now: number): Stated | null {
  const { subject } = found ?? {};
  const { stated } = memory ?? {};
  if (schedule !== "own" || !stated || subject?.paused !== null || subject.stated !== null) return null;
  return now - stated.readAt < DAY && isDue(stated.schedule) ? stated : null;
}

function toRemember(
  schedule: StatedSchedule | null,
  restore: LastRestore | null | UnreadRestore | undefined,
  readAt: number,
): Stated | null {
  if (restore && "unread" in restore) return null;
  return schedule !== null && isDue(schedule) ? { readAt, schedule, lastRestore: restore } : null;
}

/** Whether runs are due: anything else is soon put right, and is read again each time. */
function isDue({ schedule: { kind } }: StatedSchedule): boolean {
  return kind === "runs" || kind === "ambiguous";
}

/** When a target's backups are due; null if nobody says. */
async function statedSchedule(
  { schedule = null, resource, found }: Target,
  source: BackupSource,
  call: CallOptions,
): Promise<StatedSchedule | "gone" | null> {
  if (schedule === null) return null;
  const subject = found?.subject;
  if (schedule === "own" && subject?.stated) return subject.stated;
  if (schedule === "own" && source.schedule !== undefined) return source.schedule(resource.id, call, subject);
  if (schedule === "own") return unstated(unknownSchedule("the service does not state it"));
  const { cron, zone, grace } = schedule;
  const rule = { kind: "cron", expression: cron, zone } as const;
  return { ...unstated({ kind: "runs", rules: [rule] }), tolerance: grace };
}

/**
 * The last restoration of a subject, or why it could not be read: the call has a permission of its own, and what the
 * backups say holds without it.
 */
async function lastRestore(
  { service, source, id }: Pick<Subject, "source" | "id"> & { readonly service: Service },
  call: CallOptions,
): Promise<LastRestore | null | UnreadRestore | undefined> {
  try {
    return await source.lastRestore?.(id, call);
  } catch (error) {
    call.signal?.throwIfAborted();
    return { unread: describeFailure(error, undefined, service).message };
  }
}

/** A schedule of which the service says nothing further. */
function unstated(schedule: Schedule): StatedSchedule {
  return { schedule, tolerance: 0, retention: null, since: null, timeout: null, disks: null };
}

/** The result of a target that its service does not list any more, at `now` (epoch milliseconds). */
export function goneResult(target: Target, now: number): TargetResult {
  const assessment = excuse(goneAssessment(target, now), target, now);
  const nothing = { failure: null, timeline: [], requests: 0, throttled: 0, durationMs: 0 };
  return { target, assessment, ...nothing, askedAt: now };
}

function goneAssessment({ objective, resource }: Target, now: number): Assessment {
  const reason = `the service does not know this ${resource.type} any more`;
  return { ...assess([], objective, now), verdict: "gone", reason };
}

/** The assessment of a target that the targets file excuses; of one whose excuse has ended, with a word about that. */
function excuse(assessment: Assessment, { pause = null }: Target, now: number): Assessment {
  if (pause === null) return assessment;
  const { verdict, reason } = assessment;
  const last = new Date(pause.until - 1).toISOString().slice(0, 10);
  const because = `until ${last}: ${pause.reason}`;
  if (now < pause.until)
    return {
      ...assessment,
      verdict: "paused",
      reason: `paused ${because}; without it ${verdict}: ${reason}`,
    };
  return { ...assessment, pauseOver: true, reason: `the pause has ended (${because}): remove it; ${reason}` };
}

/** The result of a target that was not checked. The caller adds the time, and the requests if it has sent any. */
export function notChecked(error: unknown, target?: Target, service?: Service): ResultBody {
  const failure = describeFailure(error, target, service);
  return {
    assessment: null,
    failure,
    timeline: [],
    requests: 0,
    throttled: 0,
    askedAt: 0,
    durationMs: 0,
  };
}

/**
 * An error in a form that can be printed, with the permission that its call needs if the service refused it. Of an
 * error that is not this package's, only its message.
 */
function describeFailure(
  error: unknown,
  target: Target | undefined,
  service: Service | undefined,
): TargetFailure {
  const { name } = error instanceof Error ? error : new Error();
  const message = messageOf(error);
  const { code, requestId } = error instanceof BackupRecordsError ? scalars(error) : scalars({});
  const { type, id } = target?.resource ?? {};
  const about = error instanceof ApiError && type !== undefined && id !== ANY ? `${type} ${id}: ` : "";
  const permission = error instanceof PermissionError ? service?.permissions[error.operation] : undefined;
  const told =
    permission === undefined || message.split(/[\s.,;]+/).includes(permission)
      ? message
      : message.replace(
          /\.?( \((?:request|attempt) [^()]*\))?$/,
          (_, ids: string = "") => `. This call needs the permission ${permission}${ids}`,
        );
  return {
    name,
    message: `${about}${told}`.replace(/[\s\p{Cc}]+/gu, " ").trim(),
    code,
    requestId,
  };
}

function scalars(error: object): Pick<TargetFailure, "code" | "requestId"> {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  return {
    code: "code" in error ? text(error.code) : null,
    requestId: "requestId" in error ? text(error.requestId) : null,
  };
}
