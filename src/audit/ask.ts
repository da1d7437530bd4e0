import { type Clock, systemClock } from "../core/deadline.js";
import { isThrottling } from "../core/error-response.js";
import { ApiError, BackupRecordsError } from "../core/errors.js";
import type { ClientEvent } from "../core/events.js";
import type { Connection } from "./connection.js";
import { readSource } from "./read.js";
import type { TargetFailure, TargetResult } from "./result.js";
import { openSource } from "./source.js";
import type { Target } from "./target.js";
import { timelineOf } from "./timeline.js";

/** Options of `askTarget`. */
export interface AskOptions {
  /** Ends the asking; its reason is thrown untouched. */
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

const DAY = 86_400_000;

/**
 * Asks a target's service, reads no more pages than the verdict needs, and judges. Whatever goes wrong is the
 * result's `failure`: it throws nothing but the reason of `options.signal`.
 */
export async function askTarget(
  target: Target,
  connection: Connection,
  { signal, clock = systemClock, timeline = 60, lookBack = 400 * DAY, maxPages = 50 }: AskOptions = {},
): Promise<TargetResult> {
  const askedAt = clock.now();
  let requests = 0;
  let throttled = 0;
  const onEvent = (event: ClientEvent) => {
    if (event.type !== "attempt") return;
    requests += 1;
    if (event.code !== null && isThrottling(event.status ?? 0, event.code)) throttled += 1;
  };
  const outcome = await read().catch((error: unknown) => {
    signal?.throwIfAborted();
    return { assessment: null, failure: describeFailure(error, target), timeline: [] };
  });
  return { target, ...outcome, requests, throttled, askedAt, durationMs: clock.now() - askedAt };

  async function read() {
    signal?.throwIfAborted();
    const source = openSource(target, connection);
    const limits = { lookBack, maxPages };
    const reading = await readSource(source, target.objective, askedAt, limits, { signal, onEvent });
    const entries = timelineOf(reading.records, timeline);
    return { assessment: reading.assessment, failure: null, timeline: entries };
  }
}

/** An error as one that can be printed. Of an error that is not this package's, no more than its message. */
export function describeFailure(error: unknown, { resource }: Target): TargetFailure {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const { code, requestId } = error instanceof BackupRecordsError ? scalars(error) : scalars({});
  const about = error instanceof ApiError ? `${resource.type} ${resource.id}: ` : "";
  return { name, message: `${about}${message}`.replace(/[\s\p{Cc}]+/gu, " ").trim(), code, requestId };
}

function scalars(error: object): Pick<TargetFailure, "code" | "requestId"> {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);
  return {
    code: "code" in error ? text(error.code) : null,
    requestId: "requestId" in error ? text(error.requestId) : null,
  };
}
