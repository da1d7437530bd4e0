import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { success as dcsValidators } from "../../generated/dcs/validators.js";
import { success as starRocksValidators } from "../../generated/starrocks/validators.js";
import { success as vbsValidators } from "../../generated/vbs/validators.js";
import { checkTarget, createClientSet, defaultObjective } from "../../src/audit/index.js";
import { toBackupRecord as fromDcs } from "../../src/dcs/record.js";
import {
  ConfigurationError,
  createDcsClient,
  createStarRocksClient,
  createVbsClient,
  token,
} from "../../src/index.js";
import { dcsBackup, type MockOptions, starRocksBackup, startMock, vbsBackup } from "../../src/mock/index.js";
import { toBackupRecord as fromStarRocks } from "../../src/starrocks/record.js";
import { toBackupRecord as fromVbs } from "../../src/vbs/record.js";
import { target } from "../audit/run-double.js";
import { fakeClock } from "../support/fake-clock.js";
import { misfits } from "../support/misfits.js";
import { wholeRound } from "../support/round.js";

const NOW = Date.UTC(2026, 10, 21, 8);
const clock = fakeClock(NOW);
const HOUR = 3_600_000;
const hoursAgo = (hours: number) => new Date(NOW - hours * HOUR);
const auth = token("fake-token");
const fake = { authorize: () => ({ authorization: "fake" }), scheme: "fake" };

describe("a backup that a test drafts", () => {
  const times = fc.date({ min: new Date(1e12), max: new Date(4e12), noInvalidDate: true });
  const drafts = fc.record({ id: fc.uuid(), startedAt: times, durationMs: fc.nat(86_400_000) });

  test.each([
    [
      "DCS",
      ["pending", "running", "succeeded", "failed", "expired", "deleted"],
      (draft: object) => fromDcs(dcsBackup(draft)),
    ],
    [
      "VBS",
      ["pending", "running", "succeeded", "failed", "timed_out", "skipped"],
      (draft: object) => fromVbs(vbsBackup(draft)),
    ],
    ["StarRocks", ["running", "succeeded"], (draft: object) => fromStarRocks(starRocksBackup(draft))],
  ] as const)("of %s is one with that state and these times", (_, states, make) => {
    fc.assert(
      fc.property(drafts, fc.constantFrom(...states), (draft, state) => {
        const { id, startedAt, createdAt, finishedAt, state: read } = make({ ...draft, state });
        expect([id, read, startedAt ?? createdAt]).toEqual([draft.id, state, draft.startedAt]);
        if (state === "succeeded")
          expect(Number(finishedAt) - Number(draft.startedAt)).toBe(draft.durationMs);
        if (state === "running" || state === "pending") expect(finishedAt).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  test("is lawful", () => {
    const dcs = ["waiting", "failed"].map((_, at) => dcsBackup({ state: at ? "failed" : "pending" }));
    const page = { backup_record_response: dcs, total_num: 2 };
    expect(misfits(dcsValidators["ListBackupRecords"], page)).toEqual([]);
    expect(misfits(vbsValidators["ListBackupTasks"], { tasks: [vbsBackup()], count: 1 })).toEqual([]);
    const envelope = {
      RequestId: "r",
      Success: true,
      Data: [starRocksBackup({ name: "nightly" })],
      Total: 1,
    };
    expect(misfits(starRocksValidators["DescribeBackups"], envelope)).toEqual([]);
  });

  test("has an id of its own, and is an hour old", () => {
    const [one, other] = [dcsBackup({}, clock), dcsBackup({}, clock)];
    expect(one.backup_id).not.toBe(other.backup_id);
    expect(one.created_at).toBe(hoursAgo(1).toISOString());
  });

  test.each<[unknown, string]>([
    [{ stat: "failed" }, "there is no backup draft field stat; there are id, name, state, startedAt"],
    [{ startedAt: "2026-11-20" }, "startedAt must be an object, not a string"],
    [{ startedAt: {} }, "startedAt must be a Date, not [object Object]"],
    [{ startedAt: new Date("x") }, "startedAt must be a Date, not Invalid Date"],
    [{ durationMs: -1 }, "durationMs must be a number of at least 0, not -1"],
    [{ sizeBytes: "1" }, "sizeBytes must be a number, not a string"],
    [null, "backup draft fields must be an object"],
  ])("cannot be %j", (draft, message) => {
    // What a caller without types can pass.
    expect(() => dcsBackup(draft as object)).toThrow(ConfigurationError);
    expect(() => dcsBackup(draft as object)).toThrow(message);
  });

  test("cannot have a state that its service does not know", () => {
    expect(() => dcsBackup({ state: "timed_out" })).toThrow(
      "the service has no status for a backup that is timed_out; it has some for pending, running, succeeded",
    );
  });
});

describe("a mock with backups of a test's own", () => {
  async function withMock(
    options: MockOptions,
    use: (mock: Awaited<ReturnType<typeof startMock>>) => Promise<void>,
  ) {
    await using mock = await startMock({ clock, ...options });
    await use(mock);
  }

  test("lists them, newest first, for every instance, and filters them", () =>
    withMock(
      {
        backups: {
          dcs: [
            dcsBackup({ id: "old", startedAt: hoursAgo(50) }),
            dcsBackup({ id: "new", startedAt: hoursAgo(26) }),
          ],
          vbs: [vbsBackup({ id: "bad", state: "failed" }), vbsBackup({ id: "good" })],
          starrocks: [starRocksBackup({ id: "s", resource: "c-9" })],
        },
      },
      async ({ urls }) => {
        const dcs = createDcsClient({ baseUrl: urls.dcs, projectId: "p", auth });
        for (const list of [dcs.listBackupRecords, dcs.listBackupRecordsV1])
          expect((await list({ instance_id: "any" })).items.map(({ backup_id }) => backup_id)).toEqual([
            "new",
            "old",
          ]);
        const recent = await dcs.listBackupRecords({
          instance_id: "i",
          begin_time: hoursAgo(30),
          end_time: hoursAgo(0),
        });
        expect(recent.items.map(({ backup_id }) => backup_id)).toEqual(["new"]);
        const vbs = createVbsClient({ baseUrl: urls.vbs, projectId: "p", auth });
        const failed = await vbs.listBackupTasks({ policy_id: "p", status: "EXECUTE_FAIL" });
        expect(failed.items.map(({ job_id }) => job_id)).toEqual(["bad"]);
        expect((await vbs.listBackupTasks({ policy_id: "p", job_id: "good" })).items).toHaveLength(1);
        const starRocks = createStarRocksClient({ baseUrl: urls.starrocks, auth: fake });
        expect((await starRocks.describeBackups()).items[0]?.InstanceId).toBe("c-9");
      },
    ));

  test("asks a function each time, and keeps what was requested", () =>
    withMock(
      { services: ["dcs"], backups: { dcs: (instance) => (instance === "full" ? [dcsBackup()] : []) } },
      async ({ urls, requests }) => {
        const dcs = createDcsClient({ baseUrl: urls.dcs, projectId: "p", auth });
        const count = async (instance_id: string) =>
          (await dcs.listBackupRecords({ instance_id })).items.length;
        expect([await count("full"), await count("empty")]).toEqual([1, 0]);
        expect(requests.map(({ url }) => url.split("?")[0])).toEqual([
          "/v2/p/instances/full/backups",
          "/v2/p/instances/empty/backups",
        ]);
        expect(requests[0]?.headers["x-auth-token"]).toBe("[redacted]");
      },
    ));

  test("gives an audit the verdict that it drafts", () =>
    withMock(
      {
        services: ["dcs"],
        backups: {
          dcs: [
            dcsBackup({ startedAt: hoursAgo(50) }),
            dcsBackup({ state: "failed", startedAt: hoursAgo(26) }),
          ],
        },
      },
      async ({ urls }) => {
        const one = target("one", {
          service: "dcs",
          api: "v2",
          baseUrl: urls.dcs,
          projectId: "p",
          resource: { type: "instance", id: "i" },
          objective: { ...defaultObjective, maxFailures: 0 },
        });
        const { assessment } = await checkTarget(one, createClientSet({ auth }), { clock });
        expect(assessment).toMatchObject({ verdict: "failing", failuresSince: 1 });
      },
    ));

  test("stops at the end of its block", async () => {
    let url = "";
    await withMock({ services: ["dcs"] }, async ({ urls }) => {
      url = urls.dcs;
      expect((await fetch(`${url}/v2/p/instances`)).status).toBe(200);
    });
    await expect(fetch(url)).rejects.toThrow();
  });

  test.skipIf(!wholeRound)("keeps the last thousand requests", () =>
    withMock({ services: ["dcs"] }, async ({ urls, requests }) => {
      const ask = async () => (await fetch(`${urls.dcs}/v2/p/instances/i`)).text();
      for (let at = 0; at < 15; at++) await Promise.all(Array.from({ length: 67 }, ask));
      expect([requests.length, requests[0]?.number]).toEqual([1000, 6]);
    }),
  );

  test.each<[object, string]>([
    [{ services: ["vbs"], backups: { dcs: [] } }, "backups has dcs, which is not among vbs"],
    [{ backups: { dcs: 5 } }, "backups.dcs must be a list of records, or a function that returns one"],
    [{ mode: "examples", backups: { dcs: [] } }, 'backups needs the mode "simulate"'],
  ])("refuses %j", async (options, message) => {
    await expect(startMock(options)).rejects.toThrow(message);
  });
});
