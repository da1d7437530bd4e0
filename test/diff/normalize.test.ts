import { describe, expect, test } from "vitest";
import { compareContracts } from "../../src/cli/contract-diff/compare.js";
import { normalize } from "../../src/cli/contract-diff/normalize.js";

const noProcess = () => Promise.reject(new Error("they differ"));
const required = { name: "q", in: "query", required: true, schema: { type: "string" } };
const optional = { name: "q", in: "query", schema: { type: "string" } };
const reference = { $ref: "#/components/parameters/Q" };

/** A contract with two operations on one path. */
function contract(path: object, operation: object = {}, schema: object = {}) {
  const post = { operationId: "DoThing", responses: {}, ...operation };
  const get = { operationId: "GetThing", responses: {}, ...operation };
  const components = { parameters: { Q: optional }, schemas: { Thing: schema } };
  return { openapi: "3.1.0", paths: { "/thing": { ...path, get, post } }, components };
}

describe("the parameters of a path are those of its operations", () => {
  test.each([
    ["a required one", { parameters: [required] }],
    ["an optional one", { parameters: [optional] }],
    ["a reference", { parameters: [reference] }],
  ])("%s that moves there or back is no change", async (_, moved) => {
    const [below, above] = [contract({}, moved), contract(moved)];
    expect(await compareContracts(below, above, noProcess)).toEqual([]);
    expect(await compareContracts(above, below, noProcess)).toEqual([]);
  });

  test("one that becomes required on its way is a change", () => {
    const [old, now] = normalize(
      contract({}, { parameters: [optional] }),
      contract({ parameters: [required] }),
    );
    expect(old).toEqual(contract({}, { parameters: [optional] }));
    expect(now).toEqual(contract({}, { parameters: [required] }));
  });

  test("an operation's own goes before the path's of the same name, also by a reference", () => {
    const other = { ...required, in: "header" };
    const shared = { parameters: [required, other] };
    const [, now] = normalize(contract({}), contract(shared, { parameters: [reference] }));
    expect(now).toEqual(contract({}, { parameters: [reference, other] }));
  });

  test("they stay where they are if they are the same in both", () => {
    const both = contract({ parameters: [required] });
    expect(normalize(both, both)).toEqual([both, both]);
  });
});

describe("what a contract or a path states for its operations is theirs", () => {
  const whole = (root: object, path: object, operation: object) => ({
    ...root,
    ...contract(path, operation),
  });
  const keys = { security: [{ key: [] }] };
  const host = { servers: [{ url: "https://a.test" }] };

  test.each([
    ["security of the contract", whole(keys, {}, {}), whole({}, {}, keys)],
    ["servers of the contract", whole(host, {}, {}), whole({}, {}, host)],
    ["servers of the contract and the path", whole(host, {}, {}), whole({}, host, {})],
    ["servers of the path", whole({}, host, {}), whole({}, {}, host)],
    ["both", whole({ ...keys, ...host }, {}, {}), whole({}, host, keys)],
  ])("%s", async (_, above, below) => {
    expect(await compareContracts(above, below, noProcess)).toEqual([]);
    expect(await compareContracts(below, above, noProcess)).toEqual([]);
  });

  test("an operation's own goes before them", () => {
    const own = { get: { operationId: "GetThing", responses: {}, security: [] } };
    const [old] = normalize({ ...keys, paths: { "/thing": own } }, { paths: { "/thing": own } });
    expect(old).toEqual({ paths: { "/thing": own } });
  });

  test("they stay where they are if both contracts state them", () => {
    const [old, now] = [whole(keys, {}, {}), whole({ security: [{ other: [] }] }, {}, {})];
    expect(normalize(old, now)).toEqual([old, now]);
  });
});

describe("a named enumeration that accepts any other value is written as its values", () => {
  const values = { type: "string", enum: ["a", "b"] };
  const open = { description: "A.", anyOf: [{ title: "documented value", ...values }, { type: "string" }] };

  test("and means the same as one that does not say so", async () => {
    const plain = { description: "A.", ...values };
    expect(await compareContracts(contract({}, {}, plain), contract({}, {}, open), noProcess)).toEqual([]);
  });

  test("a reference to it beside any other value says nothing more", async () => {
    const [named, thing] = [{ Thing: open }, { $ref: "#/components/schemas/Thing" }];
    const body = (schema: object) => ({
      ...contract({}, { responses: { 200: { content: { json: { schema } } } } }),
      components: { schemas: named },
    });
    const twice = { anyOf: [thing, { type: "string" }], title: "A" };
    expect(await compareContracts(body({ title: "A", ...thing }), body(twice), noProcess)).toEqual([]);
    const integer = body({ anyOf: [thing, { type: "integer" }] });
    expect(JSON.stringify(normalize(integer, integer)[0])).toContain('"anyOf":[{"$ref"');
  });

  test.each([
    ["a bound of the other values", { anyOf: [values, { type: "string", maxLength: 8 }] }],
    ["another type", { anyOf: [values, { type: "integer" }] }],
    ["a third alternative", { anyOf: [values, { type: "string" }, { type: "null" }] }],
    ["no name", { properties: { a: open } }],
  ])("but not with %s", (_, schema) => {
    const both = contract({}, {}, schema);
    expect(normalize(both, both)).toEqual([both, both]);
  });
});

describe("an allOf of one schema is that schema", () => {
  const thing = { $ref: "#/components/schemas/Thing" };

  test.each([
    ["a reference", thing, { allOf: [thing] }],
    ["in a list", { items: { type: "string" } }, { items: { allOf: [{ allOf: [{ type: "string" }] }] } }],
  ])("%s", async (_, plain, wrapped) => {
    expect(await compareContracts(contract({}, {}, plain), contract({}, {}, wrapped), noProcess)).toEqual([]);
  });

  test.each([
    ["several", { allOf: [thing, { type: "object" }] }],
    ["demands beside it", { allOf: [{ type: "object" }], additionalProperties: false }],
    ["other words beside it", { allOf: [{ type: "object", description: "One." }], description: "Other." }],
    ["an example", { example: { allOf: [{ a: 1 }] } }],
    ["an extension", { "x-rules": { allOf: [{ a: 1 }] } }],
  ])("but not %s", (_, schema) => {
    const both = contract({}, {}, schema);
    expect(normalize(both, both)).toEqual([both, both]);
  });
});
