import type { RefreshReason } from "./authorization.js";

/** What `onEvent` reports. No event carries a header, a body, a credential or a query value. */
export type ClientEvent =
  | {
      readonly type: "attempt";
      readonly service: string;
      readonly operation: string;
      /** 1 for the first. */
      readonly attempt: number;
      /** Status of the answer, or null where none came. */
      readonly status: number | null;
      /** The vendor's error code, or the class of a failure without an answer; null on success. */
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
      /** Why: the server named the time, or back-off with jitter did. */
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
      /** How far the service's clock is ahead of this machine's, from now on added to every date. */
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
