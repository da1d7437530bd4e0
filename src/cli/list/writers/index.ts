import type { FormatOf } from "../../formats.js";
import type { RecordWriter, WriterOptions } from "./writer.js";

/** Makes the writer of a format; its library is loaded only now. */
export async function openWriter(format: FormatOf<"list">, options: WriterOptions): Promise<RecordWriter> {
  switch (format) {
    case "table":
      return (await import("./table.js")).tableWriter(options);
    case "csv":
      return (await import("./csv.js")).csvWriter(options);
    case "json":
      return (await import("./json.js")).jsonWriter(options);
    case "ndjson":
      return (await import("./json.js")).ndjsonWriter(options);
  }
}
