import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Mock, startMock } from "../../src/mock/index.js";
import { createPopulation } from "../../src/mock/simulate/population.js";
import type { Records } from "../../src/mock/simulate/records.js";
import { type RankCache, select } from "../../src/mock/simulate/selection.js";
import { fakeClock } from "../support/fake-clock.js";
import { rows, sendRequest } from "./support/send-request.js";

const DAY = 86_400_000;
const clock = fakeClock();
const start = clock.now();
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ mode: "simulate", records: 30, clock });
});

afterAll(() => mock.stop());

/** State and age in days of every backup of an id, newest first. */
async function look(service: "dcs" | "vbs" | "starrocks", id: string) {
  const wire = {
    dcs: [`/v2/p/instances/${id}/backups?limit=30`, "backup_record_response", "created_at", "status"],
    vbs: [`/v2/p/backuppolicy/${id}/backuptasks?limit=30`, "tasks", "created_at", "status"],
    starrocks: [
      `/webapi/backup/manage/describe?PageSize=30&InstanceId=${id}`,
      "Data",
      "BackupStartTime",
      "Status",
    ],
  } as const;
  const [path, items, created, status] = wire[service];
  const method = service === "starrocks" ? "POST" : "GET";
  const { text } = await sendRequest(`${mock.urls[service]}${path}`, { method });
  return rows(JSON.parse(text), items).map((row) => {
    const at = service === "vbs" ? `${row[created]}Z` : row[created];
    const time = typeof at === "number" ? at : Date.parse(String(at));
    return { state: String(row[status]), days: (start - time) / DAY };
  });
}

const GOOD = /^(succeed|EXECUTE_SUCCESS|COMPLETED|expired|deleted)$/;
const BAD = /^(failed|EXECUTE_FAIL|EXECUTE_TIMEOUT|FAILED)$/;
const MOVING = /^(waiting|backuping|WAITING|RUNNING)$/;

describe.each(["dcs", "vbs", "starrocks"] as const)("%s", (service) => {
  test("late: the last backup, a good one, is three days old", async () => {
    const [newest] = await look(service, "late-1");
    expect(newest?.state).toMatch(GOOD);
    expect(newest?.days).toBeGreaterThan(2.99);
    expect(newest?.days).toBeLessThan(4);
  });

  test("failing: all of three days, and a good one before", async () => {
    const all = await look(service, "failing-1");
    const ended = all.filter(({ state }) => !MOVING.test(state));
    for (const { state, days } of ended) if (days < 3) expect(state).toMatch(BAD);
    expect(ended.filter(({ days }) => days < 3).length).toBeGreaterThan(1);
    expect(ended.find(({ days }) => days >= 3)?.state).toMatch(GOOD);
  });

  test("never: none was ever good", async () => {
    const all = await look(service, "never-1");
    expect(all).toHaveLength(30);
    expect(all.filter(({ state }) => !MOVING.test(state) && !BAD.test(state))).toEqual([]);
  });

  test("stuck: the newest runs, however much time passes", async () => {
    const [newest, next] = await look(service, "stuck-1");
    expect(newest?.state).toMatch(/^(backuping|RUNNING)$/);
    expect(newest?.days).toBeCloseTo(0.5);
    expect(next?.state).toMatch(GOOD);
    clock.jump(300 * DAY);
    expect((await look(service, "stuck-1"))[0]?.state).toBe(newest?.state);
    clock.jump(-300 * DAY);
  });

  test("daily: any other id, also one that only looks like these", async () => {
    for (const id of ["latest", "Late-1", "i-late-1"]) {
      expect((await look(service, id))[0]?.days).toBeLessThan(0.001);
    }
  });
});

test("a filter of states leads to the backup that is stuck", async () => {
  const url = `${mock.urls.vbs}/v2/p/backuppolicy/stuck-1/backuptasks?status=RUNNING`;
  expect(rows(JSON.parse((await sendRequest(url)).text), "tasks")).toHaveLength(1);
});

test("100,000 ids leave no more behind than 32 do", () => {
  const population = createPopulation({ records: 3, start }, 1, "i");
  const records: Records = {
    ...population,
    unsettled: 0,
    state: () => "COMPLETED",
    record: () => ({}),
    indexOf: () => undefined,
  };
  const cache: RankCache = new Map();
  for (let id = 0; id < 100_000; id++) {
    const { total } = select(records, { states: ["COMPLETED"] }, start, cache, String(id));
    if (total !== 3) throw new Error(`${id}: ${total}`);
  }
  expect(cache.size).toBe(32);
});
