import { ApiError, type BackupRecordsError, RateLimitError } from "backup-records";
import type { Expect, Same } from "./assert.js";

declare const error: unknown;
if (error instanceof RateLimitError) {
  const wait: number | null = error.retryAfterMs;
  wait?.toFixed();
}
if (error instanceof ApiError) {
  const known: { status: number; code: string; requestId: string | null; retryable: boolean } = error;
  known.code.length;
}
export type Name = Expect<Same<RateLimitError["name"], "RateLimitError">>;

declare const any: BackupRecordsError;
// @ts-expect-error Not every error has a status.
any.status;
