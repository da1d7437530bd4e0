/** How an audit is written. */
export const auditFormats = ["table", "json", "ndjson", "junit", "html"] as const;
export type AuditFormat = (typeof auditFormats)[number];

/** The options of `audit`, as they were given. */
export interface AuditCommandOptions {
  readonly group?: readonly string[];
  readonly label?: readonly string[];
  readonly target?: readonly string[];
  readonly concurrency: number;
  readonly format?: AuditFormat;
  readonly output?: string;
  readonly report?: string;
  readonly state?: string;
  readonly partial?: boolean;
  readonly queue?: string;
  readonly run?: string;
  readonly utc?: boolean;
  /** Milliseconds. */
  readonly timeout: number;
  readonly attempts: number;
  readonly debug?: boolean;
}
