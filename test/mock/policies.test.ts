import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  createStarRocksClient,
  createVbsClient,
  type StarRocksClient,
  token,
  type VbsClient,
} from "../../src/index.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const clock = fakeClock();
let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ mode: "simulate", clock });
});

afterAll(() => mock.stop());

/** Minutes from the last time of the day at which a run was due to its beginning. */
const minutesLate = (begun: number, due: number) => ((((begun - due) % DAY) + DAY) % DAY) / MINUTE;

describe("the simulated policies of VBS", () => {
  let vbs: VbsClient;

  beforeAll(() => {
    const auth = token("fake-token");
    vbs = createVbsClient({ baseUrl: mock.urls.vbs, projectId: "p", auth, validate: "throw" });
  });

  test("are as the contract says, and the same for every mock of a seed", async () => {
    const { backup_policies } = await vbs.listBackupPolicies();
    expect(backup_policies.map(({ scheduled_policy: { status } }) => status)).toEqual(["ON", "ON", "OFF"]);
    expect(backup_policies.map(({ backup_policy_id }) => backup_policy_id)).toContain(mock.resources.vbs);
    const again = await startMock({ mode: "simulate", clock, services: ["vbs"] });
    const other = await startMock({ mode: "simulate", clock, services: ["vbs"], seed: 2 });
    const policiesOf = ({ urls }: Pick<Mock<"vbs">, "urls">) =>
      createVbsClient({ baseUrl: urls.vbs, projectId: "p", auth: token("fake-token") }).listBackupPolicies();
    expect(await policiesOf(again)).toEqual({ backup_policies });
    expect(await policiesOf(other)).not.toEqual({ backup_policies });
    await Promise.all([again.stop(), other.stop()]);
  });

  test("have jobs that begin every day after the hour of the policy, and none if they are disabled", async () => {
    const { backup_policies } = await vbs.listBackupPolicies();
    for (const { backup_policy_id, scheduled_policy } of backup_policies) {
      const jobs = await vbs.listBackupTasks({ policy_id: backup_policy_id }).records().toArray({ max: 100 });
      // The newest three are of the minute in which the mock started.
      const scheduled = jobs.slice(3).map(({ createdAt }) => createdAt?.getTime() ?? 0);
      expect(scheduled.length > 0).toBe(scheduled_policy.status === "ON");
      const due = Number(scheduled_policy.start_time.slice(0, 2)) * 60 * MINUTE;
      for (const begun of scheduled) expect(minutesLate(begun, due)).toBeLessThan(80);
      const days = scheduled.map((begun) => Math.floor((begun - due) / DAY));
      expect(days).toEqual(days.map((_, index) => (days[0] ?? 0) - index));
    }
  });
});

describe("the simulated policies of StarRocks", () => {
  const region = { RegionId: "eu-central-1" };
  let starrocks: StarRocksClient;

  beforeAll(() => {
    const auth = { authorize: () => ({ authorization: "fake" }), scheme: "fake" };
    starrocks = createStarRocksClient({ baseUrl: mock.urls.starrocks, auth, validate: "throw" });
  });

  test("are one for each cluster of the region, of three kinds, whatever is asked for", async () => {
    const { Data = [], Total } = await starrocks.describeBackupPolicies(region);
    expect([Data.length, Total]).toEqual([3, 3]);
    expect(Data.map(({ RecurrenceValues }) => RecurrenceValues?.length)).toEqual([0, 7, 31]);
    const [first, second] = Data;
    for (const filter of [{ InstanceId: first?.InstanceId }, { PolicyId: first?.PolicyId }]) {
      expect(await starrocks.describeBackupPolicies({ ...region, ...filter })).toMatchObject({
        Data: [first],
        Total: 1,
      });
    }
    const both = { InstanceId: first?.InstanceId, PolicyId: second?.PolicyId };
    expect(await starrocks.describeBackupPolicies({ ...region, ...both })).toMatchObject({
      Data: [],
      Total: 0,
    });
  });

  test("have backups that begin every day within 20 minutes, in the zone of the cluster", async () => {
    const { Data = [] } = await starrocks.describeBackupPolicies(region);
    for (const { InstanceId, Hour, Minute } of Data) {
      const backups = await starrocks
        .describeBackups({ ...region, InstanceId })
        .records()
        .toArray({ max: 100 });
      const begun = backups.slice(3).map(({ startedAt }) => startedAt?.getTime() ?? 0);
      expect(await starrocks.describeSystemTimezone({ InstanceId })).toMatchObject({ Data: "Asia/Shanghai" });
      const due = (Number(Hour) * 60 + Number(Minute) - 8 * 60) * MINUTE;
      for (const time of begun) expect(minutesLate(time, due)).toBeLessThan(21);
      const days = begun.map((time) => Math.floor((time - due) / DAY));
      expect(days.length).toBeGreaterThan(10);
      expect(days).toEqual(days.map((_, index) => (days[0] ?? 0) - index));
    }
  });

  test("are none for a cluster without backups, and an error for one that does not exist", async () => {
    expect(await starrocks.describeBackupPolicies({ InstanceId: "empty-1" })).toMatchObject({
      Data: [],
      Total: 0,
    });
    await expect(starrocks.describeBackupPolicies({ InstanceId: "missing-1" })).rejects.toMatchObject({
      name: "ServiceFailureError",
      code: "InvalidParams",
    });
  });
});
