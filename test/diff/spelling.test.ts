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
    ["anything more, and no word of it", { additionalProperties: true }, {}],
    [
      "anything more, and the empty schema of it",
      { additionalProperties: true },
      { additionalProperties: {} },
    ],
    [
      "nothing more, and the schema of nothing",
      { additionalProperties: false },
      { additionalProperties: { not: {} } },
    ],
    [
      "true, and the empty schema",
      { properties: { a: true, b: false } },
      { properties: { a: {}, b: { not: {} } } },
    ],
    ["true in a list, and the empty schema", { prefixItems: [true] }, { prefixItems: [{}] }],
    ["items of any kind, and no word of them", { type: "array", items: true }, { type: "array" }],
    [
      "alternatives of a type each, and the types",
      { anyOf: [{ type: "string" }, { type: "integer" }] },
      { type: ["integer", "string"] },
    ],
    [
      "excluding alternatives of a type each, and the types",
      { oneOf: [{ type: "string" }, { type: "boolean" }] },
      { type: ["string", "boolean"] },
    ],
    ["values that are texts, and their type", { enum: ["a", "b"] }, { type: "string", enum: ["a", "b"] }],
    [
      "null among the values, and as an alternative",
      { type: ["string", "null"], enum: ["a", null] },
      { anyOf: [{ type: "string", enum: ["a"] }, { type: "null" }] },
    ],
    ["numbers and integers, and numbers", { type: ["integer", "number"] }, { type: "number" }],
    [
      "demands in several parts, and in one",
      {
        type: "object",
        required: ["b", "a"],
        properties: { a: {}, b: {} },
        minProperties: 1,
        description: "D.",
      },
      {
        allOf: [
          { type: "object", required: ["a"], properties: { a: {} } },
          { type: "object", required: ["b"], properties: { b: {} }, minProperties: 1 },
        ],
        description: "D.",
      },
    ],
    ["a demand twice, and once", { allOf: [thing, thing, {}] }, thing],
    [
      "empty maps, and none",
      {},
      { properties: {}, patternProperties: {}, dependentRequired: {}, dependentSchemas: {}, $defs: {} },
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
    ["several alternatives", { anyOf: [{ type: "string", maxLength: 3 }, { type: "integer" }] }],
    ["alternatives that exclude each other", { oneOf: [{ type: "integer" }, { type: "number" }] }],
    ["null beside an enumeration that has it", { oneOf: [{ enum: ["a", null] }, { type: "null" }] }],
    ["an empty schema where others ask for what it evaluates", { items: {}, unevaluatedItems: false }],
    ["values of several types", { enum: ["a", 1] }],
    [
      "demands of which one closes its own properties",
      { allOf: [{ properties: { a: {} }, additionalProperties: false }, { properties: { b: {} } }] },
    ],
    [
      "demands of one property",
      { allOf: [{ properties: { a: { maxLength: 3 } } }, { properties: { a: {} } }] },
    ],
    [
      "demands with words of their own",
      { allOf: [{ required: ["a"], description: "D." }, { required: ["b"] }] },
    ],
    ["two bounds", { allOf: [{ maxLength: 3 }, { maxLength: 5 }] }],
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
    ["an operation", {}, { deprecated: false, parameters: [], tags: [], callbacks: {} }],
    ["no credentials", { security: [] }, { security: [{}] }],
    [
      "a header that OpenAPI ignores",
      {},
      {
        parameters: ["Accept", "content-type", "Authorization"].map((name) => ({
          name,
          in: "header",
          schema,
        })),
      },
    ],
    ["scopes in another order", { security: [{ A: ["r", "w"] }] }, { security: [{ A: ["w", "r"] }] }],
    ["a response", { responses: { 200: {} } }, { responses: { 200: { headers: {}, links: {} } } }],
    [
      "a header of a response",
      { responses: { 200: { headers: { a: { schema } } } } },
      {
        responses: { 200: { headers: { a: { schema, style: "simple", explode: false, required: false } } } },
      },
    ],
    [
      "the letter case of a media type",
      { responses: { 200: { content: { "application/json; charset=utf-8": { schema } } } } },
      { responses: { 200: { content: { 'Application/JSON;Charset="UTF-8"': { schema } } } } },
    ],
    ["a body", { requestBody: { content: {} } }, { requestBody: { content: {}, required: false } }],
  ])("%s, and its defaults written out", async (_, one, other) => {
    expect(await compareContracts(contract({}, one), contract({}, other), noProcess)).toEqual([]);
  });

  test.each<[string, object, object]>([
    ["no servers", {}, { servers: [] }],
    ["the server of the contract's own address", {}, { servers: [{ url: "/" }] }],
    [
      "a host in capitals",
      { servers: [{ url: "https://a.example/V1" }] },
      { servers: [{ url: "HTTPS://A.example:443/V1" }] },
    ],
    ["no tags, webhooks, security or components of a kind", {}, { tags: [], webhooks: {}, security: [] }],
  ])("%s, and the contract without them", async (_, one, other) => {
    const [old, now] = [one, other].map((root) => ({ ...contract({}), ...root }));
    expect(await compareContracts(old ?? {}, now ?? {}, noProcess)).toEqual([]);
    expect(await compareContracts(now ?? {}, old ?? {}, noProcess)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ["a path in capitals", "https://a.example/v1", "https://a.example/V1"],
    [
      "a slash at its end, which comes before the slash of the path",
      "https://a.example/v1",
      "https://a.example/v1/",
    ],
    ["another port", "https://a.example", "https://a.example:80"],
  ])("but %s makes another server", async (_, one, other) => {
    const [old, now] = [one, other].map((url) => ({ ...contract({}), servers: [{ url }] }));
    await expect(compareContracts(old ?? {}, now ?? {}, noProcess)).rejects.toThrow("they differ");
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
