import { expect, test } from "vitest";
import { lintWith, messages, withOperation, withSchemas } from "./lint.js";

test("a reason passes, on anything", async () => {
  const reason = "From the vendor's clients.";
  const document = {
    ...withOperation({
      "x-beyond-documents": reason,
      responses: { "429": { "x-beyond-documents": reason } },
    }),
    servers: [{ url: "https://example.com", "x-beyond-documents": reason }],
  };
  expect(await messages("beyond-reason", document)).toEqual([]);
});

test.each([
  ["an empty string", ""],
  ["spaces", "  "],
  ["a flag", true],
  ["null", null],
])("%s is no reason", async (_, value) => {
  expect(await lintWith("beyond-reason", withSchemas({ Size: { "x-beyond-documents": value } }))).toEqual([
    {
      message:
        "x-beyond-documents gives no reason. Say in a sentence why this is here although no source page has it.",
      pointer: "#/components/schemas/Size/x-beyond-documents",
    },
  ]);
});

test("it is found beside a reference", async () => {
  const properties = { size: { $ref: "#/components/schemas/Size", "x-beyond-documents": "" } };
  expect(await messages("beyond-reason", withSchemas({ Backup: { properties }, Size: {} }))).toHaveLength(1);
});
