import { operations } from "../../../generated/starrocks/operations.js";
import type {
  StarRocksBackup,
  StarRocksBackupPolicyList,
  StarRocksSystemTimezone,
} from "../../../generated/starrocks/types.js";
import type { Loose } from "../../records/fields.js";
import { toBackupRecord } from "../../starrocks/record.js";
import { alibabaFormat } from "../api-formats.js";
import { hex, mix } from "../random.js";
import type { MockServiceDefinition, SimulatorOptions } from "../service-definition.js";
import { givenRecords } from "./given.js";
import type { Population } from "./population.js";
import { createRecords, interleave, type Records, wireSize } from "./records.js";
import { accountOf, clusterId, populationOf, REGION, RETENTION, snapshot } from "./starrocks-account.js";
import { historyOf } from "./starrocks-history.js";
import { instancesOf, policiesOf, ZONE } from "./starrocks-instances.js";

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
        given: (wires) => givenRecords(wires, toBackupRecord, statusOf),
        envelope,
      },
      DescribeInstances: {
        parameters: { resource: "InstanceId", scope: "RegionId" },
        records: (cluster, region = REGION, text, now) => instancesOf(options, cluster, region, text, now),
        emptyIfUnknown: true,
        envelope,
      },
      ListOperationHistory: {
        parameters: { resource: "InstanceId", from: "StartTime", to: "EndTime" },
        records: (cluster = "", _, text, now) => historyOf(options, cluster, text, now),
        envelope,
      },
    },
    responses: {
      DescribeBackupPolicies: {
        resource: "InstanceId",
        body: ({ resource, text, requestId, now }): StarRocksBackupPolicyList => {
          const id = text("PolicyId");
          const Data = policiesOf(options, resource, text("RegionId") ?? REGION, now).filter(
            ({ PolicyId }) => id === undefined || PolicyId === id,
          );
          return { ...envelope(requestId), Data, Total: Data.length };
        },
      },
      DescribeSystemTimezone: {
        resource: "InstanceId",
        body: ({ requestId }): StarRocksSystemTimezone => ({
          ...envelope(requestId),
          Data: ZONE.name,
          Total: 1,
        }),
      },
    },
  }),
};

const statusOf = ({ Status }: Loose<StarRocksBackup>) => String(Status);

/** What stands around the data of every successful response. */
function envelope(RequestId: string) {
  return { HttpStatusCode: 200, RequestId, Success: true, ErrCode: "Success", ErrMessage: "" };
}

function listedRecords(options: SimulatorOptions, cluster: string | undefined, region: string): Records {
  if (cluster !== undefined) return recordsOf(options, cluster, region);
  return interleave(accountOf(options, region).map((id) => recordsOf(options, id, region)));
}

function recordsOf(options: SimulatorOptions, cluster: string, region: string): Records {
  const population = populationOf(options, cluster, region);
  const { key } = population;
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
    ExpireTime: created + RETENTION,
    BackupTaskId: ids.task,
    BackupType: population.pick(index, 25, ["0", "1", "FullBackup"]),
    InstanceSnapshot: snapshot(population, ids.region),
  };
}
