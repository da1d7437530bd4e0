import { expect, test } from "vitest";
import { lintWith, messages, withSchemas } from "./lint.js";

const status = { description: "What became of it.", type: "string" };

test("a field is described by itself, beside its reference, or by what it refers to", async () => {
  const properties = {
    id: { type: "string", description: "Id of the record." },
    status: { $ref: "#/components/schemas/Status" },
    last: { $ref: "#/components/schemas/Plain", description: "What became of the one before." },
  };
  expect(
    await messages(
      "field-description",
      withSchemas({ Backup: { type: "object", properties }, Status: status, Plain: { type: "string" } }),
    ),
  ).toEqual([]);
});

test("a field without a description is reported on its name, nested ones too", async () => {
  const owner = { type: "object", description: "Who has it.", properties: { name: { type: "string" } } };
  const problems = await lintWith(
    "field-description",
    withSchemas({
      Backup: { type: "object", properties: { id: { type: "string", description: "" }, owner } },
    }),
  );
  expect(problems).toEqual([
    {
      message: 'The field "id" has no description. Say what it means, with its unit or format if it has one.',
      pointer: "#/components/schemas/Backup/properties/id",
    },
    expect.objectContaining({ pointer: "#/components/schemas/Backup/properties/owner/properties/name" }),
  ]);
});

test("a reference to what has no description does not describe", async () => {
  const properties = { last: { $ref: "#/components/schemas/Plain" } };
  expect(
    await messages(
      "field-description",
      withSchemas({ Backup: { type: "object", properties }, Plain: { type: "string" } }),
    ),
  ).toHaveLength(1);
});

test("a condition describes nothing, a field called not does", async () => {
  const condition = { if: { properties: { ok: { const: false } } } };
  const named = {
    properties: { not: { type: "object", description: "Odd.", properties: { a: { type: "string" } } } },
  };
  expect(await messages("field-description", withSchemas({ Condition: condition, Named: named }))).toEqual([
    expect.stringContaining('"a"'),
  ]);
});
