import { describe, expect, test } from "vitest";
import type { ColumnName } from "../../src/cli/list/options.js";
import { tableWriter } from "../../src/cli/list/writers/table.js";
import { toBackupRecord } from "../../src/dcs/record.js";
import { dcs } from "../../src/dcs/service.js";
import { dcsRecord } from "../support/dcs-records.js";
import { output } from "./audit/doubles.js";

interface Given {
  readonly name?: string;
  readonly code?: string;
}

const id = "0d7ae8c2-4c1f-4c9e-9f2f-1b2d2a0c7e00";

function entries(given: readonly Given[]) {
  return given.map(({ name = "backup_20190510163116", code }, at) => {
    const failed = code === undefined ? {} : { status: "failed", error_code: code };
    const wire = dcsRecord(at, { backup_id: id, backup_name: name, ...failed });
    return { wire, record: toBackupRecord(wire) };
  });
}

interface Options {
  readonly columns?: readonly ColumnName[];
  readonly wide?: boolean;
  readonly headers?: boolean;
}

/** A table of these pages, and what it hides, on a terminal of so many columns. */
function table(terminal: number | undefined, pages: readonly (readonly Given[])[], options: Options = {}) {
  const writer = tableWriter({
    ...{ service: dcs, wire: false, csvRaw: false, utc: true, wide: false, headers: true, ...options },
    out: output(terminal),
  });
  const text = pages.map((page) => writer.page(entries(page))).join("") + writer.end();
  return { lines: text.trimEnd().split("\n"), hidden: writer.hidden?.() };
}

const fine = [{}, {}];
const failing = [{}, { code: "dcs.08.0004" }];

describe("on a terminal", () => {
  test.each([
    [60, fine, "BACKUP STATE CREATED SIZE", ["FAILURE", "FINISHED", "TRIGGER", "RESTORABLE", "ID"]],
    [80, fine, "BACKUP STATE CREATED SIZE FAILURE", ["FINISHED", "TRIGGER", "RESTORABLE", "ID"]],
    [80, failing, "BACKUP STATE CREATED FAILURE", ["SIZE", "FINISHED", "TRIGGER", "RESTORABLE", "ID"]],
    [120, fine, "BACKUP STATE CREATED SIZE FINISHED TRIGGER RESTORABLE FAILURE", ["ID"]],
    [120, failing, "BACKUP STATE CREATED SIZE TRIGGER FAILURE", ["FINISHED", "RESTORABLE", "ID"]],
    [160, fine, "BACKUP STATE CREATED SIZE FINISHED TRIGGER RESTORABLE ID FAILURE", []],
  ])("of %i columns, the most important ones are shown", (terminal, page, shown, hidden) => {
    const { lines, ...rest } = table(terminal, [page]);
    expect(lines[0]?.replaceAll(/ +/g, " ")).toBe(shown);
    expect(rest.hidden).toEqual(hidden);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(terminal);
  });

  test.each([80, 120, 160])(
    "of %i columns, the code of a failure and some of its reason are readable",
    (terminal) => {
      expect(table(terminal, [failing]).lines[2]).toMatch(/dcs\.08\.0004 No access k/);
    },
  );

  test("a name has the width of the widest one, and a later one that is wider is cut", () => {
    const long = "a-name-of-thirty-two-characters!";
    const { lines } = table(80, [[{ name: "short" }, { name: "longer" }], [{ name: long }]]);
    expect(lines.map((line) => line.slice(0, 17))).toEqual([
      "BACKUP  STATE    ",
      "short   succeeded",
      "longer  succeeded",
      "a-nam…  succeeded",
    ]);
  });

  test("a narrow one cuts the name", () => {
    expect(table(24, [fine]).lines[1]).toBe("backup_20190…  succeeded");
  });

  test.each([{ wide: true }, { columns: ["id", "failure", "name"] as const }])(
    "%j shows everything in full",
    (options) => {
      const { lines, hidden } = table(40, [failing], options);
      expect(lines[2]).toContain(id);
      expect(lines[2]).toMatch(/dcs\.08\.0004 No access key .*\./);
      expect(hidden).toEqual([]);
    },
  );
});

test("chosen columns come in the order that they were given in", () => {
  expect(table(undefined, [failing], { columns: ["failure", "state"] }).lines[0]).toMatch(/^FAILURE +STATE$/);
});

test("without headings a table has the rows alone", () => {
  expect(table(undefined, [fine], { headers: false, columns: ["state"] }).lines).toEqual([
    "succeeded",
    "succeeded",
  ]);
});
