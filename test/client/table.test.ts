import { expect, expectTypeOf, test } from "vitest";
import { createClient } from "../../src/core/client.js";
import { NotFoundError, token } from "../../src/index.js";
import type { BackupRecord } from "../../src/records/record.js";
import { record } from "../support/recording-server.js";

interface Methods {
  showPolicy: { params: { policy_id: string; verbose?: boolean | undefined }; body: { name: string } };
  listPolicies: { params: object; body: { policies: object[] }; item: { id: string }; kind: "policy" };
  listCopies: { params: object; body: { copies: object[] }; item: { id: string }; kind: "backup" };
}

const server = await record(({ target }) => {
  if (target.includes("missing")) return { status: 404 };
  if (target.includes("copies")) return { status: 200, body: { copies: [{ id: "c" }], total: 1 } };
  return { status: 200, body: { name: "nightly" } };
});
const paging = (items: string) =>
  ({
    style: "offset",
    parameters: { position: "offset", limit: "limit" },
    total: "/total",
    items,
    required: true,
    id: "/id",
  }) as const;
const listing = (operationId: string, items: string) =>
  ({
    operationId,
    method: "GET",
    path: `/v1/{project_id}${items}`,
    parameters: [{ name: "offset", in: "query", required: false, type: "integer" }],
    success: [200],
    paging: paging(items),
    signing: { service: "policies" },
  }) as const;
const unified: BackupRecord = {
  ...{
    service: "dcs",
    id: "",
    name: null,
    state: "succeeded",
    trigger: null,
    createdAt: null,
    startedAt: null,
  },
  ...{
    finishedAt: null,
    updatedAt: null,
    expiresAt: null,
    sizeBytes: null,
    progress: null,
    restorable: null,
  },
  ...{ resource: { type: "policy", id: "" }, format: null, failure: null, source: null },
};
const client = createClient<Methods, Record<string, never>>(
  {
    service: "policies",
    validators: () => Promise.resolve({}),
    records: { listCopies: ({ id }) => ({ ...unified, id }) },
    advice: () => undefined,
    operations: {
      showPolicy: {
        operationId: "ShowPolicy",
        method: "GET",
        path: "/v1/{project_id}/policies/{policy_id}",
        parameters: [
          { name: "policy_id", in: "path", required: true, type: "string" },
          { name: "verbose", in: "query", required: false, type: "boolean" },
        ],
        success: [200],
        signing: { service: "policies" },
      },
      listPolicies: listing("ListPolicies", "/policies"),
      listCopies: listing("ListCopies", "/copies"),
    },
  },
  // There is no validator for what no contract describes.
  { auth: token("not-a-real-token"), validate: "throw" },
  { baseUrl: server.url, projectId: "p" },
);

test("a row of the table that does not page is a method that returns the body", async () => {
  const body = client.showPolicy({ policy_id: "a b", verbose: true });
  expectTypeOf(body).toEqualTypeOf<Promise<{ name: string }>>();
  expect(await body).toEqual({ name: "nightly" });
  expect(server.requests.at(-1)?.target).toBe("/v1/p/policies/a%20b?verbose=true");
});

test("its failures are the package's errors", async () => {
  await expect(client.showPolicy({ policy_id: "missing" })).rejects.toThrow(NotFoundError);
});

test("only a listing of backups has unified records", async () => {
  const copies = client.listCopies();
  expectTypeOf(copies.records).returns.toHaveProperty("toArray");
  expect(await copies.records().toArray({ max: 5 })).toMatchObject([{ id: "c" }]);
  const policies = client.listPolicies();
  expectTypeOf(policies).not.toHaveProperty("records");
  expect("records" in policies).toBe(false);
});
