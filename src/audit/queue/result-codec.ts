import { deflateRawSync, inflateRawSync } from "node:zlib";
import { type RunOutcome, verdictOrder } from "../assessment.js";
import { notChecked } from "../check.js";
import type { ResultBody, TargetResult } from "../result.js";
import { WorkerRefusal } from "./job.js";

/**
 * A result as text, compressed: JSON in which dates and large integers keep their type, marked by a control
 * character that a text of that beginning has doubled.
 */
export function encodeResult(result: ResultBody & { readonly target?: unknown }): string {
  const { target: _, ...body } = result;
  const json = JSON.stringify(body, function (this: Record<string, unknown>, key, value: unknown) {
    // A date has been turned into text before it comes here as `value`.
    const original = this[key];
    if (original instanceof Date) return `${MARK}d${original.getTime()}`;
    if (typeof value === "bigint") return `${MARK}n${value}`;
    return typeof value === "string" && value.startsWith(MARK) ? `${MARK}s${value}` : value;
  });
  return deflateRawSync(json).toString("base64");
}

/** Maximum size of a result, unpacked: far more than a timeline needs, and not enough to fill the memory. */
const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Turns the text of `encodeResult` back, for the target that it is of. Anyone with access to Redis can have written
 * it: a text that is no result becomes the result of a target that was not checked.
 */
export function decodeResult(text: string, target: TargetResult["target"]): TargetResult {
  try {
    const packed = Buffer.from(text, "base64");
    const json = inflateRawSync(packed, { maxOutputLength: MAX_BYTES }).toString();
    const body: unknown = JSON.parse(json, (_, value: unknown) => {
      if (typeof value !== "string" || !value.startsWith(MARK)) return value;
      const content = value.slice(2);
      if (value[1] === "d") return new Date(Number(content));
      return value[1] === "n" ? BigInt(content) : content;
    });
    if (isResult(body)) return { target, ...body };
  } catch (error) {
    // What zlib, JSON and BigInt say of a text that is none of theirs.
    if (!(error instanceof Error)) throw error;
  }
  return {
    target,
    ...notChecked(new WorkerRefusal("WorkerResult", "The worker's result cannot be read")),
  };
}

const MARK = "\u0001";

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === "string";
const isNumber: Test = (value) => Number.isFinite(value);
const isDate: Test = (value) => value instanceof Date && Number.isFinite(value.getTime());
const isSize: Test = (value) => isNumber(value) || typeof value === "bigint";
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const isList =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const isRecordOf =
  (test: Test): Test =>
  (value) =>
    isObject(value) && Object.values(value).every(test);
/** An object with at least these fields. */
const isShape =
  (shape: Readonly<Record<string, Test>>): Test =>
  (value) =>
    isObject(value) && Object.entries(shape).every(([key, test]) => test(Reflect.get(value, key)));

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isBackup = isShape({
  id: isText,
  state: isText,
  name: orNull(isText),
  trigger: orNull(isText),
  createdAt: orNull(isDate),
  startedAt: orNull(isDate),
  finishedAt: orNull(isDate),
  updatedAt: orNull(isDate),
  expiresAt: orNull(isDate),
  sizeBytes: orNull(isSize),
  progress: orNull(isNumber),
  resource: isShape({ type: isText, id: isText }),
  format: orNull(isText),
  failure: orNull(isShape({ code: isText, message: orNull(isText) })),
});

const outcomes: readonly RunOutcome[] = ["ran", "running", "failed", "missed", "open", "doubtful"];

const isRuns = isShape({
  due: isNumber,
  missed: isList(isDate),
  failed: isList(isDate),
  latest: isList(isShape({ due: isDate, outcome: (value) => outcomes.some((one) => one === value) })),
  next: orNull(isDate),
});

const isAssessment = isShape({
  verdict: (value) => verdictOrder.some((one) => one === value),
  reason: isText,
  lastGood: orNull(isBackup),
  lastGoodAt: orNull(isDate),
  age: orNull(isNumber),
  schedule: orNull(isText),
  runs: orNull(isRuns),
  pauseOver: (value) => typeof value === "boolean",
  failuresSince: isNumber,
  running: orNull(isBackup),
  restorable: orNull(isNumber),
  goodLeft: orNull(isNumber),
  lastRestore: orNull(isShape({ at: isDate, durationMs: orNull(isNumber), backupId: orNull(isText) })),
  missing: isList(isShape({ field: isText, why: isText })),
  states: isRecordOf(isNumber),
});

const isEntry = isShape({
  id: isText,
  state: isText,
  from: orNull(isNumber),
  to: orNull(isNumber),
  sizeBytes: orNull((value) => isNumber(value) || isText(value)),
  failure: orNull(isText),
});

const isBody = isShape({
  assessment: orNull(isAssessment),
  failure: orNull(
    isShape({ name: isText, message: isText, code: orNull(isText), requestId: orNull(isText) }),
  ),
  timeline: isList(isEntry),
  requests: isNumber,
  throttled: isNumber,
  askedAt: isNumber,
  durationMs: isNumber,
});

/** Whether it has an assessment or the reason why there is none, and all that goes with it. */
function isResult(value: unknown): value is ResultBody {
  if (!isObject(value) || !isBody(value)) return false;
  return (Reflect.get(value, "assessment") === null) !== (Reflect.get(value, "failure") === null);
}
