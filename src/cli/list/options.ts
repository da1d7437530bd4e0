import type { BackupState } from "../../records/record.js";

/** How records are written. */
export const formats = ["table", "json", "ndjson", "csv"] as const;
export type Format = (typeof formats)[number];

/** The unified words of `--status`. */
export const states: readonly BackupState[] = [
  "pending",
  "running",
  "succeeded",
  "failed",
  "timed_out",
  "skipped",
  "expired",
  "deleted",
  "unknown",
];

/** The options of `list`, as they were given. */
export interface ListOptions {
  readonly api: "v1.0" | "v2";
  readonly cloud?: "huaweicloud" | "otc" | "alibabacloud";
  readonly region?: string;
  readonly baseUrl?: string;
  readonly project?: string;
  readonly instance?: readonly string[];
  readonly policy?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly status?: readonly BackupState[];
  readonly max?: number;
  readonly resume?: string;
  readonly format?: Format;
  readonly wire?: boolean;
  readonly utc?: boolean;
  readonly watch?: boolean;
  /** Milliseconds. */
  readonly interval: number;
  readonly pageSize?: number;
  /** Milliseconds. */
  readonly timeout: number;
  readonly attempts: number;
  readonly debug?: boolean;
}
