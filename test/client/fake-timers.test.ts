import { afterEach, expect, test, vi } from "vitest";
import { createDcsClient, token } from "../../src/index.js";
import { dcsRecord } from "../support/dcs-records.js";

afterEach(() => {
  vi.useRealTimers();
});

test("a first call on Node waits for timers alone, so that a test with fake ones can drive it", async () => {
  vi.useFakeTimers();
  const responses = [
    new Response("", { status: 503 }),
    Response.json({ total_num: 1, backup_record_response: [dcsRecord(0)] }),
  ];
  const dcs = createDcsClient({
    baseUrl: "http://127.0.0.1:9",
    projectId: "p",
    auth: token("not-a-real-token"),
    fetch: async () => responses.shift() ?? Response.error(),
  });
  const page = Promise.resolve(dcs.listBackupRecords({ instance_id: "i" }));
  await vi.advanceTimersByTimeAsync(60_000);
  expect((await page).items).toHaveLength(1);
});
