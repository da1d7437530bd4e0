import { operations } from "../../../generated/vbs/operations.js";
import type {
  VbsBackupPolicy,
  VbsBackupPolicyList,
  VbsBackupTask,
  VbsBackupTaskStatus,
  VbsWeekday,
} from "../../../generated/vbs/types.js";
import type { Loose } from "../../records/fields.js";
import { toBackupRecord } from "../../vbs/record.js";
import { huaweiFormat, huaweiGatewayErrors } from "../api-formats.js";
import { hex, keyOf, mix, uuid } from "../random.js";
import type { MockServiceDefinition, SimulatorOptions } from "../service-definition.js";
import { givenRecords } from "./given.js";
import { createPopulation, listedBesides, type Population } from "./population.js";
import { createRecords, type Records } from "./records.js";

/**
 * Jobs of backup policies: WAITING, RUNNING, then EXECUTE_SUCCESS, EXECUTE_FAIL, EXECUTE_TIMEOUT or SKIP. The project
 * has three policies, one of them disabled and without jobs; a policy of any other id has jobs, but is not listed.
 */
export const vbsMock: MockServiceDefinition<"vbs"> = {
  name: "vbs",
  operations,
  format: huaweiFormat,
  errors: {
    ...huaweiGatewayErrors,
    // The service has no known code for a bad parameter; the gateway has one for a malformed request.
    parameter: [400, "APIGW.0201"],
    "empty-project": [400, "APIGW.0201"],
    "empty-resource": [400, "AutoBackup.0006"],
    address: [404, "APIGW.0101"],
    method: [405, "APIGW.0101"],
    "unknown-resource": [404, "AutoBackup.0205"],
    forbidden: [403, "AutoBackup.0213"],
    "no-credentials": [401, "AutoBackup.0002"],
    token: [401, "APIGW.0301"],
    "expired-token": [401, "AutoBackup.0003"],
    "other-project": [403, "AutoBackup.0213"],
  },
  simulate: (options) => ({
    resource: firstPolicy(options),
    listings: {
      ListBackupTasks: {
        parameters: { resource: "policy_id", states: "status", id: "job_id", direction: "sort_dir" },
        records: (policy = "") => recordsOf(options, policy),
        given: (wires) => givenRecords(wires, toBackupRecord, statusOf),
      },
    },
    responses: {
      ListBackupPolicies: {
        body: ({ now }): VbsBackupPolicyList => ({ backup_policies: policiesOf(options, now) }),
      },
    },
  }),
};

const statusOf = ({ status }: Loose<VbsBackupTask>) => String(status);

function firstPolicy({ seed }: SimulatorOptions): string {
  return uuid(mix(seed, 0, 2), seed, 1);
}

/** The policies of the project. The jobs of each that is enabled begin within 80 minutes after its time. */
function policiesOf(options: SimulatorOptions, now: number): VbsBackupPolicy[] {
  const weekly = uuid(mix(options.seed, 1, 2), options.seed, 2);
  const disabled = `empty-${uuid(mix(options.seed, 2, 2), options.seed, 3)}`;
  const schedule = (policy: string) =>
    ({
      remain_first_backup_of_curMonth: "N",
      start_time: `${new Date(populationOf(options, policy).dueAt).toISOString().slice(11, 13)}:00`,
      status: policy === disabled || policy.startsWith("off-") ? "OFF" : "ON",
    }) as const;
  return [
    {
      backup_policy_id: firstPolicy(options),
      backup_policy_name: "plan01",
      scheduled_policy: { ...schedule(firstPolicy(options)), rentention_num: 10, frequency: 1 },
      policy_resource_count: VOLUMES,
    },
    {
      backup_policy_id: weekly,
      backup_policy_name: "weekly",
      scheduled_policy: { ...schedule(weekly), rentention_day: 30, week_frequency: WEEK },
      policy_resource_count: VOLUMES,
      time_zone: "UTC+02:00",
    },
    {
      backup_policy_id: disabled,
      backup_policy_name: "default",
      scheduled_policy: { ...schedule(disabled), rentention_num: 7, frequency: 3 },
      policy_resource_count: 0,
    },
    ...listedBesides(GAPS, options, now).map((id) => ({
      backup_policy_id: id,
      backup_policy_name: id,
      scheduled_policy: { ...schedule(id), rentention_num: 10, frequency: 1 },
      policy_resource_count: id.startsWith("bare-") ? 0 : VOLUMES,
    })),
  ];
}

/** The kinds of policies that the project has besides, with `gaps`. */
const GAPS = ["missed", "late", "off", "bare", "failing", "stuck", "gone"];

function populationOf(options: SimulatorOptions, policy: string): Population {
  return createPopulation(options, keyOf(options.seed, "vbs", policy), policy);
}

function recordsOf(options: SimulatorOptions, policy: string): Records {
  const population = populationOf(options, policy);
  const { key } = population;
  return createRecords(population, {
    id: (number, index) => uuid(number, key, index),
    state: (index, now) => stateOf(population, index, now),
    record: (id, index, now) => wireRecord(population, id, index, now),
  });
}

function stateOf(population: Population, index: number, now: number): VbsBackupTaskStatus {
  const { phase } = population.run(index, now);
  if (phase === "waiting") return "WAITING";
  const chance = chanceOf(population, index);
  if (chance < 0.05) return "SKIP";
  if (phase === "running") return "RUNNING";
  return chance < 0.1 ? "EXECUTE_FAIL" : chance < 0.13 ? "EXECUTE_TIMEOUT" : "EXECUTE_SUCCESS";
}

/** The number from which a job's end follows. A job that must end badly is not skipped. */
function chanceOf(population: Population, index: number): number {
  const chance = population.random(index, 10);
  const outcome = population.outcome(index);
  return outcome === null ? chance : outcome === "bad" ? 0.05 + 0.08 * chance : 1;
}

/** Disks of a policy. */
const VOLUMES = 1;
/** Jobs are daily, so that a weekly policy has every day of the week. */
const WEEK: VbsWeekday[] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

function wireRecord(population: Population, job: string, index: number, now: number): VbsBackupTask {
  const { key } = population;
  const { phase, created, begins, ends } = population.run(index, now);
  const status = stateOf(population, index, now);
  const volume = mix(key, index, 11) % VOLUMES;
  // A skipped job ends at the time at which it would have begun.
  const finished = status === "SKIP" ? begins : phase === "ended" ? ends : undefined;
  const executed = status !== "WAITING" && status !== "SKIP";
  return {
    status,
    job_id: job,
    created_at: withoutZone(created),
    ...(finished !== undefined && { finished_at: withoutZone(finished) }),
    backup_name: `autobk_${hex(mix(key, index, 12), 4)}`,
    resource_id: uuid(mix(key, volume, 13), key, volume),
    resource_type: "volume",
    ...(executed && { vbs_job_id: hex(mix(key, index, 14)) + hex(mix(key, index, 15)) }),
  };
}

function withoutZone(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 23);
}
