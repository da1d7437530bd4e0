import { expect, test } from "vitest";
import { lintWith, messages, withOperation } from "./lint.js";

const body = { description: "Failed", content: { "application/json": { schema: { type: "object" } } } };
const all = Object.fromEntries(["400", "401", "403", "404", "429", "500"].map((status) => [status, body]));

test("all six with bodies pass, by reference too", async () => {
  const responses = { ...all, "500": { $ref: "#/components/responses/Failed" } };
  expect(
    await messages("error-responses", withOperation({ responses }, { responses: { Failed: body } })),
  ).toEqual([]);
});

test("missing ones are named, all at once", async () => {
  const { "401": _, "429": __, ...responses } = all;
  expect(await lintWith("error-responses", withOperation({ responses }))).toEqual([
    {
      message: "GET /backups does not declare 401, 429. Add each, with the body that the service returns.",
      pointer: "#/paths/~1backups/get/responses",
    },
  ]);
});

test.each([
  ["no content", { description: "Failed" }],
  ["no schema", { description: "Failed", content: { "application/json": {} } }],
  ["a reference to none", { $ref: "#/components/responses/Empty" }],
])("%s is no body", async (_, response) => {
  const document = withOperation(
    { responses: { ...all, "404": response } },
    { responses: { Empty: { description: "Failed" } } },
  );
  expect(await lintWith("error-responses", document)).toEqual([
    {
      message: "The response 404 of GET /backups has no body. Add content with a schema of the error.",
      pointer: "#/paths/~1backups/get/responses/404",
    },
  ]);
});

test("an answer to HEAD has no body", async () => {
  const head = {
    operationId: "Probe",
    responses: Object.fromEntries(Object.keys(all).map((status) => [status, { description: "Failed" }])),
  };
  const document = { ...withOperation({}), paths: { "/backups": { head } } };
  expect(await messages("error-responses", document)).toEqual([]);
});

test("a webhook and a callback are exempt: the client responds to them", async () => {
  const notify = { post: { operationId: "Notify", responses: {} } };
  const document = {
    ...withOperation({ responses: all, callbacks: { done: { "{$url}": notify } } }),
    webhooks: { created: notify },
  };
  expect(await messages("error-responses", document)).toEqual([]);
});

test("an operation after one with a callback is not exempt", async () => {
  const notify = { post: { operationId: "Notify", responses: {} } };
  const get = { operationId: "ListBackups", responses: all, callbacks: { done: { "{$url}": notify } } };
  const put = { operationId: "PutBackup", responses: {} };
  const document = { ...withOperation({}), paths: { "/backups": { get, put } } };
  expect(await messages("error-responses", document)).toEqual([
    expect.stringMatching(/^PUT \/backups does not declare/),
  ]);
});

test("the statuses are the caller's to choose, as numbers or strings", async () => {
  const document = withOperation({ responses: { "418": body } });
  expect(await messages("error-responses", document, { statuses: [418] })).toEqual([]);
  expect(await messages("error-responses", document, { statuses: ["418", "503"] })).toHaveLength(1);
});
