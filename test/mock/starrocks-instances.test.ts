import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createStarRocksClient, type StarRocksClient } from "../../src/index.js";
import { type Mock, startMock } from "../../src/mock/index.js";
import { fakeClock } from "../support/fake-clock.js";

let mock: Mock;

beforeAll(async () => {
  mock = await startMock({ mode: "simulate", clock: fakeClock() });
});

afterAll(() => mock.stop());

describe("the simulated instances of StarRocks", () => {
  const region = { RegionId: "eu-central-1" };
  let starrocks: StarRocksClient;

  beforeAll(() => {
    const auth = { authorize: () => ({ authorization: "fake" }), scheme: "fake" };
    starrocks = createStarRocksClient({ baseUrl: mock.urls.starrocks, auth, validate: "throw" });
  });

  test("are those that have backups and policies, and look as in their snapshots", async () => {
    const instances = await starrocks.describeInstances({ ...region, PageSize: 2 }).toArray({ max: 10 });
    const { Data: policies = [] } = await starrocks.describeBackupPolicies(region);
    expect(instances.map(({ InstanceId }) => InstanceId).sort()).toEqual(
      policies.map(({ InstanceId }) => InstanceId).sort(),
    );
    for (const { InstanceId, InstanceName, RunMode, Tags, BeginTime } of instances) {
      const backups = await starrocks.describeBackups({ ...region, InstanceId }).toArray({ max: 100 });
      for (const { InstanceSnapshot, BackupStartTime = 0 } of backups) {
        expect(InstanceSnapshot).toMatchObject({ InstanceName, RunMode, Tags });
        expect(Number(BackupStartTime)).toBeGreaterThan(Number(BeginTime));
      }
    }
  });

  test("are filtered by id, name, state, resource group and tags", async () => {
    const all = await starrocks.describeInstances(region).toArray({ max: 10 });
    const [first] = all;
    if (first === undefined) throw new Error("there is no instance");
    const { InstanceId, InstanceName, ResourceGroupId, Tags } = first;
    const found = (filter: object) =>
      starrocks.describeInstances({ ...region, ...filter }).toArray({ max: 10 });
    for (const filter of [{ InstanceId }, { InstanceName: InstanceName?.slice(4) }, { ResourceGroupId }]) {
      expect(await found(filter)).toEqual([first]);
    }
    expect(await found({ InstanceStatus: ["creating", "running"] })).toEqual(all);
    expect(await found({ InstanceStatus: "deleted" })).toEqual([]);
    expect(await found({ Tag: JSON.stringify(Tags) })).toContainEqual(first);
    expect(await found({ Tag: JSON.stringify([{ Key: "team", Value: "none" }]) })).toEqual([]);
    expect(await found({ InstanceId: "missing-1" })).toEqual([]);
  });
});

describe("the simulated history of an instance", () => {
  const region = { RegionId: "eu-central-1" };
  const auth = { authorize: () => ({ authorization: "fake" }), scheme: "fake" };
  const client = () => createStarRocksClient({ baseUrl: mock.urls.starrocks, auth, validate: "throw" });

  test("has every backup that has ended, newest first, between other operations", async () => {
    for (const { InstanceId, BeginTime } of await client().describeInstances(region).toArray({ max: 10 })) {
      const history = await client().listOperationHistory({ InstanceId, PageSize: 7 }).toArray({ max: 100 });
      const backups = await client()
        .describeBackups({ ...region, InstanceId })
        .toArray({ max: 100 });
      const ended = backups.filter(({ Status }) => Status === "COMPLETED");
      expect(ended.length).toBeGreaterThan(20);
      const listed = history.filter(({ OperationType }) => OperationType === "backup");
      expect(listed.map(({ GmtCreate, GmtEnd }) => [GmtCreate, GmtEnd])).toEqual(
        ended.map(({ BackupStartTime, BackupFinishedTime }) => [BackupStartTime, BackupFinishedTime]),
      );
      const times = history.map(({ GmtCreate }) => Number(GmtCreate));
      expect(times).toEqual([...times].sort((one, other) => other - one));
      expect(history.map(({ OperationType }) => OperationType)).toContain("restore");
      expect(history.at(-1)).toMatchObject({ OperationType: "create_cluster", GmtCreate: BeginTime });
      expect(new Set(history.map(({ OperationId }) => OperationId)).size).toBe(history.length);
    }
  });

  test("tells failed backups as broken off, and leaves out one that never ends", async () => {
    const backups = (InstanceId: string) =>
      client().listOperationHistory({ InstanceId, OperationType: "backup" }).toArray({ max: 100 });
    const never = await backups("never-1");
    expect(new Set(never.map(({ OperationStatus }) => OperationStatus))).toEqual(new Set(["TERMINATED"]));
    expect(await backups("stuck-1")).toHaveLength(24);
    expect(await backups("empty-1")).toEqual([]);
  });
});
