import { formatDuration } from "../duration.js";
import { defaultObjective, type Objective } from "../objective.js";
import type { Target } from "../target.js";

/** A target as a targets file has it. */
export type TargetEntry = { readonly name: string } & Readonly<Record<string, unknown>>;

/** A target as an entry of a targets file that has no defaults, without its labels, group and account. */
export function writeTarget(target: Target): TargetEntry {
  const { name, service, api, cloud, region, baseUrl, projectId, resource } = target;
  const { schedule = null, pause = null } = target;
  const objective = writeObjective(target.objective, schedule === null ? defaultObjective.maxAge : null);
  return {
    name,
    service,
    ...(api !== null && { api }),
    ...(cloud !== null && { cloud }),
    ...(region !== null && { region }),
    ...(baseUrl !== null && { baseUrl }),
    ...(projectId !== null && { project: projectId }),
    [resource.type]: resource.id,
    ...(Object.keys(objective).length > 0 && { objective }),
    ...(schedule !== null && {
      schedule: schedule === "own" ? schedule : { ...schedule, grace: formatDuration(schedule.grace) },
    }),
    ...(pause !== null && {
      pause: {
        until: new Date(pause.until - 1).toISOString().slice(0, 10),
        reason: pause.reason,
        ...(pause.acceptedBy != null && { acceptedBy: pause.acceptedBy }),
      },
    }),
  };
}

/** What differs from the default. With a schedule, an age has none. */
function writeObjective(objective: Objective, defaultAge: number | null): Readonly<Record<string, unknown>> {
  const { maxAge, maxDuration, maxFailures = null, maxRestoreAge = null, minRestorable, ignore } = objective;
  const standard = defaultObjective;
  const { skipped, manual } = ignore;
  const ignores = {
    ...(skipped !== standard.ignore.skipped && { skipped }),
    ...(manual !== standard.ignore.manual && { manual }),
  };
  return {
    ...(Number.isFinite(maxAge) && maxAge !== defaultAge && { maxAge: formatDuration(maxAge) }),
    ...(maxDuration !== null && { maxDuration: formatDuration(maxDuration) }),
    ...(maxFailures !== null && { maxFailures }),
    ...(maxRestoreAge !== null && { maxRestoreAge: formatDuration(maxRestoreAge) }),
    ...(minRestorable !== standard.minRestorable && { minRestorable }),
    ...(Object.keys(ignores).length > 0 && { ignore: ignores }),
  };
}
