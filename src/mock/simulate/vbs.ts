import { operations } from "../../../generated/vbs/operations.js";
import type { VbsBackupTask, VbsBackupTaskStatus } from "../../../generated/vbs/types.js";
import { huaweiFormat, huaweiGatewayErrors } from "../api-formats.js";
import { hex, keyOf, mix, uuid } from "../random.js";
import type { MockServiceDefinition, SimulatorOptions } from "../service-definition.js";
import { createPopulation, type Population } from "./population.js";
import { createRecords, type Records } from "./records.js";

/** Jobs of backup policies: WAITING, RUNNING, then EXECUTE_SUCCESS, EXECUTE_FAIL, EXECUTE_TIMEOUT or SKIP. */
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
    resource: uuid(mix(options.seed, 0, 2), options.seed, 1),
    listings: {
      ListBackupTasks: {
        parameters: { resource: "policy_id", states: "status", id: "job_id", direction: "sort_dir" },
        records: (policy = "") => recordsOf(options, policy),
      },
    },
  }),
};

function recordsOf(options: SimulatorOptions, policy: string): Records {
  const key = keyOf(options.seed, "vbs", policy);
  const population = createPopulation(options, key, policy);
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
  return outcome === null ? chance : outcome === "good" ? 1 : 0.05 + 0.08 * chance;
}

/** Disks of a policy. */
const VOLUMES = 5;

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
