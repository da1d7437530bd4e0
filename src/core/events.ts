import type { RefreshReason } from "./auth.js";

/** What every event says. */
interface EventOfCall {
  /** The service that was called, e.g. `dcs`. */
  readonly service: string;
  /** The contract's operationId. */
  readonly operation: string;
  /** Number of the call, which no other call of this process has. Each page of a listing is a call. */
  readonly callId: number;
}

/** What a call is about. */
export interface CallSubject {
  /** Number of the listing that the call reads a page of, each iteration counted; null if the operation has no pages. */
  readonly listingId: number | null;
  /** Id of the instance, policy or backup that the call names, if it names one; otherwise null. */
  readonly resource: string | null;
}

/** A call begins. */
export interface StartEvent extends EventOfCall, CallSubject {
  /** What the event reports. */
  readonly type: "start";
}

/** A call has ended, after its last attempt and the check of its response. */
export interface EndEvent extends EventOfCall {
  /** What the event reports. */
  readonly type: "end";
  /** As that of an attempt: of the error that the call ends with; null on success. */
  readonly code: string | null;
  /** How long the call took with all its attempts and waits, in milliseconds. */
  readonly durationMs: number;
}

/** An attempt has ended. */
export interface AttemptEvent extends EventOfCall {
  /** What the event reports. */
  readonly type: "attempt";
  /** Number of the attempt; 1 for the first. */
  readonly attempt: number;
  /** Status of the response, or null if none came. */
  readonly status: number | null;
  /** The vendor's error code, or the network's code or the error's name if there was no usable response; null on success. */
  readonly code: string | null;
  /** The service's id of the request; null if the response has none. */
  readonly requestId: string | null;
  /** How long the attempt took, its authentication included, in milliseconds. */
  readonly durationMs: number;
}

/** The call waits before another attempt. */
export interface WaitEvent extends EventOfCall {
  /** What the event reports. */
  readonly type: "wait";
  /** The attempt that will follow the wait. */
  readonly attempt: number;
  /** How long the call waits, in milliseconds. */
  readonly delayMs: number;
  /** Who chose the delay: the server, or backoff with jitter. */
  readonly source: "server" | "backoff";
}

/** A token is fetched by a login. */
export interface RefreshEvent extends EventOfCall {
  /** What the event reports. */
  readonly type: "refresh";
  /** Why a token is fetched. */
  readonly reason: RefreshReason;
}

/** The service's clock differs from this machine's, and dates are corrected from now on. */
export interface ClockEvent extends EventOfCall {
  /** What the event reports. */
  readonly type: "clock";
  /** How far the service's clock is ahead of this machine's, in milliseconds; from now on added to every date. */
  readonly skewMs: number;
}

/** A page of a listing has been read. */
export interface PageEvent extends EventOfCall {
  /** What the event reports. */
  readonly type: "page";
  /** Number of the page; 1 for the first page of this listing. */
  readonly page: number;
  /** Number of records on the page that no earlier page had. */
  readonly items: number;
  /** Overall number of records as the service states it; null if it does not. */
  readonly total: number | null;
}

/** What `onEvent` reports. No event carries a header, a body or a credential, or a value of the query but `resource`. */
export type ClientEvent =
  | StartEvent
  | AttemptEvent
  | WaitEvent
  | RefreshEvent
  | ClockEvent
  | EndEvent
  | PageEvent;

/** Calls a listener. If it throws, or its promise rejects, neither the call nor the process is affected. */
export function emit<Event = ClientEvent>(
  listener: ((event: Event) => unknown) | undefined,
  event: Event,
): void {
  try {
    const result = listener?.(event);
    if (result instanceof Promise) result.catch(() => {});
  } catch {
    // A fault of the listener must not become one of the call.
  }
}
