import type { StarRocksBackupPolicy, StarRocksInstance } from "../../../generated/starrocks/types.js";
import { hex, mix } from "../random.js";
import type { SimulatorOptions } from "../service-definition.js";
import type { Population } from "./population.js";
import { listOf, type Records } from "./records.js";
import {
  beginOf,
  DAY,
  listedClusters,
  populationOf,
  RETENTION,
  slotOf,
  snapshot,
} from "./starrocks-account.js";

/** The system time zone of every cluster, which has had no daylight saving time since 1991. */
export const ZONE = { name: "Asia/Shanghai", offset: 8 * 3_600_000 };
/** The days of a daily policy: none, every day of the week, every day of the month. */
const EVERY_DAY = [0, 7, 31].map((days) => Array.from({ length: days }, (_, at) => at + 1));

/**
 * One policy for each cluster, or for the one that is named; a cluster without backups has none. All run every day, at
 * the minute after which the cluster's backups begin, and say so in three ways.
 */
export function policiesOf(
  options: SimulatorOptions,
  cluster: string | undefined,
  region: string,
  now: number,
): StarRocksBackupPolicy[] {
  const clusters = cluster === undefined ? listedClusters(options, region, now) : [cluster];
  return clusters
    .filter((id) => !/^(empty|manual)-/.test(id))
    .map((InstanceId) => {
      const { key, dueAt } = populationOf(options, InstanceId, region);
      const due = new Date(dueAt + ZONE.offset);
      return {
        ExpireDays: RETENTION / DAY,
        Hour: String(due.getUTCHours()),
        InstanceId,
        Minute: String(due.getUTCMinutes()),
        PolicyId: `bk-policy-${hex(key)}${hex(mix(key, 0, 40))}`,
        RecurrenceValues: EVERY_DAY[slotOf(options, InstanceId, region)] ?? [],
        TimeoutSeconds: 3600,
      };
    });
}

/** The account's clusters in the region, or the one that is named, as far as the other filters leave them. */
export function instancesOf(
  options: SimulatorOptions,
  cluster: string | undefined,
  region: string,
  text: (parameter: string) => string | undefined,
  now: number,
): Records {
  const [name, states, group] = ["InstanceName", "InstanceStatus", "ResourceGroupId"].map(text);
  const tags = tagsOf(text("Tag"));
  const clusters = cluster === undefined ? listedClusters(options, region, now) : [cluster];
  const instances = clusters
    .map((id) => {
      const population = populationOf(options, id, region);
      const createdAt = beginOf(population);
      return { createdAt, instance: instance(population, id, region, createdAt) };
    })
    .filter(({ instance: { InstanceName = "", InstanceStatus = "", ResourceGroupId, Tags = [] } }) => {
      const tagged = tags.every(({ Key, Value }) =>
        Tags.some((own) => own.Key === Key && (Value === undefined || own.Value === Value)),
      );
      const inState = states === undefined || states.split(",").includes(InstanceStatus);
      return (
        tagged &&
        inState &&
        InstanceName.includes(name ?? "") &&
        ResourceGroupId === (group ?? ResourceGroupId)
      );
    });
  return listOf(instances, ({ instance: wire, createdAt }, now) => ({
    ...wire,
    RunningTime: Math.floor((now - createdAt) / 1000),
  }));
}

/** The tags of a filter, which is a JSON text; one that cannot be read filters nothing. */
function tagsOf(filter: string | undefined): { readonly Key?: unknown; readonly Value?: unknown }[] {
  try {
    const tags: unknown = JSON.parse(filter ?? "[]");
    return Array.isArray(tags) ? tags.map((tag: unknown) => ({ ...Object(tag) })) : [];
  } catch {
    return [];
  }
}

/** An instance as its own snapshots show it, and what they leave out. */
function instance(
  population: Population,
  InstanceId: string,
  region: string,
  created: number,
): StarRocksInstance {
  const { key } = population;
  const { NodeGroups: _, SpecType: __, ...shared } = snapshot(population, region);
  return {
    ...shared,
    InstanceId,
    InstanceStatus: "running",
    Architecture: "onECS",
    PackageType: "official",
    PayType: "postPaid",
    BeginTime: created,
    ExpireTime: 4_889_001_600_000,
    MaintainablePeriod: "00:00-06:00",
    MonitorType: "cms",
    OssLocation: `oss://sr-${InstanceId}`,
    Encrypted: false,
    EnableSSL: true,
    EnabledAuditLoader: true,
    EnableAutoMinorVersionUpgrade: true,
    IsolateLeader: false,
    SecurityGroupManaged: true,
    SgId: `sg-${hex(mix(key, 0, 41))}${hex(mix(key, 0, 42))}`,
    VSwitches: [
      { Primary: true, VswId: `vsw-${hex(mix(key, 0, 43))}${hex(mix(key, 0, 44))}`, ZoneId: `${region}-i` },
    ],
  };
}
