import type { BackupRecord } from "../../../records/record.js";
import type { Service } from "../../../records/service.js";
import type { Output } from "../../terminal.js";
import type { ColumnName } from "../options.js";
import type { Entry } from "../source.js";

/** Turns records into text, page by page, so that none has to be kept. */
export interface RecordWriter {
  /** What stands before the records of one instance or policy, where there are several. */
  group(id: string): string;
  page(entries: readonly Entry[]): string;
  /** What closes the output. */
  end(): string;
  /** What closes an output that ends early, so that what was written of it can be read; nothing if there is nothing to close. */
  cut?(): string;
  /** Columns that were left out because they have no room. */
  hidden?(): readonly string[];
}

/** How to write. */
export interface WriterOptions {
  readonly service: Pick<Service, "name" | "columns">;
  /** The service's own shape instead of the unified one. */
  readonly wire: boolean;
  /** Cells of CSV as they are. */
  readonly csvRaw: boolean;
  readonly utc: boolean;
  /** Every column of a table, in full. */
  readonly wide: boolean;
  /** The columns of a table. @default those of the service */
  readonly columns?: readonly ColumnName[] | undefined;
  /** Whether a table or CSV begins with a heading. */
  readonly headers: boolean;
  readonly out: Output;
}

/** The unified record as it is written: without the wire object, which `--wire` writes instead. */
export function withoutSource({ source: _, ...record }: BackupRecord): Omit<BackupRecord, "source"> {
  return record;
}
