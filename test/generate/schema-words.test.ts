import { expect, test } from "vitest";
import type { Contract, Schema } from "../../scripts/generate/contract.js";
import { tellSchema } from "../../scripts/generate/schema-words.js";
import { type Validator, WORDS } from "../../src/core/schema.js";

const loop: Schema = { type: "object", properties: { next: { $ref: "#/components/schemas/Loop" } } };
const contract: Contract = {
  info: { title: "", version: "" },
  paths: {},
  components: { schemas: { Loop: loop, Text: { type: "string" }, Known: { type: "string", enum: ["x"] } } },
};

const answer = (field: Schema, more: Schema = {}): Schema => ({
  type: "object",
  properties: { a: field },
  ...more,
});

test("words come in the order in which the runtime gives them", () => {
  const code = tellSchema(contract, answer({ type: "string" }), "closed");
  const given = /^\(([^)]*)\)/.exec(code)?.[1];
  expect(given).toBe(WORDS.map((word: Validator | { name: string }) => word.name).join(", "));
});

test.each<[string, Schema, string]>([
  ["a text", { type: "string" }, "text(o.a)"],
  ["a text by reference", { $ref: "#/components/schemas/Text" }, "text(o.a)"],
  [
    "known texts beside any",
    { anyOf: [{ $ref: "#/components/schemas/Known" }, { type: "string" }] },
    "text(o.a)",
  ],
  ["a text or null", { type: ["string", "null"] }, "textOrNull(o.a)"],
  ["an int64 or null", { type: ["integer", "null"], format: "int64" }, "int64(o.a, true)"],
  ["a truth", { type: "boolean" }, 'typed(o.a, "boolean")'],
  ["a list of texts", { type: "array", items: { type: "string" } }, "list(o.a, text)"],
  ["a constant", { const: 1 }, "oneOf(o.a, answer_a)"],
  [
    "an enumeration or null",
    { anyOf: [{ $ref: "#/components/schemas/Known" }, { type: "null" }] },
    "oneOf(o.a, answer_a, true)",
  ],
  ["a pattern", { type: "string", pattern: "^(a|b)\\(/$" }, "match(o.a, answer_a)"],
  ["an object without fields", { type: "object", additionalProperties: false }, "part(o.a, answer_a)"],
  ["alternatives", { anyOf: [{ type: "string" }, { type: "integer" }] }, "several(o.a, answer_a)"],
  [
    "a list of alternatives",
    { type: "array", items: { anyOf: [{ type: "string" }, { type: "integer" }] } },
    "list(o.a, several, answer_a_item)",
  ],
  ["a part", { type: "object", properties: { b: { type: "string" } } }, "part(o.a, answer_a)"],
])("tells %s", (_, field, told) => {
  expect(tellSchema(contract, answer(field), "open")).toContain(
    `return (o) => object(o, 0, 0, ${told}, true);`,
  );
});

test("tells the kinds of a value one by one", () => {
  const kinds = [
    { $ref: "#/components/schemas/Known" },
    { type: "object", additionalProperties: false },
    { type: ["string", "null"] },
  ];
  expect(tellSchema(contract, answer({ anyOf: kinds }), "open")).toContain(
    "const answer_a = [[oneOf, Known], [part, answer_a_1], [textOrNull]];",
  );
});

test("tells a list or null", () => {
  const field = { type: ["array", "null"], items: { type: "string" } };
  expect(tellSchema(contract, answer(field), "open")).toContain(
    'const answer_a = [[list, text], [typed, "null"]];',
  );
});

test("keeps what a pattern matches, without remembering its parts", () => {
  const tell = (pattern: string) => tellSchema(contract, answer({ type: "string", pattern }), "closed");
  expect(tell("^(a|b)\\((?=c)$")).toContain("/^(?:a|b)\\((?=c)$/u");
  expect(tell("^(a)\\1[(]$")).toContain("/^(a)\\1[(]$/u");
});

test.each<[string, Schema, string]>([
  [
    "a keyword without a word",
    answer({ type: "integer", minimum: 0 }),
    "answer_a: validators have no word for minimum",
  ],
  ["no type", answer({}), "answer_a has no type"],
  [
    "objects that are closed",
    answer({ type: "object", properties: { b: { type: "string" } }, additionalProperties: false }),
    "answer_a: validators have no word for additionalProperties",
  ],
  [
    "lists of lists of texts",
    answer({ type: "array", items: { type: "array", items: { type: "string" } } }),
    "answer_a is a list of lists",
  ],
  ["what holds itself", answer(loop), "Loop holds itself"],
  [
    "an unknown required field",
    answer({ type: "string" }, { required: ["b"] }),
    "requires a field that it does not have",
  ],
  ["a body that is no object", { type: "string" }, "answer is no object that has properties"],
])("refuses %s", (_, schema, message) => {
  expect(() => tellSchema(contract, schema, "closed")).toThrow(message);
});
