import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { alibabaAccessKey, createDcsClient, createStarRocksClient, token } from "../../src/index.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { wholeRound } from "../support/round.js";
import { rows, sendRequest } from "./support/send-request.js";

setFlagsFromString("--expose-gc");
const collect: () => void = runInNewContext("gc");

const MILLION = 1_000_000;
const clock = fakeClock();
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ mode: "simulate", records: MILLION, clock });
});

afterAll(() => mock.stop());

const dcs = (query: string) => sendRequest(`${mock.urls.dcs}/v2/p/instances/i/backups?${query}`);
const vbs = (query: string) => sendRequest(`${mock.urls.vbs}/v2/p/backuppolicy/i/backuptasks?${query}`);

/** Offsets all over the listing, the ends included. */
const offsets = [0, 1, ...Array.from({ length: 40 }, (_, at) => (at * 7_919_317) % MILLION), MILLION - 5];

test("pages anywhere in a million records fit together: ordered, distinct, none beyond the end", async () => {
  const seen = new Map<unknown, number>();
  for (const offset of offsets) {
    const page = rows(JSON.parse((await dcs(`offset=${offset}&limit=5`)).text), "backup_record_response");
    expect(page).toHaveLength(5);
    const times = page.map((row) => Date.parse(String(row["created_at"])));
    expect(times).toEqual([...times].sort((a, b) => b - a));
    for (const [row, { backup_id }] of page.entries()) {
      expect(seen.get(backup_id) ?? offset + row).toBe(offset + row);
      seen.set(backup_id, offset + row);
    }
  }
  expect(rows(JSON.parse((await dcs(`offset=${MILLION}`)).text), "backup_record_response")).toEqual([]);
});

test("a period in the middle holds the records that stand there", async () => {
  const page = rows(JSON.parse((await dcs("offset=500000&limit=20")).text), "backup_record_response");
  const digits = (row: number) => String(page[row]?.["created_at"]).slice(0, 19).replace(/\D/g, "");
  const { text } = await dcs(`begin_time=${digits(14)}&end_time=${digits(5)}`);
  expect(JSON.parse(text)).toEqual({ backup_record_response: page.slice(5, 15), total_num: 10 });
});

test.skipIf(!wholeRound)("filtered pages are found as quickly at the end as at the beginning", async () => {
  const total = async (status: string) => JSON.parse((await vbs(`status=${status}&limit=1`)).text).count;
  const states = ["RUNNING", "EXECUTE_TIMEOUT", "WAITING", "EXECUTE_FAIL", "EXECUTE_SUCCESS", "SKIP"];
  const totals = await Promise.all(states.map(total));
  expect(totals.reduce((sum, count) => sum + count, 0)).toBe(MILLION);
  const failed = totals[states.indexOf("EXECUTE_FAIL")];
  const last = rows(JSON.parse((await vbs(`status=EXECUTE_FAIL&offset=${failed - 3}`)).text), "tasks");
  const first = rows(JSON.parse((await vbs("status=EXECUTE_FAIL&sort_dir=asc&limit=3")).text), "tasks");
  expect(last).toHaveLength(3);
  expect(first.reverse()).toEqual(last);
  // Each of them in a moment, or the test ends by its limit of time.
  for (let page = 0; page < 25; page++) await vbs(`status=EXECUTE_FAIL&limit=10&offset=${page * 900}`);
});

test("a marker leads to its place by itself", async () => {
  const [row] = rows(JSON.parse((await vbs("offset=777777&limit=1")).text), "tasks");
  const behind = rows(JSON.parse((await vbs(`marker=${row?.["job_id"]}&limit=3`)).text), "tasks");
  expect(behind).toEqual(rows(JSON.parse((await vbs("offset=777778&limit=3")).text), "tasks"));
});

test.skipIf(!wholeRound)("memory stays flat over thousands of records", async () => {
  const client = createDcsClient({ baseUrl: mock.urls.dcs, projectId: "p", auth: token("fake-token") });
  const read = async (instance_id: string) => {
    let count = 0;
    for await (const record of client.listBackupRecords({ instance_id, limit: 1000 })) {
      if (record.backup_id && ++count === 10_000) break;
    }
    return count;
  };
  await read("warm-up");
  collect();
  const before = process.memoryUsage().heapUsed;
  expect(await read("i")).toBe(10_000);
  collect();
  // 10,000 records as objects would be some 6 MB, and the whole population 600.
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(5e6);
});

test("a page has at most `maxPageSize` records, even if the request asks for more", async () => {
  const { text } = await dcs("limit=1000000");
  expect(rows(JSON.parse(text), "backup_record_response")).toHaveLength(1000);
  const small = await startMock({ mode: "simulate", records: 20, maxPageSize: 7, clock });
  const starRocks = createStarRocksClient({
    baseUrl: small.urls.starrocks,
    auth: alibabaAccessKey({ accessKeyId: "fake-key", accessKeySecret: "fake-secret" }),
  });
  const sizes: number[] = [];
  const ids = new Set<unknown>();
  for await (const { items } of starRocks.describeBackups({ PageSize: 50 }).pages()) {
    sizes.push(items.length);
    for (const { BackupTaskId } of items) ids.add(BackupTaskId);
  }
  await small.stop();
  expect([sizes.slice(0, -1), ids.size]).toEqual([Array(8).fill(7), 60]);
});
