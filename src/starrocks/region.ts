import type {
  StarRocksBackupPolicy,
  StarRocksBackupPolicyList,
  StarRocksInstance,
} from "../../generated/starrocks/types.js";
import { type Clock, systemClock } from "../core/deadline.js";
import { ContractError } from "../core/errors.js";
import type { CallOptions } from "../core/options.js";
import { sharedForAMinute } from "../core/single-flight.js";
import { type Loose, readObject, readTags, readText, readTime } from "../records/fields.js";
import { type PausedSchedule, pausedSchedule } from "../records/schedule.js";
import type { BackupSource } from "../records/service.js";
import type { StarRocksClient } from "./client.js";
import { readStarRocksSchedule } from "./schedule.js";

/** What the vendor's clients send to listings of this kind at most. */
const PAGE_SIZE = 100;
/** Statuses in which an instance does not run, and will not by itself (inferred from their names). */
const IDLE =
  /^(not_init|unpaid|paid|creating|creating_failed|created|disable|actively_disabled|deleting|deleting_failed|deleted_with_error)$/;

/**
 * A region's instances, and when their backups are due. The instances and their policies are listed once for all; the
 * time zone costs a request for each instance that has a policy. An instance is gone if the region does not list it.
 */
export function openRegion(
  client: StarRocksClient,
  RegionId: string | undefined,
  clock: Clock = systemClock,
): Required<Pick<BackupSource, "subjects" | "schedule">> {
  const instances = sharedForAMinute(clock, async (call) => {
    const all = client.describeInstances({ RegionId, PageSize: PAGE_SIZE }, call);
    // To its end: an instance that was not read would seem to be gone.
    const listed = await all.toArray({ max: Number.MAX_SAFE_INTEGER });
    const read = listed.map((instance): Loose<StarRocksInstance> => readObject(instance) ?? {});
    return new Map(read.map((instance) => [readText(instance.InstanceId), instance]));
  });
  const policies = sharedForAMinute(clock, async (call) => {
    const answer = await client.describeBackupPolicies({ RegionId }, call);
    const rows = rowsOf(answer);
    // No page says whether the list can be cut. If it is, each instance is requested.
    return Number(answer.Total ?? 0) > rows.length ? null : byInstance(rows);
  });
  const policiesOf = async (InstanceId: string, call: CallOptions): Promise<StarRocksBackupPolicy[]> => {
    const all = await policies(call);
    if (all !== null) return all.get(InstanceId) ?? [];
    return rowsOf(await client.describeBackupPolicies({ RegionId, InstanceId }, call));
  };
  return {
    async *subjects(call) {
      for (const [id, { InstanceName, InstanceStatus, Tags, BeginTime }] of await instances(call)) {
        if (id === null || InstanceStatus === "deleted") continue;
        yield {
          id,
          name: readText(InstanceName),
          status: readText(InstanceStatus),
          tags: readTags(Tags, "Key", "Value"),
          createdAt: readTime(BeginTime, "ms"),
          paused: pausedBy(InstanceStatus),
          stated: null,
        };
      }
    },
    async schedule(id, call, listed) {
      // The list of a discovery is not read again for each of its instances.
      const known = listed === undefined ? (await instances(call)).get(id) : undefined;
      const status = listed === undefined ? known?.InstanceStatus : listed.status;
      const since = listed === undefined ? readTime(known?.BeginTime, "ms") : listed.createdAt;
      if ((listed ?? known) === undefined || status === "deleted") return "gone";
      const rows = await policiesOf(id, call);
      const zone = rows.length === 0 ? null : await client.describeSystemTimezone({ InstanceId: id }, call);
      const stated = readStarRocksSchedule(rows, zone?.Data ?? null);
      const paused = pausedBy(status);
      return paused === null ? { ...stated, since } : { ...stated, since, schedule: paused };
    },
  };
}

function pausedBy(status: unknown): PausedSchedule | null {
  return IDLE.test(String(status)) ? pausedSchedule(`the instance is ${status}`) : null;
}

function byInstance(rows: readonly StarRocksBackupPolicy[]): Map<unknown, StarRocksBackupPolicy[]> {
  const found = new Map<unknown, StarRocksBackupPolicy[]>();
  for (const row of rows) {
    const id = readObject<StarRocksBackupPolicy>(row)?.InstanceId;
    const own = found.get(id);
    if (own === undefined) found.set(id, [row]);
    else own.push(row);
  }
  return found;
}

/** Without policies the list is empty, null or absent (inferred). */
function rowsOf({ Data = [] }: StarRocksBackupPolicyList): StarRocksBackupPolicy[] {
  if (Data === null) return [];
  if (Array.isArray(Data)) return Data;
  throw new ContractError("the response has no list of policies", {
    service: "starrocks",
    operation: "DescribeBackupPolicies",
    status: 200,
    pointer: "/Data",
  });
}
