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
    ["words beside it", { allOf: [thing], description: "A thing." }],
    ["an example", { example: { allOf: [{ a: 1 }] } }],
    ["an extension", { "x-rules": { allOf: [{ a: 1 }] } }],
  ])("but not %s", (_, schema) => {
    const both = contract({}, {}, schema);
    expect(normalize(both, both)).toEqual([both, both]);
  });
});
