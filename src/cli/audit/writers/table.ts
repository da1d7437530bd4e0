import { count, duration } from "../../../audit/words.js";
import { plainLine } from "../../escape.js";
import { createStyle } from "../../style.js";
import { showInstant } from "../../time.js";
import { cut, pad, widthOf } from "../../width.js";
import { fold } from "../../wrap.js";
import { type AuditRow, worstFirst } from "../row.js";
import { colourOf } from "../status.js";
import type { AuditWriter, AuditWriterOptions } from "./writer.js";

interface Column {
  readonly title: string;
  readonly text: (row: AuditRow) => string;
  /** Widest that it grows on a terminal. */
  readonly most: number;
  readonly right?: boolean;
}

/** Least width of the reason beside the other columns; below it, it goes to a line of its own. */
const READABLE = 36;

/** Most names of targets in the line about those that are gone. */
const NAMES = 5;

/**
 * The worst first; a target that was gone the last time is only counted. On a terminal a reason takes as much as is left
 * of the line, or lines of its own if that is little; it is cut only if the target is well. A file has no colours.
 */
export function tableWriter({ out, toFile, utc }: AuditWriterOptions): AuditWriter {
  const terminal = toFile ? undefined : out.columns;
  const style = toFile ? createStyle(false) : out.style;
  return {
    streams: false,
    row: () => "",
    *end({ rows: all, unreached }) {
      const rows = all.filter((row) => !goneBefore(row));
      const grouped = rows.some(({ target }) => target.group !== null);
      const candidates = columnsOf(grouped, utc).map((column) => {
        const { title, text, most } = column;
        const widest = rows.reduce((width, row) => Math.max(width, widthOf(text(row))), title.length);
        return { ...column, width: terminal === undefined ? widest : Math.min(most, widest) };
      });
      const columns = fitting(candidates, terminal);
      const widths = columns.map(({ width }) => width);
      const line = (cells: readonly string[], marked: (cell: string, at: number) => string) =>
        cells
          .map((cell, at) => {
            const width = widths[at] ?? 0;
            const shown = cut(cell, width);
            const blanks = pad("", width - widthOf(shown));
            const text = shown === "" ? "" : marked(shown, at);
            return columns[at]?.right ? blanks + text : text + blanks;
          })
          .join("  ");
      const used = widths.reduce((sum, width) => sum + width + 2, 0);
      const room = terminal === undefined ? Number.POSITIVE_INFINITY : terminal - used;
      const below = room < READABLE;
      const titles = columns.map(({ title }) => title);
      const header = line(titles, (cell) => cell);
      yield `${style.bold((below ? header : `${header}  REASON`).trimEnd())}\n`;
      for (const row of worstFirst(rows)) {
        const cells = columns.map(({ text }) => text(row));
        const start = line(cells, (cell, at) => (at === 0 ? style[colourOf(row.status)](cell) : cell));
        const reason = reasonOf(row);
        if (terminal === undefined) yield `${`${start}  ${reason}`.trimEnd()}\n`;
        else if (row.status === "ok")
          yield `${(below ? start : `${start}  ${cut(reason, room)}`).trimEnd()}\n`;
        else if (below) {
          yield `${start.trimEnd()}\n`;
          for (const part of fold(reason, Math.max(8, terminal - 2))) yield `  ${style.dim(part)}\n`;
        } else {
          const [first = "", ...more] = fold(reason, room);
          yield `${`${start}  ${first}`.trimEnd()}\n`;
          for (const part of more) yield `${pad("", used)}${part}\n`;
        }
      }
      const gone = all.filter(goneBefore).map(({ target }) => plainLine(target.name));
      if (gone.length > 0) yield `${style.dim(cut(goneLine(gone), terminal ?? Number.POSITIVE_INFINITY))}\n`;
      if (unreached.length > 0) {
        yield `${style.yellow(`The audit was ended early: ${furtherTargets(unreached.length)} not checked.`)}\n`;
      }
    },
  };
}

/** The reason, without the service and the id if it begins with them: the row names its target. */
function reasonOf({ reason, target: { service, resource } }: AuditRow): string {
  const about = `${resource.type} ${resource.id}: ${service} `;
  return plainLine(reason.startsWith(about) ? reason.slice(about.length) : reason);
}

/** Whether the last audit has already said that a target is gone. */
function goneBefore({ status, previous }: AuditRow): boolean {
  return status === "gone" && previous === "gone";
}

function goneLine(names: readonly string[]): string {
  const more = names.length > NAMES ? ", …" : "";
  const are = names.length === 1 ? "is" : "are";
  return `${count(names.length, "target")} ${are} still gone; remove from the targets file: ${names.slice(0, NAMES).join(", ")}${more}`;
}

function furtherTargets(number: number): string {
  return `${count(number, "further target")} ${number === 1 ? "was" : "were"}`;
}

/** What fits beside each other: the group goes first, then the time, of which the age says enough. */
function fitting<Fitted extends Column & { readonly width: number }>(
  columns: readonly Fitted[],
  terminal: number | undefined,
): readonly Fitted[] {
  const total = columns.reduce((sum, { width }) => sum + width, 2 * (columns.length - 1));
  if (terminal === undefined || total <= terminal) return columns;
  for (const title of ["GROUP", "LAST GOOD"]) {
    if (columns.some((column) => column.title === title)) {
      return fitting(
        columns.filter((column) => column.title !== title),
        terminal,
      );
    }
  }
  return columns.map((column) =>
    column.title === "TARGET" ? { ...column, width: Math.max(8, column.width - (total - terminal)) } : column,
  );
}

function columnsOf(grouped: boolean, utc: boolean): readonly Column[] {
  return [
    { title: "VERDICT", most: 11, text: ({ status }) => status },
    { title: "TARGET", most: 32, text: ({ target }) => plainLine(target.name) },
    ...(grouped
      ? [{ title: "GROUP", most: 16, text: ({ target }: AuditRow) => plainLine(target.group ?? "") }]
      : []),
    {
      title: "LAST GOOD",
      most: 22,
      text: ({ lastGoodAt }) => showInstant(lastGoodAt === null ? null : new Date(lastGoodAt), utc),
    },
    {
      title: "AGE",
      most: 9,
      right: true,
      text: ({ ageMs }) => (ageMs === null ? "" : duration(Math.max(0, ageMs))),
    },
  ];
}
