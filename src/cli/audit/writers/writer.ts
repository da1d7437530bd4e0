import type { FormatOf } from "../../formats.js";
import type { Output } from "../../terminal.js";
import type { Audit } from "../audit.js";
import type { AuditRow } from "../row.js";

/** Turns rows into text. */
export interface AuditWriter {
  /** Whether rows are written as they come; otherwise all at the end. */
  readonly streams: boolean;
  /** A row of a writer that streams. */
  row(row: AuditRow): string;
  /** The whole of a writer that does not, in pieces. */
  end(audit: Audit): Iterable<string>;
}

/** How to write. */
export interface AuditWriterOptions {
  readonly out: Output;
  /** Whether the text goes to a file instead of `out`. */
  readonly toFile: boolean;
  readonly utc: boolean;
}

/** Makes the writer of a format; what it needs is loaded only now. */
export async function openAuditWriter(
  format: FormatOf<"audit">,
  options: AuditWriterOptions,
): Promise<AuditWriter> {
  switch (format) {
    case "table":
      return (await import("./table.js")).tableWriter(options);
    case "json":
      return (await import("./json.js")).jsonWriter();
    case "ndjson":
      return (await import("./json.js")).ndjsonWriter();
    case "junit":
      return (await import("./junit.js")).junitWriter();
    case "html":
      return (await import("./html.js")).htmlWriter();
  }
}
