import { bytes } from "../../../audit/words.js";
import type { BackupRecord } from "../../../records/record.js";
import { plainLine } from "../../escape.js";
import type { Style } from "../../style.js";
import { showInstant } from "../../time.js";
import { widthOf } from "../../width.js";
import type { ColumnName } from "../options.js";

/** A column of the table. */
export interface Column {
  readonly title: string;
  /** The width of what it usually holds. */
  readonly width: number;
  /** Makes it as wide as its widest cell; it gets so much of that before less important columns get any. */
  readonly grows?: number;
  /** Width in which it is still worth showing. @default all that it gets */
  readonly least?: number;
  readonly align?: "right";
  readonly text: (record: BackupRecord) => string;
  /** Colours a cell, by what it says. */
  readonly paint?: (text: string) => string;
}

/** Width of a failure's code. */
const CODE = 11;

/** Every column by its name. */
export function tableColumns(utc: boolean, style: Style): Readonly<Record<ColumnName, Column>> {
  const time = (title: string, read: (record: BackupRecord) => Date | null): Column => ({
    title,
    width: utc ? 17 : 22,
    text: (record) => showInstant(read(record), utc),
  });
  const words = (title: string, text: (record: BackupRecord) => string): Column => ({
    title,
    width: title.length,
    grows: 36,
    text: (record) => plainLine(text(record)),
  });
  return {
    name: words("BACKUP", ({ name, id }) => name ?? id),
    state: { title: "STATE", width: 9, text: ({ state }) => state, paint: (text) => paint(text, style) },
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
      ...words("FAILURE", ({ failure }) => [failure?.code, failure?.message].filter(Boolean).join(" ")),
      width: CODE,
      grows: 40,
      least: CODE,
      paint: style.red,
    },
    resource: words("RESOURCE", ({ resource }) => resource.id),
    id: words("ID", ({ id }) => id),
  };
}

/** How wide each column is with these cells in it. */
export function wantedWidths(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
  return columns.map(({ title, width, grows }, at) =>
    grows === undefined
      ? width
      : rows.reduce((widest, row) => Math.max(widest, widthOf(row[at] ?? "")), Math.max(width, title.length)),
  );
}

/**
 * The widths of columns, the most important first, beside each other on a terminal with two blanks between; undefined
 * for one that has no room. What is left over goes to the growing ones.
 */
export function fitWidths(
  columns: readonly Column[],
  wanted: readonly number[],
  terminal: number,
): (number | undefined)[] {
  let left = terminal + 2;
  const shared = columns.map(({ grows = Number.POSITIVE_INFINITY, least }, at) => {
    const share = Math.min(wanted[at] ?? 0, grows);
    // The first two are always shown.
    const width = least === undefined || at < 2 ? share : Math.max(least, Math.min(share, left - 2));
    if (at >= 2 && width + 2 > left) return undefined;
    left -= width + 2;
    return width;
  });
  return shared.map((width, at) => {
    if (width === undefined) return undefined;
    // On a very narrow terminal the first one gives what is missing.
    const least = at === 0 ? Math.min(0, 8 - width) : 0;
    const more = Math.max(least, Math.min(left, (wanted[at] ?? 0) - width));
    left -= more;
    return width + more;
  });
}

function paint(state: string, style: Style): string {
  if (state === "succeeded") return style.green(state);
  if (state === "failed" || state === "timed_out") return style.red(state);
  if (state === "running" || state === "pending") return style.cyan(state);
  return state === "unknown" ? style.yellow(state) : style.dim(state);
}
