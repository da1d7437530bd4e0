import { stringify } from "csv-stringify/sync";
import type { BackupRecord } from "../../../records/record.js";
import { recordFields } from "../../contracts.js";
import { csvText, toJson } from "../../escape.js";
import type { Entry } from "../source.js";
import type { RecordWriter, WriterOptions } from "./writer.js";

/** The unified record's columns; what holds several values has a column for each. */
const columns: Readonly<Record<string, (record: BackupRecord) => unknown>> = {
  service: ({ service }) => service,
  id: ({ id }) => id,
  name: ({ name }) => name,
  state: ({ state }) => state,
  trigger: ({ trigger }) => trigger,
  createdAt: ({ createdAt }) => createdAt,
  startedAt: ({ startedAt }) => startedAt,
  finishedAt: ({ finishedAt }) => finishedAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  expiresAt: ({ expiresAt }) => expiresAt,
  sizeBytes: ({ sizeBytes }) => sizeBytes,
  progress: ({ progress }) => progress,
  resourceType: ({ resource }) => resource.type,
  resourceId: ({ resource }) => resource.id,
  restorable: ({ restorable }) => restorable,
  format: ({ format }) => format,
  failureCode: ({ failure }) => failure?.code,
  failureMessage: ({ failure }) => failure?.message,
};

/**
 * RFC 4180: CRLF, a header, quotes where they are needed. Null and an absent value are empty; lists and
 * objects are JSON. With `wire`, the columns are the fields of the contract, in its order. Texts are escaped for
 * spreadsheets, unless `csvRaw`.
 */
export async function csvWriter({ service, wire, csvRaw, headers }: WriterOptions): Promise<RecordWriter> {
  const names = wire ? await recordFields(service.name) : Object.keys(columns);
  let first = headers;
  const header = () => {
    const text = first ? lines([names]) : "";
    first = false;
    return text;
  };
  return {
    group: () => "",
    page: (entries) =>
      header() + lines(entries.map((entry) => names.map((name) => cell(fieldOf(entry, name, wire), csvRaw)))),
    end: header,
  };
}

function fieldOf({ wire, record }: Entry, name: string, asWire: boolean): unknown {
  if (!asWire) return columns[name]?.(record);
  return typeof wire === "object" && wire !== null && Object.hasOwn(wire, name)
    ? Object.getOwnPropertyDescriptor(wire, name)?.value
    : undefined;
}

function cell(value: unknown, raw: boolean): string {
  if (typeof value === "string") return raw ? value : csvText(value);
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? toJson(value) : String(value);
}

function lines(rows: readonly (readonly string[])[]): string {
  return rows.length === 0
    ? ""
    : stringify(
        rows.map((row) => [...row]),
        // A lone line feed within a cell would end its line for many readers.
        { record_delimiter: "windows", quoted_match: /[\r\n]/ },
      );
}
