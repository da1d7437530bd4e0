import { bytes } from "../../../audit/words.js";
import type { BackupRecord } from "../../../records/record.js";
import type { RecordColumn, Service } from "../../../records/service.js";
import { plainLine } from "../../escape.js";
import type { Style } from "../../style.js";
import { showInstant } from "../../time.js";

/** A column of the table. */
export interface Column {
  readonly title: string;
  readonly width: number;
  readonly align?: "right";
  readonly text: (record: BackupRecord) => string;
  /** Colours a cell, by what it says. */
  readonly paint?: (text: string) => string;
}

/** The columns of a service, the most important first: those without a documented source are not there. */
export function columnsOf(service: Pick<Service, "columns">, utc: boolean, style: Style): readonly Column[] {
  const time = (title: string, read: (record: BackupRecord) => Date | null): Column => ({
    title,
    width: utc ? 17 : 22,
    text: (record) => showInstant(read(record), utc),
  });
  const name: Column = { title: "BACKUP", width: 36, text: ({ name, id }) => plainLine(name ?? id) };
  const state: Column = {
    title: "STATE",
    width: 9,
    text: ({ state }) => state,
    paint: (text) => paint(text, style),
  };
  const columns: Readonly<Record<RecordColumn, Column>> = {
    created: time("CREATED", ({ createdAt }) => createdAt),
    started: time("STARTED", ({ startedAt }) => startedAt),
    finished: time("FINISHED", ({ finishedAt }) => finishedAt),
    expires: time("EXPIRES", ({ expiresAt }) => expiresAt),
    size: {
      title: "SIZE",
      width: 7,
      align: "right",
      text: ({ sizeBytes }) => (sizeBytes === null ? "" : bytes(sizeBytes)),
    },
    trigger: { title: "TRIGGER", width: 7, text: ({ trigger }) => trigger ?? "" },
    restorable: {
      title: "RESTORABLE",
      width: 10,
      text: ({ restorable }) => (restorable === null ? "" : restorable ? "yes" : "no"),
    },
    failure: {
      title: "FAILURE",
      width: 11,
      text: ({ failure }) => plainLine(failure?.code ?? ""),
      paint: style.red,
    },
    resource: { title: "RESOURCE", width: 36, text: ({ resource }) => plainLine(resource.id) },
    id: { title: "ID", width: 36, text: ({ id }) => plainLine(id) },
  };
  return [name, state, ...service.columns.map((column) => columns[column])];
}

/** What fits into a terminal beside each other, with two blanks between; what does not is left out. */
export function fitting(columns: readonly Column[], terminal: number): Column[] {
  const fit: Column[] = [];
  let used = 0;
  for (const column of columns) {
    const wider = used + column.width + (fit.length > 0 ? 2 : 0);
    if (wider > terminal && fit.length >= 2) break;
    fit.push(column);
    used = wider;
  }
  const [first, ...others] = fit;
  // The name takes what is left over, or gives what is missing.
  return first === undefined
    ? []
    : [{ ...first, width: Math.max(8, Math.min(64, first.width + terminal - used)) }, ...others];
}

function paint(state: string, style: Style): string {
  if (state === "succeeded") return style.green(state);
  if (state === "failed" || state === "timed_out") return style.red(state);
  if (state === "running" || state === "pending") return style.cyan(state);
  return state === "unknown" ? style.yellow(state) : style.dim(state);
}
