import { loadServices } from "../../load-service.js";
import type { Target } from "../target.js";
import { jobId } from "./keys.js";

/** Targets that one job checks. */
export interface PlannedJob {
  readonly account: string;
  /** In BullMQ; the same for the same targets of the same run. */
  readonly id: string;
  readonly targets: readonly Target[];
}

/**
 * Maximum number of targets of a job: its text stays far below what a worker takes, and a worker that is killed has lost
 * at most so many checks, most of which cost no request of their own.
 */
export const MAX_TARGETS_OF_A_JOB = 500;

/**
 * The jobs of a run. Targets that one listing serves are a job, in parts of at most 500: those of one place and account, of
 * a service whose listing is shared. Every other target is a job of its own.
 */
export async function planJobs(run: string, targets: readonly Target[]): Promise<PlannedJob[]> {
  const services = await loadServices();
  const shared = new Set<string>(
    services.flatMap(({ name, sharesListing }) => (sharesListing ? [name] : [])),
  );
  const groups = new Map<string, Target[]>();
  for (const target of targets) {
    const key = shared.has(target.service) ? placeOf(target) : JSON.stringify(target.name);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [target]);
    else group.push(target);
  }
  return [...groups.values()].flatMap(inParts).flatMap((part) => {
    const [first] = part;
    const names = part.map(({ name }) => name);
    // No name of a target has a line break in it.
    return first ? { account: first.account, id: jobId(run, names.join("\n")), targets: part } : [];
  });
}

/** Where one listing has the backups of all. */
function placeOf({ service, api, account, cloud, region, baseUrl, projectId }: Target): string {
  return JSON.stringify([service, api, account, cloud, region, baseUrl, projectId]);
}

function inParts(targets: readonly Target[]): Target[][] {
  const count = Math.ceil(targets.length / MAX_TARGETS_OF_A_JOB);
  return Array.from({ length: count }, (_, at) =>
    targets.slice(at * MAX_TARGETS_OF_A_JOB, (at + 1) * MAX_TARGETS_OF_A_JOB),
  );
}
