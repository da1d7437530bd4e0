import type { CallSubject } from "./events.js";

/** What every message of a tracing channel says. Node adds `error` if the call or the attempt fails. */
interface TraceOfCall {
  /** The service that is called, e.g. `dcs`; `iam` for a login. */
  readonly service: string;
  /** The contract's operationId. */
  readonly operation: string;
  /** Number of the call, which no other call of this process has. Events of the call have the same. */
  readonly callId: number;
  /** Host that the requests go to, with its port if it is not that of https. */
  readonly host: string;
  /**
   * In `error`, `asyncStart` and `asyncEnd` of what fails: the error as the caller gets it, or the caller's own reason to
   * abort. Absent on success.
   */
  readonly error?: unknown;
}

/** The message of the tracing channel `backup-records:call`: one call with all its attempts and waits. */
export interface CallTrace extends TraceOfCall, CallSubject {}

/** The message of the tracing channel `backup-records:attempt`. */
export interface AttemptTrace extends TraceOfCall {
  /** Number of the attempt; 1 for the first. */
  readonly attempt: number;
  /** The HTTP method. */
  readonly method: string;
  /** When the attempt has ended: status of the response, or null if none came. */
  status?: number | null;
  /** When the attempt has ended: the error code, as that of an attempt's event; null on success. */
  code?: string | null;
  /** When the attempt has ended: the service's id of the request; null if the response has none. */
  requestId?: string | null;
}

/** A tracing channel of the platform. */
export interface TracingChannel<Message> {
  /** If not, the work need not run through the channel. */
  readonly hasSubscribers: boolean;
  /**
   * Publishes work. Its result is kept out of the message: a response knows the headers that were sent for it.
   * @param errorOf the error that a result stands for; null if it is a success
   * @throws what the work throws
   */
  publish<Result>(
    message: Message,
    work: () => Promise<Result>,
    errorOf?: (result: Result) => unknown,
  ): Promise<Result>;
}

/** The channels of a platform that has any. */
export interface Tracing {
  readonly call: TracingChannel<CallTrace>;
  readonly attempt: TracingChannel<AttemptTrace>;
}
