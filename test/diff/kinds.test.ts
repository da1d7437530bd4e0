import { expect, test } from "vitest";
import { compareContracts } from "../../src/cli/contract-diff/compare.js";
import type { JsonObject } from "../../src/cli/contract-diff/json.js";

const text = { type: "string" };
const parameter = (more: object, name = "q") => ({ name, in: "query", schema: text, ...more });
const asked = (...parameters: object[]) => ({ parameters });
const sent = (schema: object, type = "application/json") => ({
  requestBody: { content: { [type]: { schema } } },
});
const received = (schema: object, more: object = {}) => ({
  responses: { 200: { description: "Done.", content: { "application/json": { schema } }, ...more } },
});
const things = (schema: object, more: object = {}) => ({
  type: "object",
  properties: { a: schema },
  ...more,
});

type Verdict = "breaking" | "additive" | "documentation" | "none";

/** An operation before and after a change of a kind that reports on tools for the comparison of contracts name. */
const kinds: readonly [kind: string, before: object, after: object, forth: Verdict, back: Verdict][] = [
  // Requests: what is accepted, and how it is written.
  [
    "a parameter travels in another style",
    asked(parameter({ schema: { type: "array" } })),
    asked(parameter({ schema: { type: "array" }, style: "pipeDelimited" })),
    "breaking",
    "breaking",
  ],
  [
    "a list explodes or not",
    asked(parameter({ schema: { type: "array" } })),
    asked(parameter({ schema: { type: "array" }, explode: false })),
    "breaking",
    "breaking",
  ],
  [
    "reserved characters are allowed",
    asked(parameter({})),
    asked(parameter({ allowReserved: true })),
    "breaking",
    "breaking",
  ],
  [
    "a parameter travels as JSON",
    asked(parameter({})),
    asked({ name: "q", in: "query", content: { "application/json": { schema: text } } }),
    "breaking",
    "breaking",
  ],
  [
    "a parameter moves to the header",
    asked(parameter({})),
    asked(parameter({ in: "header" })),
    "breaking",
    "breaking",
  ],
  [
    "a parameter has a pattern",
    asked(parameter({})),
    asked(parameter({ schema: { ...text, pattern: "^a" } })),
    "breaking",
    "additive",
  ],
  [
    "a maximum falls",
    asked(parameter({ schema: { type: "integer", maximum: 9 } })),
    asked(parameter({ schema: { type: "integer", maximum: 5 } })),
    "breaking",
    "additive",
  ],
  [
    "a text has to be longer",
    asked(parameter({ schema: { ...text, minLength: 1 } })),
    asked(parameter({ schema: { ...text, minLength: 3 } })),
    "breaking",
    "additive",
  ],
  [
    "a list is bounded",
    asked(parameter({ schema: { type: "array", items: text } })),
    asked(parameter({ schema: { type: "array", items: text, maxItems: 3 } })),
    "breaking",
    "additive",
  ],
  [
    "a list has to be of different items",
    asked(parameter({ schema: { type: "array", items: text } })),
    asked(parameter({ schema: { type: "array", items: text, uniqueItems: true } })),
    "breaking",
    "additive",
  ],
  [
    "a number has to be a multiple",
    asked(parameter({ schema: { type: "integer" } })),
    asked(parameter({ schema: { type: "integer", multipleOf: 5 } })),
    "breaking",
    "additive",
  ],
  [
    "a parameter takes fewer types",
    asked(parameter({ schema: { type: ["string", "integer"] } })),
    asked(parameter({})),
    "breaking",
    "additive",
  ],
  [
    "a parameter takes no null",
    asked(parameter({ schema: { type: ["string", "null"] } })),
    asked(parameter({})),
    "breaking",
    "additive",
  ],
  [
    "a parameter takes one value",
    asked(parameter({})),
    asked(parameter({ schema: { const: "a" } })),
    "breaking",
    "additive",
  ],
  ["a body takes another media type", sent(text), sent(text, "text/plain"), "breaking", "breaking"],
  [
    "a body becomes required",
    sent(text),
    { requestBody: { content: sent(text).requestBody.content, required: true } },
    "breaking",
    "additive",
  ],
  [
    "a property of a body becomes required",
    sent(things(text)),
    sent(things(text, { required: ["a"] })),
    "breaking",
    "additive",
  ],
  [
    "a body takes no further properties",
    sent(things(text)),
    sent(things(text, { additionalProperties: false })),
    "breaking",
    "additive",
  ],
  [
    "an alternative of a body goes",
    sent({ oneOf: [things(text), { type: "array" }, { type: "string", maxLength: 3 }] }),
    sent({ oneOf: [things(text), { type: "array" }] }),
    "breaking",
    "additive",
  ],
  // Responses: what comes.
  [
    "a status goes",
    { responses: { 200: { description: "Done." }, 204: { description: "None." } } },
    { responses: { 200: { description: "Done." } } },
    "breaking",
    "breaking",
  ],
  [
    "a media type of a response goes",
    received(text),
    { responses: { 200: { description: "Done." } } },
    "breaking",
    "additive",
  ],
  [
    "a header of a response goes",
    received(text, { headers: { "Retry-After": { schema: text } } }),
    received(text),
    "breaking",
    "additive",
  ],
  [
    "a field is of another type",
    received(things(text)),
    received(things({ type: "integer" })),
    "breaking",
    "breaking",
  ],
  [
    "a field may be null",
    received(things(text)),
    received(things({ type: ["string", "null"] })),
    "breaking",
    "additive",
  ],
  [
    "a field may be missing",
    received(things(text, { required: ["a"] })),
    received(things(text)),
    "breaking",
    "additive",
  ],
  [
    "a list becomes its item",
    received({ type: "array", items: text }),
    received(text),
    "breaking",
    "breaking",
  ],
  // The operation itself.
  [
    "an operation is called otherwise",
    { operationId: "One" },
    { operationId: "Other" },
    "breaking",
    "breaking",
  ],
  [
    "a scope is demanded",
    { security: [{ Key: ["read"] }] },
    { security: [{ Key: ["read", "write"] }] },
    "breaking",
    "additive",
  ],
  [
    "a way to authenticate goes",
    { security: [{ Key: [] }, { Token: [] }] },
    { security: [{ Key: [] }] },
    "breaking",
    "additive",
  ],
  ["credentials are demanded", { security: [] }, { security: [{ Key: [] }] }, "breaking", "additive"],
  ["an operation is deprecated", {}, { deprecated: true }, "additive", "additive"],
  ["a tag is another", { tags: ["One"] }, { tags: ["Other"] }, "documentation", "documentation"],
  ["a summary is another", { summary: "One" }, { summary: "Other" }, "documentation", "documentation"],
  // Spellings of one meaning.
  [
    "a reference becomes what it refers to",
    received({ $ref: "#/components/schemas/Text" }),
    received({ type: "string" }),
    "none",
    "none",
  ],
  [
    "statuses change places",
    { responses: { 200: { description: "Done." }, 400: { description: "Refused." } } },
    { responses: { 400: { description: "Refused." }, 200: { description: "Done." } } },
    "none",
    "none",
  ],
];

/** All kinds in one contract, each at a path of its own: one comparison is enough. */
function contractOf(side: 1 | 2): JsonObject {
  const paths = kinds.map((kind, at) => [
    `/kind-${at}`,
    { post: { operationId: `Kind${at}`, responses: { 200: { description: "Done." } }, ...kind[side] } },
  ]);
  const scheme = { type: "apiKey", in: "header", name: "X-Key" };
  return {
    openapi: "3.1.0",
    info: { title: "Kinds", version: "1.0.0" },
    paths: Object.fromEntries(paths),
    components: { schemas: { Text: text }, securitySchemes: { Key: scheme, Token: scheme } },
  };
}

test.each<[string, JsonObject, JsonObject, 3 | 4]>([
  ["forth", contractOf(1), contractOf(2), 3],
  ["back", contractOf(2), contractOf(1), 4],
])("each kind of change has its verdict, %s", async (_, before, after, column) => {
  const changes = await compareContracts(before, after);
  const found = kinds.map(([kind], at) => {
    // Changes are sorted: the heaviest comes first.
    const [heaviest] = changes.filter(({ pointer }) => `${pointer}/`.startsWith(`/paths/~1kind-${at}/`));
    return `${kind}: ${heaviest?.rating ?? "none"}`;
  });
  expect(found).toEqual(kinds.map((kind) => `${kind[0]}: ${kind[column]}`));
});
