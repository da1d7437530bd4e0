import { expect, test } from "vitest";
import { lintWith, messages, withOperation, withSchemas } from "./lint.js";

test("explained values pass; null and numbers as keys too", async () => {
  const meanings = { RUNNING: "Under way.", DONE: "Finished." };
  expect(
    await messages(
      "enum-value-description",
      withSchemas({
        Status: { type: ["string", "null"], enum: ["RUNNING", "DONE", null], "x-enumDescriptions": meanings },
        Level: { type: "integer", enum: [0, 1], "x-enumDescriptions": { 0: "Low.", 1: "High." } },
      }),
    ),
  ).toEqual([]);
});

test("a value without a meaning is reported at the value", async () => {
  const problems = await lintWith(
    "enum-value-description",
    withSchemas({
      Status: { enum: ["RUNNING", "DONE"], "x-enumDescriptions": { RUNNING: "Under way.", DONE: " " } },
    }),
  );
  expect(problems).toEqual([
    {
      message: 'The value "DONE" is not explained. Say under x-enumDescriptions what each value means.',
      pointer: "#/components/schemas/Status/enum/1",
    },
  ]);
});

test("several are one finding, inside a parameter as well", async () => {
  const parameter = { name: "sort", in: "query", schema: { enum: ["a", "b", "c", "d", "e", "f", "g"] } };
  expect(await messages("enum-value-description", withOperation({ parameters: [parameter] }))).toEqual([
    'The values "a", "b", "c", "d", "e" and 2 more are not explained. ' +
      "Say under x-enumDescriptions what each value means.",
  ]);
});

test("a meaning without a value is a slip", async () => {
  const problems = await lintWith(
    "enum-value-description",
    withSchemas({
      Status: { enum: ["RUNNING"], "x-enumDescriptions": { RUNNING: "Under way.", RUNING: "Typo." } },
    }),
  );
  expect(problems).toEqual([
    {
      message:
        'x-enumDescriptions explains "RUNING", which is no value of the enumeration. Remove or correct it.',
      pointer: "#/components/schemas/Status/x-enumDescriptions/RUNING",
    },
  ]);
});

test("meanings without an enumeration are one, too; a condition needs none", async () => {
  const schemas = {
    Status: { "x-enumDescriptions": { RUNNING: "Under way." } },
    Rest: { not: { enum: ["RUNNING"] } },
  };
  expect(await messages("enum-value-description", withSchemas(schemas))).toEqual([
    expect.stringMatching(/^x-enumDescriptions explains "RUNNING"/),
  ]);
});
