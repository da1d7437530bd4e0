import { goneResult } from "../../audit/check.js";
import { type Discovered, discover } from "../../audit/discover.js";
import type { TargetResult } from "../../audit/result.js";
import type { ClientsOf } from "../../audit/run.js";
import type { Target } from "../../audit/target.js";
import type { TargetsFile } from "../../audit/targets/read.js";
import { count } from "../../audit/words.js";
import type { Terminal } from "../terminal.js";
import { type AuditState, memoryIn } from "./state.js";

/** All that an audit is about: what the targets file names, and what is found beside. */
export interface Landscape {
  /** Those of the file, then those that were found; each with what is remembered of it. */
  readonly targets: readonly Target[];
  /** What is known without a check: places that could not be listed, and found targets that are not there any more. */
  readonly results: readonly TargetResult[];
  /** Every name that a state keeps: also what was found before in a place that could not be listed now. */
  readonly names: ReadonlySet<string>;
  readonly requests: number;
  readonly throttled: number;
}

/** Lists the places of a targets file's discoveries, and says how far it is on a terminal. */
export async function findLandscape(
  { targets, discoveries }: TargetsFile,
  state: AuditState | null,
  {
    clientsOf,
    signal,
    terminal,
  }: { readonly clientsOf: ClientsOf; readonly signal: AbortSignal; readonly terminal: Terminal },
): Promise<Landscape> {
  const remembering = (target: Target): Target => ({ ...target, memory: memoryIn(state, target.name) });
  if (discoveries.length === 0) {
    const names = new Set(targets.map(({ name }) => name));
    return { targets: targets.map(remembering), results: [], names, requests: 0, throttled: 0 };
  }
  const progress = showListed(terminal);
  const found = await discover(discoveries, {
    known: targets,
    clientsOf,
    signal,
    onListed: progress.update,
  }).finally(progress.clear);
  const all = [...targets, ...found.targets];
  const names = new Set(all.map(({ name }) => name));
  const gone: Target[] = [];
  for (const [name, { found: before }] of state?.targets ?? []) {
    if (before === undefined || names.has(name)) continue;
    const place = discoveries.find(({ place }) => place.name === before.place)?.place;
    // Only a list that was read to its end tells that something is not there.
    if (place !== undefined && !found.ids.has(place.name)) names.add(name);
    else if (place !== undefined && !isListed(found, place.name, before.id))
      gone.push(remembering({ ...place, name, resource: { ...place.resource, id: before.id } }));
  }
  const now = terminal.now();
  return {
    targets: all.map(remembering),
    results: [...found.failures, ...gone.map((target) => goneResult(target, now))],
    names,
    requests: found.requests,
    throttled: found.throttled,
  };
}

function isListed({ ids }: Discovered, place: string, id: string): boolean {
  return ids.get(place)?.has(id) === true;
}

/** Least time between two updates, in milliseconds. */
const PACE = 100;

/** A line on a terminal that counts what was listed, and is cleared at the end. */
function showListed({ err, quiet, now }: Terminal) {
  const shown = !quiet && err.isTerminal;
  let last = 0;
  return {
    update(listed: number): void {
      if (!shown || now() - last < PACE) return;
      last = now();
      err.stream.write(`\r\u001b[Klooking for targets: ${count(listed, "instance")} and policies listed`);
    },
    clear(): void {
      if (shown) err.stream.write("\r\u001b[K");
    },
  };
}
