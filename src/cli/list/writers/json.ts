import { toJson } from "../../escape.js";
import type { Entry } from "../source.js";
import { type RecordWriter, type WriterOptions, withoutSource } from "./writer.js";

/** A record on a line each. Times are RFC 3339 in UTC, integers exact. */
export function ndjsonWriter({ wire }: WriterOptions): RecordWriter {
  return {
    group: () => "",
    page: (entries) => entries.map((entry) => `${line(entry, wire)}\n`).join(""),
    end: () => "",
  };
}

/** One array, a record on a line each. */
export function jsonWriter({ wire }: WriterOptions): RecordWriter {
  let first = true;
  return {
    group: () => "",
    page: (entries) =>
      entries
        .map((entry) => {
          const before = first ? "[\n" : ",\n";
          first = false;
          return before + line(entry, wire);
        })
        .join(""),
    end: () => (first ? "[]\n" : "\n]\n"),
    cut: () => (first ? "" : "\n]\n"),
  };
}

function line({ wire, record }: Entry, asWire: boolean): string {
  return toJson(asWire ? wire : withoutSource(record));
}
