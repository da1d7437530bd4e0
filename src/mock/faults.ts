import type { BackupService } from "../records/record.js";
import { mix } from "./random.js";

/** Which requests a fault befalls: all of them, unless `rate` or `nth` says otherwise. */
export interface FaultTrigger {
  /** @default every service */
  readonly on?: BackupService | undefined;
  /** Share of the requests, 0 to 1; which ones, the seed decides. */
  readonly rate?: number | undefined;
  /** Numbers of the requests to the service, from 1. */
  readonly nth?: number | readonly number[] | undefined;
}

/** What befalls a request. */
export type FaultEffect =
  /** This status, with the contract's own body where it declares the status. */
  | { readonly status: number; readonly retryAfterMs?: number | undefined }
  /** Throttled in the vendor's own way, which is not always a 429. */
  | { readonly throttle: true; readonly retryAfterMs?: number | undefined }
  /** Answered, but only after so many milliseconds. */
  | { readonly latencyMs: number }
  /** The connection is reset before an answer. */
  | { readonly reset: true }
  /** No answer ever comes, and the connection stays open. */
  | { readonly stall: true }
  /** The answer breaks off half-way. */
  | { readonly truncate: true };

/** Something that goes wrong on purpose. */
export type Fault = FaultTrigger & FaultEffect;

/** The faults that befall a request to `service`, the `number`th from 1. The same seed decides alike. */
export function faultsFor(
  faults: readonly Fault[],
  service: BackupService,
  number: number,
  seed: number,
): Fault[] {
  return faults.filter(({ on, rate, nth }, index) => {
    if (on !== undefined && on !== service) return false;
    if (nth !== undefined) return [nth].flat().includes(number);
    return rate === undefined || mix(seed, number, 500 + index) / 2 ** 32 < rate;
  });
}
