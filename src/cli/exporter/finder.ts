import { discover } from "../../audit/discover.js";
import type { TargetResult } from "../../audit/result.js";
import type { ClientsOf } from "../../audit/run.js";
import type { Target } from "../../audit/target.js";
import type { TargetsFile } from "../../audit/targets/read.js";
import type { Clock } from "../../core/deadline.js";

/** What a round is about. */
export interface RoundTargets {
  readonly targets: readonly Target[];
  /** Places that could not be listed. */
  readonly failures: readonly TargetResult[];
}

/** Finds the targets of a round. */
export type Finder = (clientsOf: ClientsOf, signal: AbortSignal) => Promise<RoundTargets>;

/**
 * Lists the places of a targets file's discoveries in each round. If a place cannot be listed, what was found there before
 * is still checked.
 */
export function createFinder(
  { targets, discoveries }: Pick<TargetsFile, "targets" | "discoveries">,
  clock: Clock,
): Finder {
  let last: readonly Target[] = [];
  return async (clientsOf, signal) => {
    if (discoveries.length === 0) return { targets, failures: [] };
    const found = await discover(discoveries, { known: targets, clientsOf, clock, signal });
    const names = new Set(found.targets.map(({ name }) => name));
    const failed = new Set(found.failures.map(({ target }) => target.name));
    const kept = last.filter((target) => failed.has(target.found?.place ?? "") && !names.has(target.name));
    last = [...found.targets, ...kept];
    return { targets: [...targets, ...last], failures: found.failures };
  };
}
