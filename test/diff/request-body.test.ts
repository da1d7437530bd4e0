import { expect, test } from "vitest";
import { compareContracts } from "../../src/cli/contract-diff/compare.js";
import { wholeRound } from "../support/round.js";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const text = { type: "string" };

interface Parts {
  /** The body of an operation that had none. */
  readonly added?: object;
  readonly properties: object;
  readonly nested: object;
  readonly unused: object;
}

function contract({ added, properties, nested, unused }: Parts) {
  const post = (operationId: string, requestBody: object | undefined) => ({
    post: { operationId, responses: {}, ...(requestBody === undefined ? {} : { requestBody }) },
  });
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths: {
      "/changed": post("Change", json({ $ref: "#/components/schemas/Order" })),
      "/required": post("Require", added),
      "/optional": post("Allow", added && { $ref: "#/components/requestBodies/Optional" }),
    },
    components: {
      requestBodies: { Required: { ...json(text), required: true }, Optional: json(text) },
      schemas: {
        Order: {
          type: "object",
          properties: { ...properties, parts: { type: "object", properties: nested } },
        },
        Unused: { type: "object", properties: unused },
      },
    },
  };
}

test("what a client may no longer send, or has to, is breaking", async () => {
  const before = contract({ properties: { id: text, note: text }, nested: { a: text }, unused: { b: text } });
  const after = contract({
    added: { $ref: "#/components/requestBodies/Required" },
    properties: { id: text, more: text },
    nested: {},
    unused: {},
  });
  const changes = await compareContracts(before, after);
  expect(changes.map(({ rating, pointer, message }) => `${rating} ${pointer}: ${message}`)).toEqual([
    "breaking /components/schemas/Order/properties/more: property `note` was renamed to `more`",
    "breaking /components/schemas/Order/properties/parts/properties: property `a` was removed",
    "breaking /components/schemas/Unused/properties: property `b` was removed",
    "breaking /paths/~1required/post/requestBody: a required request body was added",
    "additive /paths/~1optional/post/requestBody: request body `requestBody` was added",
  ]);
});

test.skipIf(!wholeRound)("what a schema demands beside a reference is compared", async () => {
  const things = (more: object) => ({
    ...contract({ properties: {}, nested: {}, unused: {} }),
    paths: {
      "/a": {
        post: {
          operationId: "A",
          responses: {},
          requestBody: json({ $ref: "#/components/schemas/Order", ...more }),
        },
      },
    },
  });
  const changes = await compareContracts(things({}), things({ maxProperties: 3 }));
  expect(changes).toMatchObject([
    {
      rating: "breaking",
      pointer: "/paths/~1a/post/requestBody/content/application~1json/schema/maxProperties",
    },
  ]);
});
