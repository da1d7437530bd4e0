import { describe, expect, test } from "vitest";
import { compareContracts } from "../../src/cli/contract-diff/compare.js";
import { respell } from "../../src/cli/contract-diff/spelling.js";

const noProcess = () => Promise.reject(new Error("they differ"));
const thing = { $ref: "#/components/schemas/Thing" };

function contract(schema: object, operation: object = {}) {
  return {
    openapi: "3.1.0",
    paths: { "/things": { get: { operationId: "ListThings", responses: {}, ...operation } } },
    components: { schemas: { Thing: { type: "object" }, List: schema } },
  };
}

/** One pair of spellings a row, and what JSON Schema 2020-12 or OpenAPI 3.1 says of it. */
describe("two spellings of a schema mean the same", () => {
  test.each<[string, object, object]>([
    ["a type, and a list of it", { type: "string" }, { type: ["string"] }],
    ["types in another order", { type: ["string", "null"] }, { type: ["null", "string"] }],
    ["names in another order", { required: ["a", "b"] }, { required: ["b", "a"] }],
    ["values in another order", { enum: ["a", 1, null] }, { enum: [null, "a", 1] }],
    ["a constant, and an enumeration of it", { const: "a" }, { enum: ["a"] }],
    ["anyOf of one", thing, { anyOf: [thing] }],
    ["oneOf of one", thing, { oneOf: [thing] }],
    ["allOf of one with words", { ...thing, description: "D." }, { allOf: [thing], description: "D." }],
    [
      "null as a type, and as an alternative",
      { type: ["string", "null"], maxLength: 3, description: "D." },
      { anyOf: [{ type: "string", maxLength: 3 }, { type: "null" }], description: "D." },
    ],
    [
      "anything more, and the empty schema of it",
      { additionalProperties: true },
      { additionalProperties: {} },
    ],
    [
      "bounds that bound nothing",
      {},
      { minLength: 0, minItems: 0, minProperties: 0, uniqueItems: false, required: [] },
    ],
    [
      "an integer above 0, and from 1",
      { type: "integer", exclusiveMinimum: 0 },
      { type: "integer", minimum: 1 },
    ],
    [
      "an integer below 10, and to 9",
      { type: ["integer", "null"], exclusiveMaximum: 10 },
      { type: ["integer", "null"], maximum: 9.5 },
    ],
    [
      "two bounds of an integer, and the stricter one",
      { type: "integer", minimum: 1, exclusiveMinimum: 3, maximum: 7, exclusiveMaximum: 9 },
      { type: "integer", minimum: 4, maximum: 7 },
    ],
    [
      "the bounds of OpenAPI 3.0, and those of 3.1",
      { type: "integer", minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
      { type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 9 },
    ],
    ["marks that mark nothing", {}, { deprecated: false, readOnly: false, writeOnly: false }],
    [
      "a demand beside a reference, and above it",
      { ...thing, additionalProperties: false },
      { allOf: [thing], additionalProperties: false },
    ],
  ])("%s", async (_, one, other) => {
    const nested = (schema: object) => contract({ properties: { required: { items: schema } } });
    expect(await compareContracts(nested(one), nested(other), noProcess)).toEqual([]);
    expect(await compareContracts(nested(other), nested(one), noProcess)).toEqual([]);
  });

  test.each<[string, object]>([
    ["the bounds of a number", { type: "number", exclusiveMinimum: 0 }],
    ["bounds that are no numbers", { type: "integer", minimum: "1", exclusiveMinimum: 0 }],
    ["several alternatives", { anyOf: [{ type: "string" }, { type: "integer" }] }],
    ["null beside an enumeration without it", { anyOf: [{ type: "string", enum: ["a"] }, { type: "null" }] }],
    ["null beside a reference", { oneOf: [thing, { type: "null" }] }],
    ["a demand beside one alternative", { anyOf: [{ properties: { a: {} } }], additionalProperties: false }],
    ["names that look like keywords", { properties: { const: { type: "string" }, required: {}, enum: {} } }],
    [
      "data that look like keywords",
      { default: { const: 1, allOf: [{}], minLength: 0 }, "x-a": { const: 1 } },
    ],
    ["words beside a reference", { ...thing, description: "D.", "x-time": { format: "s" } }],
  ])("but %s stay as they are", (_, schema) => {
    expect(respell(contract(schema))).toEqual(contract(schema));
  });

  test("OpenAPI 3.0 ignores what stands beside a reference", () => {
    const old = { ...contract({ allOf: [thing], maxProperties: 3 }), openapi: "3.0.3" };
    expect(respell(old)).toEqual(old);
  });
});

describe("two spellings of a request mean the same", () => {
  const schema = { type: "string" };
  const parameter = (name: string, place: string, more: object) => ({
    parameters: [{ name, in: place, schema, ...more }],
  });

  test.each<[string, object, object]>([
    [
      "a parameter of the query",
      parameter("q", "query", {}),
      parameter("q", "query", { style: "form", explode: true, required: false, allowReserved: false }),
    ],
    [
      "a parameter of the header",
      parameter("h", "header", {}),
      parameter("h", "header", { style: "simple", explode: false }),
    ],
    [
      "a style that does not explode by itself",
      parameter("q", "query", { style: "pipeDelimited" }),
      parameter("q", "query", { style: "pipeDelimited", explode: false }),
    ],
    ["the letter case of a header", parameter("X-Trace", "header", {}), parameter("x-trace", "header", {})],
    [
      "the letter case of a response's header",
      { responses: { 200: { headers: { "Retry-After": { schema } } } } },
      { responses: { 200: { headers: { "retry-after": { schema } } } } },
    ],
    ["an operation", {}, { deprecated: false, parameters: [], tags: [] }],
    ["a body", { requestBody: { content: {} } }, { requestBody: { content: {}, required: false } }],
  ])("%s, and its defaults written out", async (_, one, other) => {
    expect(await compareContracts(contract({}, one), contract({}, other), noProcess)).toEqual([]);
  });

  test("another case of a name in the query is another name", async () => {
    const [one, other] = ["Q", "q"].map((name) => contract({}, parameter(name, "query", {})));
    await expect(compareContracts(one ?? {}, other ?? {}, noProcess)).rejects.toThrow("they differ");
  });

  test("an empty security stays: it takes away the contract's", () => {
    const open = contract({}, { security: [] });
    expect(respell(open)).toEqual(open);
  });

  test.each(["style", "explode"])("another %s stays", (key) => {
    const other = contract({}, parameter("q", "query", { [key]: key === "style" ? "deepObject" : false }));
    expect(respell(other)).toEqual(other);
  });
});
