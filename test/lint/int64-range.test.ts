import { expect, test } from "vitest";
import { lintWith, messages, withOperation, withSchemas } from "./lint.js";

const int64 = { type: "integer", format: "int64" };

test.each([
  ["both bounds", { ...int64, minimum: 0, maximum: 1000 }],
  ["exclusive bounds", { ...int64, exclusiveMinimum: 0, exclusiveMaximum: 1000 }],
  ["a note", { ...int64, description: "Size in bytes, a 64-bit integer." }],
  ["another note", { ...int64, description: "May exceed 9 007 199 254 740 991." }],
  ["another format", { type: "integer", format: "int32" }],
])("%s will do", async (_, size) => {
  expect(await messages("int64-range", withSchemas({ Size: size }))).toEqual([]);
});

test("a note on the parameter or list that holds it counts", async () => {
  const note = "A 64-bit integer.";
  const document = withOperation(
    { parameters: [{ name: "from", in: "query", description: note, schema: int64 }] },
    { schemas: { Sizes: { type: "array", description: note, items: { ...int64 } } } },
  );
  expect(await messages("int64-range", document)).toEqual([]);
});

test("a schema that others refer to says it itself, wherever it stands", async () => {
  const backup = {
    properties: { size: { $ref: "#/components/schemas/Size", description: "A 64-bit integer." } },
  };
  expect(await messages("int64-range", withSchemas({ Backup: backup, Size: int64 }))).toHaveLength(1);
  expect(await messages("int64-range", withSchemas({ Size: int64, Backup: backup }))).toHaveLength(1);
});

test.each([
  ["nothing", int64],
  ["one bound", { ...int64, minimum: 0 }],
  ["a description of something else", { ...int64, description: "Size in bytes." }],
])("%s will not", async (_, size) => {
  expect(await lintWith("int64-range", withSchemas({ Size: size }))).toEqual([
    {
      message:
        "An int64 of no stated range. Add minimum and maximum, " +
        "or say in its description that it is a 64-bit integer and whether it can exceed 2^53-1.",
      pointer: "#/components/schemas/Size/format",
    },
  ]);
});

test("another wording can be asked for", async () => {
  const document = withSchemas({ Size: { ...int64, description: "Ganzzahl mit 64 Bit." } });
  expect(await messages("int64-range", document, { notes: ["64 Bit"] })).toEqual([]);
});
