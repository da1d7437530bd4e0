/**
 * How to test code of your own with MSW, if your other services are mocked with it already: the response is written by
 * hand, and `dcsBackup` makes a record that the contract allows. Faults, pages and times are easier with `startMock`.
 *
 *   npx vitest run msw-in-vitest.test.ts
 */
import { createDcsClient, latestGood, ServerError, token } from "backup-records";
import { dcsBackup } from "backup-records/mock";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

const address = "https://dcs.eu-de.otc.t-systems.com/v2/:project/instances/:instance/backups";
const backups = [
  dcsBackup({ startedAt: new Date("2026-11-19T02:00:00Z") }),
  dcsBackup({ startedAt: new Date("2026-11-20T02:00:00Z"), state: "failed" }),
];
const server = setupServer(
  http.get(address, () => HttpResponse.json({ backup_record_response: backups, total_num: backups.length })),
);
beforeAll(() => server.listen({ onUnhandledRequest: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const dcs = createDcsClient({
  cloud: "otc",
  region: "eu-de",
  projectId: "p",
  auth: token("fake-token"),
  retry: { attempts: 1 },
});

test("finds the last good backup", async () => {
  const backup = await latestGood(dcs.listBackupRecords({ instance_id: "i" }));
  expect(backup?.startedAt).toEqual(new Date("2026-11-19T02:00:00Z"));
});

test("lets the caller know that the service is down", async () => {
  server.use(http.get(address, () => HttpResponse.json({ error_code: "DCS.5000" }, { status: 503 })));
  await expect(latestGood(dcs.listBackupRecords({ instance_id: "i" }))).rejects.toBeInstanceOf(ServerError);
});
