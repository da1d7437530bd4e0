import type { StarRocksBackup, StarRocksInstanceSnapshot } from "../../../generated/starrocks/types.js";
import { hex, keyOf, mix, scramble, unscramble } from "../random.js";
import { courseOf } from "./course.js";
import { type Model, sizeOf, type World, wireSize } from "./model.js";
import { createPopulation, type Population } from "./population.js";
import { interleave, type Records } from "./records.js";

type WireBackup = Omit<StarRocksBackup, "Size"> & { readonly Size: number | bigint };

/** Clusters to an account in each region. */
const CLUSTERS = 3;
/** Where a call ends up that names no region. */
const REGION = "cn-hangzhou";

/**
 * Backups of StarRocks clusters: RUNNING, then COMPLETED. Without a cluster the listing holds those of the
 * account's three clusters in the region; a cluster of any other id has backups only where it is named.
 * No document says what a failed backup is called; here it is FAILED, a state that the contract does not list.
 */
export function starRocksModel(world: World): Model {
  const cluster = (region: string, at: number) => {
    const key = keyOf(world.seed, "starrocks", region, String(at));
    return `c-${hex(key)}${hex(mix(key, 0, 1))}`;
  };
  const clusters = (region: string) => Array.from({ length: CLUSTERS }, (_, at) => cluster(region, at));
  return {
    bindings: {
      DescribeBackups: {
        resource: "InstanceId",
        from: "TimePeriodStartTime",
        to: "TimePeriodEndTime",
        states: "Statuses",
        id: "BackupTaskId",
        scope: "RegionId",
      },
    },
    records(named, region = REGION) {
      const own = clusters(region);
      if (named === undefined) {
        return interleave(own.map((one, at) => recordsOf(world, one, region, at)));
      }
      const at = own.indexOf(named);
      return recordsOf(world, named, region, at < 0 ? mix(world.seed, named.length, 2) % CLUSTERS : at);
    },
    resource: cluster(REGION, 0),
    envelope: (RequestId) => ({
      HttpStatusCode: 200,
      RequestId,
      Success: true,
      ErrCode: "Success",
      ErrMessage: "",
    }),
  };
}

function recordsOf(world: World, cluster: string, region: string, at: number): Records {
  const key = keyOf(world.seed, "starrocks", region, cluster);
  const size = sizeOf(world, cluster);
  const population = createPopulation({
    key,
    size,
    start: world.start,
    course: courseOf(cluster),
    turn: { of: CLUSTERS, at },
  });
  const id = (index: number) => `bt-${hex(scramble(key, index))}${hex(mix(key, index, 9), 4)}`;
  return {
    ...population,
    state: (index, now) => {
      const settled = index >= population.unsettled;
      return settled || population.life(index, now).phase === "ended" ? endOf(population, index) : "RUNNING";
    },
    record: (index, now) => wire(world, population, { cluster, region, task: id(index) }, index, now),
    indexOf(task) {
      const index = unscramble(key, Number.parseInt(task.slice(3, 11), 16));
      return index < size && id(index) === task ? index : undefined;
    },
  };
}

function endOf(population: Population, index: number): string {
  return population.outcome(index) === "bad" ? "FAILED" : "COMPLETED";
}

const DATABASES = ["sales", "web_logs", "test1"];
const TABLES = ["orders", "events", "cdc_ods_topic_msg"];
const DAY = 86_400_000;

function wire(
  world: World,
  population: Population,
  names: { readonly cluster: string; readonly region: string; readonly task: string },
  index: number,
  now: number,
): WireBackup {
  const { phase, created, begins, ends } = population.life(index, now);
  const steps = 1 + Math.floor(population.random(index, 20) * 3);
  const length = (ends - begins) / steps;
  return {
    RegionId: names.region,
    InstanceId: names.cluster,
    Size: wireSize(world, 100 * (1 + (population.key % 8))),
    Status: phase === "ended" ? endOf(population, index) : "RUNNING",
    Description: population.random(index, 21) < 0.2 ? "Manual backup" : "Scheduled backup",
    // A step appears as it begins: in seconds, unlike the times of the backup itself.
    SubTasks: Array.from({ length: steps }, (_, step) => step)
      .filter((step) => begins + step * length <= now)
      .map((step) => {
        const done = begins + (step + 1) * length <= now;
        return {
          StartTime: Math.floor((begins + step * length) / 1000),
          ...(done && { FinishedTime: Math.floor((begins + (step + 1) * length) / 1000) }),
          SnapshotName: `${new Date(created).toISOString().slice(0, 10)}_backup`,
          DataBase: population.pick(index + step, 22, DATABASES),
          Table: population.pick(index + step, 23, TABLES),
          Size: Math.floor(population.random(index + step, 24) * 100),
          Status: done ? "success" : "RUNNING",
          Detail: "[]",
        };
      }),
    BackupStartTime: created,
    ...(phase === "ended" && { BackupFinishedTime: ends }),
    ExpireTime: created + 7 * DAY,
    BackupTaskId: names.task,
    BackupType: population.pick(index, 25, ["0", "1", "FullBackup"]),
    InstanceSnapshot: snapshot(population, names.region),
  };
}

function snapshot({ key, pick }: Population, region: string): StarRocksInstanceSnapshot {
  const SpecType = pick(0, 30, ["standard", "ramEnhanced", "localSSD"] as const);
  const RunMode = pick(0, 31, ["shared_data", "shared_nothing"] as const);
  const group = { StoragePerformanceLevel: "pl1", DiskNumber: "2", ResidentNodeNumber: "3" } as const;
  const LocalStorageInstanceType = SpecType === "localSSD" ? "starrocks.local.4xlarge" : "null";
  return {
    InstanceName: `warehouse-${hex(key, 4)}`,
    VpcId: `vpc-${hex(mix(key, 0, 32))}${hex(mix(key, 0, 33))}`,
    RunMode,
    SpecType,
    ResourceGroupId: `rg-${hex(mix(key, 0, 34))}`,
    Version: "3.3",
    MinorVersion: "3.3.13-1.0-1.7.2",
    NodeGroups: [
      { ComponentType: "FE", Cu: 4, StorageSize: 200, ...group, SpecType, LocalStorageInstanceType },
      {
        ComponentType: RunMode === "shared_data" ? "CN" : "BE",
        Cu: 8 * pick(0, 35, [1, 2, 4]),
        StorageSize: 500,
        ...group,
        SpecType,
        LocalStorageInstanceType,
      },
    ],
    RegionId: region,
    Tags: [{ Key: "team", Value: pick(0, 36, ["analytics", "42", "billing"]) }],
  };
}
