import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { matrix } from "./matrix.js";

/**
 * Each row of the table in CONTRIBUTING.md that overrules Redocly, by its beginning, and the rows of the matrix that
 * hold it. The matrix is what runs.
 */
const held: Readonly<Record<string, readonly string[]>> = {
  "a named enumeration gains a value": ["an answer's enumeration gains a value"],
  "`default`, `x-time`": [
    "a default changes",
    "a default comes",
    "a default goes",
    "the time format of a parameter changes",
    "paging goes",
    "a list is no longer joined",
    "the signed version changes",
    "failure inside a 200 is told by another value",
    "the kind of a listed record changes",
    "a server belongs to another cloud",
  ],
  "an integer becomes `int64`": ["an integer grows to 64 bits"],
  "a schema or a parameter of the path": ["a schema is renamed", "a parameter of the path is renamed"],
  "a server loses a region": ["a server loses a region"],
  "a further status from 200 to 399": ["a further status of success comes"],
  "a required request body comes": ["a required body comes"],
  // No contract of ours has a request body to take it from: request-body.test.ts has one.
  "a property of a request goes": [],
  "parameters, servers or security move": [
    "parameters move to the path",
    "what the contract demands stands at each operation",
  ],
  "a schema is spelt in another way": ["a schema is in an allOf of its own"],
  "the first of several alternatives": ["the exception comes before the answer"],
  "the minor version of OpenAPI": ["a minor version of OpenAPI"],
  "an example's value changes": ["a documented example is corrected"],
  "anything else that Redocly calls a patch": ["a field's length is bounded"],
};

const ratings: Readonly<Record<string, string | undefined>> = {
  breaking: "breaking",
  additive: "additive",
  "documentation only": "documentation",
  "no change": undefined,
};

const [, table = ""] = readFileSync("CONTRIBUTING.md", "utf8").split(
  "| change | Redocly | here | because |\n",
);
const rows = (table.split("\n\n")[0] ?? "")
  .split("\n")
  .slice(1)
  .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| /, "")));

test("every row is held, and every row that is held is there", () => {
  const begins = (change: string) => Object.keys(held).filter((start) => change.startsWith(start));
  expect(rows.map(([change = ""]) => begins(change))).toEqual(Object.keys(held).map((start) => [start]));
});

test.each(rows)("%s (Redocly: %s): %s", (change, _, here) => {
  const titles = Object.entries(held).find(([start]) => change.startsWith(start))?.[1] ?? [];
  expect(Object.keys(ratings)).toContain(here);
  for (const title of titles) {
    const row = matrix.find((one) => one.title === title);
    expect(row, title).toBeDefined();
    expect(row?.rating, title).toBe(ratings[here]);
  }
});
