import { plainTable } from "../../plain-table.js";
import { widthOf } from "../../width.js";
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
      ? `${out.style.bold(rows(columns, [columns.map(({ title }) => title)], cutting))}\n`
      : "";
    first = false;
    return text;
  };
  return {
    group: (id) => `${header()}${out.style.bold(`— ${id}`)}\n`,
    page: (entries) => {
      const cells = entries.map(({ record }) => columns.map(({ text }) => text(record)));
      return `${header()}${cells.length === 0 ? "" : `${rows(columns, cells, cutting)}\n`}`;
    },
    end: header,
  };
}

function rows(columns: readonly Column[], cells: readonly (readonly string[])[], cutting: boolean): string {
  const fixed = columns.map(({ width, align }, at) => ({
    width: cutting ? width : Math.max(width, ...cells.map((row) => widthOf(row[at] ?? ""))),
    align,
  }));
  return plainTable(fixed, cells);
}
