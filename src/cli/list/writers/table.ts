import { plainLine } from "../../escape.js";
import { cut, pad } from "../../width.js";
import type { ColumnName } from "../options.js";
import { type Column, fitWidths, tableColumns, wantedWidths } from "./columns.js";
import type { RecordWriter, WriterOptions } from "./writer.js";

/**
 * A table that is written as pages come: the first one decides the widths. On a terminal, columns without room are left
 * out and longer cells are cut. Elsewhere, and with `wide` or a choice of columns, everything is shown.
 */
export function tableWriter({ service, utc, wide, columns, headers, out }: WriterOptions): RecordWriter {
  const names: readonly ColumnName[] = columns ?? ["name", "state", ...service.columns];
  const known = tableColumns(utc, out.style);
  const all = names.map((name) => known[name]);
  // Reasons take what is left of a line.
  const order = [...all.keys()].sort((a, b) =>
    columns === undefined ? Number(names[a] === "failure") - Number(names[b] === "failure") : a - b,
  );
  const terminal = wide || columns !== undefined ? undefined : out.columns;
  let widths: (number | undefined)[] | undefined;
  let heading = "";
  const row = (cells: readonly string[], paint: (column: Column, text: string) => string) =>
    order
      .flatMap((at) => {
        const [column, width] = [all[at], widths?.[at]];
        if (column === undefined || width === undefined) return [];
        const shown = terminal === undefined ? (cells[at] ?? "") : cut(cells[at] ?? "", width);
        return [
          pad(shown === "" ? "" : paint(column, shown), width, column.align === "right" ? "left" : "right"),
        ];
      })
      .join("  ")
      .trimEnd();
  const write = (rows: readonly (readonly string[])[]) => {
    const first = widths === undefined;
    const wanted = wantedWidths(all, rows);
    if (terminal === undefined) widths = wanted.map((width, at) => Math.max(width, widths?.[at] ?? 0));
    else widths ??= fitWidths(all, wanted, terminal);
    const titles = all.map(({ title }) => title);
    const header = first && headers ? `${out.style.bold(row(titles, (_, title) => title))}\n` : "";
    const lines = rows.map((cells) => `${row(cells, ({ paint = plain }, text) => paint(text))}\n`);
    const text = header + heading + lines.join("");
    heading = "";
    return text;
  };
  return {
    group: (id) => {
      // The header stands before it, and needs the first page.
      if (headers) heading += `${out.style.bold(`— ${plainLine(id)}`)}\n`;
      return "";
    },
    page: (entries) => write(entries.map(({ record }) => all.map(({ text }) => text(record)))),
    end: () => (widths === undefined || heading !== "" ? write([]) : ""),
    hidden: () =>
      all.filter((_, at) => widths !== undefined && widths[at] === undefined).map(({ title }) => title),
  };
}

function plain(text: string): string {
  return text;
}
