import { plainLine } from "../../escape.js";
import { cut, pad, widthOf } from "../../width.js";
import { type Column, columnsOf, fitting } from "./columns.js";
import type { RecordWriter, WriterOptions } from "./writer.js";

/**
 * A table whose widths are fixed before the first record is known, so that it can be written as pages come. On
 * a terminal, what does not fit is cut; elsewhere nothing is.
 */
export function tableWriter({ service, utc, out }: WriterOptions): RecordWriter {
  const all = columnsOf(service, utc, out.style);
  const columns = out.columns === undefined ? [...all] : fitting(all, out.columns);
  const cutting = out.columns !== undefined;
  let first = true;
  const header = () => {
    const text = first
      ? `${out.style.bold(rows(columns.map(plainly), [columns.map(({ title }) => title)], cutting))}\n`
      : "";
    first = false;
    return text;
  };
  return {
    group: (id) => `${header()}${out.style.bold(`— ${plainLine(id)}`)}\n`,
    page: (entries) => {
      const cells = entries.map(({ record }) => columns.map(({ text }) => text(record)));
      return `${header()}${cells.length === 0 ? "" : `${rows(columns, cells, cutting)}\n`}`;
    },
    end: header,
  };
}

function plainly({ paint: _, ...column }: Column): Column {
  return column;
}

// Written by hand, since a table library lays out a whole table, and takes fifty times as long for a row.
function rows(columns: readonly Column[], cells: readonly (readonly string[])[], cutting: boolean): string {
  const widths = columns.map(({ width }, at) =>
    cutting ? width : Math.max(width, ...cells.map((row) => widthOf(row[at] ?? ""))),
  );
  return cells
    .map((row) =>
      columns
        .map(({ align, paint = (text) => text }, at) => {
          const [cell, width] = [row[at] ?? "", widths[at] ?? 0];
          const shown = cutting ? cut(cell, width) : cell;
          return pad(shown === "" ? "" : paint(shown), width, align === "right" ? "left" : "right");
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
