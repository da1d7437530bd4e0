import { operations } from "../../../generated/starrocks/operations.js";
import type { StarRocksBackup, StarRocksInstanceSnapshot } from "../../../generated/starrocks/types.js";
import { alibabaFormat } from "../api-formats.js";
import { hex, keyOf, mix } from "../random.js";
import type { MockServiceDefinition, SimulatorOptions } from "../service-definition.js";
import { createPopulation, type Population } from "./population.js";
import { createRecords, interleave, type Records, wireSize } from "./records.js";

/** Clusters of an account in each region. */
const CLUSTERS = 3;
/** The region of a request that names none. */
const REGION = "cn-hangzhou";

/**
 * Backups of StarRocks clusters: RUNNING, then COMPLETED. Without a cluster the listing has those of the
 * account's three clusters in the region; a cluster of any other id has backups only if the request names it.
 * No source page has a word for a failed backup; here it is FAILED, a state that the contract does not list.
 */
export const starRocksMock: MockServiceDefinition<"starrocks"> = {
  name: "starrocks",
  operations,
  format: alibabaFormat,
  errors: {
    parameter: [400, "InvalidParameter"],
    "empty-project": [400, "InvalidParameter"],
    "empty-resource": [400, "InvalidParameter"],
    address: [404, "InvalidAction.NotFound"],
    method: [404, "InvalidAction.NotFound"],
    // The source page's own example is about an instance that does not exist, inside a 200.
    "unknown-resource": [200, "InvalidParams"],
    forbidden: [403, "Forbidden.RAM"],
    throttled: [400, "Throttling.User"],
    "no-credentials": [401, "SignatureDoesNotMatch"],
    token: [401, "SignatureDoesNotMatch"],
    "expired-token": [401, "SignatureDoesNotMatch"],
    "other-project": [403, "Forbidden.RAM"],
    signature: [400, "SignatureDoesNotMatch"],
    "access-key": [404, "InvalidAccessKeyId.NotFound"],
    date: [400, "InvalidTimeStamp.Expired"],
    nonce: [400, "SignatureNonceUsed"],
  },
  simulate: (options) => ({
    resource: clusterId(options, REGION, 0),
    listings: {
      DescribeBackups: {
        parameters: {
          resource: "InstanceId",
          from: "TimePeriodStartTime",
          to: "TimePeriodEndTime",
          states: "Statuses",
          id: "BackupTaskId",
          scope: "RegionId",
        },
        records: (cluster, region = REGION) => listedRecords(options, cluster, region),
        envelope: (RequestId) => ({
          HttpStatusCode: 200,
          RequestId,
          Success: true,
          ErrCode: "Success",
          ErrMessage: "",
        }),
      },
    },
  }),
};

function clusterId({ seed }: SimulatorOptions, region: string, at: number): string {
  const key = keyOf(seed, "starrocks", region, String(at));
  return `c-${hex(key)}${hex(mix(key, 0, 1))}`;
}

function listedRecords(options: SimulatorOptions, cluster: string | undefined, region: string): Records {
  const account = Array.from({ length: CLUSTERS }, (_, at) => clusterId(options, region, at));
  if (cluster === undefined) {
    return interleave(account.map((id, at) => recordsOf(options, id, region, at)));
  }
  const at = account.indexOf(cluster);
  const slot = at < 0 ? mix(options.seed, cluster.length, 2) % CLUSTERS : at;
  return recordsOf(options, cluster, region, slot);
}

function recordsOf(options: SimulatorOptions, cluster: string, region: string, slot: number): Records {
  const key = keyOf(options.seed, "starrocks", region, cluster);
  const population = createPopulation(options, key, cluster, { of: CLUSTERS, at: slot });
  return createRecords(population, {
    id: (number, index) => `bt-${hex(number)}${hex(mix(key, index, 9), 4)}`,
    digitsAt: "bt-".length,
    state: (index, now) => {
      const settled = index >= population.unsettled;
      return settled || population.run(index, now).phase === "ended" ? endOf(population, index) : "RUNNING";
    },
    record: (task, index, now) => wireRecord(options, population, { cluster, region, task }, index, now),
  });
}

function endOf(population: Population, index: number): string {
  return population.outcome(index) === "bad" ? "FAILED" : "COMPLETED";
}

const DATABASES = ["sales", "web_logs", "test1"];
const TABLES = ["orders", "events", "cdc_ods_topic_msg"];
const DAY = 86_400_000;

type WireBackup = Omit<StarRocksBackup, "Size"> & { readonly Size: number | bigint };

function wireRecord(
  options: SimulatorOptions,
  population: Population,
  ids: { readonly cluster: string; readonly region: string; readonly task: string },
  index: number,
  now: number,
): WireBackup {
  const { phase, created, begins, ends } = population.run(index, now);
  const steps = 1 + Math.floor(population.random(index, 20) * 3);
  const length = (ends - begins) / steps;
  return {
    RegionId: ids.region,
    InstanceId: ids.cluster,
    Size: wireSize(options, 100 * (1 + (population.key % 8))),
    Status: phase === "ended" ? endOf(population, index) : "RUNNING",
    Description: population.random(index, 21) < 0.2 ? "Manual backup" : "Scheduled backup",
    // A step appears when it begins. Its times are in seconds, those of the backup in milliseconds.
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
    BackupTaskId: ids.task,
    BackupType: population.pick(index, 25, ["0", "1", "FullBackup"]),
    InstanceSnapshot: snapshot(population, ids.region),
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
