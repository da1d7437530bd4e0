import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { responses as dcsResponses } from "../../generated/dcs/validators.js";
import { responses as starRocksResponses } from "../../generated/starrocks/validators.js";
import { responses as vbsResponses } from "../../generated/vbs/validators.js";
import type { Validator } from "../../src/core/schema.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";
import { misfits } from "../support/misfits.js";
import { sampleOf } from "../support/round.js";
import { rows, sendRequest } from "./support/send-request.js";

const RECORDS = 40;
const SECOND = 1000;
const DAY = 86_400 * SECOND;

const clock = fakeClock();
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ mode: "simulate", records: RECORDS, clock });
});

afterAll(() => mock.stop());

type Row = Record<string, unknown>;

interface Watched {
  readonly url: () => string;
  readonly items: string;
  readonly id: string;
  readonly status: string;
  readonly valid: Validator;
  /** The states of one backup, in the order in which it may pass through them. */
  readonly order: readonly string[];
}

const watched: Record<string, Watched> = {
  dcs: {
    url: () => `${mock.urls.dcs}/v2/p/instances/${mock.resources.dcs}/backups?limit=${RECORDS}`,
    items: "backup_record_response",
    id: "backup_id",
    status: "status",
    valid: dcsResponses.ListBackupRecords["200"],
    order: ["waiting", "backuping", "failed|succeed", "expired|deleted"],
  },
  vbs: {
    url: () => `${mock.urls.vbs}/v2/p/backuppolicy/${mock.resources.vbs}/backuptasks?limit=${RECORDS}`,
    items: "tasks",
    id: "job_id",
    status: "status",
    valid: vbsResponses.ListBackupTasks["200"],
    order: ["WAITING", "RUNNING", "EXECUTE_SUCCESS|EXECUTE_FAIL|EXECUTE_TIMEOUT|SKIP"],
  },
  starrocks: {
    url: () => `${mock.urls.starrocks}/webapi/backup/manage/describe?PageSize=${RECORDS * 3}`,
    items: "Data",
    id: "BackupTaskId",
    status: "Status",
    valid: starRocksResponses.DescribeBackups["200"],
    order: ["RUNNING", "COMPLETED"],
  },
};

async function look({ url, items, valid }: Watched): Promise<Row[]> {
  const method = url().includes("webapi") ? "POST" : "GET";
  const body: unknown = JSON.parse((await sendRequest(url(), { method })).text);
  expect(misfits(valid, body)).toEqual([]);
  return rows(body, items);
}

describe.each(sampleOf(Object.entries(watched), 2))("%s", (_, listing) => {
  const rank = (row: Row) =>
    listing.order.findIndex((step) => step.split("|").includes(String(row[listing.status])));

  test("moves every backup forward and none back, until nothing is under way", async () => {
    const seen = new Map<unknown, number>();
    const passed = new Set<unknown>();
    for (let step = 0; step < 60; step++) {
      for (const row of await look(listing)) {
        const before = seen.get(row[listing.id]) ?? 0;
        expect(rank(row), JSON.stringify(row)).toBeGreaterThanOrEqual(before);
        seen.set(row[listing.id], rank(row));
        passed.add(row[listing.status]);
      }
      await clock.advance(5 * SECOND);
    }
    const running = listing.order.indexOf("RUNNING") + listing.order.indexOf("backuping") + 1;
    expect((await look(listing)).filter((row) => rank(row) <= running)).toEqual([]);
    expect(passed).toContain(listing.order[running]);
    clock.jump(-300 * SECOND);
  });
});

describe("a DCS backup under way", () => {
  test("rises in progress from nothing to the whole, and says what it came to", async () => {
    const [dcs] = Object.values(watched);
    if (dcs === undefined) throw new Error("nothing is watched");
    const first = await look(dcs);
    const waiting = first.find((row) => row["status"] === "waiting");
    expect(waiting).toMatchObject({ progress: "0.00", size: 0, is_support_restore: "FALSE" });
    expect(waiting).not.toHaveProperty("execution_at");
    const shares: number[] = [];
    for (let step = 0; step < 40; step++) {
      const row = (await look(dcs)).find(({ backup_id }) => backup_id === waiting?.["backup_id"]);
      shares.push(Number(row?.["progress"]));
      if (row?.["status"] === "backuping") {
        expect(row["execution_at"]).toBe(row["updated_at"]);
        expect(Number(row["progress"])).toBeLessThan(100);
      }
      await clock.advance(5 * SECOND);
    }
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(new Set(shares).size).toBeGreaterThan(10);
    expect(shares.at(-1)).toBe(100);
    clock.jump(-200 * SECOND);
  });

  test("expires a week later if the schedule made it, and dates that as its last change", async () => {
    const [dcs] = Object.values(watched);
    if (dcs === undefined) throw new Error("nothing is watched");
    const young = (await look(dcs)).find(
      (row) => row["status"] === "succeed" && row["backup_type"] === "auto",
    );
    clock.jump(9 * DAY);
    const old = (await look(dcs)).find(({ backup_id }) => backup_id === young?.["backup_id"]);
    expect(old).toMatchObject({ status: "expired", progress: "100.00", is_support_restore: "TRUE" });
    const kept = Date.parse(String(old?.["updated_at"])) - Date.parse(String(old?.["created_at"]));
    expect(kept / DAY).toBeGreaterThan(7);
    expect(kept / DAY).toBeLessThan(7.1);
    clock.jump(-9 * DAY);
  });

  test("has a failure's code only if it failed", async () => {
    const [dcs] = Object.values(watched);
    if (dcs === undefined) throw new Error("nothing is watched");
    for (const row of await look(dcs)) {
      expect(row["error_code"] === null, JSON.stringify(row)).toBe(row["status"] !== "failed");
    }
  });
});

test("a VBS job has an end as soon as it has ended, and its own id inside VBS once it runs", async () => {
  const { vbs } = watched;
  if (vbs === undefined) throw new Error("nothing is watched");
  for (const row of await look(vbs)) {
    const status = String(row["status"]);
    expect("finished_at" in row).toBe(!/WAITING|RUNNING/.test(status));
    expect("vbs_job_id" in row).toBe(!/WAITING|SKIP/.test(status));
  }
});

test("a StarRocks backup writes its steps in seconds and itself in milliseconds", async () => {
  const { starrocks } = watched;
  if (starrocks === undefined) throw new Error("nothing is watched");
  for (const row of await look(starrocks)) {
    const begun = Number(row["BackupStartTime"]);
    for (const step of rows(row, "SubTasks")) {
      expect(Math.abs(Number(step["StartTime"]) - begun / 1000)).toBeLessThan(300);
    }
    expect("BackupFinishedTime" in row).toBe(row["Status"] === "COMPLETED");
  }
});

test("a status filter follows the states as they move", async () => {
  const base = `${mock.urls.vbs}/v2/p/backuppolicy/${mock.resources.vbs}/backuptasks`;
  const count = async (status: string) =>
    JSON.parse((await sendRequest(`${base}?limit=1&status=${status}`)).text).count as number;
  const before = [await count("RUNNING"), await count("WAITING"), await count("EXECUTE_SUCCESS")];
  await clock.advance(200 * SECOND);
  const after = [await count("RUNNING"), await count("WAITING"), await count("EXECUTE_SUCCESS")];
  expect(before.slice(0, 2)).toEqual([2, 1]);
  expect(after.slice(0, 2)).toEqual([0, 0]);
  expect(Number(after[2])).toBeGreaterThan(Number(before[2]));
  clock.jump(-200 * SECOND);
});

test("the same seed and clock give the same bytes, another seed others", async () => {
  const read = async (seed: number) => {
    const one = await startMock({ mode: "simulate", seed, clock: fakeClock(), faults: ["503:0.3"] });
    const path = "/v1.0/p/instances/i/backups?start=";
    const texts = [];
    for (let start = 1; start < 12; start++) {
      const { status, headers, text } = await sendRequest(`${one.urls.dcs}${path}${start}`);
      texts.push(JSON.stringify([status, headers, text]));
    }
    const { text } = await sendRequest(`${one.urls.starrocks}/webapi/backup/manage/describe`, {
      method: "POST",
    });
    await one.stop();
    return [...texts, text, JSON.stringify(one.resources)];
  };
  const [first, again, other] = [await read(7), await read(7), await read(8)];
  expect(again).toEqual(first);
  expect(other.filter((text) => first.includes(text))).toEqual([]);
});
