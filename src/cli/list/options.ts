import type { BackupState } from "../../records/record.js";
import type { RecordColumn } from "../../records/service.js";
import type { FormatOf } from "../formats.js";

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

/** The name of a column of the table. */
export type ColumnName = "name" | "state" | RecordColumn;

/** The columns that `--columns` takes. */
export const columnNames: readonly ColumnName[] = [
  "name",
  "state",
  "created",
  "started",
  "finished",
  "expires",
  "size",
  "trigger",
  "restorable",
  "failure",
  "resource",
  "id",
];

/** The options of `list`, as they were given. */
export interface ListOptions {
  readonly api?: "v2" | "v1.0";
  readonly cloud?: "huaweicloud" | "otc" | "alibabacloud";
  readonly region?: string;
  readonly baseUrl?: string;
  readonly project?: string;
  readonly instance?: readonly string[];
  readonly policy?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  readonly status?: readonly BackupState[];
  readonly latest?: number;
  readonly max?: number;
  readonly resume?: string;
  readonly skip?: number;
  readonly format?: FormatOf<"list">;
  readonly wire?: boolean;
  readonly csvRaw?: boolean;
  readonly wide?: boolean;
  readonly columns?: readonly ColumnName[];
  /** False without a heading. */
  readonly headers: boolean;
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
