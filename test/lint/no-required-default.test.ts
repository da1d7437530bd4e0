import { expect, test } from "vitest";
import { lintWith, messages, withOperation } from "./lint.js";

const limit = { name: "limit", in: "query", schema: { type: "integer", default: 10 } };
const shared = { schemas: { Limit: { type: "integer", default: 10 } } };

test("an optional parameter may have a default, a required one may have none", async () => {
  const parameters = [
    limit,
    { ...limit, name: "start", required: false },
    { name: "id", in: "query", required: true, schema: { type: "string" } },
  ];
  expect(await messages("no-required-default", withOperation({ parameters }))).toEqual([]);
});

test.each([
  ["its own", limit.schema],
  ["one by reference", { $ref: "#/components/schemas/Limit" }],
  ["one of a branch", { allOf: [{ $ref: "#/components/schemas/Limit" }] }],
])("a required parameter with a default, %s, is reported", async (_, schema) => {
  const document = withOperation({ parameters: [{ ...limit, schema, required: true }] }, shared);
  expect(await lintWith("no-required-default", document)).toEqual([
    {
      message: 'The parameter "limit" is required and has a default. Drop one of the two.',
      pointer: "#/paths/~1backups/get/parameters/0/required",
    },
  ]);
});
