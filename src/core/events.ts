import type { RefreshReason } from "./auth.js";

/** What `onEvent` reports. No event carries a header, a body, a credential or a query value. */
export type ClientEvent =
  | {
      readonly type: "attempt";
      readonly service: string;
      readonly operation: string;
      /** 1 for the first. */
      readonly attempt: number;
      /** Status of the response, or null if none came. */
      readonly status: number | null;
      /** The vendor's error code, or the network's code or the error's name if there was no usable response; null on success. */
      readonly code: string | null;
      readonly requestId: string | null;
      readonly durationMs: number;
    }
  | {
      readonly type: "wait";
      readonly service: string;
      readonly operation: string;
      /** The attempt that will follow the wait. */
      readonly attempt: number;
      readonly delayMs: number;
      /** Who chose the delay: the server, or backoff with jitter. */
      readonly source: "server" | "backoff";
    }
  | {
      readonly type: "refresh";
      readonly service: string;
      readonly operation: string;
      readonly reason: RefreshReason;
    }
  | {
      readonly type: "clock";
      readonly service: string;
      readonly operation: string;
      /** How far the service's clock is ahead of this machine's, in milliseconds; from now on added to every date. */
      readonly skewMs: number;
    }
  | {
      readonly type: "page";
      readonly service: string;
      readonly operation: string;
      /** 1 for the first page of this listing. */
      readonly page: number;
      readonly items: number;
      readonly total: number | null;
    };

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
