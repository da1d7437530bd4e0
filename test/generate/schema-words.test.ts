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
  ["an int64 from a minimum", { type: "integer", format: "int64", minimum: 0 }, "int64(o.a, false, 0)"],
  ["an integer", { type: "integer" }, 'typed(o.a, "integer")'],
  ["an integer within bounds", { type: "integer", minimum: 0, maximum: 100 }, "integer(o.a, answer_a)"],
  ["an integer up to a bound", { type: "integer", maximum: 9 }, "integer(o.a, answer_a)"],
  ["an int32", { type: "integer", format: "int32", minimum: 0 }, "integer(o.a, answer_a)"],
  ["a time", { type: "string", format: "date-time" }, "dateTime(o.a)"],
  ["a text that is not empty", { type: "string", minLength: 1 }, "filled(o.a)"],
  [
    "a list of int32",
    { type: "array", items: { type: "integer", format: "int32" } },
    "list(o.a, integer, answer_a_item)",
  ],
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
  const nullable = [
    { $ref: "#/components/schemas/Known" },
    { type: "object", additionalProperties: false },
    { type: "null" },
  ];
  expect(tellSchema(contract, answer({ anyOf: nullable }), "open")).toContain(
    "const answer_a = [[oneOf, Known, true], [part, answer_a_1]];",
  );
});

test.each<[Schema, string]>([
  [{ minimum: 0, maximum: 100 }, "[0, 100]"],
  [{ maximum: 9 }, "[-Infinity, 9]"],
  [{ format: "int32" }, "[-2147483648, 2147483647]"],
  [{ format: "int32", minimum: 0 }, "[0, 2147483647]"],
])("tells the bounds of an integer: %j", (bounds, told) => {
  const code = tellSchema(contract, answer({ type: "integer", ...bounds }), "open");
  expect(code).toContain(`const answer_a = ${told};`);
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
    answer({ type: "integer", multipleOf: 2 }),
    "answer_a: validators have no word for multipleOf",
  ],
  [
    "a format without a word",
    answer({ type: "string", format: "email" }),
    "answer_a: validators have no word for format",
  ],
  [
    "a pattern of what may be null",
    answer({ type: ["string", "null"], pattern: "^a$" }),
    "answer_a: validators have no word for pattern",
  ],
  [
    "a length of more than one",
    answer({ type: "string", minLength: 2 }),
    "answer_a: validators have no word for minLength",
  ],
  [
    "both a pattern and a length",
    answer({ type: "string", pattern: "^a$", minLength: 1 }),
    "answer_a: validators have no word for minLength",
  ],
  [
    "a bound of a fraction",
    answer({ type: "number", minimum: 0 }),
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
