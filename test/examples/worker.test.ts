import { afterEach, describe, expect, test } from "vitest";
import worker, { type Bindings } from "../../examples/worker.js";
import { fakeCredentials, type Mock, startMock } from "../../src/mock/index.js";

let mock: Mock<"dcs"> | undefined;
afterEach(() => mock?.stop());

async function ask(path: string, given: Partial<Bindings> = {}, init: RequestInit = {}): Promise<Response> {
  mock = await startMock({ services: ["dcs"], mode: "simulate", auth: "verify" });
  const bindings = {
    OS_TOKEN: fakeCredentials.token,
    OS_PROJECT_ID: fakeCredentials.projectId,
    BACKUP_RECORDS_DCS_URL: mock.urls.dcs,
    ...given,
  };
  return worker.fetch(new Request(`https://backups.example${path}`, init), bindings);
}

describe("the worker", () => {
  test("responds with the latest backup of an instance", async () => {
    const response = await ask("/instances/an-instance");
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const latest: unknown = await response.json();
    expect(latest).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: expect.stringMatching(/^backup_\d{14}$/),
      state: expect.stringMatching(/^(pending|running)$/),
      createdAt: expect.stringMatching(/Z$/),
      finishedAt: null,
    });
  });

  test.each([
    ["/instances/missing-instance", "no such instance"],
    ["/instances/empty-instance", "no backup"],
    ["/instances/..%2f..", "no such address"],
    ["/", "no such address"],
  ])("responds with 404 for %s: %s", async (path, error) => {
    const response = await ask(path);
    expect([response.status, await response.json()]).toEqual([404, { error }]);
  });

  test("reads only", async () => {
    expect((await ask("/instances/an-instance", {}, { method: "DELETE" })).status).toBe(404);
  });

  test("does not show a token that the service rejects", async () => {
    const response = await ask("/instances/an-instance", { OS_TOKEN: "fake-expired-token" });
    expect(response.status).toBe(502);
    const text = await response.text();
    expect(text).toContain("401");
    expect(text).not.toContain("fake-expired-token");
  });
});
