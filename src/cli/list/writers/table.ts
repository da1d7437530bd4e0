import Table from "cli-table3";
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
  const table = new Table({
    colWidths: columns.map(({ width }, at) =>
      cutting ? width : Math.max(width, ...cells.map((row) => widthOf(row[at] ?? ""))),
    ),
    colAligns: columns.map(({ align }) => align ?? "left"),
    chars: noBorders,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
  });
  table.push(...cells.map((row) => [...row]));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const noBorders = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: "  ",
};
