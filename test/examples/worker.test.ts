import { afterEach, describe, expect, test, vi } from "vitest";
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
  test("responds with the latest good backup of an instance", async () => {
    const response = await ask("/instances/an-instance/latest-backup");
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    const latest: unknown = await response.json();
    expect(latest).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: expect.stringMatching(/^backup_\d{14}$/),
      finishedAt: expect.stringMatching(/Z$/),
    });
  });

  test.each([
    ["/instances/missing-instance/latest-backup", "no such instance"],
    ["/instances/never-1/latest-backup", "no good backup"],
    ["/instances/..%2f../latest-backup", "no such address"],
    ["/", "no such address"],
  ])("responds with 404 for %s: %s", async (path, error) => {
    const response = await ask(path);
    expect([response.status, await response.json()]).toEqual([404, { error }]);
  });

  test("reads only", async () => {
    expect((await ask("/instances/an-instance/latest-backup", {}, { method: "DELETE" })).status).toBe(404);
  });

  test("keeps what the cloud says, and the token, from the visitor", async () => {
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const response = await ask("/instances/an-instance/latest-backup", { OS_TOKEN: "fake-expired-token" });
    expect([response.status, await response.json()]).toEqual([
      502,
      { error: "the cloud did not respond as it should" },
    ]);
    expect(logged.mock.calls.flat().join()).toMatch(/^dcs ListBackupRecords: 401 (?!.*fake-expired-token)/);
    logged.mockRestore();
  });
});
