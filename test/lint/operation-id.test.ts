import { expect, test } from "vitest";
import { lintWith, messages, withOperation } from "./lint.js";

const paths = (ids: Record<string, string>) => ({
  ...withOperation({}),
  paths: Object.fromEntries(
    Object.entries(ids).map(([path, operationId]) => [path, { get: { operationId, responses: {} } }]),
  ),
});

test("unique ids in PascalCase pass", async () => {
  expect(await messages("operation-id", paths({ "/a": "ListBackups", "/b": "ListBackupsV2" }))).toEqual([]);
});

test("an operation without an id is named, with its method and path", async () => {
  const [problem, ...others] = await lintWith("operation-id", withOperation({ operationId: undefined }));
  expect(others).toEqual([]);
  expect(problem?.message).toBe(
    "GET /backups has no operationId. Give it a name in PascalCase that says what it does.",
  );
  expect(problem?.pointer).toBe("#/paths/~1backups/get");
});

test("a second use names both operations", async () => {
  const [problem, ...others] = await lintWith(
    "operation-id",
    paths({ "/a": "ListBackups", "/b": "ListBackups" }),
  );
  expect(problem?.message).toMatch(/^GET \/b has the operationId "ListBackups", and so has GET \/a\./);
  expect(problem?.pointer).toBe("#/paths/~1b/get/operationId");
  expect(others).toEqual([]);
});

test.each(["listBackups", "list-backups", "List_Backups", "LISTBACKUPS", "2ndList"])(
  "%s is not in PascalCase",
  async (id) => {
    expect(await messages("operation-id", paths({ "/a": id }))).toEqual([
      `The operationId "${id}" of GET /a is not in PascalCase. Rename it, or enter it under "vendor" if it is the vendor's.`,
    ]);
  },
);

test.each([
  ["camelCase", "listBackups", "ListBackups"],
  ["snake_case", "list_backups", "listBackups"],
  ["kebab-case", "list-backups", "list_backups"],
])("the style can be %s", async (style, right, wrong) => {
  expect(await messages("operation-id", paths({ "/a": right }), { case: style })).toEqual([]);
  expect(await messages("operation-id", paths({ "/a": wrong }), { case: style })).toEqual([
    `The operationId "${wrong}" of GET /a is not in ${style}. Rename it, or enter it under "vendor" if it is the vendor's.`,
  ]);
});

test("the style can be left open; an id is needed all the same", async () => {
  expect(await messages("operation-id", paths({ "/a": "repos/list-all" }), { case: "any" })).toEqual([]);
  expect(await messages("operation-id", withOperation({ operationId: undefined }), { case: "any" })).toEqual([
    "GET /backups has no operationId. Give it a name that says what it does.",
  ]);
});

test("the vendor's own id has to be used, in any letter case", async () => {
  const vendor = { "GET /a": "list-backups" };
  expect(await messages("operation-id", paths({ "/a": "list-backups" }), { vendor })).toEqual([]);
  expect(await messages("operation-id", paths({ "/a": "ListBackups" }), { vendor })).toEqual([
    'GET /a has the operationId "ListBackups", but the vendor calls it "list-backups". Use the vendor\'s name.',
  ]);
});

test("an operation after one with a callback is still told by its own path", async () => {
  const callback = { done: { "{$url}": { post: { operationId: "Notify", responses: {} } } } };
  const document = {
    ...withOperation({}),
    paths: {
      "/a": {
        get: { operationId: "ListBackups", responses: {}, callbacks: callback },
        put: { operationId: "wrong", responses: {} },
      },
    },
  };
  expect(await messages("operation-id", document)).toEqual([
    expect.stringMatching(/^The operationId "wrong" of PUT \/a is/),
  ]);
});
