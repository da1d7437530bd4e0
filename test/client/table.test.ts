import { expect, expectTypeOf, test } from "vitest";
import { loadEngine } from "#engine";
import { createClient } from "../../src/core/client.js";
import { ApiError, token } from "../../src/index.js";
import { record } from "../support/recording-server.js";

interface Methods {
  showPolicy: { params: { policy_id: string; verbose?: boolean | undefined }; body: { name: string } };
}

const server = await record(({ target }) =>
  target.includes("missing") ? { status: 404 } : { status: 200, body: { name: "nightly" } },
);
const client = createClient<Methods, Record<string, never>>(
  {
    service: "policies",
    loadEngine,
    validators: () => Promise.resolve({}),
    toRecord: async () => {
      throw new Error("nothing is listed");
    },
    advice: () => Promise.reject(new TypeError("Failed to fetch dynamically imported module")),
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
    },
  },
  // No validator is there for what no contract describes.
  { auth: token("not-a-real-token"), validate: "throw" },
  { baseUrl: server.url, projectId: "p" },
);

test("a row of the table that does not page is a method that answers the body", async () => {
  const answer = client.showPolicy({ policy_id: "a b", verbose: true });
  expectTypeOf(answer).toEqualTypeOf<Promise<{ name: string }>>();
  expect(await answer).toEqual({ name: "nightly" });
  expect(server.requests.at(-1)?.target).toBe("/v1/p/policies/a%20b?verbose=true");
});

test("its failures are the package's errors, though nothing can advise on them", async () => {
  await expect(client.showPolicy({ policy_id: "missing" })).rejects.toThrow(ApiError);
});
