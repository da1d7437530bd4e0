import { expect, test } from "vitest";
import { lintWith, messages, withSchemas } from "./lint.js";

const field = (errata: unknown) => withSchemas({ Size: { "x-errata": errata } });

test("a list of ids passes", async () => {
  expect(await messages("errata-ids", field(["E01", "E12"]))).toEqual([]);
});

test.each([
  ["an id alone", "E01"],
  ["an empty list", []],
  ["nothing", null],
])("%s is no list", async (_, errata) => {
  expect(await lintWith("errata-ids", field(errata))).toEqual([
    {
      message: "x-errata is not a list of ids. Write x-errata: [E01], or drop it.",
      pointer: "#/components/schemas/Size/x-errata",
    },
  ]);
});

test("a number, an empty id and one that stands twice are reported at their place", async () => {
  expect(await lintWith("errata-ids", field([1, "", "E01", "E01"]))).toEqual([
    {
      message: 'x-errata: "1" does not look like an id. Correct it.',
      pointer: "#/components/schemas/Size/x-errata/0",
    },
    {
      message: 'x-errata: "" does not look like an id. Correct it.',
      pointer: "#/components/schemas/Size/x-errata/1",
    },
    { message: 'x-errata: "E01" stands twice. Remove one.', pointer: "#/components/schemas/Size/x-errata/3" },
  ]);
});

test("ids can be held against a shape and against a list", async () => {
  expect(await messages("errata-ids", field(["e1", "E01", "X7"]), { patterns: ["^E\\d\\d$", "^X"] })).toEqual(
    ['x-errata: "e1" does not look like an id. Correct it.'],
  );
  expect(await messages("errata-ids", field(["E01", "E99"]), { ids: ["E01"] })).toEqual([
    'x-errata: there is no erratum "E99". Enter it, or correct the id.',
  ]);
});
