/**
 * How to test code of your own that asks for backups, without an account and without mocking a function:
 * the services are simulated on loopback, and the real client talks to them.
 *
 *   npx vitest run mock-in-vitest.test.ts
 */
import { createDcsClient, type DcsClient, NotFoundError, RateLimitError } from "backup-records";
import { token } from "backup-records/auth";
import { dcsBackup, fakeCredentials, type Mock, type MockOptions, startMock } from "backup-records/mock";
import { afterEach, expect, test } from "vitest";

/** The code under test, which takes the client as an argument. */
async function countFailures(dcs: DcsClient, instance_id: string): Promise<number> {
  const backups = await dcs.listBackupRecords({ instance_id }).records().toArray({ max: 1000 });
  return backups.filter(({ state }) => state === "failed").length;
}

let mock: Mock<"dcs"> | undefined;
afterEach(() => mock?.stop());

async function connect(options: MockOptions<"dcs"> = {}): Promise<DcsClient> {
  // The seed decides what the records are: the same number, the same backups.
  mock = await startMock({ services: ["dcs"], records: 200, seed: 7, ...options });
  return createDcsClient({
    baseUrl: mock.urls.dcs,
    projectId: fakeCredentials.projectId,
    auth: token(fakeCredentials.token),
    retry: { attempts: 2 },
  });
}

test("counts the failures of all pages", async () => {
  const dcs = await connect();
  expect(await countFailures(dcs, "my-instance")).toBe(10);
});

test("has nothing to count where there is no backup", async () => {
  const dcs = await connect();
  expect(await countFailures(dcs, "empty-instance")).toBe(0);
});

test("counts the failures that the test itself makes up", async () => {
  const backups = [dcsBackup(), dcsBackup({ state: "failed", startedAt: new Date("2026-11-20T02:00:00Z") })];
  expect(await countFailures(await connect({ backups: { dcs: backups } }), "my-instance")).toBe(1);
  expect(mock?.requests.map(({ method, status }) => [method, status])).toEqual([["GET", 200]]);
});

test("lets the caller know that there is no such instance", async () => {
  const dcs = await connect();
  await expect(countFailures(dcs, "missing-instance")).rejects.toBeInstanceOf(NotFoundError);
});

test("survives a response of too many requests, and a broken connection", async () => {
  const dcs = await connect({ faults: ["429@2", "reset@5"] });
  expect(await countFailures(dcs, "my-instance")).toBe(10);
});

test("gives up where the service keeps throttling", async () => {
  const dcs = await connect({ faults: ["429"] });
  await expect(countFailures(dcs, "my-instance")).rejects.toBeInstanceOf(RateLimitError);
});
