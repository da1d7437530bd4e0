import { ConfigurationError } from "../../core/errors.js";
import { quote } from "../../node/quote.js";
import { formatDuration } from "../duration.js";
import type { Memory, RateLimit, Target } from "../target.js";
import { TargetsFileError } from "../targets/error.js";
import { readTargets } from "../targets/read.js";
import { type TargetEntry, writeTarget } from "../targets/write.js";
import { isRunId } from "./keys.js";

/** Counts up with every change of a job or of a result that another release would misread. */
export const JOB_VERSION = 5;

/** How targets are checked. The worker decides what is left out. */
export interface CheckSettings {
  /** Maximum number of entries of a timeline. */
  readonly timeline?: number | undefined;
  /** Milliseconds for one attempt. */
  readonly timeout?: number | undefined;
  /** Maximum number of attempts for one request. */
  readonly attempts?: number | undefined;
}

/**
 * What an audit puts on the queue: targets of one account, written as in a targets file that needs no groups and
 * no defaults. Of the account it has the name. What the name stands for is in the worker's own configuration.
 */
export interface AuditJob {
  readonly version: typeof JOB_VERSION;
  readonly run: string;
  readonly account: string;
  /** Counts if the worker's own configuration has no limit for the account. */
  readonly rateLimit: { readonly requests: number; readonly per: string } | null;
  readonly targets: readonly JobTarget[];
  readonly settings: CheckSettings;
  /** How long the run's keys live after their last use, in milliseconds. */
  readonly keepMs: number;
}

/** A target as a targets file has it, and what is remembered of it. */
type JobTarget = TargetEntry & { readonly memory?: object };

/** A job that was checked. */
export interface Job {
  readonly account: string;
  readonly rateLimit: RateLimit | null;
  readonly targets: readonly Target[];
  readonly settings: CheckSettings;
}

/** Whose results a job asks for, with the job itself or the reason why it cannot be processed. */
export interface ReadJob {
  readonly run: string;
  readonly keepMs: number;
  /** Names of the targets. */
  readonly names: readonly string[];
  readonly job: Job | WorkerRefusal;
}

/** Why a target was not checked over a queue. The name tells the kinds apart. */
export class WorkerRefusal extends Error {
  override readonly name: "WorkerRefusal" | "WorkerVersion" | "WorkerCrash" | "WorkerResult";

  constructor(name: WorkerRefusal["name"], message: string) {
    super(message);
    this.name = name;
  }
}

/** Bounds of the numbers in a job, with both ends allowed. */
const BOUNDS = {
  timeline: [0, 10_000],
  timeout: [1, 86_400_000],
  attempts: [1, 100],
  keepMs: [1_000, 30 * 86_400_000],
} as const;

/** Maximum numbers of targets in a job, characters of a target's name, characters of all targets. */
const MAX_TARGETS = 1_000;
const MAX_NAME = 1_000;
const MAX_TEXT = 1_000_000;

/** How long the keys of a run live if its job does not say so in a way that can be read. */
const KEEP_MS = 3_600_000;

/** Writes a job for targets of one account. */
export function writeJob(from: {
  readonly run: string;
  readonly account: string;
  readonly rateLimit: RateLimit | null;
  readonly targets: readonly Target[];
  readonly settings: CheckSettings;
  readonly keepMs: number;
}): AuditJob {
  const { run, account, rateLimit, targets, settings, keepMs } = from;
  return {
    version: JOB_VERSION,
    run,
    account,
    rateLimit: rateLimit && { requests: rateLimit.requests, per: formatDuration(rateLimit.periodMs) },
    targets: targets.map(writeJobTarget),
    settings,
    keepMs,
  };
}

/** Labels and group stay with the audit: no check needs them. What a service stated is requested again. */
function writeJobTarget(target: Target): JobTarget {
  const { stated: _, ...memory } = target.memory ?? {};
  return { ...writeTarget(target), ...(target.memory && { memory }) };
}

/**
 * Checks what the queue delivers, which anyone with access to Redis can have written, as strictly as a targets
 * file. `account`: the one whose queue it was in. Null if it does not even say whose results it asks for, e.g. because its content has expired.
 */
export async function readJob(data: unknown, account: string): Promise<ReadJob | null> {
  const fields = fieldsOf(data);
  const { run, version, keepMs } = fields;
  const names = namesOf(fields);
  if (typeof run !== "string" || !isRunId(run) || names.length === 0) return null;
  const entry = { run, names, keepMs: isWithin(keepMs, BOUNDS.keepMs) ? keepMs : KEEP_MS };
  if (version !== JOB_VERSION) {
    const message = "The worker is of another release than the audit; use one for both";
    return { ...entry, job: new WorkerRefusal("WorkerVersion", message) };
  }
  try {
    return { ...entry, job: await checkJob(fields, account) };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const problems = error instanceof TargetsFileError ? error.problems.slice(0, 3) : [error];
    const message = problems.map((one) => one.message).join("; ");
    return { ...entry, job: new WorkerRefusal("WorkerRefusal", `The job is not valid: ${message}`) };
  }
}

async function checkJob(fields: Readonly<Record<string, unknown>>, account: string): Promise<Job> {
  const { version: _, run: __, account: named, rateLimit, targets, settings, keepMs, ...others } = fields;
  const { timeline, timeout, attempts, ...otherSettings } = fieldsOf(settings);
  const [unknown] = [...Object.keys(others), ...Object.keys(otherSettings)];
  if (unknown !== undefined) {
    throw new ConfigurationError(`it has an unknown key ${quote(unknown)}`);
  }
  checkNumber("keepMs", keepMs ?? null);
  if (named !== account) throw new ConfigurationError("it is for another account than its queue");
  if (!Array.isArray(targets) || targets.length > MAX_TARGETS) {
    throw new ConfigurationError(`targets must be a list of at most ${MAX_TARGETS}`);
  }
  const entries = targets.map(fieldsOf);
  const text = JSON.stringify({
    accounts: { [account]: rateLimit === null ? {} : { rateLimit } },
    // A name that is made of a target's and an id's may be longer than a targets file allows.
    targets: entries.map(({ memory: _, ...entry }, at) => ({ ...entry, name: String(at), account })),
  });
  if (text.length > MAX_TEXT) throw new ConfigurationError("it is too large");
  const read = await readTargets(text, { file: "job", env: {} });
  return {
    account,
    rateLimit: read.accounts.get(account)?.rateLimit ?? null,
    targets: read.targets.map((target, at) => {
      const name = entries[at]?.["name"];
      // A list of ids stands for targets that have no name of their own here.
      if (target.name === String(at) && typeof name === "string")
        return { ...target, name, memory: readMemory(entries[at]?.["memory"]) };
      throw new ConfigurationError("each of its targets must have a name and one id");
    }),
    settings: checkSettings({ timeline, timeout, attempts }),
  };
}

/** More runs than one check judges. */
const MAX_MISSED = 10_000;

/** @throws ConfigurationError if it is no memory */
function readMemory(value: unknown): Memory | null {
  if (value === undefined) return null;
  const { checkedAt, schedule, missed = [], ...others } = fieldsOf(value);
  const { text, since, ...further } = fieldsOf(schedule);
  const known = schedule === null ? null : { text, since };
  const [unknown] = [...Object.keys(others), ...Object.keys(further)];
  if (
    unknown !== undefined ||
    !(checkedAt === null || isTime(checkedAt)) ||
    !isKnown(known) ||
    !areTimes(missed)
  )
    throw new ConfigurationError("the memory of a target cannot be read");
  return { checkedAt, schedule: known, missed };
}

function areTimes(value: unknown): value is number[] {
  return Array.isArray(value) && value.length <= MAX_MISSED && value.every(isTime);
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && Math.abs(value) <= 8.64e15;
}

function isKnown(
  value: { readonly text: unknown; readonly since: unknown } | null,
): value is Memory["schedule"] {
  return value === null || (typeof value.text === "string" && (value.since === null || isTime(value.since)));
}

/** The names of targets, of a job of an older version as well. */
function namesOf({ targets, target }: Readonly<Record<string, unknown>>): string[] {
  const entries: unknown[] = Array.isArray(targets) ? targets.slice(0, MAX_TARGETS) : [target];
  return entries
    .map((entry) => fieldsOf(entry)["name"])
    .filter((name) => typeof name === "string")
    .filter((name) => name !== "" && name.length <= MAX_NAME);
}

/** @throws ConfigurationError if a number is out of bounds */
export function checkSettings(
  settings: Readonly<Partial<Record<keyof CheckSettings, unknown>>>,
): CheckSettings {
  return {
    timeline: checkNumber("timeline", settings.timeline),
    timeout: checkNumber("timeout", settings.timeout),
    attempts: checkNumber("attempts", settings.attempts),
  };
}

/** @throws ConfigurationError if the value is out of bounds */
export function checkNumber(key: keyof typeof BOUNDS, value: unknown): number | undefined {
  if (value === undefined || isWithin(value, BOUNDS[key])) return value;
  const [least, most] = BOUNDS[key];
  throw new ConfigurationError(`${key} must be a whole number from ${least} to ${most} over a queue`);
}

function isWithin(value: unknown, [least, most]: readonly [number, number]): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}

/** The fields of an object; none of anything else. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
