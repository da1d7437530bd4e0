import { describe, expect, test } from "vitest";
import type { Change, ContractChanges } from "../../src/cli/contract-diff/change.js";
import { annotationsOf, renderMarkdown, renderText, summaryOf } from "../../src/cli/contract-diff/render.js";
import { lineAt } from "../../src/cli/contract-diff/source-line.js";

const change = (fields: Partial<Change> = {}): Change => ({
  rating: "breaking",
  pointer: "/paths/~1a",
  message: "path went",
  rule: "path-removed",
  ...fields,
});
const contract = (...changes: Change[]): ContractChanges => ({ contract: "dcs", changes });

test("a summary counts by weight and says so where there is nothing", () => {
  expect(summaryOf([])).toBe("no change");
  const words = change({ rating: "documentation" });
  expect(summaryOf([contract(words, words), contract(change({ rating: "additive" }), change())])).toBe(
    "1 breaking, 1 additive, 2 documentation only",
  );
});

test("text is a table with a column each for rating, place and what", () => {
  const changes = [
    change(),
    change({ rating: "additive", pointer: "/info/title", message: "`title` changed" }),
  ];
  expect(renderText([contract(...changes), contract()])).toBe(
    [
      "dcs: 1 breaking, 1 additive",
      "  breaking  /paths/~1a   path went",
      "  additive  /info/title  `title` changed",
      "",
      "dcs: no change",
      "",
    ].join("\n"),
  );
});

describe("markdown", () => {
  test("keeps what a message quotes from becoming markup", () => {
    const text = renderMarkdown(
      [contract(change({ message: "a|b <img> *c* `d|<e>`", pointer: "/x|y" }))],
      "A <b>.",
    );
    expect(text).toContain(
      "| **breaking** | <code>/x&#124;y</code> | a\\|b &lt;img&gt; \\*c\\* <code>d&#124;&#60;e&#62;</code> | path-removed |",
    );
    expect(text).toContain("A &lt;b&gt;.");
  });

  test("shows at most fifty changes of words, and how many it leaves out", () => {
    const changes = Array.from({ length: 53 }, (_, index) =>
      change({ rating: "documentation", pointer: `/tags/${index}/description` }),
    );
    const text = renderMarkdown([contract(...changes)], "No breaking change.");
    expect(text.match(/^\| documentation only/gm)).toHaveLength(50);
    expect(text).toContain("\n\nand 3 more\n\n</details>");
  });
});

describe("annotations", () => {
  test("have the line that somebody would edit", () => {
    const found = annotationsOf([contract(change())], () => ({ file: "spec/a.yaml", line: 7 }));
    expect(found).toEqual([
      {
        level: "error",
        rule: "path-removed",
        title: "dcs: breaking (path-removed)",
        message: "path went, at /paths/~1a",
        file: "spec/a.yaml",
        line: 7,
        pointer: "/paths/~1a",
      },
    ]);
  });

  test("have no file where there is none, and leave words out", () => {
    const changes = [change({ pointer: "" }), change({ rating: "documentation" })];
    const found = annotationsOf([contract(...changes)], () => undefined, "warning");
    expect(found).toMatchObject([{ level: "warning", message: "path went, at (all of it)" }]);
    expect(found[0]).not.toHaveProperty("file");
  });
});

test.each([
  ["", 1],
  ["/b", 2],
  ["/b/c/1", 5],
  ["/b/c/1/d", 5],
  ["/b/c/9/gone", 3],
  ["/b/x~1y", 6],
  ["/gone/altogether", 1],
])("the line of %s", (pointer, line) => {
  expect(lineAt("a: 1\nb:\n  c:\n    - d: 1\n    - d: 2\n  x/y: 3\n", pointer)).toBe(line);
});
