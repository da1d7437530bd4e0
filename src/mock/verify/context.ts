import type { Digest } from "../../auth/digest.js";
import type { Clock } from "../../core/deadline.js";
import type { MockOperation } from "../contract.js";
import type { KnownCredentials } from "../credentials.js";
import type { MockRequest } from "../message.js";
import type { Reason } from "../refusal.js";

/** Why a request is not let in, as far as the service would say. */
export interface Refusal {
  readonly reason: Reason;
  readonly message?: string | undefined;
}

/** Checks who asks; null lets the request in. */
export type Verify = (
  request: MockRequest,
  operation: MockOperation,
  projectId: string | undefined,
) => Promise<Refusal | null>;

/** What a verification goes by. */
export interface VerifyContext {
  readonly clock: Clock;
  readonly digest: Digest;
  readonly keys: KnownCredentials["keys"];
  readonly operation: MockOperation;
  /** Whether a single-use value is new; remembers it. */
  readonly isNew: (nonce: string) => boolean;
}

/** How far a request's date may be off: 15 minutes, for all vendors. */
export const TOLERANCE_MS = 15 * 60 * 1000;
