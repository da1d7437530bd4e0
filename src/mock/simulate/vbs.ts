import type { VbsBackupTask, VbsBackupTaskStatus } from "../../../generated/vbs/types.js";
import { hex, keyOf, mix, scramble, unscramble, uuid } from "../random.js";
import { courseOf } from "./course.js";
import { type Model, sizeOf, type World } from "./model.js";
import { createPopulation, type Population } from "./population.js";
import type { Records } from "./records.js";

/** Jobs of backup policies: WAITING, RUNNING, then EXECUTE_SUCCESS, or one of the ends that are none. */
export function vbsModel(world: World): Model {
  return {
    bindings: {
      ListBackupTasks: { resource: "policy_id", states: "status", id: "job_id", direction: "sort_dir" },
    },
    records: (policy = "") => recordsOf(world, policy),
    resource: uuid(mix(world.seed, 0, 2), world.seed, 1),
    envelope: () => ({}),
  };
}

function recordsOf(world: World, policy: string): Records {
  const key = keyOf(world.seed, "vbs", policy);
  const population = createPopulation({
    key,
    size: sizeOf(world, policy),
    start: world.start,
    course: courseOf(policy),
  });
  const id = (index: number) => uuid(scramble(key, index), key, index);
  return {
    ...population,
    state: (index, now) => stateOf(population, index, now),
    record: (index, now) => wire(population, id(index), index, now),
    indexOf(job) {
      const index = unscramble(key, Number.parseInt(job.slice(0, 8), 16));
      return index < population.size && id(index) === job ? index : undefined;
    },
  };
}

function stateOf(population: Population, index: number, now: number): VbsBackupTaskStatus {
  const { phase } = population.life(index, now);
  if (phase === "waiting") return "WAITING";
  const fate = fateOf(population, index);
  if (fate < 0.05) return "SKIP";
  if (phase === "running") return "RUNNING";
  return fate < 0.1 ? "EXECUTE_FAIL" : fate < 0.13 ? "EXECUTE_TIMEOUT" : "EXECUTE_SUCCESS";
}

/** Where a job falls between the ends that there are; a bad one is not skipped. */
function fateOf(population: Population, index: number): number {
  const chance = population.random(index, 10);
  const outcome = population.outcome(index);
  return outcome === null ? chance : outcome === "good" ? 1 : 0.05 + 0.08 * chance;
}

/** Disks to a policy. */
const VOLUMES = 5;

function wire(population: Population, job: string, index: number, now: number): VbsBackupTask {
  const { key } = population;
  const { phase, created, begins, ends } = population.life(index, now);
  const status = stateOf(population, index, now);
  const volume = mix(key, index, 11) % VOLUMES;
  // A job that is skipped ends where it would have begun.
  const finished = status === "SKIP" ? begins : phase === "ended" ? ends : undefined;
  const carried = status !== "WAITING" && status !== "SKIP";
  return {
    status,
    job_id: job,
    created_at: zoneless(created),
    ...(finished !== undefined && { finished_at: zoneless(finished) }),
    backup_name: `autobk_${hex(mix(key, index, 12), 4)}`,
    resource_id: uuid(mix(key, volume, 13), key, volume),
    resource_type: "volume",
    ...(carried && { vbs_job_id: hex(mix(key, index, 14)) + hex(mix(key, index, 15)) }),
  };
}

function zoneless(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 23);
}
