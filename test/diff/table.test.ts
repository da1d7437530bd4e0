import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { overruledTable } from "./overruled.js";

const file = "CONTRIBUTING.md";
const updating = process.env["UPDATE_CASES"] === "1" && process.env["CI"] !== "true";

/** `UPDATE_CASES=1 npx vitest run test/diff/table` writes the table. */
test("CONTRIBUTING.md has the table of the rules that run", () => {
  const text = readFileSync(file, "utf8");
  const written = /\| change \| Redocly \| here \| because \|\n(?:\|.*\n)*/.exec(text)?.[0] ?? "";
  const table = `${overruledTable()}\n`;
  if (updating)
    writeFileSync(
      file,
      text.replace(written, () => table),
    );
  else expect(written).toBe(table);
});
