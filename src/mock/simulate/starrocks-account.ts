import { clouds } from "../../../generated/starrocks/operations.js";
import type { StarRocksInstanceSnapshot } from "../../../generated/starrocks/types.js";
import { hex, keyOf, mix } from "../random.js";
import type { SimulatorOptions } from "../service-definition.js";
import { createPopulation, listedBesides, type Population } from "./population.js";

/** Clusters of an account in each region. */
const CLUSTERS = 3;
/** The region of a request that names none. */
export const REGION = "cn-hangzhou";

export const DAY = 86_400_000;
/** How long backups are kept. */
export const RETENTION = 7 * DAY;

/** The id of one of the account's clusters in a region. */
export function clusterId({ seed }: SimulatorOptions, region: string, at: number): string {
  const key = keyOf(seed, "starrocks", region, String(at));
  return `c-${hex(key)}${hex(mix(key, 0, 1))}`;
}

/** The ids of the account's clusters in a region. */
export function accountOf(options: SimulatorOptions, region: string): string[] {
  return Array.from({ length: CLUSTERS }, (_, at) => clusterId(options, region, at));
}

/** The kinds of clusters that are listed besides, with `gaps`. */
const GAPS = ["missed", "manual", "empty", "stuck", "gone"];

/** The clusters that are listed at `now`: with `gaps` also some whose backups went wrong. */
export function listedClusters(options: SimulatorOptions, region: string, now: number): string[] {
  return [...accountOf(options, region), ...listedBesides(GAPS, options, now)];
}

/** A cluster's place among those of the account, whose backups alternate. */
export function slotOf(options: SimulatorOptions, cluster: string, region: string): number {
  const at = accountOf(options, region).indexOf(cluster);
  return at < 0 ? mix(options.seed, cluster.length, 2) % CLUSTERS : at;
}

/** What the backups of a cluster are computed from. */
export function populationOf(options: SimulatorOptions, cluster: string, region: string): Population {
  const key = keyOf(options.seed, "starrocks", region, cluster);
  return createPopulation(options, key, cluster, { of: CLUSTERS, at: slotOf(options, cluster, region) });
}

/** The region whose account has the cluster. No parameter names it; a cluster of any other id is in the first one. */
export function regionOf(options: SimulatorOptions, cluster: string): string {
  const regions: readonly string[] = clouds.alibabacloud.regions;
  return regions.find((region) => accountOf(options, region).includes(cluster)) ?? REGION;
}

/** When the cluster was created: a day before its oldest backup. */
export function beginOf({ createdAt, size }: Population): number {
  return createdAt(Math.max(0, size - 1)) - DAY;
}

/** A cluster as its backups describe it. */
export function snapshot({ key, pick }: Population, region: string): StarRocksInstanceSnapshot {
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
