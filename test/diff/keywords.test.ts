import { expect, test } from "vitest";
import type { JsonObject } from "../../src/cli/contract-diff/json.js";
import { compareKeywords } from "../../src/cli/contract-diff/keywords.js";

/** "rating pointer" of every difference between two documents that are these operations' parts. */
function found(before: object, after: object): string[] {
  const [old, now] = [before, after].map((operation) => ({ paths: { "/a/{id}": { get: operation } } }));
  return compareKeywords(old ?? {}, now ?? {}).map(({ rating, pointer }) => `${rating} ${pointer}`);
}

const at = "/paths/~1a~1{id}/get";

test("parameters are told by name and place, wherever they stand in the list", () => {
  const parameter = (name: string, schema: object, place = "query") => ({ name, in: place, schema });
  const [a, b] = [parameter("n", { default: 1 }), parameter("n", { default: 2 }, "header")];
  expect(found({ parameters: [a, b] }, { parameters: [b, a] })).toEqual([]);
  const changed = parameter("n", { default: 3 }, "header");
  expect(found({ parameters: [a, b] }, { parameters: [changed, a] })).toEqual([
    `breaking ${at}/parameters/0/schema/default`,
  ]);
});

test("servers are told by URL, tags by name, and a path is the same whatever its parameters are called", () => {
  const server = (url: string, region: string) => ({ url, variables: { region: { default: region } } });
  const document = (servers: object[], tags: object[], path: string) => ({
    servers,
    tags,
    paths: { [path]: { get: { "x-signing": { service: path.length } } } },
  });
  const changes = compareKeywords(
    document(
      [server("a", "1"), server("b", "2")],
      [{ name: "t", description: "x" }, { name: "u" }],
      "/a/{id}/b",
    ),
    document(
      [server("b", "2"), server("a", "3")],
      [{ name: "u" }, { name: "t", description: "y" }],
      "/a/{key}/b",
    ),
  );
  expect(changes.map(({ pointer }) => pointer).sort()).toEqual([
    "/paths/~1a~1{key}~1b/get/x-signing/service",
    "/servers/1/variables/region/default",
    "/tags/1/description",
  ]);
});

test("a name that looks like a keyword is none", () => {
  const schema = (type: string) => ({
    properties: { default: { type }, "x-time": { type }, examples: { type }, description: { type } },
  });
  const content = (type: string) => ({ "application/json": { schema: schema(type) } });
  const responses = (type: string) => ({ default: { content: content(type) } });
  expect(found({ responses: responses("string") }, { responses: responses("integer") })).toEqual([]);
});

test("data is no contract: what stands in an example or a default is not searched for keywords", () => {
  const parameter = (value: object) => ({ name: "n", in: "query", schema: { default: value } });
  expect(
    found({ parameters: [parameter({ default: 1 })] }, { parameters: [parameter({ default: 2 })] }),
  ).toEqual([`breaking ${at}/parameters/0/schema/default/default`]);
  const answer = (value: object) => ({
    200: { content: { "application/json": { examples: { one: { value } } } } },
  });
  expect(found({ responses: answer({ "x-time": 1 }) }, { responses: answer({ "x-time": 2 }) })).toEqual([
    `documentation ${at}/responses/200/content/application~1json/examples/one/value`,
  ]);
});

test("what stands beside a reference counts, and where it is missing the target does", () => {
  const document = (beside: object, target: object) => ({
    paths: {
      "/a": {
        get: {
          parameters: [{ name: "n", in: "query", schema: { $ref: "#/components/schemas/N", ...beside } }],
        },
      },
    },
    components: { schemas: { N: target } },
  });
  const pointers = (before: JsonObject, after: JsonObject) =>
    compareKeywords(before, after).map(({ pointer }) => pointer);
  const schema = "/paths/~1a/get/parameters/0/schema";
  expect(pointers(document({ default: 1 }, {}), document({ default: 2 }, {}))).toEqual([`${schema}/default`]);
  expect(
    pointers(document({ default: 1 }, { default: 0 }), document({ default: 1 }, { default: 9 })),
  ).toEqual([]);
  expect(pointers(document({}, { default: 0 }), document({}, { default: 9 }))).toEqual([
    "/components/schemas/N/default",
  ]);
});

test("schemas that contain themselves, and references that lead nowhere or in a circle, come to an end", () => {
  const document = (unit: string) => ({
    paths: { "/a": { get: { responses: { 200: { $ref: "#/components/responses/R" } } } } },
    components: {
      responses: { R: { content: { json: { schema: { $ref: "#/components/schemas/Tree" } } } } },
      schemas: {
        Tree: {
          properties: {
            at: { "x-time": { format: unit } },
            children: { items: { $ref: "#/components/schemas/Tree" } },
            lost: { $ref: "#/components/schemas/Gone" },
            round: { $ref: "#/components/schemas/Round" },
          },
        },
        Round: { $ref: "#/components/schemas/Round" },
      },
    },
  });
  expect(compareKeywords(document("s"), document("ms"))).toEqual([
    {
      rating: "breaking",
      rule: "x-time-changed",
      pointer: "/components/schemas/Tree/properties/at/x-time/format",
      message: '`x-time.format` changed from "s" to "ms"',
    },
  ]);
});

test("alternatives in another order matter only for the first", () => {
  const [a, b, c] = ["A", "B", "C"].map((name) => ({ $ref: `#/components/schemas/${name}` }));
  const response = (...anyOf: unknown[]) => ({
    responses: { 200: { content: { json: { schema: { anyOf } } } } },
  });
  expect(found(response(a, b, c), response(a, c, b))).toEqual([]);
  expect(found(response(a, b, c), response(b, a, c))).toEqual([
    `breaking ${at}/responses/200/content/json/schema/anyOf`,
  ]);
  // More or fewer alternatives are Redocly's to judge.
  expect(found(response(a, b), response(b))).toEqual([]);
});
